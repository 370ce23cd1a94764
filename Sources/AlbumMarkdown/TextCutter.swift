/// Cuts a run of verbatim text at the marks of ``InlineExtensions``.
struct TextCutter {
    let source: CmarkParser.Bytes
    /// The run in the source.
    let range: Range<Int>
    /// Where its bytes, the same and as many, begin in the document's text.
    let textStart: Int
    let extensions: MarkdownParser.Extensions
    /// Inside links and images only strikethrough is looked for.
    let inLink: Bool
    let mayBeginNote: Bool

    func cut(into list: inout InlineExtensions) {
        var done = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            guard let end = step(at: index, after: done, &list) else {
                index += 1
                continue
            }
            done = end
            index = end
        }
        appendText(done..<range.upperBound, &list)
    }

    private func text(_ place: Range<Int>) -> TextRange {
        TextRange(place.lowerBound - range.lowerBound + textStart..<place.upperBound - range.lowerBound + textStart)
    }

    private func appendText(_ place: Range<Int>, _ list: inout InlineExtensions) {
        if !place.isEmpty { list.steps.append(.text(text(place), place)) }
    }

    /// Appends what begins at `index`, and the text before it; returns where it ends.
    private func step(at index: Int, after done: Int, _ list: inout InlineExtensions) -> Int? {
        switch source[index] {
        case UInt8(ascii: "~"): extensions.contains(.strikethrough) ? tilde(index, done, &list) : nil
        case _ where inLink: nil
        case UInt8(ascii: "["), UInt8(ascii: "]"): extensions.contains(.wikiLinks) ? bracket(index, done, &list) : nil
        case Mask.bracket: extensions.contains(.footnotes) ? footnote(index, done, &list) : nil
        case UInt8(ascii: "@"): extensions.contains(.autolinks) ? mail(index, done, &list) : nil
        case UInt8(ascii: "h"), UInt8(ascii: "w"), UInt8(ascii: "H"), UInt8(ascii: "W"):
            extensions.contains(.autolinks) ? address(index, done, &list) : nil
        default: nil
        }
    }

    private func tilde(_ index: Int, _ done: Int, _ list: inout InlineExtensions) -> Int? {
        var end = index + 1
        while end < range.upperBound, source[end] == UInt8(ascii: "~") { end += 1 }
        appendText(done..<index, &list)
        guard end - index <= 2 else {
            appendText(index..<end, &list)
            return end
        }
        let flank = Strikethrough.flanks(source, index..<end)
        list.flanks[list.steps.count] = flank
        let mark: InlineExtensions.Mark = end - index == 2 ? .doubleTilde : .tilde
        list.steps.append(.mark(mark, text(index..<end), index..<end))
        return end
    }

    private func bracket(_ index: Int, _ done: Int, _ list: inout InlineExtensions) -> Int? {
        guard index + 1 < range.upperBound, source[index + 1] == source[index] else { return nil }
        appendText(done..<index, &list)
        let mark: InlineExtensions.Mark = source[index] == UInt8(ascii: "[") ? .wikiOpen : .wikiClose
        list.steps.append(.mark(mark, text(index..<index + 2), index..<index + 2))
        return index + 2
    }

    private func footnote(_ index: Int, _ done: Int, _ list: inout InlineExtensions) -> Int? {
        guard let close = Footnotes.labelEnd(source, from: index, limit: range.upperBound) else { return nil }
        appendText(done..<index, &list)
        let label = text(index + 2..<close)
        let isFirst = mayBeginNote && index == range.lowerBound
        if isFirst, close + 1 < range.upperBound, source[close + 1] == UInt8(ascii: ":") {
            var end = close + 2
            while end < range.upperBound, source[end].isSpaceOrTab { end += 1 }
            list.steps.append(.note(label: label, index..<end))
            return end
        }
        list.steps.append(.mention(label: label, index..<close + 1))
        return close + 1
    }

    private func address(_ index: Int, _ done: Int, _ list: inout InlineExtensions) -> Int? {
        guard Autolinks.mayBegin(source, at: index, from: range.lowerBound),
            let end = Autolinks.addressEnd(source, from: index, limit: range.upperBound)
        else { return nil }
        appendText(done..<index, &list)
        let prefix = source[index] | 0x20 == UInt8(ascii: "w") ? "http://" : ""
        list.steps.append(
            .address(destination: prefix.utf8 + Array(source[index..<end]), text(index..<end), index..<end))
        return end
    }

    private func mail(_ index: Int, _ done: Int, _ list: inout InlineExtensions) -> Int? {
        guard let place = Autolinks.mailRange(source, around: index, from: done, limit: range.upperBound) else {
            return nil
        }
        appendText(done..<place.lowerBound, &list)
        list.steps.append(.address(destination: "mailto:".utf8 + Array(source[place]), text(place), place))
        return place.upperBound
    }
}
