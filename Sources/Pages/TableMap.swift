import Bodies
import Catalog
import Formats
import Languages
import Theming

/// The rows of a record table on the tiles of the entries that they name, as its kind declares.
///
/// Tiles are filled by what the table measures: ``Measure``.
struct TableMap {
    let page: Page
    let table: CompiledTable
    let definition: TableDefinition
    /// Base of the ids in the picture; unique on the page.
    let id: String

    /// What fills a tile.
    enum Measure {
        /// A choice at a position of the columns: the first is full, the last of several empty.
        case choice(Int, [FieldType.Choice])
        /// A number or a share at a position of the columns: the highest of an entry's rows.
        case value(Int, FieldType)
        /// Neither: how many rows an entry has.
        case count
    }

    /// How one tile is drawn; an entry without a row has none.
    private struct Fill {
        /// None: its row leaves the measure out.
        let step: Int?
        /// What is compared where several values have one step.
        let value: Double
        let words: String
        let figure: String
    }

    /// Nothing where the kind asks for none, no row names an entry that has a tile, or two entries share one.
    func view() -> TileMapView? {
        guard definition.views.contains(.map), let (vocabulary, rows) = rowsOfEntries() else { return nil }
        let entries = page.album.catalog.vocabularies[vocabulary].entries
        // Of several regions those are drawn that the table tells of; tiles of two would lie over each other.
        let regions = Set(rows.keys.map { entries[$0].region })
        let placed = entries.indices.filter { entries[$0].tile != nil && regions.contains(entries[$0].region) }
        guard placed.contains(where: { rows[$0] != nil }),
            Set(placed.compactMap { entries[$0].tile }).count == placed.count
        else { return nil }
        let fills = fills(of: placed.map { rows[$0] })
        let names = TileNames.of(placed.map { entries[$0] })
        let tiles = placed.indices.map { place in
            let (entry, fill) = (entries[placed[place]], fills[place])
            return TileView(
                column: (entry.tile?.column ?? 1) - 1, row: (entry.tile?.row ?? 1) - 1, short: names[place].first,
                rest: names[place].second, title: entry.name,
                url: page.link(to: EntryReference(vocabulary: vocabulary, entry: placed[place])).url,
                step: fill?.step, value: fill?.words ?? page.wording.word(.tableMapNoRow), figure: fill?.figure ?? "")
        }
        let beyond = rows.keys.filter { entries[$0].tile == nil }.sorted().map { entries[$0].name }
        let outside =
            beyond.isEmpty ? "" : " " + page.wording.strings.text(Word.mapBeyond, beyond.joined(separator: ", "))
        let told = told(fills)
        var view = TileMapView(
            id: id, title: page.wording.strings.text(Word.tableMapTitle, table.caption),
            about: told.map { "\($0.label) — \($0.count)" }.joined(separator: ", ") + "." + outside, tiles: tiles,
            columns: tiles.map(\.column).max().map { $0 + 1 } ?? 1, rows: tiles.map(\.row).max().map { $0 + 1 } ?? 1,
            legend: told.map { LegendStepView($0.step, $0.label) })
        let highest = max(1, told.map(\.count).max() ?? 1)
        view.bars = told.map {
            MapBarView(title: $0.label, figure: String($0.count), share: max(2, $0.count * 100 / highest))
        }
        return view
    }

    /// The vocabulary of the first column that names entries with tiles, and the rows of each entry.
    private func rowsOfEntries() -> (VocabularyIndex, [EntryIndex: [CompiledTable.Row]])? {
        for (place, column) in table.columns.enumerated() {
            guard let position = column.definition, let id = definition.columns[position].type.vocabulary,
                let vocabulary = page.album.catalog.schema.vocabulary(id),
                page.album.catalog.vocabularies[vocabulary].entries.contains(where: { $0.tile != nil })
            else { continue }
            var rows: [EntryIndex: [CompiledTable.Row]] = [:]
            for row in table.records where place < row.cells.count {
                guard case .entries(let named)? = row.cells[place].value else { continue }
                for entry in Set(named) where entry.vocabulary == vocabulary {
                    rows[entry.entry, default: []].append(row)
                }
            }
            return (vocabulary, rows)
        }
        return nil
    }

