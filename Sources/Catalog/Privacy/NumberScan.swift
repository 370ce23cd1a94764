/// Finds insurance numbers, passports and mobile phones among groups of digits.
enum NumberScan {
    private struct Group {
        let range: Range<Int>
        /// Whether a hyphen stands before it, of whatever sort.
        let isAfterHyphen: Bool
        /// Whether one mark stands before it that parts figures of many sorts: a point, a slash.
        let isAfterPoint: Bool
    }

    /// What the number is that begins with the digit at `start`; at most 20 digits are looked at.
    static func finding(
        _ bytes: [UInt8], from start: Int
    ) -> (PrivacyScanner.Finding.Kind, Range<Int>)? {
        let groups = groups(bytes, from: start)
        let end = { (count: Int) in groups[count - 1].range.upperBound }
        // Years and numbers of grades, which is what most numbers are, are too short for all of these.
        guard groups.reduce(0, { $0 + $1.range.count }) >= 10 else {
            return passportInParts(bytes, groups).map { (.passport, start..<$0) }
        }
        if let count = phone(bytes, groups) {
            var from = start
            if from > 0, bytes[from - 1] == UInt8(ascii: "(") { from -= 1 }
            if from > 0, bytes[from - 1] == UInt8(ascii: "+") { from -= 1 }
            return (.mobilePhone, from..<end(count))
        }
        if let count = insurance(bytes, groups) { return (.insuranceNumber, start..<end(count)) }
        if let last = passport(bytes, groups) { return (.passport, start..<last) }
        return nil
    }

    /// Groups of digits with one gap between each two: spaces, hyphens, brackets.
    private static func groups(_ bytes: [UInt8], from start: Int) -> [Group] {
        var groups: [Group] = []
        var index = start
        var (isAfterHyphen, isAfterPoint) = (false, false)
        var digits = 0
        while index < bytes.count, PrivacyScanner.isDigit(bytes[index]), digits <= 20 {
            let first = index
            while index < bytes.count, PrivacyScanner.isDigit(bytes[index]), digits <= 20 {
                index += 1
                digits += 1
            }
            groups.append(Group(range: first..<index, isAfterHyphen: isAfterHyphen, isAfterPoint: isAfterPoint))
            (isAfterHyphen, isAfterPoint) = (false, false)
            let gapStart = index
            if let length = point(bytes, index) {
                isAfterPoint = true
                index += length
                continue
            }
            while index < bytes.count, index - gapStart < 8, let (length, isHyphen) = gap(bytes, index) {
                index += length
                isAfterHyphen = isAfterHyphen || isHyphen
            }
            if index == gapStart { break }
        }
        return groups
    }

