import CBrotli

/// Bytes as Brotli (RFC 7932); the same for the same bytes and the same libbrotli.
package enum Brotli {
    /// Beyond so many bytes the smallest form takes too long: half a second a megabyte.
    private static let largestForBest = 1 << 20

    /// O(bytes).
    package static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        let quality = bytes.count <= largestForBest ? BROTLI_MAX_QUALITY : 9
        let bound = max(16, BrotliEncoderMaxCompressedSize(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            count = bound
            let done = BrotliEncoderCompress(
                quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &count, output.baseAddress)
            precondition(done == BROTLI_TRUE, "BrotliEncoderMaxCompressedSize was too small")
        }
    }
}
