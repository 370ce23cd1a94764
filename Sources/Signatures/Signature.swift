/// A signature of some bytes with a remark that is signed too: Ed25519 over their BLAKE2b-512, in minisign's format.
///
/// `minisign -V -p album.pub -m manifest.json` checks what this writes as `manifest.json.minisig`.
/// ```
/// untrusted comment: signature of a methodical album
/// RUTk0sGls8kxf…
/// trusted comment: edition 2023-12-01
/// W1nBkQ…
/// ```
/// Source: minisign's description of its formats, https://jedisct1.github.io/minisign/#signature-format.
package struct Signature: Hashable, Sendable {
    /// Which key made it.
    package let number: KeyNumber
    /// The signed remark: one line.
    package let comment: String
    private let isOfHash: Bool
    private let bytes: [UInt8]
    /// Of ``bytes`` and the remark.
    private let whole: [UInt8]

    private static let ofHash = Array("ED".utf8)
    private static let commentMark = "trusted comment: "

    /// Signs; the same key, bytes and remark give the same signature.
    package init(of content: [UInt8], comment: String, with key: SecretKey) {
        number = key.number
        self.comment = comment
        isOfHash = true
        bytes = Sodium.sign(Sodium.blake2b(content, byteCount: 64), key.bytes)
        whole = Sodium.sign(bytes + Array(comment.utf8), key.bytes)
    }

    /// Reads the text of a signature.
    package init(parsing text: String) throws(SignatureError) {
        let lines = SignedLines.all(of: text)
        guard lines.count == 4, lines[2].hasPrefix(Self.commentMark), let own = Sodium.base64(lines[1]),
            let whole = Sodium.base64(lines[3]), whole.count == Sodium.signatureByteCount,
            own.count == 2 + KeyNumber.byteCount + Sodium.signatureByteCount,
            own.starts(with: Self.ofHash) || own.starts(with: Sodium.algorithm)
        else { throw .unreadable(.signature) }
        isOfHash = own.starts(with: Self.ofHash)
        number = KeyNumber(own[2..<2 + KeyNumber.byteCount])
        bytes = Array(own[(2 + KeyNumber.byteCount)...])
        comment = String(lines[2].dropFirst(Self.commentMark.count))
        self.whole = whole
    }

    /// What a signature's file holds.
    package var text: String {
        """
        untrusted comment: signature of a methodical album
        \(Sodium.base64((isOfHash ? Self.ofHash : Sodium.algorithm) + number.bytes + bytes))
        \(Self.commentMark)\(comment)
        \(Sodium.base64(whole))

        """
    }

    /// Throws unless the owner of the key signed these bytes and the remark.
    package func verify(_ content: [UInt8], _ key: PublicKey) throws(SignatureError) {
        guard Sodium.isReady else { throw .unavailable }
        guard number == key.number else { throw .otherKey(number, expected: key.number) }
        let signed = isOfHash ? Sodium.blake2b(content, byteCount: 64) : content
        guard Sodium.isGenuine(bytes, of: signed, key.bytes),
            Sodium.isGenuine(whole, of: bytes + Array(comment.utf8), key.bytes)
        else { throw .forged }
    }
}

/// The lines of key files and signatures; a carriage return at an end is nothing.
enum SignedLines {
    static func all(of text: String) -> [String] {
        // Other signs that end a line belong to it: minisign reads none of them so.
        text.split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    }

    static func last(of text: String) -> String? {
        let lines = all(of: text)
        return lines.count <= 2 ? lines.last : nil
    }
}
