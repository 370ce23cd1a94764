/// Cuts UTF-8 text into words.
///
///     chunk = part { ("-" | "/") part }        no space inside; a connector stands between two parts
///     part  = letter-or-digit { letter-or-digit }
///
/// A chunk's parts are words. A chunk of two to four parts is a word as a whole too («учебно-методический»,
/// «02/2807»), unless it has a slash and no digit («и/или») or is longer than forty characters.
/// A part ends at its fortieth character; the rest of it is dropped.
/// A part in two alphabets is folded into one: see `MixedAlphabets`.
struct WordScanner {
    /// The folded bytes of a chunk and how it divides into parts; valid only during the call that gets it.
    struct Chunk {
        /// The whole chunk, folded.
        let bytes: UnsafeBufferPointer<UInt8>
        /// Where each part ends in `bytes`; the next one begins a byte later, after the connector.
        let partEnds: UnsafeBufferPointer<Int>
        /// Whether the chunk as a whole is a word beside its parts.
        let isWord: Bool
        /// The bytes of the source that the chunk covers.
        let source: Range<Int>

        /// Calls `body` with the bytes of each part.
        @inline(__always)
        func forEachPart(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
            var start = 0
            for end in partEnds {
                body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end + 1
            }
        }
    }

    static let maximumLength = 40

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var connector: UInt8 = 0
    private var hasDigit = false
    private var hasSlash = false
    /// The alphabets of the chunk's letters.
    private var alphabets: MixedAlphabets.Set = []
    private var partLength = 0
    private var length = 0
    private var start = 0
    private var end = 0

    init() {}

    /// Calls `found` for each chunk of a text.
    mutating func scan(_ text: String, _ found: (borrowing Chunk) -> Void) {
        var text = text
        text.withUTF8 { scan($0, found) }
    }

