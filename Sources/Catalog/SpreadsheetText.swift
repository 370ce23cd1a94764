/// Turns the bytes of a CSV file into UTF-8, in whichever of the encodings of spreadsheets they are.
///
/// Excel saves «CSV» in Windows-1251, «CSV (MS-DOS)» in code page 866, «CSV (Macintosh)» in Mac Cyrillic, «Текст Юникод»
/// in UTF-16 with a byte order mark and «CSV UTF-8» in UTF-8. What is none of them comes out as it came, for
/// ``TextLoader`` to tell.
package enum SpreadsheetText {
    /// O(bytes).
    package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), low: 0) ?? bytes }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), low: 1) ?? bytes }
        if let low = zeroPlace(bytes) { return utf16(bytes[...], low: 1 - low) ?? bytes }
        guard ByteSurvey(bytes).firstInvalid != nil, let encoding = LegacyEncoding.likeliest(bytes) else {
            return bytes
        }
        return encoding.utf8(bytes)
    }

    /// Where the zeros stand in UTF-16 without a mark: 0 or 1 within each pair; separators and digits have one each.
    private static func zeroPlace(_ bytes: [UInt8]) -> Int? {
        guard bytes.count % 2 == 0 else { return nil }
        var counts = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { counts[index % 2] += 1 }
        guard counts[0] + counts[1] > 1, counts.contains(0) else { return nil }
        return counts[0] > 0 ? 0 : 1
    }

    /// Nothing when a surrogate stands alone or half a unit is left.
    private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8]? {
        guard bytes.count % 2 == 0 else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
            units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let failed = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { result.append($0) })
        return failed ? nil : result
    }
}
