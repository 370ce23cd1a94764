import Diagnostics
import Formats

/// Places on somebody's own computer or network that stand in a text as its words.
///
/// ```
/// path = letter ":\" …            no letter or digit before it, no second backslash behind: «C:\plan\_new»
///      | "\\" name "\" …          «\\server\_x»
/// …    = up to a blank or ")"; behind "](" up to the closing parenthesis, spaces too
/// ```
/// Read from the source, since Markdown takes backslashes before signs away. What is written with doubled backslashes, or
/// as code, was meant to be seen. O(bytes of leaves): nearly none holds a backslash.
struct LocalPaths {
    private let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile) {
        self.file = file
    }

    /// Takes a leaf: a paragraph, a heading or a cell.
    mutating func read(_ document: Document, _ index: Int) {
        let node = document.nodes[index]
        let range = node.range.clamped(to: 0..<file.bytes.count)
        var place = next(from: range.lowerBound, to: range.upperBound)
        guard place != nil else { return }
        // In the order of their beginnings; `covered` is how far those reach that began.
        var opaque = document.nodes[index..<node.end].filter { Self.isOpaque($0.kind) }.map(\.range)[...]
        var covered = 0
        while let backslash = place {
            place = next(from: backslash + 1, to: range.upperBound)
            while let first = opaque.first, first.lowerBound <= backslash {
                covered = max(covered, first.upperBound)
                opaque.removeFirst()
            }
            guard backslash >= covered, let start = start(backslash, in: range) else { continue }
            let end = end(start, backslash, limit: range.upperBound)
            guard backslash > start || isNetwork(start..<end) else { continue }
            diagnostics.append(
                Diagnostic(.localPath, [file.text(start..<end)], at: SourceLocation(file, start..<end)))
            place = next(from: end, to: range.upperBound)
        }
    }

    private static func isOpaque(_ kind: Kind) -> Bool {
        switch kind {
        case .code, .link, .image, .wikiLink, .htmlInline: true
        default: false
        }
    }

    private func next(from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        return file.bytes.withUnsafeBufferPointer { bytes in
            ByteSearch.first(Self.backslash, in: UnsafeBufferPointer(rebasing: bytes[start..<end]), from: 0)
                .map { start + $0 }
        }
    }

    private static let backslash = UInt8(ascii: "\\")

    /// Where the path begins to which the first backslash of a run belongs; nothing where it is none.
    private func start(_ backslash: Int, in range: Range<Int>) -> Int? {
        let bytes = file.bytes
        let at = { (index: Int) -> UInt8 in range.contains(index) ? bytes[index] : 0x20 }
        let isDoubled = at(backslash + 1) == Self.backslash
        if !isDoubled, at(backslash - 1) == UInt8(ascii: ":"), at(backslash - 2).isASCIILetter {
            return isWord(at(backslash - 3)) ? nil : backslash - 2
        }
        guard isDoubled, at(backslash - 1) != Self.backslash, !isWord(at(backslash - 1)),
            isWord(at(backslash + 2))
        else { return nil }
        return backslash
    }

    /// Whether a further backslash, a single one, parts names behind the two at the beginning.
    private func isNetwork(_ path: Range<Int>) -> Bool {
        let rest = file.bytes[path].dropFirst(2)
        guard let first = rest.firstIndex(of: Self.backslash) else { return false }
        return first + 1 < path.upperBound && file.bytes[first + 1] != Self.backslash
    }

    /// Where it ends: behind `](` an address has spaces.
    private func end(_ start: Int, _ backslash: Int, limit: Int) -> Int {
        let bytes = file.bytes
        let isAddress = start > 1 && bytes[start - 1] == UInt8(ascii: "(") && bytes[start - 2] == UInt8(ascii: "]")
        var end = backslash
        while end < limit, bytes[end] != UInt8(ascii: ")"), bytes[end] != UInt8(ascii: "\n") {
            if !isAddress, bytes[end].isMarkdownSpace { break }
            end += 1
        }
        return end
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }
}
