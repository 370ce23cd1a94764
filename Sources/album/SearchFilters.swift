import ArgumentParser
import Catalog
import Diagnostics
import Languages
import Search

/// The options of `album search` that narrow the results.
struct SearchFilters: ParsableArguments {
    @Option(name: .long, help: "Направление, как его пишут в материалах; можно несколько раз.")
    var direction: [String] = []

    @Option(name: .long, help: "Муниципалитет; можно несколько раз.")
    var municipality: [String] = []

    @Option(name: .long, help: "Регион, если сайт собран из нескольких; можно несколько раз.")
    var region: [String] = []

    @Option(name: .long, help: "Вид материала; можно несколько раз.")
    var kind: [String] = []

    @Option(name: .long, help: "Уровень; можно несколько раз.")
    var level: [String] = []

    @Option(name: .long, help: "Год; можно несколько раз.")
    var year: [String] = []

    /// The chosen ids by facet.
    ///
    /// A value is an id, a name or an alias, as in a material's front matter; one that isn't there is no empty answer
    /// but a fault that lists what there is.
    func chosen(in engine: SearchEngine) throws -> [String: [String]] {
        let asked = options.filter { !$0.values.isEmpty }
        if asked.isEmpty { return [:] }
        let facets = try engine.facets()
        var result: [String: [String]] = [:]
        for (facet, option, values) in asked {
            let known = facets.first { $0.id == facet }?.values ?? []
            result[facet] = try values.map { try id(of: $0, option, among: known) }
        }
        return result
    }

    /// How to ask for what a query names beside what it looks for.
    func hint(_ named: NamedValues) -> String {
        let asked = named.values.map { value in
            options.first { $0.facet == value.facet }.map { " \($0.option) \(value.value)" } ?? ""
        }.joined()
        let labels = named.values.map { "«\($0.label)»" }.joined(separator: ", ")
        let all = named.isAll ? "" : " --all-words"
        return "\(named.values.count == 1 ? "с отметкой" : "с отметками") \(labels) страниц — \(named.count): "
            + "\"\(named.rest)\"\(asked)\(all)"
    }

    private var options: [(facet: String, option: String, values: [String])] {
        [
            ("directions", "--direction", direction), ("municipalities", "--municipality", municipality),
            ("regions", "--region", region), ("kind", "--kind", kind), ("level", "--level", level),
            ("year", "--year", year),
        ]
    }

    private func id(of value: String, _ option: String, among known: [[String]]) throws -> String {
        let folded = NameFolding.fold(value)
        let found = known.filter { $0.contains { NameFolding.fold($0) == folded } }
        if let only = found.first, found.count == 1 { return only[0] }
        if !found.isEmpty { throw ValidationError("\(option): «\(value)» — это и \(list(found, ", и "))") }
        if known.isEmpty { throw ValidationError("\(option): у этого сайта таких значений нет") }
        let nearest = NameSuggester(known.flatMap { $0.dropFirst() }).likely(value)
        let hint = nearest.isEmpty ? "" : " Похоже на: \(nearest.map { "«\($0)»" }.joined(separator: ", "))."
        throw ValidationError("\(option): значения «\(value)» нет.\(hint) Есть: \(list(known, ", "))")
    }

    private func list(_ values: [[String]], _ separator: String) -> String {
        values.map { $0[0] == $0[1] ? $0[0] : "«\($0[1])» (\($0[0]))" }.joined(separator: separator)
    }
}
