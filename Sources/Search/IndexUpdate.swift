/// What became of an index.
package struct IndexUpdate: Sendable, Equatable {
    /// The paths of all files of which the index now consists, those that were not written included.
    package var paths: [String]
    /// How much was done for it.
    package var work = Work()

    /// Numbers of what was read and made.
    package struct Work: Sendable, Equatable {
        /// Documents that were asked for.
        package var documents = 0
        /// Buckets of terms that were read or made.
        package var buckets = 0
        /// Files that were encoded, be they new or not.
        package var files = 0
    }
}
