/// Turns the bytes of a CSV file into UTF-8, in whichever of the encodings of spreadsheets they are.
///
/// What is none of them (``SpreadsheetEncoding``) comes out as it came, for ``TextLoader`` to tell.
package enum SpreadsheetText {
    /// O(bytes).
    package static func utf8(_ bytes: [UInt8]) -> [UInt8] { SpreadsheetEncoding(of: bytes).utf8(bytes) ?? bytes }
}
