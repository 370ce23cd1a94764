/// The files of the index, byte by byte: what `IndexWriter` writes and what `IndexReader` and the browser read.
///
/// All files stand below `search/` and are UTF-8 scripts of a single statement, so that a script tag loads them over
/// https and from a disk alike:
///
///     albumSearchData("<name>",<value>{,<value>});⏎
///
/// The values are JSON. A file other than the manifest is `search/<kind><number / 500>/<number>-<hash>.js`: at most
/// 500 in a folder, `hash` six characters that depend on the contents.
///
/// **Manifest**, `search/manifest.js`, the one fixed name:
///
///     albumSearchData("manifest",{
///       "v":2,               // version of the format: a reader refuses others
///       "n":2304,            // documents
///       "dp":8,"xp":8,       // documents of a document shard, of a text shard
///       "t":"001 0общ …",     // the least term of each term shard, front-coded as below
///       "th":"k3x9q0…",      // hashes of the term shards, six characters each
///       "dh":"…",            // of the document shards
///       "sl":"абв…","sh":"…", // letters of the spelling shards, their hashes
///       "f":[["direction","Направление","<hash>",[["znanie","Знание"],…]],…],   // facets and their values
///       "y":[["ФГОС","федеральн.ый государственн.ый образовательн.ый стандарт"],["ребенк","дет.и"],…],
///                            // phrases that mean the same: abbreviations, then synonyms; a dot ends the term of a
///                            // word, and a word of which the term is no beginning is given by its term
///       "s":{"placeholder":"…"}                                                // strings of the interface
///     });
///
/// **Term shard**, `t`: a range of the sorted terms (by UTF-8 bytes, which is UTF-16 order too: no term has a
/// character beyond U+FFFF) with their postings.
///
///     albumSearchData("t12","0школ 4ьн 2ы","AwQFBg==");
///
/// The first value holds the terms, front-coded, parted by spaces: a base-36 digit says how many characters are those
/// of the term before (at most 35), the rest follows. So: школ, школьн, шкы. The second is base64 of
///
///     for each term:   varint(number of postings) varint(bytes of its postings)
///     for each term:   its postings, by ascending document: varint(gap << 4 | impact)
///
/// `gap` is the document's id less the one before less 1 (the first: the id itself), `impact` 0…15. A varint has
/// seven bits a byte, the least significant first, the high bit set on all but the last. Postings (3, impact 5),
/// (4, impact 1) are `35 01`.
///
/// **Document shard**, `d`: the documents in the order of ids, and the hashes of their text shards one after the other,
/// as the text shards of documents that nobody finds need not be known.
///
///     albumSearchData("d0",[["title","address","label","summary"],…],"k3x9q0…");
///
/// **Text shard**, `x`: `albumSearchData("x0",["text of document 0",…]);`. A text ends after 64 KB.
///
/// **Spelling shard**, `s`, one for each first letter: its terms of three letters or more, of which a misspelt word may
/// have meant one; in a site of 1,000 documents or more only those of two documents or more.
///
///     albumSearchData("s0","0школ 4ьн","52");
///
/// The first value holds the terms as in a term shard, the second for each term a base-36 digit: the binary digits of
/// its number of documents. So: школ is in 16…31 documents, школьн in 2 or 3.
///
/// **Facet column**, `f`, one for each facet: `albumSearchData("f0","<base64>");` of
///
///     for each value:  varint(number of documents) and for each document: varint(gap)
enum ShardFormat {
    static let version = 2
    /// A multiple of the documents of a text shard.
    ///
    /// The ten best results stand in ten shards as a rule: small ones cost a
    /// query less, but each costs the manifest six bytes that do not compress.
    static func documentsPerShard(documentCount: Int) -> Int { documentCount <= 20_000 ? 8 : 16 }
    static let documentsPerTextShard = 8
    static let filesPerFolder = 500
    /// The bytes that a term shard aims at: some 6 KB once a server or an archive has compressed it.
    static let termShardBytes = 14_000
    /// The bytes of a text that are kept for snippets.
    static let maximumTextBytes = 65_536
    static let folder = "search"
    static let manifestPath = "search/manifest.js"

    /// The kinds of shard, by the letter in their names.
    enum Kind: String, Sendable {
        case terms = "t"
        case documents = "d"
        case texts = "x"
        case facet = "f"
        case spelling = "s"
    }

    static func path(of kind: Kind, _ number: Int, hash: String) -> String {
        "\(folder)/\(kind.rawValue)\(number / filesPerFolder)/\(number)-\(hash).js"
    }

    /// A finished file and the hash in its name.
    static func file(_ kind: Kind, _ number: Int, values: [UInt8]) -> (file: SearchFile, hash: [UInt8]) {
        let bytes = statement(name: "\(kind.rawValue)\(number)", values: values)
        let hash = ContentHash.name(of: bytes)
        return (
            SearchFile(path: path(of: kind, number, hash: String(decoding: hash, as: UTF8.self)), bytes: bytes), hash
        )
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
        var row: [UInt8] = [0x5B]
        for (number, text) in [document.title, document.url, document.label, document.summary].enumerated() {
            if number > 0 { row.append(0x2C) }
            JSONText.append(text, to: &row)
        }
        row.append(0x5D)
        return row
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

    @inline(__always)
    static func appendVarint(_ value: UInt32, to bytes: inout [UInt8]) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value | 0x80))
            value >>= 7
        }
        bytes.append(UInt8(value))
    }

    @inline(__always)
    static func varintLength(_ value: UInt32) -> Int {
        value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5
    }

    /// Appends a term front-coded after the one before it: `4ьн` for школьн after школ.
    static func appendFrontCoded(_ term: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to bytes: inout [UInt8])
    {
        let (common, characters) = commonPrefix(term, previous)
        bytes.append(characters < 10 ? 0x30 + UInt8(characters) : 0x61 + UInt8(characters - 10))
        bytes += term.dropFirst(common)
    }

    /// The length of the common prefix of two terms, in bytes and in characters (at most 35).
    static func commonPrefix(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> (bytes: Int, characters: Int) {
        var equal = 0
        for (a, b) in zip(left, right) {
            if a != b { break }
            equal += 1
        }
        var bytes = 0
        var characters = 0
        var offset = 0
        while offset < equal, characters < 35 {
            let width = left[left.startIndex + offset] < 0x80 ? 1 : 2
            guard offset + width <= equal else { break }
            offset += width
            bytes = offset
            characters += 1
        }
        return (bytes, characters)
    }
}
