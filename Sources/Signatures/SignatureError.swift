/// Why a key or a signature is of no use.
package enum SignatureError: Error, Hashable, Sendable {
    /// The text is no public key, secret key or signature of minisign.
    case unreadable(Subject)
    /// The secret key is locked with a password, and none was given.
    case passwordNeeded
    /// The password does not unlock the secret key.
    case wrongPassword
    /// The signature was made with another key.
    case otherKey(KeyNumber, expected: KeyNumber)
    /// The signature is not of these bytes, or its comment was changed.
    case forged
    /// libsodium could not start, or had no memory to unlock a key.
    case unavailable

    /// What a text was to be.
    package enum Subject: Sendable {
        case publicKey, secretKey, signature
    }
}
