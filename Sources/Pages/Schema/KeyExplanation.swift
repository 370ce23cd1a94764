import Catalog
import Diagnostics

/// What a key of a file of the schema is for, as the handbook tells it.
package struct KeyExplanation: Sendable {
    /// The key, or the word that a key takes.
    package let name: String
    /// What it does and what it takes.
    package let about: Bilingual
    /// What holds where it is not said; nothing for what is always said.
    package let absent: Bilingual?
    /// How it is written: a part of ``SchemaSample``, which a test builds into a site.
    package let sample: String

    init(
        _ name: String, _ ru: String, _ en: String, absent: (ru: String, en: String)? = nil, sample: String
    ) {
        self.name = name
        about = Bilingual(ru: ru, en: en)
        self.absent = absent.map { Bilingual(ru: $0.ru, en: $0.en) }
        self.sample = sample
    }
}

/// Keys, or words, that belong together: one table of the page.
package struct SchemaSection: Sendable {
    /// What its entries are.
    package enum Subject: Sendable, Hashable {
        /// The keys that are known at a place.
        case keys(SchemaPlace)
        /// The words that a key takes.
        case types, views, rowColumns, forms, entryForms, coverageRoles
    }

    package let subject: Subject
    /// Its anchor.
    package let id: String
    let title: Bilingual
    let lead: Bilingual
    package let entries: [KeyExplanation]

    init(
        _ subject: Subject, _ id: String, _ title: (ru: String, en: String), _ lead: (ru: String, en: String),
        _ entries: [KeyExplanation]
    ) {
        self.subject = subject
        self.id = id
        self.title = Bilingual(ru: title.ru, en: title.en)
        self.lead = Bilingual(ru: lead.ru, en: lead.en)
        self.entries = entries
    }

    /// Every one, in the order of the page.
    package static let all: [SchemaSection] = kinds + roles + tables + sheets + vocabularies + configuration

    /// The names that the program knows there; the tests hold the entries against them.
    package var known: [String] {
        switch subject {
        case .keys(let place): place.keys
        case .types: FieldReader.typeNames
        case .views: TableDefinition.View.allCases.map(\.rawValue)
        case .rowColumns: RowColumn.allCases.map(\.rawValue)
        case .forms: IndicatorForm.allCases.map(\.rawValue)
        case .entryForms: SheetReader.forms
        case .coverageRoles: CoverageRole.allCases.map(\.rawValue)
        }
    }
}
