/// A mistake of an editor in a small site, and what its remedy makes of it.
///
/// ```
/// Example("unknown-field", .practice, "format:", wrote: "фомат:")
/// ```
/// puts «фомат:» in the place of «format:» in a practice that is right. The tests make each mistake and follow its
/// remedy to the letter: the message comes, and goes again. `album explain` shows both.
package struct Example: Sendable {
    /// Of the diagnostic that the mistake causes.
    package let code: String
    package let file: SampleSite.File
    /// What stands in the file.
    package let right: String
    /// What the editor wrote in its place.
    package let wrong: String
    /// What the remedy makes of it: not always what stood there.
    package let mended: String

    init(_ code: String, _ file: SampleSite.File, _ right: String, wrote wrong: String, mended: String? = nil) {
        self.code = code
        self.file = file
        self.right = right
        self.wrong = wrong
        self.mended = mended ?? right
    }

    /// Every one, those of a code in the order in which they are shown.
    package static let all: [Example] = common + more + word + lost

    /// The lines of the file that differ, with those beside them: as written, and as mended.
    package var excerpts: (before: [String], after: [String]) {
        let text = SampleSite.texts[file] ?? ""
        func lines(_ part: String) -> [String] {
            text.replacing(right, with: part, maxReplacements: 1)
                .split(separator: "\n", omittingEmptySubsequences: false).map { Self.visible(String($0)) }
        }
        let (before, after) = (lines(wrong), lines(mended))
        let beginning = zip(before, after).prefix { $0 == $1 }.count
        let shared = min(before.count, after.count) - beginning
        let end = zip(before.reversed(), after.reversed()).prefix(shared).prefix { $0 == $1 }.count
        let parts = (before[beginning..<before.count - end], after[beginning..<after.count - end])
        // Beside nothing, the nearest lines tell where it is; blank ones tell nothing.
        let isNothing = parts.0.allSatisfy(\.isEmpty) || parts.1.allSatisfy(\.isEmpty)
        let above = before[..<beginning].suffix(isNothing ? Self.farthestLine : 1)
        let below = before[(before.count - end)...].prefix(isNothing ? Self.farthestLine : 1)
        let context = (
            above.lastIndex { !$0.isEmpty }.map { above[$0...] } ?? [],
            below.firstIndex { !$0.isEmpty }.map { below[...$0] } ?? []
        )
        return (Array(context.0 + parts.0 + context.1), Array(context.0 + parts.1 + context.1))
    }

    /// A line in which what nobody sees can be seen, cut where it is too long to read.
    private static func visible(_ line: String) -> String {
        var result = ""
        for scalar in line.unicodeScalars {
            switch scalar.properties.generalCategory {
            case _ where scalar == "\t": result += "⇥"
            case _ where scalar == "\u{A0}": result += "⍽"
            case .control, .format, .privateUse:
                result += "⟨U+" + String(scalar.value, radix: 16, uppercase: true) + "⟩"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.count > longestLine ? result.prefix(longestLine) + "…" : result
    }

    private static let longestLine = 140
    private static let farthestLine = 3
}
