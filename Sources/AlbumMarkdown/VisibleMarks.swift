import Diagnostics
import Languages

/// Marks that mark nothing up, and so would be read as letters.
///
/// CommonMark has no errors: a slip leaves the text as it stands. What stands in the finished tree as text and yet looks
/// like markup is a slip; code, addresses and what was written behind a backslash are none. O(bytes of text).
struct VisibleMarks {
    let document: Document
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    /// Marks that are told once a text: `**`, `==`.
    private var told: Set<Int> = []
    /// Paragraphs of which it is told that they are pasted lists.
    private var pasted: Set<Int> = []
    /// Leaves in which a sign of a word processor's font is told.
    private var signed: Set<Int> = []

    init(_ document: Document, _ file: SourceFile) {
        self.document = document
        self.file = file
    }

    mutating func read() {
        var leaf = 0
        var isInHeading = false
        var linkEnd = 0
        for index in document.nodes.indices {
            let node = document.nodes[index]
            switch node.kind {
            case .link:
                linkEnd = max(linkEnd, node.end)
                readTornAddress(node)
            case .image, .wikiLink: linkEnd = max(linkEnd, node.end)
            case .heading:
                (leaf, isInHeading) = (index, true)
                if node.end == index + 1 { report(.emptyHeading, [], node.range) }
            case .paragraph:
                (leaf, isInHeading) = (index, false)
                let lists = PastedLists(file: file, range: node.range, beginsItem: isItem(index - 1))
                if let diagnostic = lists.diagnostic {
                    diagnostics.append(diagnostic)
                    if diagnostic.code == .pastedList { pasted.insert(index) }
                } else if let line = JoinedLines.first(
                    in: node.range, of: file, isItem: isItem(index - 1), width: { longestLine })
                {
                    let words = file.text(line).prefix(24).reversed().drop(while: \.isWhitespace).reversed()
                    report(.joinedLines, [String(words)], line)
                }
            case .list(let start?, _): readList(node, index, start: start)
            case .footnoteDefinition: readNote(node, index)
            case .tableCell: (leaf, isInHeading) = (index, false)
            case .alert where node.end == index + 1: report(.emptyAlert, [], node.range)
            case .codeBlock(let info, let literal): readCode(node, info, literal)
            case .text(let text) where index >= linkEnd:
                readText(text, node, index, leaf: leaf, isInHeading: isInHeading)
            default: break
            }
        }
    }

