/// Cyrillic in one byte: А…я (U+0410…U+044F) and the sixty-four signs ?…~ (U+003F…U+007E) change places.
///
/// Russian text so takes half the bytes and compresses better in small pieces, while the files stay UTF-8 that a script
/// tag reads anywhere. Done twice it gives the text back: reader and writer do the same.
///
///     Школа № 5 (МБОУ)  ⇄  Wimj_ № 5 (K@MR)
enum LetterExchange {
    private static let firstSign: UInt8 = 0x3F
    private static let lastSign: UInt8 = 0x7E
    /// The signs from here on stand for р…я, whose first byte is 0xD1.
    private static let firstOfSecondRow: UInt8 = 0x6F

    static func exchanged(_ text: some Collection<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count * 2) { output, count in
            var lead: UInt8 = 0
            @inline(__always) func append(_ byte: UInt8) {
                output[count] = byte
                count += 1
            }
            for byte in text {
                if lead != 0 {
                    switch (lead, byte) {
                    case (0xD0, 0x90...0xBF): append(byte - 0x90 + firstSign)
                    case (0xD1, 0x80...0x8F): append(byte - 0x80 + firstOfSecondRow)
                    default:
                        append(lead)
                        append(byte)
                    }
                    lead = 0
                } else if byte == 0xD0 || byte == 0xD1 {
                    lead = byte
                } else if firstSign...lastSign ~= byte {
                    let isFirstRow = byte < firstOfSecondRow
                    append(isFirstRow ? 0xD0 : 0xD1)
                    append(isFirstRow ? byte - firstSign + 0x90 : byte - firstOfSecondRow + 0x80)
                } else {
                    append(byte)
                }
            }
            if lead != 0 { append(lead) }
        }
    }
}
