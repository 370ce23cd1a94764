/// Where keys stand in the files of the schema and in `album.yml`, and which keys are known there.
///
/// The one list of them: what reads a place checks its keys against this, and the page of the handbook that explains them
/// (`handbook/schema.html`) goes through it.
package enum SchemaPlace: String, CaseIterable, Sendable {
    // A kind.
    case kind, field, section, table, citation, lifecycle, review, card, door, help, event, sharing, wanted, adaptable
    // What readers enter into a table.
    case points, meanings, subject, entry
    // A vocabulary.
    case vocabulary, vocabularyEntry = "vocabulary-entry", validity, formerName = "former-name"
    // album.yml.
    case configuration, bundle, coverageAxes = "coverage-axes", sharingAddress = "sharing-address", root, security,
        organisation, founder

    /// The keys that are known there, in the order in which they are explained.
    package var keys: [String] {
        switch self {
        case .kind:
            [
                "id", "extends", "abstract", "folder", "name", "aliases", "title", "description", "order", "importance",
                "fields", "new", "new-table", "examples", "sections", "tables", "citation", "lifecycle", "review",
                "card", "door",
                "help", "event",
                "coverage", "binding", "sharing", "adaptable",
            ]
        case .field:
            [
                "label", "aliases", "type", "to", "choices", "all", "required", "basis", "default", "inverse", "help",
                "example",
            ]
        case .section: ["heading", "aliases", "required"]
        case .table:
            [
                "heading", "headings", "key", "columns", "other-columns", "new", "views", "form", "numberings",
                "measures", "year", "plan", "fact", "better",
            ] + SheetReader.keys
        case .citation: ["number", "date", "title", "group", "type", "issuer"]
        case .lifecycle: ["status", "repealed", "pending", "in-force", "repeals", "repealed-by"]
        case .review: ["state", "event"]
        case .card: ["note"]
        case .door: ["group", "order"]
        case .help: ["order"]
        case .event: ["place", "host"]
        case .sharing: ["heading", "lead", "fields", "more", "sections", "tables", "wanted"]
        case .wanted: ["field", "value"]
        case .adaptable: ["without"]
        case .points: ["maximum", "parameters", "penalty", "parent", "level", "stages", "meanings"]
        case .meanings: ["table", "column"]
        case .subject: ["label", "names", "another"]
        case .entry: ["label", "type", "choices", "help", "done", "done-label", "open-label"]
        case .vocabulary: ["title", "label", "description", "axis", "grows", "sorts", "entries"]
        case .vocabularyEntry:
            [
                "id", "name", "full", "short", "aliases", "code", "group", "parent", "type", "region", "municipality",
                "tile", "number", "valid", "was", "successor", "url", "description", "expansion", PrivacyAllowance.key,
            ]
        case .validity: ["from", "to"]
        case .formerName: ["name", "from", "to"]
        case .configuration:
            [
                "title", "description", "language", "url", "edition", "theme", "output", "bundle", "menu", "contact",
                "sharing", "coverage", "about", "guide", "search-examples", "search-pdf", "root-files",
                "roots", "security", "history", "organisation",
            ]
        case .bundle: ["file", "url"]
        case .coverageAxes: ["rows", "columns"]
        case .sharingAddress: ["address"]
        case .organisation: OrganisationDetails.Fact.allCases.map(\.rawValue) + ["founders"]
        case .founder: OrganisationDetails.FounderFact.allCases.map(\.rawValue)
        case .security: ["contact", "expires"]
        case .root: ["folder", "id", "region", "was"]
        }
    }
}
