/// Turns the bytes of a CSV file into UTF-8, in whichever of the encodings of spreadsheets they are.
///
/// Excel saves «CSV» in Windows-1251, «Текст Юникод» in UTF-16 with a byte order mark and «CSV UTF-8» in UTF-8. What is
/// none of them comes out as it came, for ``TextLoader`` to tell.
package enum SpreadsheetText {
    /// O(bytes).
    package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), low: 0) ?? bytes }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), low: 1) ?? bytes }
        if let low = zeroPlace(bytes) { return utf16(bytes[...], low: 1 - low) ?? bytes }
        guard TextLoader.firstInvalidByte(bytes) != nil, isWindows1251(bytes) else { return bytes }
        return windows1251(bytes)
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

    /// Mostly letters among the bytes above 0x7F, and not in the pairs of damaged UTF-8.
    private static func isWindows1251(_ bytes: [UInt8]) -> Bool {
        var high = 0
        var letters = 0
        var pairs = 0
        for (index, byte) in bytes.enumerated() where byte >= 0x80 {
            if byte == 0x98 { return false }
            high += 1
            if byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 || byte == 0xB9 { letters += 1 }
            if byte == 0xD0 || byte == 0xD1, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 { pairs += 1 }
        }
        return !bytes.contains(0) && letters * 3 >= high * 2 && pairs * 4 < high
    }

    private static func windows1251(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                let value = byte >= 0xC0 ? UInt16(byte) - 0xC0 + 0x410 : upperHalf[Int(byte) - 0x80]
                result += String(decoding: [value], as: UTF16.self).utf8
            }
        }
        return result
    }

    /// Bytes 0x80 to 0xBF of Windows-1251 (Microsoft's table of code page 1251); 0x98 is not assigned.
    private static let upperHalf: [UInt16] = [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
        0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122, 0x0459, 0x203A,
        0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9,
        0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
        0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
    ]
}
