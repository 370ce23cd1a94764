/// Distinct words (byte strings) numbered in the order in which they came.
///
/// Open addressing over one arena of bytes: a word costs its bytes and some twenty more, a look-up no allocation.
/// A word is at most a few hundred bytes.
struct WordTable: Sendable {
    private var arena: [UInt8] = []
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    private var slots: [UInt32]
    private var mask: Int

    init(minimumCapacity: Int = 16) {
        var size = 32
        while size < minimumCapacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// The table of the given words; doubled ones are stored once.
    init(_ words: some Sequence<[UInt8]>) {
        self.init()
        for word in words { word.withUnsafeBufferPointer { _ = intern($0) } }
    }

    var count: Int { ends.count }

    /// The bytes of a word.
    subscript(number: Int) -> ArraySlice<UInt8> {
        arena[start(of: number)..<Int(ends[number])]
    }

    /// Calls `body` with the bytes of a word, without copying them.
    @inline(__always)
    func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        arena.withUnsafeBufferPointer { all in
            let start = start(of: number)
            return body(UnsafeBufferPointer(rebasing: all[start..<Int(ends[number])]))
        }
    }

    @inline(__always)
    private func start(of number: Int) -> Int { number == 0 ? 0 : Int(ends[number - 1]) }

    /// The word's number, or nil when it is not here.
    @inline(__always)
    func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        let hash = Self.hash(word)
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, equals(number, word) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The word's number, or nil when it is not here.
    func find(_ word: [UInt8]) -> Int? { word.withUnsafeBufferPointer { find($0) } }

    /// The word's number; a new word gets the next one.
    @inline(__always)
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(word)
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, equals(number, word) { return number }
            slot = (slot + 1) & mask
        }
        return append(word, hash: hash, slot: slot)
    }

    @inline(never)
    private mutating func append(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Int {
        let number = ends.count
        arena.append(contentsOf: word)
        ends.append(UInt32(arena.count))
        hashes.append(hash)
        slots[slot] = UInt32(number + 1)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        mask = slots.count * 2 - 1
        slots = Array(repeating: 0, count: mask + 1)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number + 1)
        }
    }

    @inline(__always)
    private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = start(of: number)
        guard Int(ends[number]) - start == word.count else { return false }
        return arena.withUnsafeBufferPointer { all in
            for offset in 0..<word.count where all[start + offset] != word[offset] { return false }
            return true
        }
    }

    /// Eight bytes at a step; the last step may overlap the one before it.
    @inline(__always)
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let raw = UnsafeRawBufferPointer(word)
        let count = raw.count
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        func step(_ value: UInt64) {
            hash = (hash ^ value) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 29
        }
        if count >= 8 {
            var offset = 0
            while offset + 8 <= count {
                step(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset += 8
            }
            if offset < count {
                step(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)))
            }
        } else {
            var value: UInt64 = 0
            for byte in raw { value = value << 8 | UInt64(byte) }
            step(value)
        }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
