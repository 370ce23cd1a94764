import Catalog
import Editing
import Files
import Formats
import Preview
import SiteBuilder

/// What was typed with what somebody else has written meanwhile.
struct Meeting {
    /// What came of a field that the file says otherwise than the form was made of.
    enum Outcome {
        /// Only the other has changed it.
        case file
        /// Both have, at different lines.
        case together
        /// Both have changed the same: to be decided.
        case disputed
    }

    /// As it was typed, and as the file says.
    let mine: Typed
    let file: Typed
    /// Brought together: of what is disputed, what was typed, what the file says, and both below each other.
    private(set) var typed: Typed
    private(set) var theirs: Typed
    private(set) var both: Typed
    /// By the name of the control: `field.date`, `_body`.
    private(set) var outcomes: [String: Outcome] = [:]
    /// The digest of what the form was made of.
    let from: String

    /// Names of controls about which nobody has decided, in alphabetic order.
    var disputed: [String] { outcomes.filter { $0.value == .disputed }.keys.sorted() }

    /// - Parameter base: what the form was made of; nothing where nobody knows it any more: then all that differs is
    ///   disputed.
    init(_ mine: Typed, base: Typed?, file: Typed, _ kind: Kind, from: String) {
        (self.mine, self.file, self.from) = (mine, file, from)
        (typed, theirs, both) = (file, file, file)
        for field in Typed.shown(kind) {
            let part = Typed.Part.field(field.id)
            merge(part, base?[part], hasLines: field.type.holdsSeveral)
        }
        merge(.body, base?.body, hasLines: true)
    }

    private mutating func merge(_ part: Typed.Part, _ old: String?, hasLines: Bool) {
        let (mine, theirs) = (mine[part], file[part])
        if mine == theirs { return }
        guard let old else { return dispute(part, mine) }
        if mine == old {
            outcomes[part.name] = .file
        } else if theirs == old {
            typed[part] = mine
            self.theirs[part] = mine
            both[part] = mine
        } else if hasLines {
            let lines = ThreeWayMerge(base: old, mine: mine, theirs: theirs)
            typed[part] = lines.text(.mine)
            self.theirs[part] = lines.text(.theirs)
            both[part] = lines.text(.both)
            outcomes[part.name] = lines.isSettled ? .together : .disputed
        } else {
            dispute(part, mine)
        }
    }

    private mutating func dispute(_ part: Typed.Part, _ mine: String) {
        typed[part] = mine
        both[part] = mine
        outcomes[part.name] = .disputed
    }

    /// The same where somebody has decided about all but some of its controls.
    func undecided(_ names: [String]) -> Meeting {
        var meeting = self
        meeting.typed = mine
        meeting.outcomes = outcomes.filter { names.contains($0.key) }
        for name in names { meeting.outcomes[name] = .disputed }
        return meeting
    }
}

// Two people at one material: what each has changed is brought together, and asked about only where it clashes.
extension SiteDesk {
    /// The form of a material that has changed meanwhile: both sides beside each other, brought together in the form.
    ///
    /// Nothing is written before somebody has seen it.
    /// - Parameters:
    ///   - from: the digest of the file that the form was made of.
    ///   - text: the file as it is, of these bytes.
    ///   - undecided: names of controls, where all others are decided about.
    func meeting(
        _ typed: Typed, from: String, _ text: EditableMaterial, _ bytes: [UInt8], _ site: SiteFiles,
        key: FormKey, status: Int = 409, undecided: [String]? = nil
    ) throws(FileError) -> SiteResponder.Answer {
        let path = text.draft.listing.path
        var old = state.withLock { $0.bases[from] }
        if old == nil { old = try work.earlier(path, digest: from) }
        let base = old.flatMap { try? EditableMaterial($0, path: path, site.catalog.schema) }
        var meeting = Meeting(typed, base: base.map { Typed($0) }, file: Typed(text), text.kind, from: from)
        if let undecided { meeting = meeting.undecided(undecided) }
        let now = Self.digest(bytes)
        state.withLock { $0.bases.keep(bytes, as: now) }
        let notice: EditorWord =
            undecided != nil ? .unsettled : meeting.disputed.isEmpty ? .broughtTogether : .conflict
        return try page(
            text, meeting.typed, site, key: key, base: now,
            Showing(status: status, notices: [notice], meeting: meeting))
    }

    /// Names of controls about which nobody has decided yet, as a form says; nothing where there are none.
    static func undecided(_ form: FormData) -> [String]? {
        let names = (form["_unsettled"] ?? "").split(separator: " ").map(String.init)
        return names.isEmpty ? nil : names
    }

    /// Files as they were when forms were made of them, the latest ones.
    struct Bases {
        private static let most = 64
        private var bytes: [String: [UInt8]] = [:]
        private var order: [String] = []

        subscript(digest: String) -> [UInt8]? { bytes[digest] }

        mutating func keep(_ file: [UInt8], as digest: String) {
            guard bytes.updateValue(file, forKey: digest) == nil else { return }
            order.append(digest)
            if order.count > Self.most { bytes[order.removeFirst()] = nil }
        }
    }
}
