/// A value with a compact form of bytes, in which it outlives the program that made it.
///
/// The form has no version of its own: what is kept is kept under a key that names the program
/// (``StableHash``, the store of the build), so that another program never reads it.
package protocol Storable {
    /// Appends the bytes.
    func store(in writer: inout ByteWriter)
    /// Reads them back; damaged ones are told, never trusted.
    init(from reader: inout ByteReader) throws(ByteReader.Damage)
}

/// Writes values as bytes.
///
/// ```
/// number  = LEB128 of the zigzag code          text = count of bytes, UTF-8
/// list    = count, elements                    optional = 0 | 1, value
/// range   = lower bound, length                flag = 0 | 1
/// ```
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Names of elements, by the number of their list and the position in it.
    package typealias Names = @Sendable (_ list: Int, _ position: Int) -> String

    private let leavesPlacesOut: Bool
    /// What elements of lists are called, where they are written by name and not by position.
    package let names: Names?

    /// Of values that are read back.
    package init() { (leavesPlacesOut, names) = (false, nil) }

    /// For stamps, which are compared from build to build and never read.
    /// - Parameters:
    ///   - leavesPlacesOut: whether ranges are not written: what a text says counts then, wherever it stands.
    ///   - names: positions shift from build to build.
    package init(leavesPlacesOut: Bool, names: @escaping Names) {
        self.leavesPlacesOut = leavesPlacesOut
        self.names = names
    }

    package mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    package mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// Small numbers of either sign take one byte.
    package mutating func number(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Eight bytes, the lowest first.
    package mutating func word(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            number(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// Bytes of another format.
    package mutating func data(_ data: [UInt8]) {
        number(data.count)
        bytes += data
    }

    package mutating func text(_ text: String?) { optional(text) { $0.text($1) } }

    package mutating func range(_ range: Range<Int>) {
        if leavesPlacesOut { return }
        number(range.lowerBound)
        number(range.count)
    }

    package mutating func list<Element>(
        _ elements: some Collection<Element>, _ store: (inout ByteWriter, Element) -> Void
    ) {
        number(elements.count)
        for element in elements { store(&self, element) }
    }

    package mutating func list(_ elements: some Collection<some Storable>) { list(elements) { $1.store(in: &$0) } }

    package mutating func texts(_ texts: some Collection<String>) { list(texts) { $0.text($1) } }

    package mutating func numbers(_ numbers: [Int]) {
        number(numbers.count)
        for number in numbers { self.number(number) }
    }

    /// Numbers in ascending order, by their distances.
    package mutating func ascending(_ numbers: [UInt32]) {
        number(numbers.count)
        var last: UInt32 = 0
        for next in numbers {
            number(Int(next - last))
            last = next
        }
    }

    /// Bytes as they are.
    package mutating func blob(_ bytes: [UInt8]) {
        number(bytes.count)
        self.bytes.append(contentsOf: bytes)
    }

    package mutating func optional<Value>(_ value: Value?, _ store: (inout ByteWriter, Value) -> Void) {
        flag(value != nil)
        if let value { store(&self, value) }
    }

    package mutating func optional(_ value: (some Storable)?) { optional(value) { $1.store(in: &$0) } }
}

/// Reads what a ``ByteWriter`` wrote; each step checks that there is enough left.
package struct ByteReader: Sendable {
    /// The bytes are not what was written.
    package struct Damage: Error {
        package init() {}
    }

    /// Where elements of lists stand now, by the number of their list and the position that was written.
    package typealias Positions = @Sendable (_ list: Int, _ position: Int) -> Int?

    private let bytes: [UInt8]
    private var place = 0
    /// Nothing where elements stand where they stood.
    package let positions: Positions?

    package init(_ bytes: [UInt8], positions: Positions? = nil) {
        self.bytes = bytes
        self.positions = positions
    }

    /// Whether all was read.
    package var isAtEnd: Bool { place == bytes.count }

    package mutating func byte() throws(Damage) -> UInt8 {
        guard place < bytes.count else { throw Damage() }
        defer { place += 1 }
        return bytes[place]
    }

    package mutating func flag() throws(Damage) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw Damage()
        }
    }

    package mutating func number() throws(Damage) -> Int {
        var rest: UInt = 0
        var shift: UInt = 0
        while true {
            let next = try byte()
            guard shift < 64 else { throw Damage() }
            rest |= UInt(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: rest >> 1) ^ -Int(bitPattern: rest & 1)
    }

    package mutating func word() throws(Damage) -> UInt64 {
        var word: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 8) { word |= UInt64(try byte()) << UInt64(shift) }
        return word
    }

    /// A number of elements, none of which takes less than nothing: no more than there are bytes left.
    private mutating func count() throws(Damage) -> Int {
        let count = try number()
        guard count >= 0, count <= bytes.count - place else { throw Damage() }
        return count
    }

    package mutating func text() throws(Damage) -> String {
        let count = try count()
        defer { place += count }
        return bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[place..<place + count]), as: UTF8.self)
        }
    }

    package mutating func data() throws(Damage) -> [UInt8] {
        let count = try count()
        defer { place += count }
        return Array(bytes[place..<place + count])
    }

    package mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

    package mutating func range() throws(Damage) -> Range<Int> {
        let (start, count) = (try number(), try number())
        guard start >= 0, count >= 0, start <= Int(Int32.max), count <= Int(Int32.max) else { throw Damage() }
        return start..<start + count
    }

    package mutating func list<Element>(
        _ read: (inout ByteReader) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        let count = try count()
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }

    package mutating func list<Element: Storable>(
        of type: Element.Type = Element.self
    ) throws(Damage) -> [Element] {
        try list { reader throws(Damage) in try Element(from: &reader) }
    }

    package mutating func numbers() throws(Damage) -> [Int] {
        let count = try count()
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        for _ in 0..<count { numbers.append(try number()) }
        return numbers
    }

    /// Numbers in ascending order, all below a limit.
    package mutating func ascending(below limit: Int) throws(Damage) -> [UInt32] {
        let count = try count()
        var numbers: [UInt32] = []
        numbers.reserveCapacity(count)
        var last = 0
        for _ in 0..<count {
            let distance = try number()
            guard distance >= 0, distance < limit - last else { throw Damage() }
            last += distance
            numbers.append(UInt32(last))
        }
        return numbers
    }

    /// Bytes as they are.
    package mutating func blob() throws(Damage) -> [UInt8] {
        let count = try count()
        defer { place += count }
        return Array(bytes[place..<place + count])
    }

    package mutating func texts() throws(Damage) -> [String] {
        try list { reader throws(Damage) in try reader.text() }
    }

    package mutating func optional<Value>(
        _ read: (inout ByteReader) throws(Damage) -> Value
    ) throws(Damage) -> Value? {
        try flag() ? try read(&self) : nil
    }

    package mutating func optional<Value: Storable>(of type: Value.Type = Value.self) throws(Damage) -> Value? {
        try flag() ? try Value(from: &self) : nil
    }
}

extension Storable {
    /// The bytes alone.
    package var stored: [UInt8] {
        var writer = ByteWriter()
        store(in: &writer)
        return writer.bytes
    }

    /// The value of bytes that hold it and nothing else.
    package init(stored bytes: [UInt8]) throws(ByteReader.Damage) {
        var reader = ByteReader(bytes)
        self = try Self(from: &reader)
        guard reader.isAtEnd else { throw ByteReader.Damage() }
    }
}

extension Array: Storable where Element: Storable {
    package func store(in writer: inout ByteWriter) { writer.list(self) }
    package init(from reader: inout ByteReader) throws(ByteReader.Damage) { self = try reader.list() }
}

extension CalendarDate: Storable {
    package func store(in writer: inout ByteWriter) { writer.number((year * 12 + month - 1) * 31 + day - 1) }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        let code = try reader.number()
        guard code >= 0, let date = CalendarDate(year: code / 372, month: code / 31 % 12 + 1, day: code % 31 + 1) else {
            throw ByteReader.Damage()
        }
        self = date
    }
}
