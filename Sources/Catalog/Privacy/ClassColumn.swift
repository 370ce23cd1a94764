import Formats

/// Finds children's names in tables that have a column «Класс» with bare numbers: «Участник | Класс» over «Петров Иван | 8».
///
/// The table is one of Markdown or a CSV file: its rows go on to an empty line or a further head. Only columns whose heads speak of those
/// who learn count; teachers stand beside classes too. O(bytes).
enum ClassColumn {
    /// The names, in the order of the text.
    static func names(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while let place = occurrence(in: bytes, from: index) {
            let line = self.line(bytes, around: place)
            index = line.upperBound
            guard let table = Table(bytes, head: line) else { continue }
            var start = line.upperBound + 1
            while start < bytes.count {
                let row = self.line(bytes, around: start)
                // A further head begins a table of its own: no row is read for two of them.
                guard bytes[row].contains(where: { $0 > 0x20 }), Table(bytes, head: row) == nil else { break }
                found += table.names(bytes, row)
                start = row.upperBound + 1
            }
        }
        return found
    }

    private static let word = BytePattern("ласс")

    private static func occurrence(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { word.first(in: $0, from: start) }
    }

    private static func line(_ bytes: [UInt8], around place: Int) -> Range<Int> {
        let newline = UInt8(ascii: "\n")
        return bytes.withUnsafeBufferPointer { text in
            var start = place
            while start > 0, text[start - 1] != newline { start -= 1 }
            return start..<(ByteSearch.first(newline, in: text, from: place) ?? text.count)
        }
    }

    /// The columns of a table with a column of classes.
    private struct Table {
        private let separator: UInt8
        private let classes: Int
        /// Columns of those who learn.
        private let people: [Int]

        private static let classHeads = ["класс", "классы"]
        private static let learners = [
            "участник", "ученик", "учащ", "обучающ", "фио", "ф.и.о", "ф. и. о", "ребен", "ребён", "дети", "победител",
            "призер", "призёр", "имя", "фамили", "школьник",
        ]
        private static let adults = [
            "учител", "педагог", "руковод", "наставник", "куратор", "ответствен", "организатор",
        ]

        init?(_ bytes: [UInt8], head: Range<Int>) {
            let marks = "|;\t,".utf8.first { bytes[head].contains($0) }
            guard let separator = marks else { return nil }
            let cells = Self.cells(bytes, head, separator)
            guard let classes = cells.firstIndex(where: { Self.isOfClasses(bytes[$0]) }) else { return nil }
            self.separator = separator
            self.classes = classes
            let heads = cells.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
            people = heads.indices.filter { column in
                Self.learners.contains { heads[column].contains($0) }
                    && !Self.adults.contains { heads[column].contains($0) }
            }
            if people.isEmpty { return nil }
        }

        /// Whether a head is «Класс» or «Классы», in any letters: most lines that speak of classes are no heads.
        private static func isOfClasses(_ head: ArraySlice<UInt8>) -> Bool {
            let title = head.trimmed
            guard classHeads.contains(where: { $0.utf8.count == title.count }) else { return false }
            return classHeads.contains(String(decoding: title, as: UTF8.self).lowercased())
        }

        func names(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
            let cells = Self.cells(bytes, row, separator)
            guard cells.indices.contains(classes),
                let number = Int(String(decoding: bytes[cells[classes]].trimmed, as: UTF8.self)),
                (1...11).contains(number)
            else { return [] }
            return people.filter(cells.indices.contains).compactMap {
                NameWords.firstName(NameWords.tokens(bytes, cells[$0]))
            }
        }

        private static func cells(_ bytes: [UInt8], _ line: Range<Int>, _ separator: UInt8) -> [Range<Int>] {
            var cells: [Range<Int>] = []
            var start = line.lowerBound
            for index in line where bytes[index] == separator {
                cells.append(start..<index)
                start = index + 1
            }
            return cells + [start..<line.upperBound]
        }
    }
}

extension ArraySlice<UInt8> {
    /// Without spaces, quotes and stars around it.
    fileprivate var trimmed: ArraySlice<UInt8> {
        var rest = self
        while let mark = trimmedMarks.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(mark.count) }
        while let mark = trimmedMarks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
            rest = rest.dropLast(mark.count)
        }
        return rest
    }
}

/// What may stand around the words of a cell.
private let trimmedMarks = [" ", "\t", "\r", "\"", "*", "\u{A0}", "\u{FEFF}"].map { Array($0.utf8) }