    /// The length of a character that may part groups: space, no-break spaces, hyphens and dashes, brackets.
    private static func gap(_ bytes: [UInt8], _ index: Int) -> (length: Int, isHyphen: Bool)? {
        switch bytes[index] {
        case 0x20, 0x28, 0x29: return (1, false)
        case 0x2D: return (1, true)
        case 0xC2 where bytes[index + 1] == 0xA0: return (2, false)
        case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0x94).contains(bytes[index + 2]): return (3, true)
        case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: return (3, false)
        case 0xE2 where bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92: return (3, true)
        default: return nil
        }
    }

    /// The length of a point, a slash or a middle dot between two digits.
    private static func point(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard index + 2 < bytes.count else { return nil }
        let length =
            bytes[index] == 0x2E || bytes[index] == 0x2F ? 1 : bytes[index] == 0xC2 && bytes[index + 1] == 0xB7 ? 2 : 0
        return length > 0 && PrivacyScanner.isDigit(bytes[index + length]) ? length : nil
    }

    private static func digits(_ bytes: [UInt8], _ groups: some Sequence<Group>) -> [Int] {
        groups.flatMap { bytes[$0.range].map { Int($0) - 0x30 } }
    }

    /// Groups of `+7 9…`, `8 9…` with eleven digits, or of `9…` with ten that are written as phones are.
    private static func phone(_ bytes: [UInt8], _ groups: [Group]) -> Int? {
        // These are the shapes of an insurance number, whatever it begins with, of thousands and of a conference.
        let counts = groups.map(\.range.count)
        for other in [[3, 3, 3, 2], [9, 2], [2, 3, 3, 3], [3, 4, 4]] where counts.starts(with: other) { return nil }
        if isOfAddress(bytes, groups[0].range.lowerBound) { return nil }
        var total = 0
        for (position, group) in groups.prefix(6).enumerated() {
            total += group.range.count
            if total == 11 {
                let digits = digits(bytes, groups.prefix(position + 1))
                let isTrunk = digits[0] == 7 || digits[0] == 8
                // Decimals and days are parted by points as well.
                let isOne =
                    !groups[...position].contains(where: \.isAfterPoint)
                    || [[1, 3, 3, 2, 2], [1, 3, 3, 4], [1, 10]].contains(Array(counts[...position]))
                return isTrunk && digits[1] == 9 && isOne ? position + 1 : nil
            }
            if total == 10, position == 3, groups.prefix(4).map(\.range.count) == [3, 3, 2, 2],
                bytes[groups[0].range.lowerBound] == UInt8(ascii: "9"), groups[3].isAfterHyphen
            {
                return 4
            }
            if total > 11 { return nil }
        }
        return nil
    }

    /// Whether a number is a part of an address on the web, where that is none of somebody's telephone: `wa.me/7912…`.
    private static func isOfAddress(_ bytes: [UInt8], _ start: Int) -> Bool {
        guard start > 1, bytes[start - 1] == UInt8(ascii: "/"), bytes[start - 2] < 0x80,
            MailScan.isLetter(bytes[start - 2]) || PrivacyScanner.isDigit(bytes[start - 2])
        else { return false }
        return !["wa.me/", "t.me/", "phone/"].contains { bytes[..<start].suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// Groups of 3-3-3-2, 9-2 or 11 digits whose last two are right.
    ///
    /// The sum of the first nine, each times its place from the right, modulo 101, 100 counting as 0. Numbers up to
    /// 001-001-998 carry none (order of the Pension Fund).
    private static func insurance(_ bytes: [UInt8], _ groups: [Group]) -> Int? {
        for shape in [[3, 3, 3, 2], [9, 2], [11]] where groups.prefix(shape.count).map(\.range.count) == shape {
            // A longer chain of hyphens is another number.
            if groups.count > shape.count, groups[shape.count].isAfterHyphen { continue }
            let digits = digits(bytes, groups.prefix(shape.count))
            let number = digits.prefix(9).reduce(0) { $0 * 10 + $1 }
            let sum = digits.prefix(9).enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) } % 101 % 100
            if number > 1_001_998, sum == digits[9] * 10 + digits[10] { return shape.count }
        }
        return nil
    }

    /// The end of `7512 345678`, `75 12 345678`, `7512345678` when the line speaks of a passport or a series before.
    private static func passport(_ bytes: [UInt8], _ groups: [Group]) -> Int? {
        let counts = groups.map(\.range.count)
        for shape in [[4, 6], [2, 2, 6], [10]] where counts.prefix(shape.count) == shape[...] {
            let end = groups[shape.count - 1].range.upperBound
            return speaksOfPassport(bytes, groups[0].range.lowerBound) ? end : nil
        }
        return nil
    }

    /// The end of `75 12 № 345678`: a series of four digits, words and six digits more.
    private static func passportInParts(_ bytes: [UInt8], _ groups: [Group]) -> Int? {
        let isSeries =
            groups[0].range.count == 4 && groups.count == 1
            || groups.count == 2 && groups.allSatisfy { $0.range.count == 2 }
        guard isSeries, let last = groups.last?.range.upperBound, let end = numberBehindWord(bytes, last),
            speaksOfPassport(bytes, groups[0].range.lowerBound)
        else { return nil }
        return end
    }

    /// The end of six digits behind «№», «N» or «номер», within 24 bytes.
    private static func numberBehindWord(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, index - start < 24, !PrivacyScanner.isDigit(bytes[index]), bytes[index] != 0x0A {
            index += 1
        }
        var end = index
        while end < bytes.count, end - index < 7, PrivacyScanner.isDigit(bytes[end]) { end += 1 }
        guard end - index == 6 else { return nil }
        let words = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        return ["№", "n", "номер"].contains(where: { words.contains($0) }) ? end : nil
    }

    private static func speaksOfPassport(_ bytes: [UInt8], _ place: Int) -> Bool {
        var start = place
        while start > 0, place - start < 100, bytes[start - 1] != 0x0A { start -= 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
        return text.contains("паспорт") || text.contains("серия") || text.contains("серии")
    }
}
