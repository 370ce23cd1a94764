import AlbumMarkdown
import Catalog
import Diagnostics
import Drawings
import Theming

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
struct WrittenChart: Sendable {
    enum Numbers: Sendable {
        case written(ChartTable)
        /// Of a record table, known when all materials are compiled.
        case named(TableName)
    }

    /// A record table as a chart names it.
    struct TableName: Sendable {
        /// A text of the block with its place.
        struct Name: Sendable {
            let text: String
            let range: Range<Int>
        }

        /// None: the material that the chart stands in.
        let material: Name?
        /// None: the first table.
        let table: Name?
        /// Labels of columns; empty: all that hold numbers.
        let columns: [Name]
        /// What was written altogether.
        let range: Range<Int>
    }

    let form: BarChart.Form
    let title: String
    let about: String
    let unit: String?
    var numbers: Numbers

    /// For the search.
    var text: String {
        var lines = [title, about]
        if case .written(let table) = numbers { lines += table.texts.map { $0.joined(separator: "\t") } }
        return lines.joined(separator: "\n")
    }
}

/// The numbers of a chart with the table that says the same.
struct ChartTable: Sendable {
    /// The head first; texts as written.
    let texts: [[String]]
    let rows: [BarChart.Row]
    /// The record table that they were taken from: position of its material, and its id.
    var source: (material: Int, table: String)?
}
