import Editing
import Languages

/// The vocabularies that are made of answers, as YAML.
enum StarterVocabularies {
    /// `content/vocabularies/municipalities.yml`.
    static func municipalities(_ answers: StartingAnswers) -> String {
        var text = """
            # Муниципалитеты: одна из двух осей альбома. `id` стоит в адресах страниц: меняют его, пока сайт не опубликован.
            # `short` и `aliases` — как ещё называют муниципалитет; одно сокращение у двух записей быть не может.
            # `tile` — клетка плиточной карты: столбец, строка; в одной клетке стоит одна запись.
            title: Муниципалитеты
            label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
            axis: true
            entries:

            """
        for proposal in answers.municipalities.all {
            let name = proposal.name
            var keys = [("id", scalar(name.id)), ("name", scalar(name.name))]
            if let full = name.full { keys.append(("full", scalar(full))) }
            if let short = name.short { keys.append(("short", scalar(short))) }
            if let type = name.type { keys.append(("type", scalar(type.rawValue))) }
            keys.append(("region", scalar(answers.region.id)))
            if let cell = proposal.cell { keys.append(("tile", "[\(cell.column), \(cell.row)]")) }
            if !name.aliases.isEmpty { keys.append(("aliases", list(name.aliases))) }
            if let code = proposal.shownCode { keys.append(("code", scalar(code))) }
            text += "  - {" + keys.map { "\($0): \($1)" }.joined(separator: ", ") + "}\n"
        }
        return text
    }

    /// `content/vocabularies/directions.yml`.
    static func directions(_ answers: StartingAnswers) -> String {
        var text = """
            # Направления: одна из двух осей альбома. Порядок здесь — порядок на сайте.
            title: Направления
            label: {one: направление, few: направления, many: направлений}
            axis: true
            entries:

            """
        for (index, entry) in answers.directions.entries.enumerated() {
            text += "  - id: \(scalar(entry.id))\n    name: \(line(entry.name))\n"
            if let full = entry.full { text += "    full: \(line(full))\n" }
            if let short = entry.short { text += "    short: \(line(short))\n" }
            if !entry.aliases.isEmpty { text += "    aliases: \(list(entry.aliases))\n" }
            text += "    number: \(index + 1)\n"
            if let group = entry.group { text += "    group: \(line(group))\n" }
            if let description = entry.description { text += "    description: \(line(description))\n" }
        }
        return text
    }

    /// What `content/vocabularies/organisations.yml` ends with: the region's own office.
    static func department(_ answers: StartingAnswers) -> String {
        guard let name = answers.department else { return "" }
        let sort = name.lowercased().hasPrefix("министерств") ? "министерство" : "орган управления образованием"
        return """
              - id: \(scalar(Transliteration.slug(name)))
                name: \(line(name))
                full: \(line(name))
                type: \(sort)
                group: Органы управления образованием

            """
    }

    /// `content/vocabularies/regions.yml`.
    static func regions(_ answers: StartingAnswers) -> String {
        let region = answers.region
        var keys = [("id", scalar(region.id)), ("name", scalar(region.name))]
        if let short = region.short { keys.append(("short", scalar(short))) }
        if !region.aliases.isEmpty { keys.append(("aliases", list(region.aliases))) }
        return """
            title: Регионы
            label: {one: регион, few: региона, many: регионов}
            entries:
              - {\(keys.map { "\($0): \($1)" }.joined(separator: ", "))}

            """
    }

    /// Between braces or brackets; what looks like a number is a text.
    static func scalar(_ text: String) -> String { spelled(text, isInList: true) }

    /// On a line of its own.
    static func line(_ text: String) -> String { spelled(text, isInList: false) }

    private static func spelled(_ text: String, isInList: Bool) -> String {
        let isNumber = text.allSatisfy { $0.isNumber || ".,-".contains($0) }
        return YAMLSpelling.scalar(text, isNumber ? .double : .plain, isInList: isInList)
    }

    private static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }
}