    /// Calls `found` for each chunk of a text; broken UTF-8 parts words.
    @inline(__always)
    mutating func scan(_ source: UnsafeBufferPointer<UInt8>, _ found: (borrowing Chunk) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.maximumLength * 2) { word in
            var offset = 0
            while offset < source.count {
                let count = length == 0 ? Self.foldedWord(in: source, at: offset, into: word) : 0
                if count > 0 {
                    withUnsafePointer(to: count) { end in
                        found(
                            Chunk(
                                bytes: UnsafeBufferPointer(rebasing: word[..<count]),
                                partEnds: UnsafeBufferPointer(start: end, count: 1), isWord: false,
                                source: offset..<offset + count))
                    }
                    offset += count
                } else {
                    offset = step(source, at: offset, found)
                }
            }
            finish(found)
        }
    }

    /// Most words are nothing but common Cyrillic letters before a blank or a sign: such a one, folded.
    /// - Returns: its bytes, as many as in the source; 0 where anything else stands.
    @inline(__always)
    private static func foldedWord(
        in source: UnsafeBufferPointer<UInt8>, at offset: Int, into word: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var count = 0
        while offset + count + 1 < source.count, source[offset + count] & 0xFE == 0xD0,
            source[offset + count + 1] & 0xC0 == 0x80,
            let (lead, trail) = fold(source[offset + count], source[offset + count + 1])
        {
            if count == word.count { return 0 }
            word[count] = lead
            word[count + 1] = trail
            count += 2
        }
        guard offset + count < source.count else { return count }
        let next = source[offset + count]
        return next < 0x80 && ascii[Int(next)] == 0 ? count : 0
    }

    /// Takes one character; returns the offset after it.
    @inline(__always)
    private mutating func step(
        _ source: UnsafeBufferPointer<UInt8>, at offset: Int, _ found: (borrowing Chunk) -> Void
    ) -> Int {
        let byte = source[offset]
        if byte < 0x80 {
            let folded = Self.ascii[Int(byte)]
            if folded > 0x2F {
                if folded <= 0x39 { hasDigit = true } else { alphabets.insert(.latin) }
                appendASCII(folded, at: offset)
            } else if folded == 0 {
                if length != 0 { finish(found) }
            } else {
                connect(folded, found)
            }
            return offset + 1
        }
        if byte & 0xFE == 0xD0, offset + 1 < source.count, source[offset + 1] & 0xC0 == 0x80,
            let (lead, trail) = Self.fold(byte, source[offset + 1])
        {
            appendCyrillic(lead, trail, at: offset)
            return offset + 2
        }
        return scanRare(source, at: offset, found)
    }

    /// А…я, Ё, ё folded; nil for the rest of the two lead bytes.
    @inline(__always)
    private static func fold(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8)? {
        if lead == 0xD0 {
            if trail >= 0xB0 { return (0xD0, trail) }
            if trail >= 0xA0 { return (0xD1, trail - 0x20) }
            if trail >= 0x90 { return (0xD0, trail + 0x20) }
            return trail == 0x81 ? (0xD0, 0xB5) : nil
        }
        if trail <= 0x8F { return (0xD1, trail) }
        return trail == 0x91 ? (0xD0, 0xB5) : nil
    }

    /// By byte: the folded letter or digit, `-` or `/`, 0 for what parts words.
    private static let ascii: [UInt8] = (0..<128).map { byte in
        switch LetterFolding.classify(UInt32(byte)) {
        case .letter(let folded): UInt8(folded)
        case .connector(let connector): connector
        default: 0
        }
    }

    @inline(__always)
    private mutating func begin(at offset: Int) -> Bool {
        if length == 0 {
            start = offset
        } else if connector != 0 {
            ends.append(bytes.count)
            bytes.append(connector)
            if connector == 0x2F { hasSlash = true }
            connector = 0
            partLength = 0
            length += 1
        }
        length += 1
        partLength += 1
        return partLength <= Self.maximumLength
    }

    @inline(__always)
    private mutating func appendASCII(_ byte: UInt8, at offset: Int) {
        if begin(at: offset) { bytes.append(byte) }
        end = offset + 1
    }

    @inline(__always)
    private mutating func appendCyrillic(_ lead: UInt8, _ trail: UInt8, at offset: Int) {
        alphabets.insert(.cyrillic)
        if begin(at: offset) {
            bytes.append(lead)
            bytes.append(trail)
        }
        end = offset + 2
    }

    @inline(__always)
    private mutating func connect(_ byte: UInt8, _ found: (borrowing Chunk) -> Void) {
        if length == 0 { return }
        if connector != 0 { finish(found) } else { connector = byte }
    }

    @inline(__always)
    private mutating func finish(_ found: (borrowing Chunk) -> Void) {
        guard length != 0 else { return }
        ends.append(bytes.count)
        if alphabets == .both { MixedAlphabets.unmix(&bytes, &ends) }
        let isWord =
            (2...4).contains(ends.count) && (!hasSlash || hasDigit) && length <= Self.maximumLength
        bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                found(Chunk(bytes: bytes, partEnds: ends, isWord: isWord, source: start..<end))
            }
        }
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        connector = 0
        hasDigit = false
        hasSlash = false
        alphabets = []
        partLength = 0
        length = 0
    }

    /// Scans a character beyond ASCII and the common Cyrillic ones; returns the offset after it.
    @inline(never)
    private mutating func scanRare(
        _ source: UnsafeBufferPointer<UInt8>, at offset: Int, _ found: (borrowing Chunk) -> Void
    ) -> Int {
        let (scalar, width) = Self.decode(source, at: offset)
        switch LetterFolding.classify(scalar) {
        case .letter(let folded):
            alphabets.insert(folded < 0x80 ? .latin : .cyrillic)
            if begin(at: offset) { append(folded) }
            end = offset + width
        case .connector(let byte): connect(byte, found)
        case .invisible: break
        case .combining(let mark):
            compose(mark)
            if length != 0, connector == 0 { end = offset + width }
        case .separator: finish(found)
        }
        return offset + width
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else {
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// Replaces the last letter by the one that it and a combining mark make.
    private mutating func compose(_ mark: UInt32) {
        guard length != 0, connector == 0, partLength <= Self.maximumLength, bytes.count >= 2,
            bytes[bytes.count - 1] >= 0x80
        else { return }
        let base = UInt32(bytes[bytes.count - 2] & 0x1F) << 6 | UInt32(bytes[bytes.count - 1] & 0x3F)
        guard let composed = LetterFolding.compose(base, mark) else { return }
        bytes.removeLast(2)
        append(composed)
    }

    /// The character at an offset and its width; a separator of width 1 where the bytes are broken.
    private static func decode(_ source: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
        let lead = source[offset]
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard width > 1, offset + width <= source.count else { return (0x20, 1) }
        var scalar = UInt32(lead) & (0x7F >> UInt32(width))
        for step in 1..<width {
            guard source[offset + step] & 0xC0 == 0x80 else { return (0x20, 1) }
            scalar = scalar << 6 | UInt32(source[offset + step] & 0x3F)
        }
        return (scalar, width)
    }
}
