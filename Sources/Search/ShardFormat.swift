import Formats

/// The files of the index, byte by byte: what `IndexBuilder` writes and what `IndexReader` and the browser read.
///
/// All files stand below `search/` and are UTF-8 scripts of a single statement, so that a script tag loads them over
/// https and from a disk alike:
///
///     albumSearchData("<name>",<value>{,<value>});⏎
///
/// The values are JSON. All names but the manifest's and that of `names.js` depend on the contents (`ContentHash`), so
/// that a page which holds an older manifest never mixes two editions. A change renames as few files as may be:
///
///     search/d<n / 32>/<n>-<mark>.js             documents; a mark for each 32 files
///     search/t43e/43e431-0-<mark>.js             terms; the first two characters of the least key as hexadecimal digits,
///                                                three each, and which of the shards that begin so
///     search/s/143e-<mark>.js                    spelling; 1 for the first letter, 2 for the second, and the letter
///     search/f/0-<mark>.js                       facets
///     search/x<c>/<name>.js, search/p<c>/…       texts, further postings: a long hash, in a folder for each `c` that
///                                                begins one; who refers to them has it
///
/// In strings marked ⇄ Cyrillic letters have changed places with ASCII signs (`LetterExchange`); those marked ⁑ are
/// bits (`BitWriter`).
///
/// **Manifest**, `search/manifest.js`, the one fixed name:
///
///     albumSearchData("manifest",{
///       "v":7,               // version of the format: a reader refuses others
///       "n":2304,            // documents
///       "dp":4,              // documents of a document shard
///       "t":"0001 0_bp …",   // ⇄ the least key of each term shard, front-coded (`FrontCoding`); perhaps no term
///       "th":"k3x9q…",       // marks of term shards, five characters each
///       "dh":"…",            // of folders of document shards
///       "sh":"…","fh":"…",   // of spelling shards, of facet columns
///       "sl":"абв…",         // letters of the spelling shards by the first letter
///       "sm":"абв…",         // of those by the second letter, whose marks follow
///       "f":[["direction","Направление"],…],   // facets
///       "s":{"placeholder":"…"}                                                // strings of the interface
///     });
///
/// **Term shard**, `t`: a range of the sorted terms (by UTF-8 bytes, which is UTF-16 order too: no term has a
/// character beyond U+FFFF) with their postings.
///
///     albumSearchData("t43e431-0","<terms>","<postings>",[["ФГОС","федеральн.ый государственн.ый стандарт"],["ребенк","дет.и"],…]);
///
/// The terms are front-coded ⇄. The third value ⇄ has sets of phrases that mean the same (abbreviations, then synonyms),
/// those of which a phrase begins with a term that belongs here, be it in the texts or not; a dot ends the term of a
/// word, and a word of which the term is no beginning is given by its term. The second value ⁑ has for each term
///
///     number of documents (`BitWriter.appendNumber`)
///     where these are more than 3,000: the name of the file of further postings, a number of 52 bits
///     postings (`PostingCode`) of all documents or of the 3,000 with the greatest impact
///
/// **Further postings**, `p`, of one term: `albumSearchData("p<name>","<bits>");` ⁑, as in a term shard. They are loaded when
/// an answer must be exact.
///
/// **Document shard**, `d`: four documents in the order of ids. All but the address is ⇄. The last text names the file with
/// the text of the document, and the place there by its last character: a base-36 digit.
///
///     albumSearchData("d0",[["address","title","label","summary","1ek3x9q08ts0"],…]);
///
/// **Text shard**, `x`: `albumSearchData("x<name>",["text of a document",…]);`, each ⇄, of neighbours (`TextGroups`). A text
/// ends after 64 KB.
///
/// **Spelling shard**, `s`: terms of three letters or more that a misspelt word may have meant, in a site of 20,000
/// documents or more only those of two documents or more. One for each first letter, then one for each second letter: in
/// these a word is found of which the first letter was mistyped, so that nobody need look through all.
///
///     albumSearchData("s143e","<terms>","52");
///
/// The first value holds the terms as in a term shard, the second for each term a base-36 digit: the binary digits of
/// its number of documents. So: the first term is in 16…31 documents, the second in 2 or 3.
///
/// **Facet column**, `f`, one for each facet: `albumSearchData("f0",[["znanie","Знание","знан|тем знан"],…],"<bits>");`, the ids
/// and names of its values, how a query may name them (`FacetNaming`) where it may, and ⁑ for each of them
///
///     number of documents plus one (`BitWriter.appendNumber`), documents (`PostingCode.append(documents:)`)
enum ShardFormat {
    static let version = 7
    /// The ten best results stand in ten shards as a rule: small ones cost a query less.
    static let documentsPerShard = 4
    /// A change of one document renames so many document shards.
    static let shardsPerFolder = 32
    static let documentsPerFolder = documentsPerShard * shardsPerFolder
    /// The bits that a term shard has at most, but for one of a single term: some 8 KB once a server or an archive has
    /// compressed it.
    static let termShardBits = 64_000
    /// The postings of a term that stand in its shard.
    static let postingsPerTerm = 3000
    /// The bytes of a text that are kept for snippets.
    static let maximumTextBytes = 65_536
    static let folder = "search"
    static let manifestPath = "search/manifest.js"

