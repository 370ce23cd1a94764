import Diagnostics
import Formats

/// What an entry of a vocabulary was before, and what became of it.
///
/// ```yaml
/// - id: ashinskii-mo
///   name: Ашинский МО
///   was: [{name: Ашинский МР, to: 2023}, ashinskii-mr]
/// - id: staryi-raion
///   name: Старый район
///   valid: {to: 2020}
///   successor: ashinskii-mo
/// ```
/// Pages ask for it apart from the entry itself: most of those that name an entry show nothing of its past.
package struct EntryHistory: Sendable {
    /// Without its former ids (``Vocabulary/formerIDs(of:)``), in the order of the file.
    package let names: [PastName]
    /// The entry that took over; nothing where there is none, or where the successors run in a circle.
    package let successor: EntryIndex?
    /// The entries that it took over, in the order of the file.
    package let predecessors: [EntryIndex]
}

/// A name or an id that an entry had before.
package struct PastName: Sendable {
    package let text: String
    /// When it held, as far as the file says.
    package let valid: ValidityPeriod?
    package let location: SourceLocation
    /// The id that it is; nothing where it is a name: pages had addresses by ids alone.
    package let id: EntryID?

    init(text: String, valid: ValidityPeriod?, location: SourceLocation) {
        let isID = text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        (self.text, self.valid, self.location) = (text, valid, location)
        id = isID ? EntryID(text) : nil
    }

    /// An id, and what names it.
    private init(id: EntryID, text: String, location: SourceLocation) {
        (self.text, self.location, self.id) = (text, location, id)
        valid = nil
    }

    /// What an entry of a root was before in the whole site.
    ///
    /// Its own former ids, and ids that began with another id of its root. Within the root a former id is named as it ever was.
    /// - Parameter id: the entry's, as its root calls it.
    static func qualified(_ past: [PastName], _ id: EntryID, of root: ContentRoot) -> [PastName] {
        func qualified(_ id: EntryID, _ root: RootID) -> EntryID { EntryID("\(root).\(id)") }
        let own = past.map { name in
            name.id.map { PastName(id: qualified($0, root.id), text: name.text, location: name.location) } ?? name
        }
        let ids = [id] + past.compactMap(\.id)
        return own
            + root.was.flatMap { former in
                ids.map { id in
                    let id = qualified(id, former)
                    return PastName(id: id, text: id.rawValue, location: root.location)
                }
            }
    }
}

extension Vocabulary {
    /// The past of each entry; O(entries).
    static func histories(_ entries: Indexed<EntryIndex, VocabularyEntry>) -> Indexed<EntryIndex, EntryHistory> {
        let successors = Successors(entries)
        var predecessors = Indexed<EntryIndex, [EntryIndex]>(repeating: [], count: entries.count)
        for position in entries.indices {
            if let successor = successors[position] { predecessors[successor].append(position) }
        }
        return Indexed(
            entries.positioned.map { position, entry in
                EntryHistory(
                    names: entry.was.filter { $0.id == nil }, successor: successors[position],
                    predecessors: predecessors[position])
            })
    }
}

/// Who took over from whom, where that leads to an end.
struct Successors {
    /// Entries whose successors run in a circle, each circle once, beginning with its first entry.
    private(set) var circles: [[EntryIndex]] = []
    private let next: Indexed<EntryIndex, EntryIndex?>

    init(_ entries: Indexed<EntryIndex, VocabularyEntry>) {
        let positions = Dictionary(entries.positioned.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var next = entries.mapped { entry in entry.successor.flatMap { positions[$0] } }
        // The walk on which each was seen: whoever meets its own walk again closes a circle.
        var seen = Indexed<EntryIndex, Int>(repeating: 0, count: entries.count)
        for (walk, start) in entries.indices.enumerated() {
            var place: EntryIndex? = start
            while let here = place, seen[here] == 0 {
                seen[here] = walk + 1
                place = next[here]
            }
            guard let closing = place, seen[closing] == walk + 1 else { continue }
            var circle = [closing]
            while let further = next[circle[circle.count - 1]], further != closing { circle.append(further) }
            circles.append(circle)
        }
        for entry in circles.joined() { next[entry] = nil }
        self.next = next
    }

    subscript(entry: EntryIndex) -> EntryIndex? { next[entry] }
}
