import Catalog
import Formats

/// What an empty form of a kind asks, as JSON in an attribute: the theme's script makes a document of it, to be filled in
/// with pen or keyboard.
///
/// ```json
/// {"title":"практика","fields":["Название","Направления"],"sections":["Цель"],
///  "tables":[{"title":"Ход","columns":["Этап","Что делают"]}]}
/// ```
struct BlankForm {
    private let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    /// Nothing for a kind that does not say what a new material begins with: the program's own writers know.
    var text: String? {
        guard !kind.beginning.isEmpty else { return nil }
        var json = JSONWriter()
        json.object { json in
            json.member("title", kind.name.one)
            json.key("fields")
            json.strings(fields.map(\.label))
            json.key("sections")
            json.strings(kind.sections.map(\.heading))
            json.key("tables")
            json.array { json in
                for table in tables {
                    json.object { json in
                        json.member("title", table.headings[0])
                        json.key("columns")
                        json.strings(table.newColumns.map(\.label))
                    }
                }
            }
        }
        return json.text
    }

    /// What is required, then what a new material begins with.
    private var fields: [FieldDefinition] {
        let asked = kind.fields.filter { $0.isRequired && Sharing.canAsk($0) }
        let first = [CoreField.title, CoreField.summary].compactMap { id in asked.first { $0.id == id } }
        let known = first + asked.filter { field in !first.contains { $0.id == field.id } }
        return known
            + kind.beginning.compactMap { kind.field($0) }.filter { field in !known.contains { $0.id == field.id } }
    }

    /// Those that readers are asked for, a calendar's where none is asked for, and those that stand in a section.
    private var tables: [TableDefinition] {
        let asked = kind.sharing?.tables ?? []
        let headings = kind.sections.map(\.heading)
        return kind.tables.filter { table in
            asked.contains(table.id) || kind.sharing == nil && table.views.contains(.calendar)
                || table.headings.contains { headings.contains($0) }
        }
    }
}
