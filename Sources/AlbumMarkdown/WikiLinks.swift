/// `[[target]]` and `[[target|label]]`: a link to a material by its id.
///
/// The label may have inline marks, no links.
enum WikiLinks {
    typealias Step = InlineExtensions.Step

    /// Turns a matched `[[` and `]]` into a node; not where no target stands between them.
    static func join(
        _ steps: inout [Step], _ opener: Int, _ closer: Int, _ source: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard case .mark(_, _, let open) = steps[opener], case .mark(_, _, let close) = steps[closer],
            opener + 1 < closer, case .text(let text, let range) = steps[opener + 1],
            text.bounds.count == range.count, range.lowerBound == open.upperBound
        else { return false }
        let bar = range.first { source[$0] == UInt8(ascii: "|") }
        guard bar != nil || opener + 2 == closer else { return false }
        var target = range.lowerBound..<(bar ?? range.upperBound)
        while let first = target.first, source[first].isSpaceOrTab { target = target.dropFirst() }
        while let last = target.last, source[last].isSpaceOrTab { target = target.dropLast() }
        guard !target.isEmpty else { return false }
        let shift = text.bounds.lowerBound - range.lowerBound
        let kept = TextRange(target.lowerBound + shift..<target.upperBound + shift)
        steps[opener] = .begin(.wikiLink(target: kept), start: open.lowerBound)
        steps[closer] = .end(close.upperBound)
        guard let bar else {
            steps[opener + 1] = .nothing
            return true
        }
        let label = bar + 1..<range.upperBound
        steps[opener + 1] = .text(TextRange(label.lowerBound + shift..<label.upperBound + shift), label)
        return true
    }
}
