/// A page of the index as its builder names it.
package struct IndexedPage: Sendable, Equatable {
    /// The address, relative to the site's root, which no other page has.
    package var address: String
    /// What the page's `SearchDocument` depends on, as a number: equal as long as the document is.
    ///
    /// Never the language's own hash, which is another in each process.
    package var stamp: UInt64

    package init(address: String, stamp: UInt64) {
        self.address = address
        self.stamp = stamp
    }
}
