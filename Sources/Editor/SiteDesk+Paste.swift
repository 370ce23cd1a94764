import Catalog
import Formats
import Preview
import SiteBuilder

// Reading blocks that were pasted into a grid.
extension SiteDesk {
    /// What a block is to a table of a kind, as JSON.
    ///
    /// ```
    /// _key     what the form is of
    /// table    the id of the definition
    /// block    as ``PastedBlock`` says
    /// beside   columns of the grid from the chosen cell on, parted by commas
    /// head     the row that holds the heads, or "none"; guessed where it is missing
    /// columns  for each column of the block that of the table or nothing, parted by commas; guessed where it is missing
    /// fill     whether each of merged cells gets the text of the first
    /// turn     whether columns of years become rows, 1 or 0; where it is certain if it is missing
    /// empty    whether the table has no text yet
    /// ```
    func table(_ form: FormData, _ site: SiteFiles) -> SiteResponder.Answer {
        guard let kind = kind(of: FormKey(form["_key"] ?? ""), site),
            let definition = kind.tables.first(where: { $0.id == form["table"] }),
            let block = form["block"].flatMap({ PastedBlock($0) })
        else { return plain(404, .notThere) }
        var wishes = BlockReading.Wishes()
        if let head = form["head"] { wishes.head = Int(head).map { .row($0) } ?? .absent }
        wishes.beside = Self.list(form["beside"] ?? "")
        wishes.columns = form["columns"].map { Self.list($0).map { $0.isEmpty ? nil : FieldID($0) } }
        wishes.fillsMerged = form.has("fill")
        wishes.turnsYears = form["turn"].map { $0 == "1" }
        wishes.isIntoEmpty = form.has("empty")
        var json = JSONWriter()
        Self.write(BlockReading(block, definition, wishes), definition, kind, to: &json)
        return Self.json(200, json)
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private static func write(
        _ reading: BlockReading, _ definition: TableDefinition, _ kind: Kind, to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("kind", kind.id.rawValue)
            json.key("head")
            if let head = reading.head { json.number(head) } else { json.null() }
            json.key("columns")
            json.array { json in
                for column in reading.columns {
                    json.object { json in
                        json.member("title", column.title)
                        json.member("column", column.definition.map { definition.columns[$0].id.rawValue } ?? "")
                        json.member("isRowNumber", column.isRowNumber)
                    }
                }
            }
            // What a column may be: those of the kind, whether the grid has them yet or not.
            json.key("known")
            json.array { json in
                for column in definition.columns {
                    json.object { json in
                        json.member("id", column.id.rawValue)
                        json.member("label", column.label)
                    }
                }
            }
            json.key("rows")
            json.array { json in reading.rows.forEach { write($0, to: &json) } }
            json.member("emptyColumnCount", reading.emptyColumnCount)
            json.member("mergeCount", reading.mergeCount)
            json.member("mergedCells", reading.mergedCells)
            json.member("filledCount", reading.filledCount)
            json.key("years")
            json.strings(reading.years)
            json.member("isTurned", reading.isTurned)
            json.key("groups")
            json.strings(reading.groups)
            // Columns that belong to another table of the kind.
            json.key("others")
            json.array { json in
                for other in reading.others {
                    json.object { json in
                        json.member("table", other.table)
                        json.member("caption", other.heading)
                        json.key("columns")
                        json.strings(other.heads.map { reading.columns[$0].title })
                    }
                }
            }
            json.key("days")
            json.strings(reading.days)
        }
    }

    private static func write(_ row: BlockReading.Row, to json: inout JSONWriter) {
        let role =
            switch row.role {
            case .title: "title"
            case .heads: "heads"
            case .row(let role): name(role)
            }
        json.object { json in
            json.member("number", row.number)
            json.member("role", role)
            json.member("isHidden", row.isHidden)
            json.member("needsBold", row.needsBold)
            json.key("cells")
            json.strings(row.cells)
            json.member("termCount", row.termCount)
            json.key("unreadTerms")
            json.strings(row.unreadTerms)
            json.key("yearlessTerms")
            json.strings(row.yearlessTerms)
        }
    }
}