    mutating func report(
        _ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>, _ candidates: [String] = []
    ) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range), candidates: candidates))
    }

    /// How many bytes the longest line of a paragraph has: a text that was broken by its width is filled up to it.
    ///
    /// O(bytes); asked for once or twice a text.
    private var longestLine: Int {
        document.nodes.reduce(0) { longest, node in
            guard case .paragraph = node.kind else { return longest }
            return max(longest, file.lines(in: node.range).map(\.count).max() ?? 0)
        }
    }

    private func isItem(_ index: Int) -> Bool {
        guard index >= 0, case .item = document.nodes[index].kind else { return false }
        return true
    }

    // MARK: Texts

    private mutating func readText(_ text: TextRange, _ node: Node, _ index: Int, leaf: Int, isInHeading: Bool) {
        let (suspects, isMixed, hasFontSign) = Self.suspects(document.text[text.bounds])
        if hasFontSign { readFontSign(text, node, leaf: leaf) }
        guard !suspects.isEmpty || isMixed else { return }
        let string = document.string(text)
        let place = { (piece: Range<String.Index>) in
            let start = string.utf8.distance(from: string.startIndex, to: piece.lowerBound)
            let length = string.utf8.distance(from: piece.lowerBound, to: piece.upperBound)
            let offset = min(node.range.lowerBound + start, node.range.upperBound)
            return offset..<min(offset + length, node.range.upperBound)
        }
        for (code, pattern) in Self.patterns where suspects.contains(code) && (isInHeading || code != .headingAnchor) {
            for match in string.matches(of: pattern) {
                let range = place(match.range)
                let piece = string[match.range]
                if isInHeading, code == .foreignMark, piece.hasPrefix("{#") { continue }
                guard file.bytes[range].elementsEqual(piece.utf8), !isContinued(code, range.lowerBound) else {
                    continue
                }
                tell(code, piece, range, leaf)
            }
        }
        if isMixed { readLetters(string, place) }
    }

    /// A sign that readers see as an empty square; at the lines of a pasted list it is told with the list.
    private mutating func readFontSign(_ text: TextRange, _ node: Node, leaf: Int) {
        guard !pasted.contains(leaf), let sign = FontSign.first(in: document.text[text.bounds]),
            signed.insert(leaf).inserted
        else { return }
        let start = min(node.range.lowerBound + sign.offset, node.range.upperBound)
        report(.fontSign, [FontSign.name(sign.scalar)], start..<min(start + 3, node.range.upperBound))
    }

    /// `[text](https://a b)`: the address became a link by itself as far as the space, and the rest is letters.
    private mutating func readTornAddress(_ link: Node) {
        let start = link.range.lowerBound
        var before = start
        while before > 0, file.bytes[before - 1] == 0x20 { before -= 1 }
        guard before >= 2, file.bytes[before - 1] == UInt8(ascii: "(") else { return }
        if let address = partedAddress(link.range, before: before - 1) {
            report(.partedLink, [file.text(address)], address)
            return
        }
        guard file.bytes[before - 2] == UInt8(ascii: "]") else { return }
        let rest = file.bytes[start..<file.lineRange(from: start).upperBound]
        guard let end = Self.closing(rest), rest[..<end].contains(0x20) else { return }
        let address = file.text(start..<end)
        report(.spacedAddress, [address], start..<end, ["<\(address)>"])
    }

    /// `[text] (https://a.b)`: the address in the parentheses, where a text in brackets and blanks stand before them.
    private func partedAddress(_ address: Range<Int>, before parenthesis: Int) -> Range<Int>? {
        let bytes = file.bytes
        var end = parenthesis
        while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
        guard end < parenthesis, end > 1, bytes[end - 1] == UInt8(ascii: "]"), bytes[end - 2] != UInt8(ascii: "]"),
            address.upperBound < bytes.count, bytes[address.upperBound] == UInt8(ascii: ")"),
            let open = bytes[..<(end - 1)].suffix(200).lastIndex(of: UInt8(ascii: "[")),
            open + 1 < end - 1, bytes[open + 1] != UInt8(ascii: "^"),
            bytes[open..<end].contains(where: { $0.isASCIILetter || $0 == 0xD0 || $0 == 0xD1 }),
            !bytes[open..<end].contains(UInt8(ascii: "\n"))
        else { return nil }
        return address
    }

    /// The parenthesis that closes the one before the bytes; parentheses in pairs belong to an address.
    private static func closing(_ rest: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        return rest.indices.first { index in
            if rest[index] == UInt8(ascii: "(") { depth += 1 }
            if rest[index] == UInt8(ascii: ")") { depth -= 1 }
            return depth < 0
        }
    }

    /// Which codes two neighbouring bytes speak for, whether a Latin letter touches a Cyrillic one, and whether a sign
    /// stands there that only a word processor's font has.
    ///
    /// Almost every text has neither, and the patterns are slow.
    private static func suspects(
        _ bytes: ArraySlice<UInt8>
    ) -> (codes: Set<DiagnosticCode>, isMixed: Bool, hasFontSign: Bool) {
        var codes: Set<DiagnosticCode> = []
        var isMixed = false
        var hasFontSign = false
        bytes.withUnsafeBufferPointer { bytes in
            var before: UInt8 = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case 0x41...0x5A, 0x61...0x7A: if before >= 0x80 { isMixed = true }
                case 0xD0, 0xD1:
                    if before.isASCIILetter { isMixed = true }
                    // The second byte of a letter says nothing.
                    if index < bytes.count { index += 1 }
                    before = 0xD0
                    continue
                case 0x30...0x39: if before == UInt8(ascii: "[") { codes.insert(.wordFootnote) }
                case 0x80...0xA3: if before == 0xEE || before == 0xEF { hasFontSign = true }
                case 0xA4...0xFF, 0x20: if before == 0xEE { hasFontSign = true }
                default: if let code = suspect(before, byte) { codes.insert(code) }
                }
                if before == UInt8(ascii: "["), "Tt!".utf8.contains(byte) { codes.insert(.foreignMark) }
                if before == UInt8(ascii: "{"), ".#".utf8.contains(byte) { codes.insert(.foreignMark) }
                before = byte
            }
        }
        return (codes, isMixed, hasFontSign)
    }

    private static func suspect(_ before: UInt8, _ byte: UInt8) -> DiagnosticCode? {
        switch byte {
        case UInt8(ascii: "("): before == UInt8(ascii: "]") ? .spacedAddress : nil
        case UInt8(ascii: "/"): before == UInt8(ascii: ":") ? .localPath : nil
        case UInt8(ascii: "["): before == byte ? .openWikiLink : nil
        case UInt8(ascii: "*"), UInt8(ascii: "~"): before == byte ? .openMark : nil
        case UInt8(ascii: "`"): .openMark
        case UInt8(ascii: "#"): before == UInt8(ascii: "{") ? .headingAnchor : nil
        case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "<"),
            UInt8(ascii: "%"):
            before == byte || before == UInt8(ascii: "{") ? .foreignMark : nil
        default: nil
        }
    }

    /// What stands behind a backslash was meant to be seen; a place on a disk begins no word's middle and no address.
    private func isContinued(_ code: DiagnosticCode, _ offset: Int) -> Bool {
        guard offset > 0 else { return false }
        let before = file.bytes[offset - 1]
        if code == .localPath { return before.isASCIIAlphanumeric || before >= 0x80 || before == UInt8(ascii: "(") }
        return before == UInt8(ascii: "\\")
    }

    private mutating func tell(_ code: DiagnosticCode, _ piece: Substring, _ range: Range<Int>, _ leaf: Int) {
        let word = String(piece)
        switch code {
        case .openMark, .foreignMark:
            guard told.insert(leaf).inserted else { return }
            // `[TOC]` as a whole, of `==words==` the signs.
            let sign = word.hasPrefix("[") ? "" : mark(word)
            report(code, [sign.isEmpty ? word : sign], range, word.hasPrefix("[!") ? Self.alerts(near: word) : [])
        case .wordFootnote:
            // One a text: the mark and the note that a word processor put at the end.
            guard told.insert(0).inserted else { return }
            report(code, [word, String(word.dropFirst().dropLast())], range)
        case .spacedAddress: tellAddress(word, range)
        case .openWikiLink where word.hasSuffix("]"): report(.emptyWikiLink, [], range)
        default: report(code, [word], range)
        }
    }

    /// The marks of alerts that were probably meant: `[!NOTE]` for `[!NOTES]`.
    private static func alerts(near mark: String) -> [String] {
        let name = String(mark.dropFirst(2).dropLast())
        // A mark that is right lacks the sign before it alone.
        if Alert.names.keys.contains(where: { $0.uppercased() == name.uppercased() }) { return ["> " + mark] }
        return NameSuggester(Alert.names.keys.sorted()).nearest(to: name).map { "[!\($0.uppercased())]" }
    }

    /// `==` of `==words==`.
    private func mark(_ word: String) -> String { String(word.prefix { !$0.isLetter && !$0.isWhitespace }) }

    /// `](an address)`: a place on the own computer, or one with spaces.
    private mutating func tellAddress(_ piece: String, _ range: Range<Int>) {
        let address = String(piece.dropFirst(2).dropLast())
        let place = range.lowerBound + 2..<max(range.lowerBound + 2, range.upperBound - 1)
        // With backslashes it is told from the source.
        if address.contains("\\") { return }
        if address.contains(Self.local) {
            report(.localPath, [address], place)
        } else {
            report(.spacedAddress, [address], place, ["<\(address)>"])
        }
    }

    // Safe between threads: regular expressions are values that nothing changes; the library does not say so of its type.
    private nonisolated(unsafe) static let local = /^(?:[A-Za-z]:\/|file:)/

    private nonisolated(unsafe) static let patterns: [(DiagnosticCode, Regex<Substring>)] = [
        (.spacedAddress, /\]\([^()<>\n]*[^()<>\n\s][^()<>\n]*(?:\([^()\n]*\)[^()\n]*)*\)/),
        (.localPath, /file:\/\/[^\s)]*/),
        (.openWikiLink, /\[\[(?:\s*\]\])?/), (.openMark, /\*\*|~~|`/), (.wordFootnote, /\[\d{1,3}\]/),
        (.headingAnchor, /\{#[^}\s]*\}/),
        (
            .foreignMark,
            /\[TOC\]|\[toc\]|^\[!\p{L}[^\]\s]*\]|\{[.#:] ?[A-Za-z][^{}\n]*\}\s*$|\{\{[<%][^}]*\}\}|==\p{L}[^=\n]*==|^!!!(?: |$)[^\n]*|^:::[^\n]*/
        ),
    ]

    // MARK: Letters

    /// Words of both alphabets whose Latin letters all look Cyrillic.
    private mutating func readLetters(_ string: String, _ place: (Range<String.Index>) -> Range<Int>) {
        var index = string.unicodeScalars.startIndex
        let scalars = string.unicodeScalars
        while index < scalars.endIndex {
            guard scalars[index].properties.isAlphabetic else {
                index = scalars.index(after: index)
                continue
            }
            let word = scalars[index...].prefix { $0.properties.isAlphabetic }
            let latin = word.filter { $0.isASCII }
            let cyrillic = word.filter { (0x400...0x4FF).contains($0.value) }
            if !latin.isEmpty, cyrillic.count > 1, latin.allSatisfy({ LookAlikes.cyrillicAsSeen($0) != nil }) {
                let right = String(String.UnicodeScalarView(word.map { LookAlikes.cyrillicAsSeen($0) ?? $0 }))
                report(.mixedLetters, [String(word), right], place(index..<word.endIndex), [right])
            }
            index = word.endIndex
        }
    }
}
