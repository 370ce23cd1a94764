import Formats

/// A table with a column «Класс» of bare numbers, in which children are named: «Участник | Класс» over «Петров Иван | 8».
///
/// Only columns whose heads speak of those who learn count; teachers stand beside classes too.
struct ClassColumn: HeadedTable {
    static let word = BytePattern("ласс")

    private let cells: TableCells
    private let classes: Int
    /// Columns of those who learn.
    private let people: [Int]

    private static let classHeads = ["класс", "классы"]
    private static let learners = [
        "участник", "ученик", "учащ", "обучающ", "фио", "ф.и.о", "ф. и. о", "ребен", "ребён", "дети", "победител",
        "призер", "призёр", "имя", "фамили", "школьник",
    ]
    private static let adults = ["учител", "педагог", "руковод", "наставник", "куратор", "ответствен", "организатор"]

    init?(_ bytes: [UInt8], head: Range<Int>) {
        guard let parting = TableCells(parting: bytes[head]) else { return nil }
        let all = parting.all(bytes, head)
        guard let classes = all.firstIndex(where: { Self.isOfClasses(bytes[$0]) }) else { return nil }
        cells = parting
        self.classes = classes
        let heads = all.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
        people = heads.indices.filter { column in
            Self.learners.contains { heads[column].contains($0) }
                && !Self.adults.contains { heads[column].contains($0) }
        }
        if people.isEmpty { return nil }
    }

    /// Whether a head is «Класс» or «Классы», in any letters: most lines that speak of classes are no heads.
    private static func isOfClasses(_ head: ArraySlice<UInt8>) -> Bool {
        let title = head.trimmedCell
        guard classHeads.contains(where: { $0.utf8.count == title.count }) else { return false }
        return classHeads.contains(String(decoding: title, as: UTF8.self).lowercased())
    }

    /// The names of children.
    func findings(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
        let all = cells.all(bytes, row)
        guard all.indices.contains(classes),
            let number = Int(String(decoding: bytes[all[classes]].trimmedCell, as: UTF8.self)),
            (1...11).contains(number)
        else { return [] }
        return people.filter(all.indices.contains).compactMap {
            NameWords.firstName(NameWords.tokens(bytes, all[$0]))
        }
    }
}