    /// By the first column that is a choice, a number or a share.
    var measure: Measure {
        for (place, column) in table.columns.enumerated() {
            switch column.definition.map({ definition.columns[$0].type }) {
            case .choice(let choices)?: return .choice(place, choices)
            case .number?: return .value(place, .number)
            case .share?: return .value(place, .share)
            default: continue
            }
        }
        return .count
    }

    /// A row that leaves the measure out.
    private var unsaid: Fill {
        Fill(step: nil, value: 0, words: page.wording.word(.filterNothing), figure: "?")
    }

    /// One for each list of rows; nothing where there is no row, or none that says anything.
    private func fills(of rows: [[CompiledTable.Row]?]) -> [Fill?] {
        switch measure {
        case .choice(let place, let choices):
            return rows.map { rows in
                let named = (rows ?? []).compactMap { row -> Int? in
                    guard place < row.cells.count, case .choice(let id, _)? = row.cells[place].value else { return nil }
                    return choices.firstIndex { $0.id == id }
                }
                guard rows != nil else { return nil }
                return named.min().map { choice in
                    let step = Self.step(ofChoice: choice, of: choices.count)
                    return Fill(
                        step: step, value: Double(choice), words: choices[choice].label,
                        figure: step == 4 ? "✓" : step == 0 ? "–" : "±")
                } ?? unsaid
            }
        case .value(let place, let type):
            let values = rows.map { rows in
                (rows ?? []).compactMap { place < $0.cells.count ? $0.cells[place].value?.measure : nil }.max()
            }
            let highest = max(1, values.compactMap(\.self).max() ?? 1)
            return zip(rows, values).map { rows, value in
                guard rows != nil else { return nil }
                return value.map { value in
                    let text = decimal(value)
                    return Fill(
                        step: value <= 0 ? 0 : min(4, Int((value * 4 / highest).rounded(.up))), value: value,
                        words: text + (type == .share ? "\u{A0}%" : ""), figure: text)
                } ?? unsaid
            }
        case .count:
            let steps = MapSteps(rows.map { $0?.count ?? 0 })
            return rows.map { rows in
                rows.map {
                    let figure = String($0.count)
                    return Fill(step: steps.step(of: $0.count), value: Double($0.count), words: figure, figure: figure)
                }
            }
        }
    }

    /// 4 for the first choice, 0 for the last of several.
    static func step(ofChoice choice: Int, of count: Int) -> Int {
        guard count > 1 else { return 4 }
        return choice == count - 1 ? 0 : max(1, 4 - choice * 4 / (count - 1))
    }

    /// «0,5» as the language of the page writes it.
    private func decimal(_ value: Double) -> String {
        let text = value.plainDecimal
        return page.wording.language.hasRussianTypography ? text.replacing(".", with: ",") : text
    }

    /// What the fills say, the fullest first: a line of the legend and the number of tiles.
    private func told(_ fills: [Fill?]) -> [(label: String, count: Int, step: Int?)] {
        var lines: [(label: String, count: Int, step: Int?)] = []
        for step in (0...4).reversed() {
            let own = fills.compactMap(\.self).filter { $0.step == step }
            guard let first = own.first else { continue }
            let (lowest, highest) = (own.min { $0.value < $1.value } ?? first, own.max { $0.value < $1.value } ?? first)
            let label = lowest.words == highest.words ? lowest.words : "\(lowest.figure)–\(highest.words)"
            lines.append((label, own.count, step))
        }
        let unsaid = fills.compactMap(\.self).filter { $0.step == nil }
        if let first = unsaid.first { lines.append((first.words, unsaid.count, nil)) }
        let none = fills.count { $0 == nil }
        if none > 0 { lines.append((page.wording.word(.tableMapNoRow), none, nil)) }
        return lines
    }
}
