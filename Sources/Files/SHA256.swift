import CCrypto
import Formats

/// A SHA-256 digest (FIPS 180-4).
package struct SHA256Digest: Sendable, Hashable, Storable {
    /// 32 bytes, the first ones in the high bits of the first word.
    private let words: SIMD4<UInt64>

    fileprivate init(bytes: UnsafeRawBufferPointer) {
        var words = SIMD4<UInt64>()
        for word in 0..<4 {
            words[word] = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
        }
        self.words = words
    }

    package func store(in writer: inout ByteWriter) { for word in 0..<4 { writer.word(words[word]) } }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        words = SIMD4(try reader.word(), try reader.word(), try reader.word(), try reader.word())
    }

    /// From 64 hexadecimal digits of either case; nil for anything else.
    package init?(hexadecimal text: some Sequence<UInt8>) {
        var words = SIMD4<UInt64>()
        var count = 0
        for byte in text {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            guard count < 64 else { return nil }
            words[count / 16] = words[count / 16] << 4 | UInt64(digit)
            count += 1
        }
        guard count == 64 else { return nil }
        self.words = words
    }

    /// 64 lower-case hexadecimal digits, as `sha256sum` prints them.
    package var hexadecimal: String {
        String(unsafeUninitializedCapacity: 64) { buffer in
            for index in 0..<64 {
                let nibble = UInt8(truncatingIfNeeded: words[index / 16] >> UInt64(60 - index % 16 * 4)) & 15
                buffer[index] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
            }
            return 64
        }
    }
}

/// Hashing by libcrypto, at about 2 GB/s where the processor knows SHA.
package enum SHA256 {
    /// Fetched once: libcrypto would look it up by name for each hash.
    ///
    /// Unsafe only in name: an `EVP_MD` is never changed after it was fetched and may be used by all threads.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    /// The digest of `bytes`.
    package static func digest(_ bytes: [UInt8]) -> SHA256Digest {
        bytes.withUnsafeBytes { buffer in
            withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
                let isDone = EVP_Digest(
                    buffer.baseAddress, buffer.count, digest.baseAddress!.assumingMemoryBound(to: UInt8.self), nil,
                    algorithm, nil)
                precondition(isDone == 1, "libcrypto has no SHA-256")
                return SHA256Digest(bytes: UnsafeRawBufferPointer(digest))
            }
        }
    }

    /// The digest of the pieces one behind the other.
    package static func digest(_ pieces: [[UInt8]]) -> SHA256Digest {
        if pieces.count == 1 { return digest(pieces[0]) }
        var stream = Stream()
        for piece in pieces { piece.withUnsafeBytes { stream.add($0) } }
        return stream.digest()
    }

    /// A digest of what comes piece by piece and is never in memory as a whole.
    ///
    /// ```swift
    /// var stream = SHA256.Stream()
    /// while let piece = next() { piece.withUnsafeBytes { stream.add($0) } }
    /// let digest = stream.digest()
    /// ```
    package struct Stream: ~Copyable {
        private let context = EVP_MD_CTX_new()
        private var isDone: Bool

        package init() { isDone = EVP_DigestInit_ex(context, algorithm, nil) == 1 }

        deinit { EVP_MD_CTX_free(context) }

        /// Takes the next bytes.
        package mutating func add(_ bytes: UnsafeRawBufferPointer) {
            isDone = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 && isDone
        }

        /// The digest of all that was added; to be asked once.
        package mutating func digest() -> SHA256Digest {
            withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
                let bytes = digest.baseAddress!.assumingMemoryBound(to: UInt8.self)
                isDone = EVP_DigestFinal_ex(context, bytes, nil) == 1 && isDone
                precondition(isDone, "libcrypto has no SHA-256")
                return SHA256Digest(bytes: UnsafeRawBufferPointer(digest))
            }
        }
    }
}
