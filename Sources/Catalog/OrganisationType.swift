import Diagnostics
import Languages

/// What programs are told that an organisation is: a type of schema.org.
///
/// A vocabulary says it of a word that its entries have under `type`: `sorts: {министерство: GovernmentOrganization}`.
package enum OrganisationType: String, Sendable, CaseIterable {
    case organization = "Organization"
    case government = "GovernmentOrganization"
    case educational = "EducationalOrganization"
    case school = "School"
    case preschool = "Preschool"
    case college = "CollegeOrUniversity"
    case research = "ResearchOrganization"
    case library = "Library"
    case museum = "Museum"

    /// Reads `sorts` of a vocabulary: by the folded word.
    static func byWord(_ root: YAMLNode, _ reader: inout SchemaReader) -> [String: OrganisationType] {
        guard let node = root[key: "sorts"] else { return [:] }
        guard let pairs = node.pairs else {
            reader.report(SchemaReason.noPairs, at: node.range)
            return [:]
        }
        var types: [String: OrganisationType] = [:]
        for pair in pairs {
            guard let name = pair.value.text, let type = OrganisationType(rawValue: name) else {
                let known = allCases.map(\.rawValue).joined(separator: ", ")
                reader.report(SchemaReason.unknownSort, pair.value.text ?? "", known, at: pair.value.range)
                continue
            }
            types[NameFolding.fold(pair.key)] = type
        }
        return types
    }
}
