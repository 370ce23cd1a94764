/// The number that tells which key a signature belongs to: eight random bytes.
package struct KeyNumber: Hashable, Sendable {
    static let byteCount = 8
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// Sixteen figures, as minisign writes it: the bytes are a number, the lowest first.
    package var text: String {
        bytes.reversed().map { byte in
            let figures = String(byte, radix: 16, uppercase: true)
            return figures.count == 1 ? "0" + figures : figures
        }.joined()
    }
}

/// The half of a pair that everybody may have: it tells whether a signature is genuine.
///
/// As text, a comment and a line of Base64 as minisign 0.11 writes them:
/// ```
/// untrusted comment: minisign public key 7F31C9B3A5C1D2E4
/// RWTk0sGls8kxf…
/// ```
package struct PublicKey: Hashable, Sendable {
    package let number: KeyNumber
    let bytes: [UInt8]

    init(number: KeyNumber, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    /// Reads the text of a key file, or its line of Base64 alone.
    package init(parsing text: String) throws(SignatureError) {
        guard let line = SignedLines.last(of: text), let bytes = Sodium.base64(line),
            bytes.count == 2 + KeyNumber.byteCount + Sodium.publicKeyByteCount,
            bytes.starts(with: Sodium.algorithm)
        else { throw .unreadable(.publicKey) }
        number = KeyNumber(bytes[2..<2 + KeyNumber.byteCount])
        self.bytes = Array(bytes[(2 + KeyNumber.byteCount)...])
    }

    /// What a key file holds.
    package var text: String {
        "untrusted comment: minisign public key \(number.text)\n"
            + Sodium.base64(Sodium.algorithm + number.bytes + bytes) + "\n"
    }
}

/// The half of a pair that signs; whoever has it can sign in its owner's name.
///
/// In a file it may be locked with a password (scrypt, as minisign has it); without one the file's rights alone keep it.
package struct SecretKey: Sendable {
    package let number: KeyNumber
    /// Seed and public key.
    let bytes: [UInt8]

    /// A new pair.
    package static func make() throws(SignatureError) -> SecretKey {
        guard Sodium.isReady else { throw .unavailable }
        return SecretKey(number: KeyNumber(Sodium.random(KeyNumber.byteCount)), bytes: Sodium.newSecretKey())
    }

    /// The other half.
    package var publicKey: PublicKey {
        PublicKey(number: number, bytes: Array(bytes.suffix(Sodium.publicKeyByteCount)))
    }
}

// A key file: two letters each for the algorithm of the signature, of the lock and of the sum; salt and costs of the lock;
// then, under the lock, number, key and sum.
extension SecretKey {
    private static let unlocked: [UInt8] = [0, 0]
    private static let scrypt = Array("Sc".utf8)
    private static let blake2b = Array("B2".utf8)
    private static let saltByteCount = 32
    private static let sumByteCount = 32

    /// Reads a key file of ours or of minisign.
    ///
    /// - Parameter password: asked only when the file is locked; nothing when there is none to be had.
    package init(parsing text: String, password: () -> String?) throws(SignatureError) {
        let payloadCount = KeyNumber.byteCount + Sodium.secretKeyByteCount + Self.sumByteCount
        guard let line = SignedLines.last(of: text), let file = Sodium.base64(line),
            file.count == 6 + Self.saltByteCount + 16 + payloadCount, file.starts(with: Sodium.algorithm),
            Array(file[4..<6]) == Self.blake2b
        else { throw .unreadable(.secretKey) }
        let lock = Array(file[2..<4])
        var payload = Array(file.suffix(payloadCount))
        if lock == Self.scrypt {
            guard let password = password() else { throw .passwordNeeded }
            let costs = file[(6 + Self.saltByteCount)...]
            let (operations, memory) = (Self.number(costs.prefix(8)), Self.number(costs.dropFirst(8).prefix(8)))
            let salt = Array(file[6..<6 + Self.saltByteCount])
            guard
                let stream = Sodium.scrypt(
                    password, salt: salt, operations: operations, memory: memory, byteCount: payloadCount)
            else { throw .unavailable }
            payload = zip(payload, stream).map { $0 ^ $1 }
        } else if lock != Self.unlocked {
            throw .unreadable(.secretKey)
        }
        let number = KeyNumber(payload.prefix(KeyNumber.byteCount))
        let bytes = Array(payload.dropFirst(KeyNumber.byteCount).prefix(Sodium.secretKeyByteCount))
        // minisign leaves the sum of an unlocked key out: then its two halves say whether it is whole.
        if lock == Self.scrypt {
            guard Array(payload.suffix(Self.sumByteCount)) == Self.sum(number, bytes) else { throw .wrongPassword }
        } else {
            guard Sodium.isPair(bytes) else { throw .unreadable(.secretKey) }
        }
        self.init(number: number, bytes: bytes)
    }

    /// What a key file holds.
    ///
    /// - Parameter password: what locks it; nothing: whoever reads the file has the key.
    package func text(password: String? = nil) throws(SignatureError) -> String {
        var payload = number.bytes + bytes + Self.sum(number, bytes)
        let salt = Sodium.random(Self.saltByteCount)
        let (operations, memory) = Sodium.sensitiveCosts
        if let password {
            guard
                let stream = Sodium.scrypt(
                    password, salt: salt, operations: operations, memory: memory, byteCount: payload.count)
            else { throw .unavailable }
            payload = zip(payload, stream).map { $0 ^ $1 }
        }
        let head = Sodium.algorithm + (password == nil ? Self.unlocked : Self.scrypt) + Self.blake2b
        let file = head + salt + Self.bytes(operations) + Self.bytes(memory) + payload
        return "untrusted comment: minisign secret key \(number.text)\n" + Sodium.base64(file) + "\n"
    }

    private static func sum(_ number: KeyNumber, _ bytes: [UInt8]) -> [UInt8] {
        Sodium.blake2b(Sodium.algorithm + number.bytes + bytes, byteCount: sumByteCount)
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
        Array(bytes).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
