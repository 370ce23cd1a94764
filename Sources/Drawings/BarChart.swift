import Formats
import Languages

/// Numbers as bars that lie one under another, each with its name above and its value at its end.
package struct BarChart {
    /// How the numbers of a row belong together.
    package enum Form: String, CaseIterable, Sendable {
        /// Each number a bar of its own.
        case bars
        /// The numbers of a row make one bar.
        case stacked
        /// Per cent of a whole, which is outlined.
        case share
    }

    /// A line of the picture: a name with its bar or its parts.
    package struct Row: Sendable {
        package let name: String
        /// One for each part; nothing where there is none.
        package let values: [Double?]

        package init(name: String, values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// How the numbers belong together.
    package let form: Form
    /// What is read out for the picture.
    package let title: String
    /// What is read out behind the title.
    package let about: String
    /// Names of the values of a row; empty when each row has one.
    package var parts: [String] = []
    /// Written behind values: «шт.»; shares have their sign.
    package var unit: String?
    /// From top to bottom.
    package let rows: [Row]

    package init(form: Form, title: String, about: String, parts: [String] = [], unit: String? = nil, rows: [Row]) {
        self.form = form
        self.title = title
        self.about = about
        self.parts = parts
        self.unit = unit
        self.rows = rows
    }

    /// Each part has a colour and a pattern of its own, so that they are told apart on paper and without colour.
    package static let mostParts = 4

    private static let styles: [(style: Drawing.Style, pattern: Drawing.Pattern?)] = [
        (.first, nil), (.second, .stripes), (.third, .dots), (.fourth, .checks),
    ]

    /// Thousandths of the width that are left to bars beside the longest value, on the narrowest phone.
    private func widest(_ language: Language) -> Int {
        let values = form == .stacked ? rows.map(\.total) : rows.flatMap { $0.values.compactMap(\.self) }
        let letters = values.reduce(0) { max($0, shown($1, language).unicodeScalars.count) }
        return max(400, 1000 - max(220, letters * 33 + 20))
    }

    /// The picture as inline SVG; `id` is unique on its page.
    package func svg(id: String, _ language: Language) -> String {
        var drawing = Drawing(id: id)
        var y = legend(&drawing)
        let scale = Scale(whole: whole, widest: widest(language), language: language)
        for row in rows {
            let lines = TextLines.of(row.name)
            for (index, line) in lines.enumerated() {
                drawing.text(line, .name, x: 0, y: y + 11 + Drawing.line * index)
            }
            y += Drawing.line * lines.count + 2
            if form == .stacked {
                y = stack(row, scale, y, &drawing)
            } else {
                y = bars(row, scale, y, &drawing)
            }
            y += 7
        }
        return drawing.svg(class: "chart", title: title, about: about, height: y)
    }

    /// How long bars are.
    private struct Scale {
        /// The number whose bar is the longest possible.
        let whole: Double
        /// Its length in thousandths of the width.
        let widest: Int
        let language: Language

        func length(of value: Double) -> Double { value / whole * Double(widest) }
    }

    /// The number whose bar is the longest possible.
    private var whole: Double {
        switch form {
        case .share: 100
        case .bars: max(rows.flatMap { $0.values.compactMap(\.self) }.max() ?? 0, .leastNonzeroMagnitude)
        case .stacked: max(rows.map(\.total).max() ?? 0, .leastNonzeroMagnitude)
        }
    }

    private func legend(_ drawing: inout Drawing) -> Int {
        guard parts.count > 1 else { return 0 }
        for (index, part) in parts.enumerated() {
            rectangle(index, x: 0, width: 30, y: 3 + Drawing.line * index, &drawing)
            drawing.text(TextLines.of(part, limit: 1)[0], .term, x: 40, y: 11 + Drawing.line * index)
        }
        return Drawing.line * parts.count + 8
    }

    private func rectangle(_ part: Int, x: Int, width: Int, y: Int, _ drawing: inout Drawing) {
        let (style, pattern) = parts.count > 1 ? Self.styles[part] : (.bar, nil)
        drawing.rectangle(style, x: x, width: width, y: y, height: 10, pattern: pattern)
    }

    private func bars(_ row: Row, _ scale: Scale, _ top: Int, _ drawing: inout Drawing) -> Int {
        var y = top
        for (part, value) in row.values.enumerated() {
            guard let value else { continue }
            let width = Int(scale.length(of: value))
            if form == .share { drawing.rectangle(.track, x: 0, width: scale.widest, y: y, height: 10) }
            rectangle(part, x: 0, width: width, y: y, &drawing)
            let end = form == .share ? scale.widest : width
            drawing.text(shown(value, scale.language), .figure, x: end, y: y + 9, indent: 5)
            y += 14
        }
        return y
    }

    private func stack(_ row: Row, _ scale: Scale, _ top: Int, _ drawing: inout Drawing) -> Int {
        var x = 0.0
        for (part, value) in row.values.enumerated() {
            guard let value else { continue }
            let next = x + scale.length(of: value)
            rectangle(part, x: Int(x), width: Int(next) - Int(x), y: top, &drawing)
            x = next
        }
        drawing.text(shown(row.total, scale.language), .figure, x: Int(x), y: top + 9, indent: 5)
        let told = zip(parts, row.values).compactMap { part, value in
            value.map { "\(part) \(shown($0, scale.language))" }
        }
        var y = top + 10
        for line in TextLines.of(told.joined(separator: ", "), limit: 4) {
            y += Drawing.line
            drawing.text(line, .term, x: 0, y: y - 2)
        }
        return y + 4
    }

    private func shown(_ value: Double, _ language: Language) -> String {
        let number = NumberText.decimal(value, language)
        if form == .share { return number + (language.hasRussianTypography ? "\u{A0}%" : "%") }
        return number + (unit.map { "\u{A0}\($0)" } ?? "")
    }
}

extension BarChart.Row {
    fileprivate var total: Double { values.reduce(0) { $0 + ($1 ?? 0) } }
}

extension NumberText {
    /// A number as people read it: `12 345`, «12,5».
    package static func decimal(_ number: Double, _ language: Language) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return grouped(Int(number), language) }
        return number.plainDecimal.replacing(".", with: language.hasRussianTypography ? "," : ".")
    }
}
