import Mustache

/// The templates of a theme, ready to render.
///
/// The only file that knows the Mustache library.
struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary

    /// Compiles checked templates by name.
    ///
    /// Traps on one that the library refuses: the check lets none through.
    init(_ texts: [String: String]) {
        Self.registerEscaping
        var library = MustacheLibrary()
        for (name, text) in texts {
            do {
                try library.register("{{%CONTENT_TYPE:ALBUM}}\n" + text, named: TemplateText.libraryName(name))
            } catch {
                preconditionFailure("template \(name) passed the check but not the library: \(error)")
            }
        }
        self.library = library
    }

    /// Shows a record with a template, which must exist.
    func render(_ record: any Record, with template: String) -> String {
        guard let text = library.render(RecordParent(record: record), withTemplate: TemplateText.libraryName(template)) else {
            preconditionFailure("no template \(template); the check demands one for each view")
        }
        return text
    }

    /// Once for the program: the library's own escaping steps through characters.
    private static let registerEscaping: Void = MustacheContentTypes.register(ByteEscaping(), named: "ALBUM")
}

/// Escaping on bytes.
private struct ByteEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String { Escaping.html(text) }
}

/// A record on the library's stack of contexts.
private final class RecordParent: MustacheParent {
    private let record: any Record

    init(record: any Record) { self.record = record }

    func child(named name: String) -> Any? { record.value(named: name)?.forLibrary }
}

/// A text or a missing value: shown as text, skipped in a section when empty.
private final class Leaf: MustacheParent, MustacheCustomRenderable, Sendable {
    let renderText: String

    init(_ text: String) { renderText = text }

    var isNull: Bool { renderText.utf8.isEmpty }

    func child(named name: String) -> Any? { nil }

    static let absent = Leaf("")
}

extension Value {
    /// The value in the types that the library looks for.
    ///
    /// A declared name is never nil, so that an absent value does
    /// not let the name of an outer view through.
    fileprivate var forLibrary: Any {
        switch self {
        case .text(let text): Leaf(text)
        case .html(let html): Leaf(html.text)
        case .number(let number): number == 0 ? NumberZero.shared : Leaf(String(number)) as Any
        case .flag(let flag): flag
        case .list(let values): values.map(\.forLibrary)
        case .record(let record): RecordParent(record: record)
        case .absent: Leaf.absent
        }
    }
}

/// Zero is shown, and skipped in a section.
private final class NumberZero: MustacheParent, MustacheCustomRenderable, Sendable {
    static let shared = NumberZero()
    let renderText = "0"
    let isNull = true

    func child(named name: String) -> Any? { nil }
}
