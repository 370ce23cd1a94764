import Starting

/// What the rule has made of a list of municipalities, in columns.
enum MunicipalityTable {
    static func text(_ proposals: MunicipalityProposals) -> String {
        // Codes are looked through where the list has them, and ask for no column elsewhere.
        let hasCodes = proposals.all.contains { $0.code != nil }
        var rows = [
            ["№", "Название", "Полное", "Короткое", "Другие названия", "Тип"] + (hasCodes ? ["Код"] : [])
                + ["Адрес", "Клетка"]
        ]
        for (index, proposal) in proposals.all.enumerated() {
            let name = proposal.name
            rows.append(
                [
                    String(index + 1), name.name, name.full ?? "", name.short ?? "",
                    name.aliases.joined(separator: ", "), name.type?.rawValue ?? "",
                ] + (hasCodes ? [proposal.shownCode ?? ""] : [])
                    + [name.id, proposal.cell.map { "\($0.column), \($0.row)" } ?? ""])
        }
        rows = rows.map { $0.map { Terminal.printable($0) } }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
