/// Writes a checked template as the text that the library reads.
///
/// Comments and the indentation of the template's own lines go, strings and assets come in as text, and what lies
/// between the tags is the same. A template must therefore not depend on blanks at the beginning of a line.
enum TemplateText {
    /// The text of a template.
    static func text(of template: Template, constants: ThemeConstants) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(template.file.bytes.count)
        write(template.nodes, template, constants, &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// The library cannot close a layout whose name has a slash; no name in a template has a question mark.
    static func libraryName(_ name: String) -> String { name.replacing("/", with: "?") }

    private static func write(
        _ nodes: [TemplateNode], _ template: Template, _ constants: ThemeConstants, _ output: inout [UInt8]
    ) {
        for node in nodes {
            switch node {
            case .text(let range): write(template.file.bytes[range], &output)
            case .variable(let tag, let isRaw):
                if constants.owns(tag.name) {
                    output.append(contentsOf: literal(constants.text(tag.name) ?? "").utf8)
                } else {
                    output.append(contentsOf: (isRaw ? "{{{\(tag.name)}}}" : "{{\(tag.name)}}").utf8)
                }
            case .section(let tag, let isInverted, let inner):
                write(tag, isInverted ? "^" : "#", inner, template, constants, &output)
            case .partial(let tag): output.append(contentsOf: "{{>\(libraryName(tag.name))}}".utf8)
            case .layout(let tag, let inner): write(tag, "<", inner, template, constants, &output)
            case .block(let tag, let inner): write(tag, "$", inner, template, constants, &output)
            }
        }
    }

    private static func write(
        _ tag: TemplateTag, _ sigil: String, _ inner: [TemplateNode], _ template: Template,
        _ constants: ThemeConstants, _ output: inout [UInt8]
    ) {
        let name = libraryName(tag.name)
        output.append(contentsOf: "{{\(sigil)\(name)}}".utf8)
        write(inner, template, constants, &output)
        output.append(contentsOf: "{{/\(name)}}".utf8)
    }

    /// Runs of blanks that hold a line end become one line end; a line end at the beginning of the output goes.
    private static func write(_ text: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            guard isBlank(text[index]) else {
                output.append(text[index])
                index += 1
                continue
            }
            let start = index
            while index < text.endIndex, isBlank(text[index]) { index += 1 }
            let run = text[start..<index]
            if !run.contains(UInt8(ascii: "\n")) {
                output.append(contentsOf: run)
            } else if !output.isEmpty, output.last != UInt8(ascii: "\n") {
                output.append(UInt8(ascii: "\n"))
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    /// A constant, escaped, that the library cannot take for a tag.
    private static func literal(_ text: String) -> String {
        Escaping.html(text).replacing("{", with: "&#123;")
    }
}
