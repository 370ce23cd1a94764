import Formats

/// A table with a column «Паспорт», or «Паспортные данные», «Серия и номер паспорта»: its cells say in no word what they are.
///
/// «Паспорт проекта» and the like are papers.
struct PassportColumn: HeadedTable {
    static let word = BytePattern("аспорт")

    private let cells: TableCells
    private let passports: [Int]

    private static let beginnings = ["паспорт", "серия", "номер", "№", "данные", "реквизиты"]
    private static let papers = ["проект", "программ", "музе", "школ", "кабинет", "практик", "мероприят", "объект"]

    init?(_ bytes: [UInt8], head: Range<Int>) {
        guard let parting = TableCells(parting: bytes[head]) else { return nil }
        let heads = parting.all(bytes, head).map { String(decoding: bytes[$0].trimmedCell, as: UTF8.self).lowercased() }
        cells = parting
        passports = heads.indices.filter { column in
            let head = heads[column]
            return head.contains("паспорт") && Self.beginnings.contains(where: head.hasPrefix)
                && !Self.papers.contains(where: head.contains)
        }
        if passports.isEmpty { return nil }
    }

    /// Ten figures, parted as people do.
    func findings(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
        let all = cells.all(bytes, row)
        return passports.filter(all.indices.contains).compactMap { column in
            let cell = bytes[all[column]].trimmedCell
            let text = String(decoding: cell, as: UTF8.self)
            guard text.filter(\.isWholeNumber).count == 10,
                text.allSatisfy({ $0.isWholeNumber || $0.isWhitespace || "№-–/,.".contains($0) })
            else { return nil }
            return cell.startIndex..<cell.endIndex
        }
    }
}
