/// Where the inlines of one leaf block stand in the text that was parsed.
///
/// libcmark strips the marks of containers and the indentation off each line, joins the rest and counts columns in
/// that. This map knows where each line's content begins in both. Lines after a link whose address breaks over lines
/// are counted short by libcmark, but line and column still give the place in the joined content, and that is what
/// is looked up.
struct LeafMap {
    /// Where each line's content begins in the joined content.
    private var content: [Int] = []
    /// Where it begins in the text.
    private(set) var source: [Int] = []
    private var firstLine = 0
    private var blockOffset = 0
    /// Added to a column where the leaf has one line.
    private var base = 0
    private(set) var end = 0

    var start: Int { source.first ?? base }

    /// A leaf on one line: columns count from `base`, the content begins at `start`.
    mutating func set(base: Int, start: Int, end: Int) {
        content.removeAll(keepingCapacity: true)
        source.removeAll(keepingCapacity: true)
        source.append(start)
        self.base = base
        self.end = end
    }

    /// Moves the start of a leaf on one line on.
    mutating func skipStart(while isSkipped: (Int) -> Bool) {
        while source[0] < end, isSkipped(source[0]) { source[0] += 1 }
    }

    /// A leaf on several lines, given as the ranges of their content.
    mutating func set(lines: ArraySlice<Range<Int>>, firstLine: Int, blockOffset: Int) {
        content.removeAll(keepingCapacity: true)
        source.removeAll(keepingCapacity: true)
        var joined = 0
        for line in lines {
            content.append(joined)
            source.append(line.lowerBound)
            joined += line.count + 1
        }
        self.firstLine = firstLine
        self.blockOffset = blockOffset
        end = lines.last?.upperBound ?? 0
    }

    /// The offset of a place that libcmark gives from 1.
    func offset(line: Int, column: Int) -> Int {
        if content.isEmpty { return min(base + column - 1, end) }
        var index = min(max(line - firstLine, 0), content.count - 1)
        let place = content[index] + max(column - 1 - blockOffset, 0)
        while index + 1 < content.count, content[index + 1] <= place { index += 1 }
        return min(source[index] + place - content[index], end)
    }

    /// Where the content of a line begins.
    func contentStart(ofLine line: Int) -> Int? {
        let index = line - firstLine
        return index < source.count ? source[index] : nil
    }

    /// The number of the line after the line end at `offset`; absent in a leaf of one line.
    func line(afterLineEnd offset: Int, from line: Int) -> Int? {
        guard !content.isEmpty else { return nil }
        var index = max(line - firstLine, 0)
        while index < source.count, source[index] <= offset { index += 1 }
        return firstLine + index
    }
}
