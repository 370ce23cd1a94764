import AlbumModel
import Catalog
import Formats
import Languages
import Theming

extension AxisEntryPage {
    /// What the entry was called before, what became of it, and what it took over.
    func historyFacts() -> [FactView] {
        let history = page.album.catalog.vocabularies[reference.vocabulary].history(of: reference.entry)
        func links(_ entries: [EntryIndex]) -> [LinkView] {
            entries.compactMap { position in
                let other = EntryReference(vocabulary: reference.vocabulary, entry: position)
                let name = page.album.catalog.schema.entry(other).distinctName
                return page.album.address(of: other).map { LinkView(name, page.url(to: $0)) }
            }
        }
        let names = history.names.map { LinkView(text($0)) }
        let facts = [
            (joined, links([history.successor].compactMap(\.self))), (.factTookOver, links(history.predecessors)),
            (.factFormer, names),
        ]
        return facts.filter { !$0.1.isEmpty }.map { FactView(page.wording.word($0.0), $0.1) }
    }

    /// «Вошёл в состав», as the name of the axis asks for it.
    private var joined: Word {
        let label = page.album.catalog.vocabularies[reference.vocabulary].label.one
        return switch GrammaticalGender(of: label) {
        case .masculine: .factJoined
        case .feminine: .factJoinedFeminine
        case .neuter: .factJoinedNeuter
        }
    }

    /// «Ашинский МР (2006 — 2023)».
    private func text(_ name: PastName) -> String {
        page.span(name.valid).map { "\(name.text) (\($0))" } ?? name.text
    }
}

extension Page {
    /// «2021 — 2023»; an open end is «…»; nothing where neither end is known.
    func span(_ valid: ValidityPeriod?) -> String? {
        guard let valid, valid.from != nil || valid.to != nil else { return nil }
        return [valid.from, valid.to].map { $0.map { wording.text($0) } ?? "…" }.joined(separator: " — ")
    }
}
