import CStemmer

/// The Russian Snowball stemmer; the only user of libstemmer.
///
/// Not sendable: the C stemmer keeps its last result in itself.
struct SnowballStemmer: ~Copyable {
    private let stemmer: OpaquePointer

    init() {
        guard let stemmer = sb_stemmer_new("russian", "UTF_8") else {
            preconditionFailure("libstemmer has no Russian stemmer for UTF-8")
        }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The number of bytes of a lower-case word that make its stem: for Russian the stem is a prefix of the word.
    func stemLength(of word: UnsafeBufferPointer<UInt8>) -> Int {
        guard sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) != nil else { return word.count }
        return min(Int(sb_stemmer_length(stemmer)), word.count)
    }
}
