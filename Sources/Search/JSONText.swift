import Formats

/// JSON strings as index files hold them.
enum JSONText {
    /// UTF-8 bytes as a JSON string.
    static func bytes(_ text: [UInt8]) -> [UInt8] { JSONWriter.string(text) }

    /// A text as a JSON string, with letters exchanged (`LetterExchange`).
    static func exchanged(_ text: some Collection<UInt8>) -> [UInt8] { bytes(LetterExchange.exchanged(text)) }

    /// A text as a JSON string.
    static func string(_ text: String) -> [UInt8] { JSONWriter.string(text) }

    /// A list of texts as a JSON array.
    static func array(_ texts: [String]) -> [UInt8] { ShardFormat.array(texts.map(string)) }
}
