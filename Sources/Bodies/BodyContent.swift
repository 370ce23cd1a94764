import AlbumMarkdown
import Catalog

/// What is shown of the body of a material and found in it: by far the greater part of it.
package struct BodyContent: Sendable {
    /// A piece of the body, in order.
    package enum Part: Sendable {
        /// With slots (``HTMLSlot``).
        case html(String)
        /// Position in `tables`.
        case table(Int)
        /// Position in `charts`.
        case chart(Int)
    }

    /// Names of materials in the text for the search, in the place of which titles stand.
    package struct NamedText: Sendable {
        /// What the materials are named by.
        package let names: Names
        /// What stands there when there are none.
        package let otherwise: String

        package enum Names: Sendable {
            /// A `[[target]]` without a text, by its position in `links`.
            case link(Int)
            /// What stands behind the words of another link, by its position in `links`: that it leads to what was withdrawn.
            case mark(Int)
            /// The value of a cell, which names materials.
            case value(FieldValue?)
        }
    }

    /// A heading as the contents of its page list it.
    package struct OutlineEntry: Sendable, Hashable {
        /// The level on the page, 2 to 6: the page's title is 1.
        package let level: Int
        /// Without markup.
        package let text: String
        /// What stands after `#` in an address.
        package let anchor: String
    }

    /// HTML and what stands between, in order.
    package var parts: [Part] = []
    /// Headings of levels 2 and 3 as they stand on the page.
    package var outline: [OutlineEntry] = []
    /// Headings for the search.
    package var headings: [String] = []
    /// All that is read on its page but the facts, for the search: with a zero byte, the position in `namedTexts` and
    /// another zero byte where titles stand.
    package var text = ""
    /// In place of the slots of `text`.
    package var namedTexts: [NamedText] = []

    package init() {}
}

extension BodyContent {
    /// HTML between record tables and charts, and these.
    static func parts(of html: [UInt8]) -> [Part] {
        var parts: [Part] = []
        var text: [UInt8] = []
        func finish() {
            if text.contains(where: { $0 > 0x20 }) { parts.append(.html(String(decoding: text, as: UTF8.self))) }
            text.removeAll(keepingCapacity: true)
        }
        html.withUnsafeBufferPointer { html in
            HTMLSlot.forEachPiece(of: html) { piece in
                switch piece {
                case .html(let bytes): text.append(contentsOf: bytes)
                case .slot(.table(let position)):
                    finish()
                    parts.append(.table(position))
                case .slot(.chart(let position)):
                    finish()
                    parts.append(.chart(position))
                case .slot(let slot): slot.append(to: &text)
                }
            }
        }
        finish()
        return parts
    }

    /// A slot of the text for the search.
    mutating func slot(_ names: NamedText.Names, otherwise: String) -> String {
        namedTexts.append(NamedText(names: names, otherwise: otherwise))
        return "\0\(namedTexts.count - 1)\0"
    }
}

/// The contents of all bodies, in the order of the catalog: in memory, or where they were put aside.
package final class BodyContents: Sendable {
    private let inMemory: [MaterialIndex: BodyContent]
    private let fetch: @Sendable (MaterialIndex) -> BodyContent

    /// - Parameters:
    ///   - inMemory: those that are not put aside, by position.
    ///   - fetch: gives the others.
    package init(inMemory: [MaterialIndex: BodyContent], fetch: @escaping @Sendable (MaterialIndex) -> BodyContent) {
        self.inMemory = inMemory
        self.fetch = fetch
    }

    package subscript(index: MaterialIndex) -> BodyContent { inMemory[index] ?? fetch(index) }
}
