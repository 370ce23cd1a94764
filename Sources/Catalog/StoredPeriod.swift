import Formats

extension Period: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.text(text)
        writer.number(precision.rawValue)
        writer.optional(start)
        writer.optional(end)
        writer.optional(problem)
        writer.flag(saysMore)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let text = try reader.text()
        guard let precision = Precision(rawValue: try reader.number()) else { throw ByteReader.Damage() }
        self.init(
            text: text, precision: precision, start: try reader.optional(), end: try reader.optional(),
            problem: try reader.optional(), saysMore: try reader.flag())
    }
}

extension TermProblem: Storable {
    package func store(in writer: inout ByteWriter) {
        switch self {
        case .notUnderstood(let part):
            writer.byte(0)
            writer.text(part)
        case .elsewhere(let part):
            writer.byte(1)
            writer.text(part)
        case .repeated: writer.byte(2)
        case .noSuchDay(let right):
            writer.byte(3)
            writer.text(right)
        case .noSuchMonth(let month, let right):
            writer.byte(4)
            writer.number(month)
            writer.text(right)
        case .misspelt(let word, let right):
            writer.byte(5)
            writer.text(word)
            writer.text(right)
        case .reversed: writer.byte(6)
        case .several: writer.byte(7)
        case .noYear: writer.byte(8)
        case .eitherYear(let first, let second):
            writer.byte(9)
            writer.number(first)
            writer.number(second)
        case .eitherSort(let calendar, let school):
            writer.byte(10)
            writer.number(calendar)
            writer.number(school)
        case .shortYear(let right):
            writer.byte(11)
            writer.text(right)
        case .timeAlone: writer.byte(12)
        case .weekdayAlone: writer.byte(13)
        case .duration: writer.byte(14)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        switch try reader.byte() {
        case 0: self = .notUnderstood(part: try reader.text())
        case 1: self = .elsewhere(part: try reader.text())
        case 2: self = .repeated
        case 3: self = .noSuchDay(right: try reader.text())
        case 4: self = .noSuchMonth(try reader.number(), right: try reader.optionalText())
        case 5: self = .misspelt(word: try reader.text(), right: try reader.text())
        case 6: self = .reversed
        case 7: self = .several
        case 8: self = .noYear
        case 9: self = .eitherYear(try reader.number(), try reader.number())
        case 10: self = .eitherSort(calendar: try reader.number(), school: try reader.number())
        case 11: self = .shortYear(right: try reader.text())
        case 12: self = .timeAlone
        case 13: self = .weekdayAlone
        case 14: self = .duration
        default: throw ByteReader.Damage()
        }
    }
}
