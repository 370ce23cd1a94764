import Diagnostics

/// Marks that mark nothing up, and so would be read as letters.
///
/// CommonMark has no errors: a slip leaves the text as it stands. What stands in the finished tree as text and yet looks
/// like markup is a slip; code, addresses and what was written behind a backslash are none. O(bytes of text).
struct VisibleMarks {
    private let document: Document
    private let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    /// Marks that are told once a text: `**`, `==`.
    private var told: Set<Int> = []

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
                readLines(node)
            case .tableCell: (leaf, isInHeading) = (index, false)
            case .alert where node.end == index + 1: report(.emptyAlert, [], node.range)
            case .codeBlock(let info, let literal): readCode(node, info, literal)
            case .text(let text) where index >= linkEnd:
                readText(text, node, index, leaf: leaf, isInHeading: isInHeading)
            default: break
            }
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>, _ candidates: [String] = []
    ) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range), candidates: candidates))
    }

    // MARK: Texts

    private mutating func readText(_ text: TextRange, _ node: Node, _ index: Int, leaf: Int, isInHeading: Bool) {
        let (suspects, isMixed) = Self.suspects(document.text[text.bounds])
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
                guard file.bytes[range].elementsEqual(piece.utf8), !isContinued(code, range.lowerBound) else {
                    continue
                }
                tell(code, piece, range, leaf)
            }
        }
        if isMixed { readLetters(string, place) }
    }

    /// `[text](https://a b)`: the address became a link by itself as far as the space, and the rest is letters.
    private mutating func readTornAddress(_ link: Node) {
        let start = link.range.lowerBound
        var before = start
        while before > 0, file.bytes[before - 1] == 0x20 { before -= 1 }
        guard before >= 2, file.bytes[before - 2..<before].elementsEqual("](".utf8) else { return }
        let rest = file.bytes[start..<file.lineRange(from: start).upperBound]
        guard let end = Self.closing(rest), rest[..<end].contains(0x20) else { return }
        let address = file.text(start..<end)
        report(.spacedAddress, [address], start..<end, ["<\(address)>"])
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

    /// Which codes two neighbouring bytes speak for, and whether a Latin letter touches a Cyrillic one.
    ///
    /// Almost every text has neither, and the patterns are slow.
    private static func suspects(_ bytes: ArraySlice<UInt8>) -> (codes: Set<DiagnosticCode>, isMixed: Bool) {
        var codes: Set<DiagnosticCode> = []
        var isMixed = false
        var before: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: if before >= 0x80 { isMixed = true }
            case 0xD0, 0xD1: if before.isASCIILetter { isMixed = true }
            case 0x30...0x39: if before == UInt8(ascii: "[") { codes.insert(.wordFootnote) }
            case 0x80...0xFF, 0x20: break
            default: if let code = suspect(before, byte) { codes.insert(code) }
            }
            if before == UInt8(ascii: "["), "Tt!".utf8.contains(byte) { codes.insert(.foreignMark) }
            before = byte
        }
        return (codes, isMixed)
    }

    private static func suspect(_ before: UInt8, _ byte: UInt8) -> DiagnosticCode? {
        switch byte {
        case UInt8(ascii: "("): before == UInt8(ascii: "]") ? .spacedAddress : nil
        case UInt8(ascii: "\\"), UInt8(ascii: "/"):
            [UInt8(ascii: ":"), UInt8(ascii: "\\")].contains(before) ? .localPath : nil
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
        NameSuggester(Alert.names.keys.sorted()).nearest(to: String(mark.dropFirst(2).dropLast())).map {
            "[!\($0.uppercased())]"
        }
    }

    /// `==` of `==words==`.
    private func mark(_ word: String) -> String { String(word.prefix { !$0.isLetter && !$0.isWhitespace }) }

    /// `](an address)`: a place on the own computer, or one with spaces.
    private mutating func tellAddress(_ piece: String, _ range: Range<Int>) {
        let address = String(piece.dropFirst(2).dropLast())
        let place = range.lowerBound + 2..<max(range.lowerBound + 2, range.upperBound - 1)
        if address.contains(Self.local) {
            report(.localPath, [address], place)
        } else {
            report(.spacedAddress, [address], place, ["<\(address)>"])
        }
    }

    // Safe between threads: regular expressions are values that nothing changes; the library does not say so of its type.
    private nonisolated(unsafe) static let local = /^(?:[A-Za-z]:[\\\/]|\\\\|file:)/

    private nonisolated(unsafe) static let patterns: [(DiagnosticCode, Regex<Substring>)] = [
        (.spacedAddress, /\]\([^()<>\n]*[^()<>\n\s][^()<>\n]*(?:\([^()\n]*\)[^()\n]*)*\)/),
        (.localPath, /[A-Za-z]:\\[^\s)]*|\\\\[\p{L}\d][\p{L}\d.\-]*\\[^\s)]*|file:\/\/[^\s)]*/),
        (.openWikiLink, /\[\[(?:\s*\]\])?/), (.openMark, /\*\*|~~|`/), (.wordFootnote, /\[\d{1,3}\]/),
        (.headingAnchor, /\{#[^}\s]*\}/),
        (
            .foreignMark,
            /\[TOC\]|\[toc\]|^\[!\p{L}[^\]\s]*\]|\{\{[<%][^}]*\}\}|==\p{L}[^=\n]*==|^!!!(?: |$)[^\n]*|^:::[^\n]*/
        ),
    ]

    // MARK: Letters

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "k": "к", "A": "А", "B": "В", "C": "С",
        "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х",
    ]

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
            if !latin.isEmpty, cyrillic.count > 1, latin.allSatisfy({ Self.twins[$0] != nil }) {
                let right = String(String.UnicodeScalarView(word.map { Self.twins[$0] ?? $0 }))
                report(.mixedLetters, [String(word), right], place(index..<word.endIndex), [right])
            }
            index = word.endIndex
        }
    }

    // MARK: Lines

    /// Lists as word processors paste them, told at their first line.
    private mutating func readLines(_ node: Node) {
        var marked: [Character: (count: Int, first: Range<Int>)] = [:]
        var start = node.range.lowerBound
        while start < node.range.upperBound {
            let line = file.lineRange(from: start).clamped(to: start..<node.range.upperBound)
            start = line.upperBound + 1
            guard let sign = Self.listSign(file.bytes[line]) else { continue }
            if sign == "1" {
                let end =
                    file.bytes[line].firstIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ".") }
                    ?? line.lowerBound
                report(.gluedNumber, [file.text(line.lowerBound..<end + 1)], line.lowerBound..<end + 1)
                return
            }
            marked[sign] = ((marked[sign]?.count ?? 0) + 1, marked[sign]?.first ?? line)
        }
        let told = marked.filter { $0.key == "•" || $0.value.count > 1 }.min {
            $0.value.first.lowerBound < $1.value.first.lowerBound
        }
        guard let told else { return }
        let written = file.text(told.value.first).prefix { $0 != " " && $0 != "\t" && $0 != "\u{A0}" }
        report(.pastedList, [told.key == "а" ? String(written.prefix(2)) : String(written.prefix(1))], told.value.first)
    }

    /// «•» for any bullet, «–» for a dash, «а» for a letter with a bracket, «1» for a number that sticks to its text.
    private static func listSign(_ line: ArraySlice<UInt8>) -> Character? {
        guard let byte = line.first else { return nil }
        let isSign = byte == 0xE2 || byte == 0xC2 || byte.isASCIIDigit
        let behind = line.dropFirst(byte < 0x80 ? 1 : 2).first
        guard isSign || (behind == UInt8(ascii: ")") && (byte.isASCIILetter || byte >= 0xD0)) else { return nil }
        let text = String(decoding: line.prefix(16), as: UTF8.self)
        guard let first = text.first else { return nil }
        let rest = text.dropFirst()
        if "•·▪‣●○■□".contains(first) { return "•" }
        if "–—−".contains(first), rest.first?.isWhitespace == true { return "–" }
        if first.isLetter, first.isLowercase, rest.first == ")" { return "а" }
        if text.firstMatch(of: /^\d{1,2}[.)]\p{Lu}/) != nil { return "1" }
        return nil
    }

    // MARK: Code

    private mutating func readCode(_ node: Node, _ info: TextRange, _ literal: TextRange) {
        let line = file.lineRange(from: node.range.lowerBound)
        let first = file.bytes[line].first { $0 != 0x20 && $0 != 0x09 }
        if first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
            let fence = file.bytes[line].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }.prefix {
                $0 == first
            }
            let last = file.bytes[node.range].split(separator: UInt8(ascii: "\n")).last ?? []
            let closing = last.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
            let isClosed = closing.startIndex > line.upperBound && closing.prefix { $0 == first }.count >= fence.count
            let isLast = !file.bytes[node.range.upperBound...].contains { !$0.isMarkdownSpace }
            if !isClosed, isLast { report(.openFence, [String(decoding: fence, as: UTF8.self)], line) }
        } else if info.isEmpty, first != UInt8(ascii: "#"),
            document.string(literal).unicodeScalars.contains(where: { (0x400...0x4FF).contains($0.value) })
        {
            let start = node.range.lowerBound
            report(.indentedProse, [], lineStart(start)..<max(lineStart(start), line.upperBound))
        }
    }

    private func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }
}
