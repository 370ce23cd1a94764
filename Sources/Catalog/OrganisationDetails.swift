import Diagnostics

/// What a school must say of itself on its site, for the page «Сведения об образовательной организации» (Rosobrnadzor's order
/// № 1493 of 4 August 2023): the part «Основные сведения», without licence, accreditation, places of study and branches.
///
/// The names of the marks are those of Rosobrnadzor's methodical recommendations as sites of schools and universities have them;
/// the text of the recommendations itself has not been compared.
///
/// ```yaml
/// organisation:
///   full-name: Муниципальное автономное общеобразовательное учреждение «Школа № 1»
///   phone: [8 (35159) 3-00-01]
///   founders: [{name: Администрация района, address: …, phone: …, email: …, site: "https://…"}]
/// ```
package struct OrganisationDetails: Sendable {
    /// What is said of the organisation, in the order of the page; a key of `album.yml`.
    package enum Fact: String, Sendable, CaseIterable {
        case fullName = "full-name"
        case shortName = "short-name"
        case founded, address, hours, phone, email

        /// The name by which the order has programs find it.
        package var itemprop: String {
            switch self {
            case .fullName: "fullName"
            case .shortName: "shortName"
            case .founded: "regDate"
            case .address: "address"
            case .hours: "workTime"
            case .phone: "telephone"
            case .email: "email"
            }
        }
    }

    /// What is said of a founder.
    package enum FounderFact: String, Sendable, CaseIterable {
        case name, address, phone, email, site

        /// The name by which the order has programs find it.
        package var itemprop: String {
            switch self {
            case .name: "nameUchred"
            case .address: "addressUchred"
            case .phone: "telUchred"
            case .email: "mailUchred"
            case .site: "websiteUchred"
            }
        }
    }

    /// As they are written, in their order; no entry is empty.
    package let facts: [Fact: [String]]
    /// In their order; no entry is empty.
    package let founders: [[FounderFact: [String]]]

    /// Keys of what the order asks for and nobody has said, in the order of the page.
    package var missing: [String] {
        Fact.allCases.filter { facts[$0] == nil }.map(\.rawValue)
            + (founders.isEmpty ? ["founders"] : [])
            + founders.enumerated().flatMap { number, founder in
                FounderFact.allCases.filter { founder[$0] == nil }.map { "founders[\(number + 1)].\($0.rawValue)" }
            }
    }

    /// Reads `organisation`; nothing where `album.yml` does not have it.
    static func read(_ root: YAMLNode, _ reader: inout SchemaReader) -> OrganisationDetails? {
        guard let node = root[key: "organisation"] else { return nil }
        reader.checkKeys(of: node, at: .organisation)
        let founders = (node[key: "founders"]?.items ?? []).map { item in
            reader.checkKeys(of: item, at: .founder)
            let facts = values(FounderFact.allCases, of: item, &reader)
            for (fact, sites) in facts where fact == .site {
                for site in sites where !WebAddress.isOne(site) {
                    reader.report(
                        ConfigurationReason.founderSite, site, at: item[key: fact.rawValue]?.range ?? item.range)
                }
            }
            return facts
        }
        let facts = values(Fact.allCases, of: node, &reader)
        guard !facts.isEmpty || founders.contains(where: { !$0.isEmpty }) else {
            reader.report(SchemaReason.missing, Fact.fullName.rawValue, at: node.range)
            return nil
        }
        return OrganisationDetails(facts: facts, founders: founders.filter { !$0.isEmpty })
    }

    private static func values<Key: RawRepresentable<String> & Hashable>(
        _ keys: [Key], of node: YAMLNode, _ reader: inout SchemaReader
    ) -> [Key: [String]] {
        var found: [Key: [String]] = [:]
        for key in keys {
            let texts = reader.texts(key.rawValue, of: node)
            if !texts.isEmpty { found[key] = texts }
        }
        return found
    }
}
