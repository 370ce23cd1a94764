// What stands within a line.
extension MarkdownWriter {
    /// A part of a line.
    private enum Piece {
        /// As it is to stand.
        case text(String)
        /// What is set off by marks at both ends, or by tags where marks would not be read as such.
        case marked(String, mark: String, tag: String)
        /// Letters of a program.
        case code(String)
    }

    /// White space is one blank, and none behind another; a break is `\` at the end of a line.
    func inline(_ nodes: [HTMLTree.Node]) -> String {
        let pieces = pieces(nodes)
        var output = ""
        for (place, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text):
                // Behind a sign of exclamation a link would be a picture.
                if text.hasPrefix("["), output.hasSuffix("!") {
                    output.insert("\\", at: output.index(before: output.endIndex))
                }
                let isBehindBlank = output.last?.isBlank ?? false
                output += isBehindBlank && text.hasPrefix(" ") ? String(text.dropFirst()) : text
            case .marked(let text, let mark, let tag):
                let behind = Self.first(of: pieces[(place + 1)...])
                output +=
                    Self.areRead(mark, around: text, before: output.last, behind: behind)
                    ? mark + text + mark : "<\(tag)>\(text)</\(tag)>"
            case .code(let text):
                // Marks of two that meet would be one run; a stroke behind `\` would end the cell of a table.
                let code = Self.code(text)
                let isTagged = output.last == "`" && code.first == "`" || text.contains("\\|")
                output += isTagged ? "<code>\(Self.words(text).map(Self.escaped).joined())</code>" : code
            }
        }
        return output
    }

    /// The sign that follows, as far as marks are concerned.
    private static func first(of pieces: ArraySlice<Piece>) -> Character? {
        for piece in pieces {
            switch piece {
            case .text(let text): if let first = text.first { return first }
            case .marked(_, let mark, _): return mark.first
            case .code: return "`"
            }
        }
        return nil
    }

    /// Whether marks at both ends of a text are read as such where they stand (CommonMark 0.31, 6.2).
    private static func areRead(
        _ mark: String, around text: String, before: Character?, behind: Character?
    ) -> Bool {
        guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace else {
            return false
        }
        // Marks that meet are one run, and what stands within may close what stands without.
        if [before, behind, last].contains(mark.first) || hasMark(mark.first, in: text) { return false }
        // Readers differ in whether symbols are punctuation.
        func isOpen(_ inner: Character, _ outer: Character?) -> Bool {
            guard inner.isPunctuation || inner.isSymbol, let outer else { return true }
            return outer.isWhitespace || outer.isPunctuation || outer.isASCII && outer.isSymbol
        }
        return isOpen(first, before) && isOpen(last, behind)
    }

    /// Whether a sign stands in a text with no `\` before it.
    private static func hasMark(_ mark: Character?, in text: String) -> Bool {
        var isEscaped = false
        for sign in text {
            if sign == mark, !isEscaped { return true }
            isEscaped = sign == "\\" && !isEscaped
        }
        return false
    }

    private func pieces(_ nodes: [HTMLTree.Node]) -> [Piece] {
        nodes.flatMap { node -> [Piece] in
            switch node {
            case .text(let text):
                [.text(Self.words(text).map { $0 == " " ? " " : Self.escaped($0) }.joined())]
            case .element(let element): Self.isLeftOut(element) ? [] : pieces(of: element)
            }
        }
    }

    private func pieces(of element: HTMLTree.Element) -> [Piece] {
        switch element.name {
        case "br": return [.text("\\\n")]
        case "em", "i": return aside(element) { [.marked($0, mark: "*", tag: "em")] }
        case "strong", "b": return aside(element) { [.marked($0, mark: "**", tag: "strong")] }
        case "s", "del": return aside(element) { [.marked($0, mark: "~~", tag: "del")] }
        case "code", "pre": return [.code(Self.plain(element.children))]
        case "sup" where element["class"] == "footnote-ref": return [.text("[^\(Self.plain(element.children))]")]
        case "sup", "sub":
            let text = inline(element.children)
            return text.isEmpty ? [] : [.text("<\(element.name)>\(text)</\(element.name)>")]
        case "a":
            guard let target = element["href"].flatMap(address) else { return pieces(element.children) }
            return aside(element) { [.text("[\($0)](\(Self.destination(target)))")] }
        case "img":
            let words = Self.escaped(Self.words(element["alt"] ?? "").joined())
            guard let target = element["src"].flatMap(address) else { return [.text(words)] }
            return [.text("![\(words)](\(Self.destination(target)))")]
        default: return pieces(element.children)
        }
    }

    /// What is made of the text of an element, and the blanks at its ends outside of that; nothing of one without a text.
    private func aside(_ element: HTMLTree.Element, _ make: (String) -> [Piece]) -> [Piece] {
        let text = inline(element.children)
        let inner = text.trimmed
        guard !inner.isEmpty, let place = text.firstRange(of: inner) else {
            return text.isEmpty ? [] : [.text(text)]
        }
        func end(_ blanks: Substring) -> [Piece] {
            blanks.isEmpty ? [] : [.text(blanks.contains("\n") ? "\\\n" : " ")]
        }
        return end(text[..<place.lowerBound]) + make(inner) + end(text[place.upperBound...])
    }

    /// The text of nodes as it is.
    static func plain(_ nodes: [HTMLTree.Node]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .element(let element): plain(element.children)
            }
        }.joined()
    }

    /// Letters of a program in a line, between as many marks as none of them is.
    static func code(_ text: String) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        if line.trimmed.isEmpty { return line }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        // A blank at both ends is taken away by who reads it.
        let isBare = line.first == " " && line.last == " " || line.first == "`" || line.last == "`"
        return isBare ? "\(fence) \(line) \(fence)" : fence + line + fence
    }

    /// Length of the longest run of a letter.
    static func longestRun(of letter: Character, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for sign in text {
            run = sign == letter ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// Runs of letters and single blanks; a hard blank is a letter.
    private static func words(_ text: String) -> [String] {
        var found: [String] = []
        var word = ""
        for letter in text {
            if letter == " " || letter.isNewline || letter == "\t" {
                if !word.isEmpty { found.append(word) }
                word = ""
                if found.last != " " { found.append(" ") }
            } else {
                word.append(letter)
            }
        }
        if !word.isEmpty { found.append(word) }
        return found
    }

    /// An address in which no letter ends it or means anything.
    package static func destination(_ address: String) -> String {
        let codes: [Character: String] = [
            " ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "\n": "%0A", "\r": "%0D",
            "|": "%7C",
        ]
        return String(address.map { codes[$0] ?? String($0) }.joined())
            .replacing(/&(?=#|[A-Za-z]+[0-9]*;)/) { _ in "&amp;" }
    }

    private static let meaning: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", "~"]

    /// A text in which no letter means anything to Markdown.
    package static func escaped(_ text: String) -> String {
        guard text.contains(where: { meaning.contains($0) || $0 == "&" }) else { return text }
        var output = ""
        var rest = text[...]
        while let letter = rest.popFirst() {
            // An ampersand begins a reference before a name alone.
            let isReference = letter == "&" && (rest.first.map { $0 == "#" || $0.isASCII && $0.isLetter } ?? false)
            if meaning.contains(letter) || isReference { output.append("\\") }
            output.append(letter)
        }
        return output
    }
}

extension String {
    /// Without white space and breaks at its ends.
    var trimmed: String {
        var rest = self[...]
        while true {
            if rest.hasPrefix("\\\n") {
                rest.removeFirst(2)
            } else if rest.hasSuffix("\\\n") {
                rest.removeLast(2)
            } else if let first = rest.first, first.isBlank {
                rest.removeFirst()
            } else if let last = rest.last, last.isBlank {
                rest.removeLast()
            } else {
                return String(rest)
            }
        }
    }
}

extension Character {
    /// White space of which one is as good as many: a hard blank is a letter.
    fileprivate var isBlank: Bool { isWhitespace && self != "\u{A0}" }
}
