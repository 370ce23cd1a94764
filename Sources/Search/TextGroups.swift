/// Which documents have their texts in one file: neighbours, four as a rule.
///
/// A group ends behind a document whose address says so, whatever its number is. So the texts of others stay in their
/// files when a document comes or goes.
enum TextGroups {
    /// The most documents of a group: one base-36 digit says which is meant.
    static let most = 8

    /// The groups of documents that have these addresses.
    static func ranges(of addresses: WordTable) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for id in 0..<addresses.count {
            let isLast = addresses.withBytes(of: id) { ContentHash(of: UnsafeRawBufferPointer($0)).value % 4 == 0 }
            if isLast || id + 1 - start == most || id + 1 == addresses.count {
                groups.append(start..<id + 1)
                start = id + 1
            }
        }
        return groups
    }

    /// The text of a document as its file has it.
    static func encoded(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { JSONText.exchanged(beginning(of: $0)) }
    }

    /// At most so many bytes as are kept, ending with a whole character.
    private static func beginning(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard text.count > ShardFormat.maximumTextBytes else { return text }
        var end = ShardFormat.maximumTextBytes
        while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }
}
