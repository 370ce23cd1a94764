import CSodium

/// libsodium: the only file that knows it.
///
/// A library that minisign itself is written over; hashing with a length of choice and its lock for keys are in no other
/// that Debian has.
enum Sodium {
    static let isReady = sodium_init() >= 0

    /// Ed25519.
    static let algorithm = Array("Ed".utf8)
    static let publicKeyByteCount = 32
    static let secretKeyByteCount = 64
    static let signatureByteCount = 64
    /// `crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE` and `…_MEMLIMIT_SENSITIVE`: about a second, a gigabyte.
    static let sensitiveCosts: (operations: UInt64, memory: UInt64) = (33_554_432, 1_073_741_824)

    static func newSecretKey() -> [UInt8] {
        var open = [UInt8](repeating: 0, count: publicKeyByteCount)
        var secret = [UInt8](repeating: 0, count: secretKeyByteCount)
        crypto_sign_ed25519_keypair(&open, &secret)
        return secret
    }

    /// Whether the second half of a secret key is the public key of its seed.
    static func isPair(_ secret: [UInt8]) -> Bool {
        var open = [UInt8](repeating: 0, count: publicKeyByteCount)
        var again = [UInt8](repeating: 0, count: secretKeyByteCount)
        return crypto_sign_ed25519_seed_keypair(&open, &again, secret) == 0 && again == secret
    }

    static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    static func sign(_ content: [UInt8], _ secret: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: signatureByteCount)
        crypto_sign_ed25519_detached(&bytes, nil, content, UInt64(content.count), secret)
        return bytes
    }

    static func isGenuine(_ signature: [UInt8], of content: [UInt8], _ open: [UInt8]) -> Bool {
        crypto_sign_ed25519_verify_detached(signature, content, UInt64(content.count), open) == 0
    }

    static func blake2b(_ content: [UInt8], byteCount: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: byteCount)
        crypto_generichash_blake2b(&bytes, byteCount, content, UInt64(content.count), nil, 0)
        return bytes
    }

    /// Nothing where there is not enough memory, or where the costs are beyond any that minisign writes.
    static func scrypt(
        _ password: String, salt: [UInt8], operations: UInt64, memory: UInt64, byteCount: Int
    ) -> [UInt8]? {
        guard isReady, operations <= sensitiveCosts.operations, memory <= sensitiveCosts.memory else { return nil }
        var bytes = [UInt8](repeating: 0, count: byteCount)
        let outcome = crypto_pwhash_scryptsalsa208sha256(
            &bytes, UInt64(byteCount), password, UInt64(password.utf8.count), salt, operations, Int(memory))
        return outcome == 0 ? bytes : nil
    }

    static func base64(_ bytes: [UInt8]) -> String {
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Nothing where it is no Base64 with its padding.
    static func base64(_ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: text.utf8.count)
        var count = 0
        guard
            sodium_base642bin(&bytes, bytes.count, text, text.utf8.count, nil, &count, nil, variant) == 0
        else { return nil }
        return Array(bytes[..<count])
    }

    private static let variant = Int32(sodium_base64_VARIANT_ORIGINAL)
}
