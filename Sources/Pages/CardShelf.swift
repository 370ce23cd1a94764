import Catalog
import Synchronization
import Theming

/// Cards of materials, each rendered once for each depth of address, with marks for a filter and without, and with what
/// it asked: they recur in dozens of lists.
final class CardShelf: Sendable {
    struct Card: Sendable {
        let html: Fragment<CardView>
        let questions: Set<Question>
    }

    /// Which card it is.
    struct Place: Hashable {
        let material: MaterialIndex
        let depth: Int
        let isMarked: Bool
        let isBook: Bool
    }

    private let cards = Mutex<[Place: Card]>([:])

    /// The card; two threads may render it at once, which gives the same.
    func card(at place: Place, render: () -> Card) -> Card {
        if let known = cards.withLock({ $0[place] }) { return known }
        let card = render()
        cards.withLock { $0[place] = card }
        return card
    }
}
