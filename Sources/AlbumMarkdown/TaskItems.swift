/// Task items: a list item whose first paragraph begins with `[ ]`, `[x]` or `[X]` and a space.
enum TaskItems {
    /// The mark at the beginning of a paragraph, and where the text after it begins.
    static func mark(
        in text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
    ) -> (isDone: Bool, end: Int)? {
        guard start + 4 < limit, text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]"),
            text[start + 3].isSpaceOrTab
        else { return nil }
        let isDone = text[start + 1] | 0x20 == UInt8(ascii: "x")
        guard isDone || text[start + 1].isSpaceOrTab else { return nil }
        var end = start + 4
        while end < limit, text[end].isSpaceOrTab { end += 1 }
        return end < limit ? (isDone, end) : nil
    }
}
