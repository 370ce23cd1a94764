import Formats

/// The names by which the values of facets can be asked for: `search/names.js`.
///
///     albumSearchData("names",[[["asha-mr","Ашинский МР","Ашинский район","Аша"],…],…]);
///
/// For each facet and value its id, label and aliases. The pages do without: they never load it.
enum FacetNames {
    static let path = "search/names.js"

    static func file(_ configuration: SearchConfiguration) -> SearchFile {
        let names = configuration.facets.map { facet in
            ShardFormat.array(facet.values.map { JSONText.array([$0.id, $0.label] + $0.aliases) })
        }
        return SearchFile(path: path, bytes: ShardFormat.statement(name: "names", values: ShardFormat.array(names)))
    }

    /// The names of each value of each facet, the id first; nil when the file is damaged.
    static func read(_ bytes: [UInt8]) -> [[[String]]]? {
        JSONValue.values(ofStatement: bytes, name: "names")?.first?.array.map { facets in
            facets.map { ($0.array ?? []).map { ($0.array ?? []).compactMap(\.text) } }
        }
    }
}
