import AlbumMarkdown
import Catalog
import Diagnostics
import Drawings

/// A chart written in a text: a fenced block with the word `chart` that holds settings and a table, or names one.
///
/// ````
/// ```chart
/// вид: доли
/// название: За продолжение
/// описание: Большинство экспертов за
///
/// | Процедура | За |
/// | --- | --- |
/// | РИКО-4 | 85 |
/// ```
///
/// ```chart
/// название: Состав группы
/// таблица: [[mmpg-3-2023]]#figures
/// числа: Количество
/// ```
/// ````
/// Grammar, a line each:
/// ```
/// block   = { setting | blank } ( head rule { row } | nothing, where a table is named )
/// setting = name ":" text
/// name    = "вид" | "form" | "название" | "title" | "описание" | "about" | "единица" | "unit"
///         | "таблица" | "table" | "числа" | "numbers"
/// form    = "столбцы" | "bars" | "bar" | "стопка" | "stacked" | "доли" | "share"
/// table   = [ "[[" material "]]" | material ] [ "#" ( id of a record table | its heading ) ]
/// numbers = label of a column { ";" label }        all columns of numbers, or of shares, where it is left out
/// head    = pipe row: what the rows are, then a name for each column of numbers, four at most
/// rule    = pipe row of hyphens
/// row     = pipe row: a name, then numbers from 0, «нет в источнике» or nothing
/// ```
/// It becomes a figure with its title, its description, the picture and the table. A fault leaves the block as code.
struct ChartBlock: Sendable {
    /// Position of the block in the document's nodes.
    let node: Int
    let chart: WrittenChart

    /// All blocks of a document, and what is wrong in them.
    ///
    /// O(nodes + bytes of the blocks).
    static func all(_ document: Document, _ file: SourceFile) -> (blocks: [ChartBlock], diagnostics: [Diagnostic]) {
        var blocks: [ChartBlock] = []
        var diagnostics: [Diagnostic] = []
        for (index, node) in document.nodes.enumerated() {
            guard case .codeBlock(let info, _) = node.kind, document.string(info).split(separator: " ").first == "chart"
            else { continue }
            var reader = ChartReader(file: file, range: node.range)
            if let chart = reader.chart() { blocks.append(ChartBlock(node: index, chart: chart)) }
            diagnostics += reader.diagnostics
        }
        return (blocks, diagnostics)
    }
}

/// A chart as it was written: how it looks, and where its numbers come from.
package struct WrittenChart: Sendable {
    /// `chart--1`: the anchor of a chart by its position in the body.
    package static func anchor(_ position: Int) -> String { "chart--\(position + 1)" }

    /// Where its numbers come from.
    package enum Numbers: Sendable {
        case written(ChartTable)
        /// Of a record table, known when all materials are compiled.
        case named(TableName)
    }

    /// A record table as a chart names it.
    package struct TableName: Sendable {
        /// A text of the block with its place.
        package struct Name: Sendable {
            /// As written.
            package let text: String
            /// Where it stands in the material's file.
            package let range: Range<Int>

            package init(text: String, range: Range<Int>) {
                self.text = text
                self.range = range
            }
        }

        /// None: the material that the chart stands in.
        package let material: Name?
        /// None: the first table.
        package let table: Name?
        /// Labels of columns; empty: all that hold numbers.
        package let columns: [Name]
        /// What was written altogether.
        package let range: Range<Int>
    }

    /// How the numbers belong together.
    package let form: BarChart.Form
    /// Its heading.
    package let title: String
    /// What it shows, in words; may be empty.
    package let about: String
    /// Written behind values.
    package let unit: String?
    /// Written beside it, or named.
    package var numbers: Numbers

    /// For the search.
    package var text: String {
        var lines = [title, about]
        if case .written(let table) = numbers { lines += table.texts.map { $0.joined(separator: "\t") } }
        return lines.joined(separator: "\n")
    }
}

/// The numbers of a chart with the table that says the same.
package struct ChartTable: Sendable {
    /// The head first; texts as written.
    package let texts: [[String]]
    /// From top to bottom.
    package let rows: [BarChart.Row]
    /// The record table that they were taken from: position of its material, and its id.
    package var source: (material: MaterialIndex, table: String)?

    package init(texts: [[String]], rows: [BarChart.Row], source: (material: MaterialIndex, table: String)? = nil) {
        self.texts = texts
        self.rows = rows
        self.source = source
    }
}
