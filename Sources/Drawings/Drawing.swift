import Formats

/// A picture that is as wide as its place and keeps the size of its letters there: inline SVG without a `viewBox`.
///
/// Across, places are in thousandths of the width, written as per cent; downwards in tenths of the letters' height,
/// written as `em`. So bars stretch and words do not, on a phone, on a wide screen and on paper. Looks are classes of
/// the theme's style; nothing is drawn by a script.
///
/// ```swift
/// var drawing = Drawing(id: "figures")
/// drawing.rectangle(.bar, x: 0, width: 500, y: 20, height: 7)
/// drawing.svg(class: "chart", title: "Доли", about: "Две доли", height: 30)
/// ```
package struct Drawing {
    /// Class of a shape or a text; what each looks like is in the theme's style.
    package enum Style: String {
        case bar, track, point, grid, name, term, figure, tick
        /// One that may be left out where there is no room.
        case between = "tick between"
        /// Without a beginning or an end of its own.
        case openBar = "bar open"
        /// A day until which.
        case deadline = "point open"
        case first = "bar part-1"
        case second = "bar part-2"
        case third = "bar part-3"
        case fourth = "bar part-4"
    }

    /// Which part of a text stands at its place.
    package enum Anchor: String { case start, middle, end }

    /// Height of a line of text.
    package static let line = 14

    private var shapes: [String] = []
    /// Patterns that shapes are filled with.
    private var patterns: Set<Pattern> = []
    /// Beginning of the ids in the picture.
    private let id: String

    /// An empty picture; `id` is unique on its page.
    package init(id: String = "") { self.id = id }

    /// Lines or dots over a shape, so that parts are told apart without colour.
    package enum Pattern: String {
        case stripes, dots, checks

        fileprivate var shape: String {
            switch self {
            case .stripes: "<path d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\"/>"
            case .dots: "<path d=\"M2 3h2M5 0h2M-1 0h2M5 6h2M-1 6h2\"/>"
            case .checks: "<path d=\"M0 3h6M3 0v6\"/>"
            }
        }
    }

    /// A bar.
    package mutating func rectangle(
        _ style: Style, x: Int, width: Int, y: Int, height: Int, pattern: Pattern? = nil
    ) {
        let place =
            "x=\"\(Self.percent(x))\" y=\"\(Self.em(y))\" width=\"\(Self.percent(width))\" height=\"\(Self.em(height))\""
        shapes.append("<rect class=\"\(style.rawValue)\" \(place)/>")
        guard let pattern else { return }
        patterns.insert(pattern)
        shapes.append("<rect \(place) fill=\"url(#\(id)--\(pattern.rawValue))\"/>")
    }

    /// A dot.
    package mutating func circle(_ style: Style, x: Int, y: Int) {
        shapes.append(
            "<circle class=\"\(style.rawValue)\" cx=\"\(Self.percent(x))\" cy=\"\(Self.em(y))\" r=\"0.4em\"/>")
    }

    /// A line as high as the picture.
    package mutating func upright(_ style: Style, x: Int) {
        shapes.append(
            "<line class=\"\(style.rawValue)\" x1=\"\(Self.percent(x))\" x2=\"\(Self.percent(x))\" y2=\"100%\"/>")
    }

    /// A line of text on the base line `y`.
    package mutating func text(_ text: String, _ style: Style, x: Int, y: Int, anchor: Anchor = .start, indent: Int = 0)
    {
        let end = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        let shift = indent == 0 ? "" : " dx=\"\(Self.em(indent))\""
        shapes.append(
            "<text class=\"\(style.rawValue)\" x=\"\(Self.percent(x))\" y=\"\(Self.em(y))\"\(end)\(shift)>"
                + "\(HTMLEscaping.html(text))</text>")
    }

    private var definitions: String {
        guard !patterns.isEmpty else { return "" }
        let shapes = patterns.sorted { $0.rawValue < $1.rawValue }.map { pattern in
            "<pattern id=\"\(id)--\(pattern.rawValue)\" class=\"\(pattern.rawValue)\" width=\"6\" height=\"6\" "
                + "patternUnits=\"userSpaceOnUse\">\(pattern.shape)</pattern>"
        }
        return "<defs>\(shapes.joined())</defs>\n"
    }

    /// The picture with its title and description.
    package func svg(class name: String, title: String, about: String, height: Int) -> String {
        let describedBy = about.isEmpty ? "" : " aria-describedby=\"\(id)--about\""
        let description = about.isEmpty ? "" : "<desc id=\"\(id)--about\">\(HTMLEscaping.html(about))</desc>\n"
        return """
            <svg class="drawing \(name)" role="img" width="100%" height="\(Self.em(height))" \
            aria-labelledby="\(id)--title"\(describedBy)>
            <title id="\(id)--title">\(HTMLEscaping.html(title))</title>
            \(description)\(definitions)\(shapes.joined(separator: "\n"))
            </svg>
            """
    }

    /// The picture where words beside it say the same; `height` none: as high as its place.
    package func decoration(class name: String, height: Int?) -> String {
        "<svg class=\"drawing \(name)\" aria-hidden=\"true\" width=\"100%\" height=\"\(height.map(Self.em) ?? "100%")\">"
            + shapes.joined() + "</svg>"
    }

    private static func percent(_ thousandths: Int) -> String { tenths(thousandths) + "%" }
    private static func em(_ tenths: Int) -> String { Self.tenths(tenths) + "em" }

    private static func tenths(_ number: Int) -> String {
        number % 10 == 0 ? String(number / 10) : "\(number / 10).\(number % 10)"
    }
}

/// Breaks a text into lines, since SVG does not.
enum TextLines {
    /// Letters of a line that fit on the narrowest phone.
    static let narrow = 38

    /// Whole words in lines of at most `width` letters; what does not fit in `limit` lines ends with `…`.
    static func of(_ text: String, width: Int = narrow, limit: Int = 3) -> [String] {
        var lines: [[Unicode.Scalar]] = [[]]
        for word in text.unicodeScalars.split(separator: " ") {
            var word = Array(word)[...]
            if let last = lines.last, !last.isEmpty, last.count + 1 + word.count > width { lines.append([]) }
            while word.count > width {
                lines[lines.count - 1] += word.prefix(width)
                lines.append([])
                word = word.dropFirst(width)
            }
            let isFirst = lines[lines.count - 1].isEmpty
            lines[lines.count - 1] += isFirst ? Array(word) : [" "] + word
        }
        if lines.count > limit {
            lines.removeSubrange(limit...)
            let last = lines[limit - 1]
            lines[limit - 1] = (last.count >= width ? Array(last.prefix(width - 1)) : last) + ["…"]
        }
        return lines.map { scalars in
            var line = String.UnicodeScalarView()
            line.append(contentsOf: scalars)
            return String(line)
        }
    }
}
