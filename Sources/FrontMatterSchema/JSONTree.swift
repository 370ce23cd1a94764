import Formats

/// A JSON document as it is put together: members in the order in which they are given.
indirect enum JSONTree: Equatable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONTree])
    case object([Member])

    struct Member: Equatable, Sendable {
        let name: String
        let value: JSONTree
    }

    static func object(_ members: KeyValuePairs<String, JSONTree?>) -> JSONTree {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    static func object(_ members: [(String, JSONTree)]) -> JSONTree {
        .object(members.map { Member(name: $0.0, value: $0.1) })
    }

    static func texts(_ texts: [String]) -> JSONTree { .list(texts.map { .text($0) }) }

    /// With each member on a line of its own, two spaces for each level, and a final line end.
    var printed: String {
        var output = ""
        write(to: &output, indent: "")
        return output + "\n"
    }

    private func write(to output: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .text(let text): output += Self.quoted(text)
        case .number(let number): output += String(number)
        case .flag(let flag): output += flag ? "true" : "false"
        case .list(let values) where values.allSatisfy(\.isShort):
            output += "["
            for (index, value) in values.enumerated() {
                if index > 0 { output += ", " }
                value.write(to: &output, indent: inner)
            }
            output += "]"
        case .list(let values):
            output += "["
            for (index, value) in values.enumerated() {
                output += (index > 0 ? "," : "") + "\n" + inner
                value.write(to: &output, indent: inner)
            }
            output += "\n\(indent)]"
        case .object(let members) where members.isEmpty: output += "{}"
        case .object(let members):
            output += "{"
            for (index, member) in members.enumerated() {
                output += (index > 0 ? "," : "") + "\n\(inner)\(Self.quoted(member.name)): "
                member.value.write(to: &output, indent: inner)
            }
            output += "\n\(indent)}"
        }
    }

    private var isShort: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list, .object: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return writer.text
    }
}
