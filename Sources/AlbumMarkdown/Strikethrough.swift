/// `~text~` and `~~text~~`: struck out, with GFM's meaning.
///
/// Runs of three and more tildes are text.
enum Strikethrough {
    /// Whether a run of tildes can open or close, by the flanking rules of CommonMark.
    static func flanks(_ source: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> (opens: Bool, closes: Bool) {
        let before = kind(source, endingAt: run.lowerBound)
        let after = kind(source, beginningAt: run.upperBound)
        let opens = after != .space && (after != .punctuation || before != .other)
        let closes = before != .space && (before != .punctuation || after != .other)
        return (opens, closes)
    }

    /// Turns a matched opener and closer into a node around what stands between.
    static func join(_ steps: inout [InlineExtensions.Step], _ opener: Int, _ closer: Int) {
        guard case .mark(_, _, let open) = steps[opener], case .mark(_, _, let close) = steps[closer] else { return }
        steps[opener] = .begin(.strikethrough, start: open.lowerBound)
        steps[closer] = .end(close.upperBound)
    }

    private enum Neighbour { case space, punctuation, other }

    private static func kind(_ source: UnsafeBufferPointer<UInt8>, beginningAt index: Int) -> Neighbour {
        guard index < source.count else { return .space }
        if source[index] == 0xC2, index + 1 < source.count { return latin(source[index + 1]) }
        if source[index] == 0xE2, index + 1 < source.count { return general(source[index + 1]) }
        return ascii(source[index])
    }

    private static func kind(_ source: UnsafeBufferPointer<UInt8>, endingAt index: Int) -> Neighbour {
        guard index > 0 else { return .space }
        if index > 1, source[index - 2] == 0xC2 { return latin(source[index - 1]) }
        if index > 2, source[index - 3] == 0xE2 { return general(source[index - 2]) }
        return ascii(source[index - 1])
    }

    private static func ascii(_ byte: UInt8) -> Neighbour {
        if byte.isMarkdownSpace { return .space }
        return byte.isASCIIPunctuation || byte == Mask.bracket ? .punctuation : .other
    }

    /// U+0080 to U+00BF: the no-break space, and « » § and the like.
    private static func latin(_ second: UInt8) -> Neighbour {
        second == 0xA0 ? .space : [0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF].contains(second) ? .punctuation : .other
    }

    /// U+2000 to U+207F: dashes, quotes, the ellipsis.
    private static func general(_ second: UInt8) -> Neighbour {
        second == 0x80 || second == 0x81 ? .punctuation : .other
    }
}
