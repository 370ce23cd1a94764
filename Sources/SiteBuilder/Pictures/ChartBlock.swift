import AlbumMarkdown
import Catalog
import Diagnostics
import Theming

/// A chart written in a text: a fenced block with the word `chart` that holds settings and a table.
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
/// ````
/// Grammar, a line each:
/// ```
/// block   = { setting | blank } head rule { row }
/// setting = name ":" text
/// name    = "вид" | "form" | "название" | "title" | "описание" | "about" | "единица" | "unit"
/// form    = "столбцы" | "bars" | "bar" | "стопка" | "stacked" | "доли" | "share"
/// head    = pipe row: what the rows are, then a name for each column of numbers, four at most
/// rule    = pipe row of hyphens
/// row     = pipe row: a name, then numbers from 0, «нет в источнике» or nothing
/// ```
/// It becomes a figure with its title, its description, the picture and the table. A fault leaves the block as code.
struct ChartBlock {
    /// Position of the block in the document's nodes.
    let node: Int
    let html: String
    /// For the search.
    let text: String

    /// All blocks of a document, and what is wrong in them.
    ///
    /// O(nodes + bytes of the blocks).
    static func all(
        _ document: Document, _ file: SourceFile, _ language: Language
    ) -> (blocks: [ChartBlock], diagnostics: [Diagnostic]) {
        var blocks: [ChartBlock] = []
        var diagnostics: [Diagnostic] = []
        for (index, node) in document.nodes.enumerated() {
            guard case .codeBlock(let info, _) = node.kind, document.string(info).split(separator: " ").first == "chart"
            else { continue }
            var reader = ChartReader(file: file, range: node.range)
            let chart = reader.chart()
            diagnostics += reader.diagnostics
            guard let chart else { continue }
            let html = chart.figure(id: "chart--\(blocks.count + 1)", language)
            blocks.append(ChartBlock(node: index, html: html, text: chart.text))
        }
        return (blocks, diagnostics)
    }
}

/// A chart with the table it was read from.
struct WrittenChart {
    let chart: BarChart
    /// The head first; texts as written.
    let table: [[String]]

    var text: String {
        ([chart.title, chart.about] + table.map { $0.joined(separator: "\t") }).joined(separator: "\n")
    }

    func figure(id: String, _ language: Language) -> String {
        let head = table[0].map { "<th scope=\"col\">\(Theming.Escaping.html($0))</th>" }.joined()
        let rows = table.dropFirst().map { row in
            let cells = row.dropFirst().map { "<td class=\"number\">\(Theming.Escaping.html($0))</td>" }.joined()
            return "<tr><th scope=\"row\">\(Theming.Escaping.html(row[0]))</th>\(cells)</tr>\n"
        }
        let about = chart.about.isEmpty ? "" : " <span>\(Theming.Escaping.html(chart.about))</span>"
        return """
            <figure class="chart-figure" id="\(id)">
            <figcaption>\(Theming.Escaping.html(chart.title))\(about)</figcaption>
            \(chart.svg(id: id, language))
            <div class="table-scroll" tabindex="0">
            <table>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table>
            </div>
            </figure>

            """
    }
}
