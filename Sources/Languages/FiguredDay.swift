/// A day in figures within a text, «25.05.2027», with the word for the year that follows it.
struct FiguredDay {
    /// Its bytes in the text, those of «г.» or «года» behind it among them.
    let range: Range<Int>
    let day: Int
    let month: Int
    let year: Int

    /// All that a calendar has, in their order; O(text).
    ///
    /// By bytes and without a regular expression, since terms of all rows go through here: making the expression alone
    /// takes a hundred times as long as reading the text.
    static func all(in text: UnsafeBufferPointer<UInt8>) -> [FiguredDay] {
        var found: [FiguredDay] = []
        var place = 0
        while place < text.count {
            guard text[place].isFigure else {
                place += 1
                continue
            }
            if stands(alone: place, in: text), let date = FiguredDay(at: place, in: text) {
                found.append(date)
                place = date.range.upperBound
            } else {
                while place < text.count, text[place].isFigure { place += 1 }
            }
        }
        return found
    }

    /// Whether nothing that a number or word begins with stands before a place.
    private static func stands(alone place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place > 0 else { return true }
        if text[place - 1].joinsFigures { return place < 2 || !text[place - 2].isFigure }
        return !endsWord(text[..<place])
    }

    private init?(at start: Int, in text: UnsafeBufferPointer<UInt8>) {
        var place = start
        func number(_ lengths: ClosedRange<Int>) -> Int? {
            let begin = place
            var value = 0
            while place < text.count, text[place].isFigure, place - begin < lengths.upperBound {
                value = value * 10 + Int(text[place] - UInt8(ascii: "0"))
                place += 1
            }
            return place - begin >= lengths.lowerBound ? value : nil
        }
        func passesPoint() -> Bool {
            guard place < text.count, text[place] == UInt8(ascii: ".") else { return false }
            place += 1
            return true
        }
        guard let day = number(1...2), passesPoint(), let month = number(1...2), passesPoint(),
            let year = number(4...4),
            (1...12).contains(month), day >= 1, day <= Self.days(of: month, year),
            !Self.continues(text[place...])
        else { return nil }
        range = start..<Self.end(ofYear: place, in: text)
        (self.day, self.month, self.year) = (day, month, year)
    }

    /// The place behind «г.» or «года» that follows a year, at most one space between; else behind the year.
    private static func end(ofYear place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        let rest = text[place...]
        let behindSpace = spaces.first { rest.starts(with: $0) }.map { rest.dropFirst($0.count) } ?? rest
        if behindSpace.starts(with: shortYear) { return behindSpace.startIndex + shortYear.count }
        guard behindSpace.starts(with: longYear) else { return place }
        let end = behindSpace.startIndex + longYear.count
        return beginsWord(text[end...]) ? place : end
    }

    /// Whether a number or word goes on here.
    private static func continues(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let byte = rest.first else { return false }
        if byte.joinsFigures { return rest.dropFirst().first?.isFigure == true }
        return byte.isFigure || (!rest.starts(with: shortYear) && !rest.starts(with: longYear) && beginsWord(rest))
    }

    private static func beginsWord(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        String(decoding: rest.prefix(longestLetter), as: UTF8.self).unicodeScalars.first?.isPartOfWord == true
    }

    private static func endsWord(_ before: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        String(decoding: before.suffix(longestLetter), as: UTF8.self).unicodeScalars.last?.isPartOfWord == true
    }

    /// Bytes of the longest letter in UTF-8.
    private static let longestLetter = 4
    private static let spaces = [" ", "\u{A0}", "\u{202F}", "\t", "\n"].map { Array($0.utf8) }
    private static let shortYear = Array("г.".utf8)
    private static let longYear = Array("года".utf8)

    private static func days(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension UInt8 {
    fileprivate var isFigure: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// What makes one number of the figures on both of its sides.
    fileprivate var joinsFigures: Bool { self == UInt8(ascii: ".") || self == UInt8(ascii: ",") }
}

extension Unicode.Scalar {
    fileprivate var isPartOfWord: Bool {
        properties.isAlphabetic || properties.numericType != nil || self == "_"
            || properties.generalCategory == .nonspacingMark
    }
}
