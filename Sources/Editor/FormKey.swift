import Catalog

/// What a form is of, as it is named between the page, the desk and the folder of work.
enum FormKey: Hashable, Sendable {
    /// A new material of a kind: `new/practice`.
    case new(KindID)
    /// The material of a path below `content/`: `practices/kvest.md`.
    case material(String)

    private static let prefix = "new/"

    /// A kind's folder may be called `new` too: what is a file in it has an ending.
    init(_ text: String) {
        let rest = String(text.dropFirst(Self.prefix.count))
        let isKind = text.hasPrefix(Self.prefix) && MaterialFileName.manner(rest) == .other
        self = isKind ? .new(KindID(rest)) : .material(text)
    }

    var text: String {
        switch self {
        case .new(let kind): Self.prefix + kind.rawValue
        case .material(let path): path
        }
    }
}
