/// A typed set of values for a template: one struct for each kind of page and for each thing that recurs on pages.
///
/// ```swift
/// struct LinkView: View {
///     var title: String
///     var url: String
///     static let schema = ViewSchema<LinkView>("link", "A link", [
///         .text("title", "What it leads to") { $0.title },
///         .text("url", "Relative address") { $0.url },
///     ])
/// }
/// ```
package protocol View: Sendable {
    /// The variables that a template sees, with their types and their meaning.
    static var schema: ViewSchema<Self> { get }
}

/// A view with a template of its own: a page, or a fragment that is rendered once and placed in many pages.
package protocol TemplateView: View {
    /// The template's name below `templates/`, without the extension: `pages/material`.
    static var template: String { get }
}

/// The type of a variable, as the check of the templates and the handbook of themes see it.
package enum VariableType: Sendable {
    /// Shown by `{{name}}`; a section over it is skipped when it is empty.
    case text
    /// Shown by `{{{name}}}`.
    case html
    /// Shown by `{{name}}`; a section over it is skipped at zero.
    case number
    /// Only for sections.
    case flag
    /// A list of texts: `{{#name}}{{.}}{{/name}}`.
    case texts
    /// A view inside the view: `{{#name}}…{{/name}}` or `{{name.part}}`.
    case record(any View.Type)
    /// A list of views.
    case list(any View.Type)
}

/// One declared variable.
package struct Variable: Sendable {
    /// As written in templates: lower case with underscores.
    package let name: String
    package let type: VariableType
    /// What it holds, in one sentence, for the handbook of themes.
    package let about: String
}

/// The closed list of a view's variables: the contract between the program and a theme.
///
/// Each list variable `x` brings a condition `has_x`, because Mustache alone cannot write a heading around a list
/// only when the list has items.
package final class ViewSchema<Source: View>: AnyViewSchema {
    package let name: String
    package let about: String
    package let variables: [Variable]
    let readers: [any Reader]

    /// Declares the variables of a view.
    package init(_ name: String, _ about: String, _ fields: [Field<Source>]) {
        let all = fields + fields.compactMap(\.condition)
        let names = all.map(\.variable.name)
        precondition(Set(names).count == names.count, "view \(name) declares a variable twice")
        self.name = name
        self.about = about
        variables = all.map(\.variable)
        readers = all.map { FieldReader($0.read) }
    }
}

/// How a variable is read off a record, whatever view it shows.
///
/// Knows no type of a view, because an array of functions over an unknown type costs a look-up of that type at each
/// call.
protocol Reader: AnyObject, Sendable {
    /// - Parameter record: the ``ViewRecord`` of the view that the variable was declared for.
    func value(of record: any Record) -> Value
}

private final class FieldReader<Source: View>: Reader {
    private let read: @Sendable (Source) -> Value

    init(_ read: @escaping @Sendable (Source) -> Value) { self.read = read }

    func value(of record: any Record) -> Value {
        read(unsafeDowncast(record, to: ViewRecord<Source>.self).view)
    }
}

/// A schema without its view's type.
package protocol AnyViewSchema: AnyObject, Sendable {
    /// The view's name in messages.
    var name: String { get }
    /// What the view stands for.
    var about: String { get }
    /// In order of declaration, conditions last.
    var variables: [Variable] { get }
}

/// The declaration of one variable: its name, type, meaning and how it is read off the view.
package struct Field<Source: View>: Sendable {
    let variable: Variable
    let read: @Sendable (Source) -> Value
    /// Whether the list has items; absent for what is not a list.
    private let isFilled: (@Sendable (Source) -> Bool)?

    private init(
        _ name: String, _ type: VariableType, _ about: String,
        isFilled: (@Sendable (Source) -> Bool)? = nil, _ read: @escaping @Sendable (Source) -> Value
    ) {
        variable = Variable(name: name, type: type, about: about)
        self.read = read
        self.isFilled = isFilled
    }

    /// The condition `has_x` of a list `x`.
    var condition: Field? {
        guard let isFilled else { return nil }
        return Field("has_\(variable.name)", .flag, "Whether `\(variable.name)` has items") {
            .flag(isFilled($0))
        }
    }

    /// Text; none means absent.
    package static func text(
        _ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> String?
    ) -> Field {
        Field(name, .text, about) { view in
            if let text = read(view) { .text(text) } else { .absent }
        }
    }

    /// Ready HTML; none means absent.
    package static func html(
        _ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> RawHTML?
    ) -> Field {
        Field(name, .html, about) { view in
            if let html = read(view) { .html(html) } else { .absent }
        }
    }

    /// A whole number.
    package static func number(_ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> Int) -> Field {
        Field(name, .number, about) { .number(read($0)) }
    }

    /// A condition.
    package static func flag(_ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> Bool) -> Field {
        Field(name, .flag, about) { .flag(read($0)) }
    }

    /// A list of texts.
    package static func texts(
        _ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> [String]
    ) -> Field {
        Field(name, .texts, about, isFilled: { !read($0).isEmpty }) { .list(read($0).map(Value.text)) }
    }

    /// A view inside the view; none means absent.
    package static func record<Inner: View>(
        _ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> Inner?
    ) -> Field {
        Field(name, .record(Inner.self), about) { view in
            if let inner = read(view) { .record(ViewRecord(inner)) } else { .absent }
        }
    }

    /// A list of views.
    package static func list<Inner: View>(
        _ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> [Inner]
    ) -> Field {
        Field(name, .list(Inner.self), about, isFilled: { !read($0).isEmpty }) {
            .list(read($0).map { .record(ViewRecord($0)) })
        }
    }

    /// Views that were rendered before, shown one after another by `{{{name}}}`.
    package static func fragments<Inner: View>(
        _ name: String, _ about: String, _ read: @escaping @Sendable (Source) -> [Fragment<Inner>]
    ) -> Field {
        Field(name, .html, about, isFilled: { !read($0).isEmpty }) { view in
            var joined = ""
            for fragment in read(view) { joined += fragment.html.text }
            return .html(RawHTML(joined))
        }
    }
}

/// A view as templates see it.
final class ViewRecord<Source: View>: Record {
    fileprivate let view: Source
    private let readers: [any Reader]

    init(_ view: Source) {
        self.view = view
        readers = Source.schema.readers
    }

    var schema: any AnyViewSchema { Source.schema }

    func value(at index: Int) -> Value { readers[index].value(of: self) }
}

extension View {
    /// The schema without the view's type.
    static var anySchema: any AnyViewSchema { schema }
}