    /// A file of the index: what its statement is called.
    enum Name: Hashable, Sendable {
        /// By the least key, and which of those that begin with the same two characters.
        case terms([UInt8], Int)
        case further(String)
        case documents(Int)
        case texts(String)
        case facet(Int)
        /// By the letter that words begin with, or that stands second in them.
        case spelling([UInt8], isSecond: Bool)

        /// As in the statement.
        var text: String {
            switch self {
            case .terms(let key, let number): "t\(hexadecimal(key, characters: 2))-\(number)"
            case .further(let name): "p\(name)"
            case .documents(let number): "d\(number)"
            case .texts(let name): "x\(name)"
            case .facet(let number): "f\(number)"
            case .spelling(let letter, let isSecond): "s\(isSecond ? 2 : 1)\(hexadecimal(letter, characters: 1))"
            }
        }

        private var subfolder: String {
            switch self {
            case .terms(let key, _): "t\(hexadecimal(key, characters: 1))"
            case .further(let name): "p\(name.prefix(1))"
            case .documents(let number): "d\(number / shardsPerFolder)"
            case .texts(let name): "x\(name.prefix(1))"
            case .facet: "f"
            case .spelling: "s"
            }
        }

        /// The path; a file whose name is a hash already has no mark.
        func path(mark: [UInt8] = []) -> String {
            let end = mark.isEmpty ? "" : "-" + String(decoding: mark, as: UTF8.self)
            return "\(folder)/\(subfolder)/\(text.dropFirst())\(end).js"
        }
    }

    /// The first characters of a key, three digits each.
    private static func hexadecimal(_ key: [UInt8], characters: Int) -> String {
        String(decoding: key, as: UTF8.self).unicodeScalars.prefix(characters).map { scalar in
            let digits = String(scalar.value, radix: 16)
            return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        }.joined()
    }

    /// A finished file with a mark in its path.
    static func file(_ name: Name, values: [UInt8]) -> (file: SearchFile, hash: ContentHash) {
        let bytes = statement(name: name.text, values: values)
        let hash = ContentHash(of: bytes)
        return (SearchFile(path: name.path(mark: hash.mark), bytes: bytes), hash)
    }

    /// A finished text shard of documents that have these addresses.
    static func textFile(of addresses: [String], values: [UInt8]) -> (file: SearchFile, hash: ContentHash) {
        let hash = ContentHash(of: values, seed: ContentHash(of: Array(addresses.joined(separator: "\n").utf8)).value)
        let name = Name.texts(hash.name)
        return (SearchFile(path: name.path(), bytes: statement(name: name.text, values: values)), hash)
    }

    /// A finished file of a term's further postings.
    static func furtherFile(of term: ArraySlice<UInt8>, values: [UInt8]) -> (file: SearchFile, hash: ContentHash) {
        let hash = ContentHash(of: values, seed: ContentHash(of: Array(term)).value)
        let name = Name.further(hash.name)
        return (SearchFile(path: name.path(), bytes: statement(name: name.text, values: values)), hash)
    }

    static func statement(name: String, values: [UInt8]) -> [UInt8] {
        var bytes = Array("albumSearchData(\"\(name)\",".utf8)
        bytes.reserveCapacity(bytes.count + values.count + 3)
        bytes += values
        bytes += Array(");\n".utf8)
        return bytes
    }

    /// A document's row of its shard, but for the name of its text.
    static func documentRow(of document: SearchDocument) -> [UInt8] {
        let (title, label, summary) = (document.title, document.label, document.summary)
        let texts = [title, label, summary].map { JSONText.exchanged(Array($0.utf8)) }
        return Array(([JSONWriter.string(document.url)] + texts).joined(separator: [0x2C]))
    }

    /// A finished document shard's values: rows, and for each the hash of its text shard and the place there.
    static func documentRows(_ rows: [(row: ArraySlice<UInt8>, text: ContentHash, place: Int)]) -> [UInt8] {
        array(
            rows.map { row, text, place in
                [0x5B] + row + [0x2C] + JSONWriter.string(text.name + String(place, radix: 36)) + [0x5D]
            })
    }

    /// A JSON array of finished values.
    static func array(_ values: some Sequence<[UInt8]>) -> [UInt8] {
        var bytes: [UInt8] = [0x5B]
        for (number, value) in values.enumerated() {
            if number > 0 { bytes.append(0x2C) }
            bytes += value
        }
        bytes.append(0x5D)
        return bytes
    }
}
