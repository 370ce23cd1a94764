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

    private static let word = Array("ласс".utf8)

    private static func occurrence(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + word.count <= bytes.count {
            if bytes[index] == word[0], bytes[index + 1] == word[1],
                bytes[index..<index + word.count].elementsEqual(word)
            {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func line(_ bytes: [UInt8], around place: Int) -> Range<Int> {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return ((bytes[..<place].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)..<end
    }

    /// The columns of a table with a column of classes.
    private struct Table {
        private let separator: UInt8
        private let classes: Int
        /// Columns of those who learn.
        private let people: [Int]

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
            let heads = Self.cells(bytes, head, separator).map { cell in
                String(decoding: bytes[cell], as: UTF8.self).lowercased().trimmed
            }
            guard let classes = heads.firstIndex(where: { $0 == "класс" || $0 == "классы" }) else { return nil }
            self.separator = separator
            self.classes = classes
            people = heads.indices.filter { column in
                Self.learners.contains { heads[column].contains($0) }
                    && !Self.adults.contains { heads[column].contains($0) }
            }
            if people.isEmpty { return nil }
        }

        func names(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
            let cells = Self.cells(bytes, row, separator)
            guard cells.indices.contains(classes),
                let number = Int(String(decoding: bytes[cells[classes]], as: UTF8.self).trimmed),
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

extension String {
    /// Without spaces, quotes and stars around it.
    fileprivate var trimmed: String {
        let marks: Set<Character> = [" ", "\t", "\r", "\"", "*", "\u{A0}", "\u{FEFF}"]
        return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    }
}
