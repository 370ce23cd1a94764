import Formats

/// What one look over a body finds of the marks that libcmark does not know.
///
/// A text without any of them takes the short way through the reader. Those that libcmark would misread are hidden
/// from it: the copy that it parses has a control byte in their place, one for one, so that positions stay.
///
/// | byte | stands for | where |
/// | --- | --- | --- |
/// | 1 | `[` | before `^label]`, which libcmark would take for a reference definition; in a surplus `![` that nothing closes |
/// | 2 | `_` | inside a bare address, where it would begin emphasis |
/// | 3 | `*` | likewise |
struct SourceFeatures {
    var hasPipe = false
    /// `]:` stands somewhere: only then can there be reference definitions.
    var hasDefinitions = false
    var hasFootnotes = false
    /// Lines may be indented so far that a note goes on in them.
    var mayContinueNotes = false
    /// Bytes 1 to 6 stand in the text itself; they become U+001A there.
    var hasControls = false
    /// Where `~`, `[[`, `[^`, `://`, `www.` and `@` stand, ascending: leaves without any need no second look.
    var triggers: [Int] = []
    /// Where bare addresses may begin that hold `_` or `*`.
    var addresses: [Int] = []
    /// Where `[` of a surplus `![` stands that nothing closes: text alone.
    var surplusPictures: [Int] = []

    var needsMask: Bool { hasControls || hasFootnotes || !addresses.isEmpty || !surplusPictures.isEmpty }

    init(_ text: UnsafeBufferPointer<UInt8>, _ extensions: MarkdownParser.Extensions) {
        hasControls = Self.hasControls(text)
        hasPipe = extensions.contains(.tables) && ByteSearch.first(UInt8(ascii: "|"), in: text, from: 0) != nil
        hasDefinitions = Self.places(of: UInt8(ascii: "]"), before: UInt8(ascii: ":"), in: text).isEmpty == false
        triggers = Self.places(of: UInt8(ascii: "~"), in: text) + Self.places(of: UInt8(ascii: "@"), in: text)
        triggers += Self.places(of: UInt8(ascii: "["), before: UInt8(ascii: "["), in: text)
        let notes = Self.places(of: UInt8(ascii: "["), before: UInt8(ascii: "^"), in: text)
        hasFootnotes = extensions.contains(.footnotes) && !notes.isEmpty
        mayContinueNotes = hasFootnotes && hasDefinitions && Self.hasIndentation(text)
        surplusPictures = Self.surplusPictures(text)
        addresses = Self.addressStarts(text)
        triggers += notes + addresses
        triggers.sort()
        if !extensions.contains(.autolinks) { addresses = [] }
        if extensions.isDisjoint(with: [.strikethrough, .footnotes, .wikiLinks, .autolinks]) { triggers = [] }
    }

    /// A loop without branches, many bytes at once.
    private static func hasControls(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        for byte in text { found |= byte &- 1 < 6 ? 1 : 0 }
        return found != 0
    }

    /// Where a byte stands, or stands before another one.
    private static func places(
        of byte: UInt8, before next: UInt8? = nil, in text: UnsafeBufferPointer<UInt8>
    ) -> [Int] {
        var places: [Int] = []
        var index = 0
        while let place = ByteSearch.first(byte, in: text, from: index) {
            index = place + 1
            if next == nil || (index < text.count && text[index] == next) { places.append(place) }
        }
        return places
    }

    /// So many `![` may wait for their end.
    ///
    /// libcmark goes through all that wait at each link, `![[]()`.
    private static let mostOpenPictures = 1024

    /// Those `![` that are too many, ascending.
    ///
    /// A bracket closes the last one that is open where cmark is sure to see both; behind a backslash, a code span or a tag what
    /// was open counts as open to the end. O(length), where there are so many pictures at all.
    private static func surplusPictures(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
        guard places(of: UInt8(ascii: "!"), before: UInt8(ascii: "["), in: text).count > mostOpenPictures else {
            return []
        }
        var surplus: [Int] = []
        var (open, waiting) = ([Bool](), 0)
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "["):
                let isPicture = index > 0 && text[index - 1] == UInt8(ascii: "!")
                open.append(isPicture)
                if isPicture { waiting += 1 }
                if isPicture, waiting > mostOpenPictures { surplus.append(index) }
            case UInt8(ascii: "]"): if open.popLast() == true { waiting -= 1 }
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"): open.removeAll(keepingCapacity: true)
            default: break
            }
        }
        return surplus
    }

    /// Whether a tab or four spaces stand somewhere.
    private static func hasIndentation(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if ByteSearch.first(0x09, in: text, from: 0) != nil { return true }
        var spaces = 0
        for byte in text {
            spaces = byte == 0x20 ? spaces + 1 : 0
            if spaces == 4 { return true }
        }
        return false
    }

    /// Where `https://`, `http://` and `www.` begin, ascending.
    private static func addressStarts(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts: [Int] = []
        for slash in places(of: UInt8(ascii: "/"), before: UInt8(ascii: "/"), in: text)
        where slash > 0 && text[slash - 1] == UInt8(ascii: ":") {
            var start = slash - 1
            while start > 0, slash - start < 6, text[start - 1].isASCIILetter { start -= 1 }
            if start < slash - 1 { starts.append(start) }
        }
        let schemes = starts.count
        for place in places(of: UInt8(ascii: "w"), before: UInt8(ascii: "w"), in: text) where place + 3 < text.count {
            if text[place + 2] == UInt8(ascii: "w"), text[place + 3] == UInt8(ascii: ".") { starts.append(place) }
        }
        if schemes > 0, schemes < starts.count { starts.sort() }
        return starts
    }
}

/// The bytes that stand for hidden ones.
enum Mask {
    static let bracket: UInt8 = 1
    static let underscore: UInt8 = 2
    static let asterisk: UInt8 = 3
    static let substitute: UInt8 = 0x1A

    /// The byte that was hidden, or the byte itself.
    static func revealed(_ byte: UInt8) -> UInt8 {
        switch byte {
        case bracket: UInt8(ascii: "[")
        case underscore: UInt8(ascii: "_")
        case asterisk: UInt8(ascii: "*")
        default: byte
        }
    }

    /// Hides in a copy of the text what libcmark must not see.
    ///
    /// O(length).
    static func hide(in text: inout [UInt8], _ features: SourceFeatures) {
        if features.hasControls {
            for index in text.indices where (1...6).contains(text[index]) { text[index] = substitute }
        }
        if features.hasFootnotes { Footnotes.hide(in: &text, at: features.triggers) }
        for place in features.surplusPictures { text[place] = bracket }
        var end = 0
        for start in features.addresses where start >= end {
            end = text.withUnsafeBufferPointer { Autolinks.addressEnd($0, from: start, limit: $0.count) } ?? start
            for index in start..<end {
                if text[index] == UInt8(ascii: "_") { text[index] = underscore }
                if text[index] == UInt8(ascii: "*") { text[index] = asterisk }
            }
        }
    }
}

extension UInt8 {
    @inline(__always) var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    @inline(__always) var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    @inline(__always) var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    @inline(__always) var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    @inline(__always) var isMarkdownSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    @inline(__always) var isASCIIPunctuation: Bool {
        (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
            || (0x7B...0x7E).contains(self)
    }
}
