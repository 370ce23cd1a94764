import Diagnostics

/// Reads which fields of a kind mean something to the program; the form is shown at ``FieldRoles``.
///
/// The fields may come from an abstract kind, so that their names are checked when the kind is whole.
struct RoleReader {
    private(set) var roles = FieldRoles()
    private var names: [(name: String, place: SourceLocation)] = []
    private var repealedPlace: SourceLocation?
    private var pendingPlace: SourceLocation?
    private var inForcePlace: SourceLocation?

    init() {}

    init(_ root: YAMLNode, _ reader: inout SchemaReader) {
        roles.citation = citation(root, &reader)
        roles.lifecycle = lifecycle(root, &reader)
        roles.review = review(root, &reader)
        roles.card = card(root, &reader)
        roles.door = door(root, &reader)
        roles.help = help(root, &reader)
        roles.event = event(root, &reader)
    }

    private mutating func citation(_ root: YAMLNode, _ reader: inout SchemaReader) -> FieldRoles.Citation? {
        guard let node = root[key: "citation"] else { return nil }
        reader.checkKeys(of: node, at: .citation)
        guard let number = required("number", node, &reader), let date = required("date", node, &reader) else {
            return nil
        }
        return FieldRoles.Citation(
            number: number, date: date, title: field("title", node, &reader), group: field("group", node, &reader),
            type: field("type", node, &reader), issuer: field("issuer", node, &reader))
    }

    private mutating func lifecycle(_ root: YAMLNode, _ reader: inout SchemaReader) -> FieldRoles.Lifecycle? {
        guard let node = root[key: "lifecycle"] else { return nil }
        reader.checkKeys(of: node, at: .lifecycle)
        repealedPlace = node[key: "repealed"].map { SourceLocation(reader.file, $0.range) }
        guard let status = required("status", node, &reader),
            let repealed = reader.requiredText("repealed", of: node),
            let repeals = required("repeals", node, &reader), let repealedBy = required("repealed-by", node, &reader)
        else { return nil }
        let pending = reader.text("pending", of: node)
        let inForce = reader.text("in-force", of: node)
        func place(_ key: String) -> SourceLocation? { node[key: key].map { SourceLocation(reader.file, $0.range) } }
        pendingPlace = pending.flatMap { _ in place("pending") }
        inForcePlace = inForce.flatMap { _ in place("in-force") }
        return FieldRoles.Lifecycle(
            status: status, repealed: repealed, pending: pending, inForce: inForce, repeals: repeals,
            repealedBy: repealedBy)
    }

    private mutating func review(_ root: YAMLNode, _ reader: inout SchemaReader) -> FieldRoles.Review? {
        guard let node = root[key: "review"] else { return nil }
        reader.checkKeys(of: node, at: .review)
        guard let state = required("state", node, &reader), let event = required("event", node, &reader) else {
            return nil
        }
        return FieldRoles.Review(state: state, event: event)
    }

    private mutating func card(_ root: YAMLNode, _ reader: inout SchemaReader) -> FieldRoles.Card? {
        guard let node = root[key: "card"] else { return nil }
        reader.checkKeys(of: node, at: .card)
        return required("note", node, &reader).map { FieldRoles.Card(note: $0) }
    }

    private mutating func door(_ root: YAMLNode, _ reader: inout SchemaReader) -> FieldRoles.Door? {
        guard let node = root[key: "door"] else { return nil }
        reader.checkKeys(of: node, at: .door)
        return required("group", node, &reader).map { FieldRoles.Door(group: $0, order: field("order", node, &reader)) }
    }

    private mutating func help(_ root: YAMLNode, _ reader: inout SchemaReader) -> FieldRoles.Help? {
        guard let node = root[key: "help"] else { return nil }
        reader.checkKeys(of: node, at: .help)
        return FieldRoles.Help(order: field("order", node, &reader))
    }

    private mutating func event(_ root: YAMLNode, _ reader: inout SchemaReader) -> FieldRoles.Event? {
        guard let node = root[key: "event"] else { return nil }
        reader.checkKeys(of: node, at: .event)
        return FieldRoles.Event(place: field("place", node, &reader), host: field("host", node, &reader))
    }

    /// Takes over the roles that it does not give itself.
    mutating func takeOver(from base: RoleReader) {
        roles.citation = roles.citation ?? base.roles.citation
        if roles.lifecycle == nil {
            (roles.lifecycle, repealedPlace, pendingPlace, inForcePlace) = (
                base.roles.lifecycle, base.repealedPlace, base.pendingPlace, base.inForcePlace
            )
        }
        roles.review = roles.review ?? base.roles.review
        roles.card = roles.card ?? base.roles.card
        roles.door = roles.door ?? base.roles.door
        roles.help = roles.help ?? base.roles.help
        roles.event = roles.event ?? base.roles.event
        names += base.names
    }

    private mutating func required(_ key: String, _ node: YAMLNode, _ reader: inout SchemaReader) -> FieldID? {
        _ = reader.requiredText(key, of: node)
        return field(key, node, &reader)
    }

    private mutating func field(_ key: String, _ node: YAMLNode, _ reader: inout SchemaReader) -> FieldID? {
        guard let value = node[key: key], let name = value.text else { return nil }
        names.append((name, SourceLocation(reader.file, value.range)))
        return FieldID(name)
    }

    // MARK: The whole kind

    /// Names that are no fields of the kind, and a state that its choice does not have.
    func diagnostics(of kind: Kind) -> [Diagnostic] {
        let known = kind.fields.map(\.id.rawValue)
        var result = names.filter { !known.contains($0.name) }.map { name, place in
            Diagnostic(
                .brokenKind.because(SchemaReason.unknownRole), [name], at: place,
                candidates: NameSuggester(known).nearest(to: name))
        }
        guard let lifecycle = roles.lifecycle, case .choice(let choices)? = kind.field(lifecycle.status)?.type else {
            return result
        }
        let states = [
            (lifecycle.repealed, repealedPlace), (lifecycle.pending, pendingPlace), (lifecycle.inForce, inForcePlace),
        ]
        for case (let state?, let place?) in states where !choices.contains(where: { $0.id == state }) {
            result.append(
                Diagnostic(
                    .brokenKind.because(SchemaReason.unknownState), [state], at: place, candidates: choices.map(\.id)))
        }
        return result
    }
}
