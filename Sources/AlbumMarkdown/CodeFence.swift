import Diagnostics

/// The signs around a block of code; one that is merely indented has none.
package enum CodeFence {
    /// The sign that a block of code is fenced with: a backtick or a tilde.
    package static func sign(of block: Range<Int>, in file: SourceFile) -> UInt8? {
        let first = file.bytes[file.lineRange(from: block.lowerBound)].first { !$0.isSpaceOrTab }
        return first == UInt8(ascii: "`") || first == UInt8(ascii: "~") ? first : nil
    }
}
