/// Answers queries from the files that `IndexWriter` wrote: the same files, order and scores as in the browser.
///
/// Files are read when a query needs them and kept. A file that is missing or damaged becomes a fault of the answer,
/// which is then made from the rest.
package final class SearchEngine {
    /// - Parameter read: the bytes of a file by its path below the site's root (`search/manifest.js`); nil when there
    ///   is no such file.
    package init(read: @escaping (String) throws -> [UInt8]?) throws {
    }

    /// The best pages for a query.
    /// - Parameters:
    ///   - filters: chosen values by facet, both by id; values of one facet widen, facets narrow.
    package func search(_ query: String, filters: [String: [String]] = [:], limit: Int = 20) -> SearchAnswer {
        SearchAnswer(query: query, total: 0, results: [], remarks: [], faults: [])
    }
}
