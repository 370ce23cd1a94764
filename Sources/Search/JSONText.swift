import Formats

/// JSON strings as index files hold them.
enum JSONText {
    /// A text as a JSON string, with letters exchanged (`LetterExchange`).
    static func exchanged(_ text: some Collection<UInt8>) -> [UInt8] {
        JSONWriter.string(LetterExchange.exchanged(text))
    }

    /// A list of texts as a JSON array.
    static func array(_ texts: [String]) -> [UInt8] { ShardFormat.array(texts.map { JSONWriter.string($0) }) }
}
