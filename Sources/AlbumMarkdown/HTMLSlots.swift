/// Places in rendered HTML that are filled when a page shows it: what stands there depends on more than the document.
///
/// A place is a mark between two zero bytes, since no text holds one: files with a zero byte are refused.
/// ```
/// mark = NUL letter number NUL
/// ```
package enum HTMLSlot: Sendable, Hashable {
    /// The beginning of a link or image, its end, and the text of a link without one; the number of the link.
    case linkStart(Int)
    case linkEnd(Int)
    case linkLabel(Int)
    case imageStart(Int)
    case imageEnd(Int)
    /// Running text in which something may have to be marked; its number.
    case text(Int)
    /// What stands before each anchor of the document, so that several documents fit on one page.
    case anchorPrefix
    /// The level of a heading, as it is on the document's own page.
    case headingLevel(Int)
    /// A record table or a chart; its number.
    case table(Int)
    case chart(Int)

    private var code: (letter: UInt8, number: Int) {
        switch self {
        case .linkStart(let number): (UInt8(ascii: "a"), number)
        case .linkEnd(let number): (UInt8(ascii: "z"), number)
        case .linkLabel(let number): (UInt8(ascii: "l"), number)
        case .imageStart(let number): (UInt8(ascii: "i"), number)
        case .imageEnd(let number): (UInt8(ascii: "j"), number)
        case .text(let number): (UInt8(ascii: "t"), number)
        case .anchorPrefix: (UInt8(ascii: "p"), 0)
        case .headingLevel(let level): (UInt8(ascii: "h"), level)
        case .table(let number): (UInt8(ascii: "T"), number)
        case .chart(let number): (UInt8(ascii: "C"), number)
        }
    }

    private init?(letter: UInt8, number: Int) {
        switch letter {
        case UInt8(ascii: "a"): self = .linkStart(number)
        case UInt8(ascii: "z"): self = .linkEnd(number)
        case UInt8(ascii: "l"): self = .linkLabel(number)
        case UInt8(ascii: "i"): self = .imageStart(number)
        case UInt8(ascii: "j"): self = .imageEnd(number)
        case UInt8(ascii: "t"): self = .text(number)
        case UInt8(ascii: "p"): self = .anchorPrefix
        case UInt8(ascii: "h"): self = .headingLevel(number)
        case UInt8(ascii: "T"): self = .table(number)
        case UInt8(ascii: "C"): self = .chart(number)
        default: return nil
        }
    }

    /// Appends the mark.
    package func append(to output: inout [UInt8]) {
        output.append(0)
        output.append(code.letter)
        output.append(contentsOf: String(code.number).utf8)
        output.append(0)
    }

    /// The mark alone.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        append(to: &output)
        return output
    }

    /// Hands the pieces of HTML with slots over in order: bytes as they are, and slots.
    ///
    /// O(bytes). What is no mark between zero bytes is left out: no document makes one.
    package static func forEachPiece(
        of html: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Void
    ) {
        var start = 0
        while start < html.count {
            let end = html[start...].firstIndex(of: 0) ?? html.count
            if end > start { body(.html(UnsafeBufferPointer(rebasing: html[start..<end]))) }
            guard end < html.count, let close = html[(end + 1)...].firstIndex(of: 0) else { return }
            if close > end + 1 {
                let number = html[(end + 2)..<close].reduce(0) { $0 &* 10 &+ Int($1 & 15) }
                if let slot = HTMLSlot(letter: html[end + 1], number: number) { body(.slot(slot)) }
            }
            start = close + 1
        }
    }

    /// A piece of HTML with slots.
    package enum Piece {
        case html(UnsafeBufferPointer<UInt8>)
        case slot(HTMLSlot)
    }
}

/// Which nodes of a document become slots, by their indices, with the numbers of these.
package struct SlotNumbers: Sendable {
    /// Links, images and `[[…]]`.
    package var links: [Int: Int] = [:]
    /// Runs of text, by the offset at which they begin in ``Document/text``.
    package var texts: [Int: Int] = [:]

    package init() {}
}
