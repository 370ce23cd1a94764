import Formats

/// The files of the index, byte by byte: what `IndexWriter` writes and what `IndexReader` and the browser read.
///
/// All files stand below `search/` and are UTF-8 scripts of a single statement, so that a script tag loads them over
/// https and from a disk alike:
///
///     albumSearchData("<name>",<value>{,<value>});⏎
///
/// The values are JSON. A file other than the manifest is `search/<kind><number / 500>/<number>-<hash>.js`: at most
/// 500 in a folder. `hash` is six characters that depend on the contents: of the file for a text shard, of all files in
/// the folder for the other kinds, so that the manifest needs one for each folder.
///
/// In strings marked ⇄ Cyrillic letters have changed places with ASCII signs (`LetterExchange`); those marked ⁑ are
/// bits (`BitWriter`).
///
/// **Manifest**, `search/manifest.js`, the one fixed name:
///
///     albumSearchData("manifest",{
///       "v":5,               // version of the format: a reader refuses others
///       "n":2304,            // documents
///       "dp":4,              // documents of a document shard and of a text shard
///       "i":"76bc9a8d5e…",   // impacts, the commonest first (`PostingCode`), sixteen hexadecimal digits
///       "t":"0001 0_bp …",   // ⇄ the least term of each term shard, front-coded (`FrontCoding`)
///       "th":"k3x9q0…",      // hashes of the folders of term shards, six characters each
///       "ph":"…","dh":"…",   // of further postings, of document shards
///       "sh":"…","fh":"…",   // of spelling shards, of facet columns
///       "sl":"абв…",         // letters of the spelling shards by the first letter
///       "sm":"абв…",         // of those by the second letter, whose numbers follow
///       "f":[["direction","Направление"],…],   // facets
///       "s":{"placeholder":"…"}                                                // strings of the interface
///     });
///
/// **Term shard**, `t`: a range of the sorted terms (by UTF-8 bytes, which is UTF-16 order too: no term has a
/// character beyond U+FFFF) with their postings.
///
///     albumSearchData("t12","<terms>","<postings>",[["ФГОС","федеральн.ый государственн.ый стандарт"],["ребенк","дет.и"],…]);
///
/// The terms are front-coded ⇄. The third value ⇄ has sets of phrases that mean the same (abbreviations, then synonyms),
/// those of which a phrase begins with a term that belongs here, be it in the texts or not; a dot ends the term of a
/// word, and a word of which the term is no beginning is given by its term. The second value ⁑ has for each term
///
///     number of documents (`BitWriter.appendNumber`)
///     where these are more than 3,000: number of the file of further postings, plus one
///     postings (`PostingCode`) of all documents or of the 3,000 with the greatest impact
///
/// **Further postings**, `p`, of one term: `albumSearchData("p0","<bits>");` ⁑, as in a term shard. They are loaded when
/// an answer must be exact.
///
/// **Document shard**, `d`: four documents in the order of ids, and the hash of the text shard of the same number, as
/// the text shards of documents that nobody finds need not be known. All but the address is ⇄.
///
///     albumSearchData("d0",[["address","title","label","summary"],…],"k3x9q0");
///
/// **Text shard**, `x`: `albumSearchData("x0",["text of document 0",…]);`, each ⇄. A text ends after 64 KB.
///
/// **Spelling shard**, `s`: terms of three letters or more that a misspelt word may have meant, in a site of 20,000
/// documents or more only those of two documents or more. One for each first letter, then one for each second letter: in
/// these a word is found of which the first letter was mistyped, so that nobody need look through all.
///
///     albumSearchData("s0","<terms>","52");
///
/// The first value holds the terms as in a term shard, the second for each term a base-36 digit: the binary digits of
/// its number of documents. So: the first term is in 16…31 documents, the second in 2 or 3.
///
/// **Facet column**, `f`, one for each facet: `albumSearchData("f0",[["znanie","Знание"],…],"<bits>");`, the ids and names
/// of its values, and ⁑ for each of them
///
///     number of documents plus one (`BitWriter.appendNumber`), documents (`PostingCode.append(documents:)`)
enum ShardFormat {
    static let version = 5
    /// The ten best results stand in ten shards as a rule: small ones cost a query less.
    static let documentsPerShard = 4
    static let filesPerFolder = 500
    /// The bits that a term shard aims at: some 6 KB once a server or an archive has compressed it.
    static let termShardBits = 52_000
    /// The postings of a term that stand in its shard.
    static let postingsPerTerm = 3000
    /// The bytes of a text that are kept for snippets.
    static let maximumTextBytes = 65_536
    static let folder = "search"
    static let manifestPath = "search/manifest.js"

    /// The kinds of shard, by the letter in their names.
    enum Kind: String, Sendable {
        case terms = "t"
        case further = "p"
        case documents = "d"
        case texts = "x"
        case facet = "f"
        case spelling = "s"
    }

    static func path(of kind: Kind, _ number: Int, hash: String) -> String {
        "\(folder)/\(kind.rawValue)\(number / filesPerFolder)/\(number)-\(hash).js"
    }

    /// The finished files of a kind that have these values, and the hashes of their folders one after the other.
    static func files(_ kind: Kind, values: [[UInt8]]) -> (files: [SearchFile], hashes: [UInt8]) {
        let statements = values.enumerated().map { statement(name: "\(kind.rawValue)\($0)", values: $1) }
        let hashes = stride(from: 0, to: values.count, by: filesPerFolder).map { first in
            ContentHash.name(of: statements[first...].prefix(filesPerFolder).flatMap { ContentHash.name(of: $0) })
        }
        let files = statements.enumerated().map { number, bytes in
            let hash = String(decoding: hashes[number / filesPerFolder], as: UTF8.self)
            return SearchFile(path: path(of: kind, number, hash: hash), bytes: bytes)
        }
        return (files, Array(hashes.joined()))
    }

    /// A finished text shard and the hash in its name.
    static func textFile(_ number: Int, values: [UInt8]) -> (file: SearchFile, hash: [UInt8]) {
        let bytes = statement(name: "\(Kind.texts.rawValue)\(number)", values: values)
        let hash = ContentHash.name(of: bytes)
        let path = path(of: .texts, number, hash: String(decoding: hash, as: UTF8.self))
        return (SearchFile(path: path, bytes: bytes), hash)
    }

    static func statement(name: String, values: [UInt8]) -> [UInt8] {
        var bytes = Array("albumSearchData(\"\(name)\",".utf8)
        bytes.reserveCapacity(bytes.count + values.count + 3)
        bytes += values
        bytes += Array(");\n".utf8)
        return bytes
    }

    /// A document's row of its shard.
    static func documentRow(of document: SearchDocument) -> [UInt8] {
        let (title, label, summary) = (document.title, document.label, document.summary)
        let texts = [title, label, summary].map { JSONText.exchanged(Array($0.utf8)) }
        return array([JSONWriter.string(document.url)] + texts)
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
