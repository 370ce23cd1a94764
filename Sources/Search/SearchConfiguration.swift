/// What the index must know beside the documents: facets, abbreviations, synonyms, the client's strings.
package struct SearchConfiguration: Sendable {
    /// A choice by which results are narrowed; the order of values is the order in which they are shown.
    package struct Facet: Sendable, Equatable {
        /// A value of a facet.
        package struct Value: Sendable, Equatable {
            /// ASCII, used in addresses: `search.html?f=direction:znanie`.
            package var id: String
            /// What a reader sees.
            package var label: String
            /// What it is called besides; `album search` takes these too, the pages do not load them.
            package var aliases: [String]
            /// How a query may name it beside what it looks for: «Аша», «2023 год»; nothing where no query does.
            package var spoken: [String]

            package init(id: String, label: String, aliases: [String] = [], spoken: [String] = []) {
                self.id = id
                self.label = label
                self.aliases = aliases
                self.spoken = spoken
            }
        }
        /// ASCII, used in addresses.
        package var id: String
        /// What a reader sees above the values.
        package var label: String
        /// The values; a document names them by their ordinals here.
        package var values: [Value]

        package init(id: String, label: String, values: [Value]) {
            self.id = id
            self.label = label
            self.values = values
        }
    }

    /// An abbreviation of the glossary: never stemmed, and found by its expansion as the expansion is by it.
    package struct Abbreviation: Sendable, Equatable {
        /// The short form: `ФГОС`.
        package var short: String
        /// What it stands for: `федеральный государственный образовательный стандарт`.
        package var expansion: String

        package init(short: String, expansion: String) {
            self.short = short
            self.expansion = expansion
        }
    }

    /// In the order in which they are shown.
    package var facets: [Facet]
    /// Those of the glossary.
    package var abbreviations: [Abbreviation]
    /// Sets of words or phrases that mean the same, such as `["ребёнок", "дети"]`.
    package var synonyms: [[String]]
    /// The interface's strings by name, which replace the client's Russian ones.
    package var strings: [String: String]

    /// Names by which a whole query means one page, and the page's id.
    package var names: [(name: String, id: Int)]
    /// The first of the pages that stand aside: they come after all others.
    ///
    /// Nil when none does.
    package var firstAside: Int?

    package init(
        facets: [Facet] = [], abbreviations: [Abbreviation] = [], synonyms: [[String]] = [],
        strings: [String: String] = [:], names: [(name: String, id: Int)] = [], firstAside: Int? = nil
    ) {
        self.names = names
        self.firstAside = firstAside
        self.facets = facets
        self.abbreviations = abbreviations
        self.synonyms = synonyms
        self.strings = strings
    }
}
