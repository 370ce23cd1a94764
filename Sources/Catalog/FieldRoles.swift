/// Which fields of a kind mean something to the program, as the kind itself says.
///
/// ```yaml
/// citation: {number: number, date: date, title: official-title, group: level, type: document-type, issuer: issuer}
/// lifecycle: {status: status, repealed: repealed, pending: draft, in-force: in-force, repeals: repeals, repealed-by: repealed-by}
/// review: {state: review, event: reviewed-at}
/// ```
package struct FieldRoles: Sendable, Equatable {
    package var citation: Citation?
    package var lifecycle: Lifecycle?
    package var review: Review?
    package var card: Card?
    package var door: Door?
    package var help: Help?
    package var event: Event?

    package init() {}

    /// Whether materials of the kind lead to others or tell of the site: they are not counted among what the album holds,
    /// and are near to nothing.
    package var isAside: Bool { door != nil || help != nil }

    /// A number by which materials of the kind stand in their list.
    package var order: FieldID? { door?.order ?? help?.order }

    /// How materials of the kind are cited: «приказ … от 09.12.2022 № 02/2807».
    package struct Citation: Sendable, Equatable {
        package let number: FieldID
        package let date: FieldID
        /// The official title.
        package let title: FieldID?
        /// The reference by which the kind's list is divided.
        package let group: FieldID?
        /// What says of what sort a document is: «приказ».
        package let type: FieldID?
        /// What says who has issued it.
        package let issuer: FieldID?
    }

    /// When materials of the kind are in force.
    package struct Lifecycle: Sendable, Equatable {
        /// A choice.
        package let status: FieldID
        /// The choice that says that a material is no longer in force.
        package let repealed: String
        /// The choice that says that a material is not yet in force; none: there is no such choice.
        package let pending: String?
        /// The choice that says that a material is in force; none: no page tells programs so.
        package let inForce: String?
        /// References to what a material repeals, and to what repeals it.
        package let repeals: FieldID
        package let repealedBy: FieldID
    }

    /// How far materials of the kind were discussed and examined.
    package struct Review: Sendable, Equatable {
        /// A choice.
        package let state: FieldID
        /// A reference to the material whose table with the view `review` says who took part.
        package let event: FieldID
    }

    /// Materials of the kind are ways into the album, `door: {group: for, order: place}`: the home page shows their titles
    /// and the first rows of their first tables.
    package struct Door: Sendable, Equatable {
        /// A choice; its labels stand above the ways, in the order of its choices.
        package let group: FieldID
        /// A number by which they stand; none: by their titles.
        package let order: FieldID?
    }

    /// Materials of the kind tell of the site and how it is filled, `help: {order: place}`: no page of another kind names
    /// them among what mentions it.
    package struct Help: Sendable, Equatable {
        /// A number by which they stand; none: by their titles.
        package let order: FieldID?
    }

    /// Materials of the kind tell of something that took or takes place, at their date: `event: {place: place, host: host}`.
    package struct Event: Sendable, Equatable {
        /// Where, as a text; none: it is not said.
        package let place: FieldID?
        /// Who holds it, a reference to a vocabulary; none: it is not said.
        package let host: FieldID?
    }

    /// What a reader has to know of a material before opening it: `card: {note: text}`.
    package struct Card: Sendable, Equatable {
        /// A choice or a reference to a vocabulary; its value stands on cards and in what the search finds.
        package let note: FieldID
    }
}
