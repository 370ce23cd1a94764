import OfficeFiles

/// What the styles of a workbook say of cells: `xl/styles.xml` (ECMA-376, part 1, 18.8).
struct CellStyles: XMLHandler {
    /// One style of cells.
    struct Style: Sendable, Hashable {
        var format = NumberFormat.general
        var isBold = false
        var isColoured = false
    }

    /// By the number that cells name.
    private(set) var styles: [Style] = []

    private var codes: [Int: NumberFormat] = [:]
    private var fonts: [(isBold: Bool, isColoured: Bool)] = []
    private var fills: [Bool] = []
    private var path: [String] = []

    subscript(number: Int) -> Style { styles.indices.contains(number) ? styles[number] : Style() }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        let parent = path.last
        path.append(name)
        switch (parent, name) {
        case ("numFmts", "numFmt"):
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
            codes[id] = NumberFormat(code: attributes["formatCode"] ?? "General")
        case ("fonts", "font"): fonts.append((false, false))
        case ("font", "b"):
            if path.contains("fonts"), let last = fonts.indices.last {
                fonts[last].isBold = !["0", "false"].contains(attributes["val"])
            }
        case ("font", "color"):
            if path.contains("fonts"), let last = fonts.indices.last {
                fonts[last].isColoured = Self.isColour(attributes)
            }
        case ("fills", "fill"): fills.append(false)
        case ("patternFill", "fgColor"):
            if path.contains("fills"), let last = fills.indices.last { fills[last] = Self.isColour(attributes, 0) }
        case ("cellXfs", "xf"): styles.append(style(attributes))
        default: return
        }
    }

    mutating func end(_ name: String) { path.removeLast() }

    mutating func text(_ text: String) {}

    private func style(_ attributes: [String: String]) -> Style {
        func number(_ key: String) -> Int { attributes[key].flatMap { Int($0) } ?? 0 }
        let id = number("numFmtId")
        var style = Style(format: codes[id] ?? NumberFormat(builtIn: id))
        if fonts.indices.contains(number("fontId")) {
            style.isBold = fonts[number("fontId")].isBold
            style.isColoured = fonts[number("fontId")].isColoured
        }
        if fills.indices.contains(number("fillId")), fills[number("fillId")] { style.isColoured = true }
        return style
    }

    /// Whether a colour is another than black on white.
    ///
    /// - Parameter plain: the number of the theme's colour that letters (1) or backgrounds (0) have.
    private static func isColour(_ attributes: [String: String], _ plain: Int = 1) -> Bool {
        if let theme = attributes["theme"] { return theme != String(plain) }
        guard let code = attributes["rgb"]?.suffix(6).uppercased() else { return false }
        return code != "000000" && code != "FFFFFF"
    }
}

/// The texts that cells share: `xl/sharedStrings.xml`; letters of several looks are one text.
struct SharedStrings: XMLHandler {
    private(set) var texts: [String] = []
    private var text = ""
    private var isOpen = false
    /// Inside of how many readings for Japanese: they are none of the text.
    private var phonetic = 0

    subscript(number: Int) -> String { texts.indices.contains(number) ? texts[number] : "" }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "si" { text = "" }
        if name == "rPh" { phonetic += 1 }
        if name == "t" { isOpen = phonetic == 0 }
    }

    mutating func end(_ name: String) {
        if name == "si" { texts.append(text) }
        if name == "rPh" { phonetic -= 1 }
        if name == "t" { isOpen = false }
    }

    mutating func text(_ text: String) { if isOpen { self.text += text } }
}
