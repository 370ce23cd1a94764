import Catalog
import Formats
import Theming

/// `sveden/common/index.html`: what a school must say of itself, with the marks by which Rosobrnadzor's order has programs find it.
///
/// It says what `album.yml` has, and of what the order asks for besides that it is not said yet; `album preflight` lists it too.
struct OrganisationPage {
    let page: Page
    let details: OrganisationDetails

    func view() -> PlainView {
        let title = page.wording.word(.pageOrganisation)
        let lead = page.wording.word(.organisationLead)
        let own = OrganisationDetails.Fact.allCases.compactMap { fact in
            details.facts[fact].map { line(word(fact), fact.itemprop, $0, linked: scheme(fact)) }
        }
        let founders = details.founders.map { founder in
            let lines = OrganisationDetails.FounderFact.allCases.compactMap { fact in
                founder[fact].map { line(word(fact), fact.itemprop, $0, linked: scheme(fact)) }
            }
            return "<div itemprop=\"uchredLaw\" itemscope>\n\(list(lines))\n</div>"
        }
        var parts = own.isEmpty ? [] : [list(own)]
        if !founders.isEmpty {
            parts.append("<h2>\(HTMLEscaping.html(page.wording.word(.organisationFounders)))</h2>")
            parts += founders
        }
        let body = "<div itemscope>\n\(parts.joined(separator: "\n"))\n</div>"
        return PlainView(
            frame: page.frame(title: title, description: lead), title: title, summary: lead,
            body: RawHTML([body, unsaid].compactMap(\.self).joined(separator: "\n")))
    }

    /// What the order asks for and nobody has said, in a sentence: whoever looks for it learns that it is not on another page.
    private var unsaid: String? {
        let own = OrganisationDetails.Fact.allCases.filter { details.facts[$0] == nil }.map(word)
        let founders = details.founders.isEmpty ? [page.wording.word(.organisationFounders)] : []
        let names = (own + founders).map { $0.prefix(1).lowercased() + $0.dropFirst() }
        if names.isEmpty { return nil }
        let text = page.wording.strings.text(Word.organisationUnsaid, names.joined(separator: ", "))
        return "<p class=\"quiet\">\(HTMLEscaping.html(text))</p>"
    }

    private func list(_ lines: [String]) -> String { "<dl class=\"facts\">\n\(lines.joined(separator: "\n"))\n</dl>" }

    /// Each value has the mark, so that programs find all of them.
    private func line(_ label: String, _ itemprop: String, _ values: [String], linked scheme: String?) -> String {
        let shown = values.map { value in
            let text = HTMLEscaping.html(value)
            // The mark is on the text: of a link programs would take the address.
            guard let scheme else { return "<dd itemprop=\"\(itemprop)\">\(text)</dd>" }
            let address = scheme == "tel:" ? "tel:" + value.filter { $0.isNumber || $0 == "+" } : scheme + value
            return "<dd itemprop=\"\(itemprop)\"><a href=\"\(HTMLEscaping.html(address))\">\(text)</a></dd>"
        }
        return "<div><dt>\(HTMLEscaping.html(label))</dt>\(shown.joined())</div>"
    }

    private func scheme(_ fact: OrganisationDetails.Fact) -> String? {
        switch fact {
        case .phone: "tel:"
        case .email: "mailto:"
        case .fullName, .shortName, .founded, .address, .hours: nil
        }
    }

    private func scheme(_ fact: OrganisationDetails.FounderFact) -> String? {
        switch fact {
        case .phone: "tel:"
        case .email: "mailto:"
        case .site: ""
        case .name, .address: nil
        }
    }

    private func word(_ fact: OrganisationDetails.Fact) -> String {
        let word: Word =
            switch fact {
            case .fullName: .organisationFullName
            case .shortName: .organisationShortName
            case .founded: .organisationFounded
            case .address: .organisationAddress
            case .hours: .organisationHours
            case .phone: .organisationPhone
            case .email: .organisationEmail
            }
        return page.wording.word(word)
    }

    private func word(_ fact: OrganisationDetails.FounderFact) -> String {
        let word: Word =
            switch fact {
            case .name: .founderName
            case .address: .founderAddress
            case .phone: .organisationPhone
            case .email: .organisationEmail
            case .site: .founderSite
            }
        return page.wording.word(word)
    }
}
