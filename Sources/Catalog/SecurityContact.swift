import Diagnostics
import Formats

/// Whom to tell of a hole in the site's safety, and until when that holds (RFC 9116):
/// `security: {contact: security@school.example, expires: 2027-06-01}`.
package struct SecurityContact: Sendable {
    /// How many days before its end it is told to be near.
    package static let warningDays = 30

    /// Addresses as RFC 9116 has them: `mailto:…` or `https://…`; the first is the one to try first.
    package let contacts: [String]
    /// The day after which nobody should rely on it.
    package let expires: CalendarDate
    /// Where that day is written.
    package let place: SourceLocation

    /// Reads `security`; nothing where it is not said, or not understood, which is told.
    static func read(_ root: YAMLNode, _ reader: inout SchemaReader) -> SecurityContact? {
        guard let node = root[key: "security"] else { return nil }
        reader.checkKeys(of: node, at: .security)
        let written = node[key: "contact"]?.items ?? []
        if written.isEmpty { reader.report(SchemaReason.missing, "contact", at: node.range) }
        let contacts = written.compactMap { item -> String? in
            if let address = item.text.flatMap(address) { return address }
            reader.report(ConfigurationReason.securityContact, item.text ?? "", at: item.range)
            return nil
        }
        guard let day = reader.requiredText("expires", of: node) else { return nil }
        let place = node[key: "expires"]?.range ?? node.range
        guard let expires = Period.day(day) else {
            reader.report(ConfigurationReason.securityExpires, day, at: place)
            return nil
        }
        if contacts.isEmpty || contacts.count != written.count { return nil }
        return SecurityContact(contacts: contacts, expires: expires, place: SourceLocation(reader.file, place))
    }

    /// A mail address may stand without its scheme.
    private static func address(_ text: String) -> String? {
        let bare = text.hasPrefix("mailto:") ? String(text.dropFirst("mailto:".count)) : text
        switch Configuration.SharingAddress(bare) {
        case .mail(let mail)?: return "mailto:" + mail
        case .web(let web)?: return bare == text && web.hasPrefix("https://") ? web : nil
        case nil: return nil
        }
    }

    /// What is told on a day: that it is over, or will soon be.
    ///
    /// A build asks on the day of its edition, which may be long past when somebody publishes it: whoever does asks on that day.
    package func diagnostic(on day: CalendarDate) -> Diagnostic? {
        var limit = day
        for _ in 0..<Self.warningDays { limit = limit.next ?? limit }
        guard expires <= limit else { return nil }
        let reason = expires <= day ? ConfigurationReason.securityOver : ConfigurationReason.securityNear
        return Diagnostic(.securityExpires.because(reason), ["\(expires)", "\(day)"], at: place)
    }
}

extension Configuration {
    /// What is told on a day of the contact for safety; nothing where the site has no address, since nobody is told of it then.
    package func securityDiagnostic(on day: CalendarDate) -> Diagnostic? {
        url == nil ? nil : security?.diagnostic(on: day)
    }
}
