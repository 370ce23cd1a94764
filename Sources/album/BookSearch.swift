import ArgumentParser
import Catalog
import Files
import Search

/// What a reader has searched for, as a query or as the address of the page that shows what was found:
/// `search.html?q=квест&f=kind:practice,directions:znanie`.
struct BookSearch {
    let query: String
    /// Chosen values by facet, both by id.
    private(set) var filters: [String: [String]] = [:]
    private(set) var allWords = false
    /// Words that are neither corrected nor related to others.
    private(set) var asTyped: Set<String> = []

    init(_ text: String) throws {
        let address = text.prefix { $0 != "#" }
        guard let mark = address.firstIndex(of: "?"), Self.isPage(address[..<mark]) else {
            query = text
            return
        }
        var query = ""
        for member in address[address.index(after: mark)...].split(separator: "&") {
            let parts = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let written = parts.count == 2 ? parts[1].replacing("+", with: " ") : ""
            guard let value = PercentEncoding.decoded(String(written)) else {
                throw ValidationError("--search: адрес не читается: «\(written)»")
            }
            switch parts[0] {
            case "q": query = value
            case "f":
                for pair in value.split(separator: ",") {
                    let names = pair.split(separator: ":", maxSplits: 1).map(String.init)
                    guard names.count == 2 else {
                        throw ValidationError("--search: условие «\(pair)» не читается: нужно вид:значение")
                    }
                    filters[names[0], default: []].append(names[1])
                }
            case "all": allWords = true
            case "asis": asTyped.insert(value)
            default: throw ValidationError("--search: в адресе поиска не бывает «\(parts[0])»")
            }
        }
        guard !query.allSatisfy(\.isWhitespace) else { throw ValidationError("--search: в адресе нет запроса (q=…)") }
        self.query = query
    }

    private static func isPage(_ address: Substring) -> Bool {
        address.isEmpty || address == "search.html" || address.hasSuffix("/search.html")
    }

    /// Addresses of the pages that a built site finds, the best first; and what was chosen of each facet, in words.
    func addresses(in files: DiskFileSystem) throws -> (pages: [SiteAddress], chosen: [String]) {
        try BuiltSearch.use(files) { engine in
            let facets = try engine.facets()
            for facet in filters.keys.sorted() where !facets.contains(where: { $0.id == facet }) {
                throw ValidationError("--search: значения «\(facet):\(filters[facet]?.first ?? "")» у этого сайта нет")
            }
            let chosen = try facets.filter { filters[$0.id] != nil }.map { facet in
                try (filters[facet.id] ?? []).map { value in
                    guard let known = facet.values.first(where: { $0[0] == value }) else {
                        throw ValidationError("--search: значения «\(facet.id):\(value)» у этого сайта нет")
                    }
                    return known.count > 1 ? known[1] : value
                }.joined(separator: ", ")
            }
            let answer = engine.search(
                query, filters: filters, limit: Self.most, allWords: allWords, asTyped: asTyped, isExact: true)
            for fault in answer.faults { Terminal.message("\(fault)") }
            return (answer.results.map { SiteAddress($0.url) }, chosen)
        }
    }

    /// More pages than a book has.
    private static let most = 100_000
}

/// The search of a built site.
enum BuiltSearch {
    /// Opens the index and works with it; one that is damaged or not there is told.
    static func use<Value>(_ files: DiskFileSystem, _ work: (SearchEngine) throws -> Value) throws -> Value {
        do {
            return try work(
                SearchEngine { path in
                    let path = try SitePath(path)
                    return try files.entry(path) == nil ? nil : try files.read(path)
                })
        } catch let error as SearchIndexError {
            Terminal.message("\(files.root): \(error)")
            let isBuilt = try files.entry(Manifest.path) != nil
            throw isBuilt ? ExitStatus.verificationFailed : ExitStatus.usage
        }
    }
}
