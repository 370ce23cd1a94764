/// Where an index keeps what it needs to know of the build before: bytes by bytes.
///
/// What is read back is checked. What is missing or damaged, or was written by another version, costs a build from
/// nothing and never wrong bytes; a store may forget anything at any time.
package protocol IndexStore<Failure>: SendableMetatype {
    /// What the machine refuses.
    associatedtype Failure: Error & Sendable

    /// Whether anything that is written can be read again.
    ///
    /// Where it cannot, what only the next build needs is not made.
    var isKept: Bool { get }

    /// What was last written under a key; nil when nothing was.
    func read(_ key: [UInt8]) throws(Failure) -> [UInt8]?
    func write(_ key: [UInt8], _ bytes: [UInt8]) throws(Failure)
    func remove(_ key: [UInt8]) throws(Failure)
    /// Forgets everything.
    func removeAll() throws(Failure)
}

/// A store that keeps nothing: each build is one from nothing.
package struct NoIndexStore<Failure: Error & Sendable>: IndexStore {
    package init() {}

    package var isKept: Bool { false }

    package func read(_ key: [UInt8]) throws(Failure) -> [UInt8]? { nil }
    package func write(_ key: [UInt8], _ bytes: [UInt8]) throws(Failure) {}
    package func remove(_ key: [UInt8]) throws(Failure) {}
    package func removeAll() throws(Failure) {}
}
