import Diagnostics

/// Finds what Git leaves in a file where two people changed the same lines.
///
/// ```
/// conflict = "<<<<<<<" [ " " name ] LF lines "=======" LF lines ">>>>>>>" [ " " name ] LF
/// ```
/// All marks stand at the beginning of a line. An ending that was left behind alone is told too; a line of `=` alone
/// is not, since it underlines a heading.
package enum MergeMarkers {
    /// One error for each conflict of a part of a file, at its first mark; in the order of the text.
    ///
    /// O(bytes).
    package static func diagnostics(_ file: SourceFile, in part: Range<Int>? = nil) -> [Diagnostic] {
        let part = part ?? 0..<file.bytes.count
        var result: [Diagnostic] = []
        var isOpen = false
        var start = part.lowerBound
        while start < part.upperBound {
            let line = file.lineRange(from: start)
            let isBeginning = isMark(UInt8(ascii: "<"), file.bytes[line])
            let isEnd = isMark(UInt8(ascii: ">"), file.bytes[line])
            if isBeginning || (isEnd && !isOpen) {
                result.append(Diagnostic(.mergeMarker, at: SourceLocation(file, line)))
            }
            isOpen = isBeginning || (isOpen && !isEnd)
            start = line.upperBound + 1
        }
        return result
    }

    private static func isMark(_ mark: UInt8, _ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 7, line.prefix(7).allSatisfy({ $0 == mark }) else { return false }
        return line.count == 7 || line[line.startIndex + 7] == 0x20
    }
}
