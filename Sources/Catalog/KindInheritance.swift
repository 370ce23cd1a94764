import Diagnostics

/// Settles what kinds take over from one another: the one mechanism for `extends` and for the abstract kind.
///
/// ```yaml
/// id: school-plan
/// extends: roadmap          # fields, sections, tables, roles, coverage … of a roadmap
/// folder: school-plans      # name, folder and title are its own
/// fields: {school: {label: Школа, type: reference, to: organisations}}
/// ```
/// A kind that says no `extends` extends the abstract kinds that say none either. Kinds that extend each other in a ring
/// are told once, and one of them is read as if it extended nothing.
struct KindInheritance {
    private let drafts: [KindDraft]
    private var positions: [KindID: Int] = [:]
    /// Kinds whose files are there, whether they parse or not: one fault is not reported as two.
    private let files: Set<KindID>
    private var whole: [KindID: KindDraft] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ drafts: [KindDraft], files: Set<KindID>) {
        self.drafts = drafts
        self.files = files
        for (position, draft) in drafts.enumerated() { positions[draft.id] = position }
    }

    /// All kinds with what they take over, in their order.
    ///
    /// O(kinds × fields).
    mutating func resolved() -> [KindDraft] {
        let common = common()
        for draft in drafts where whole[draft.id] == nil {
            var chain: [KindDraft] = [draft]
            var base: KindDraft?
            while let last = chain.last {
                guard let parent = parent(of: last) else {
                    base = last.isAbstract ? nil : common
                    break
                }
                if let found = whole[parent.id] {
                    base = found
                    break
                }
                if let place = chain.firstIndex(where: { $0.id == parent.id }) {
                    reportRing(chain[place...].map(\.id), last)
                    base = last.isAbstract ? nil : common
                    break
                }
                chain.append(parent)
            }
            while var next = chain.popLast() {
                diagnostics += next.takeOver(from: base)
                whole[next.id] = next
                base = next
            }
        }
        return drafts.compactMap { whole[$0.id] }
    }

    /// The abstract kinds that extend nothing, as one: each takes over from the one before it.
    private mutating func common() -> KindDraft? {
        var base: KindDraft?
        let abstract = drafts.filter { $0.isAbstract && $0.parent == nil }
        for var draft in abstract {
            diagnostics += draft.takeOver(from: base)
            base = draft
        }
        for draft in abstract { whole[draft.id] = base }
        return base
    }

    private mutating func parent(of draft: KindDraft) -> KindDraft? {
        guard let name = draft.parent else { return nil }
        if let position = positions[name] { return drafts[position] }
        guard !files.contains(name) else { return nil }
        let known = drafts.map(\.id).filter { $0 != draft.id }.map(\.rawValue)
        diagnostics.append(
            Diagnostic(
                .brokenKind.because(SchemaReason.unknownParentKind), [name.rawValue], at: place(of: draft),
                candidates: NameSuggester(known).nearest(to: name.rawValue)))
        return nil
    }

    private mutating func reportRing(_ ring: [KindID], _ last: KindDraft) {
        let names = (ring + [ring[0]]).map(\.rawValue).joined(separator: " → ")
        diagnostics.append(
            Diagnostic(.brokenKind.because(SchemaReason.kindRing), [names], at: place(of: last)))
    }

    private func place(of draft: KindDraft) -> SourceLocation {
        SourceLocation(draft.file, draft.parentRange ?? 0..<0)
    }
}
