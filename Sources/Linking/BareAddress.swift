/// Addresses that people write as they say them, without what tells a browser their sort.
enum BareAddress {
    /// The address with its beginning: `mailto:` before a mailbox, `tel:` before a number of 10 to 15 digits, `https://`
    /// before `www.` and before the name of a site; nothing where it is none of these.
    ///
    /// A Russian number that begins with 8 is called by +7, so that it works from abroad too. A beginning that was
    /// mistyped, `https//school5.ru` or `http:/school5.ru`, is made anew. O(length).
    static func completed(_ address: String) -> String? {
        let lower = address.lowercased()
        if lower.hasPrefix("www.") { return "https://" + address }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !address.contains("/"), !address.contains(" ") {
            return "mailto:" + address
        }
        return number(address).map { "tel:" + $0 } ?? site(address)
    }

    private static func number(_ address: String) -> String? {
        guard address.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-() ".utf8.contains($0) }) else { return nil }
        let digits = address.filter(\.isNumber)
        guard (10...15).contains(digits.utf8.count) else { return nil }
        if digits.utf8.count == 11, digits.hasPrefix("8") { return "+7" + digits.dropFirst() }
        return (address.hasPrefix("+") ? "+" : "") + digits
    }

    /// Ends of names of sites that no file has.
    private static let zones: Set<String> = [
        "ru", "рф", "su", "com", "org", "net", "info", "edu", "gov", "online", "site", "school", "pro", "дети",
        "онлайн",
    ]
    /// Beginnings that lack a colon or a slash.
    private static let slips = ["https//", "http//", "https:/", "http:/", "https:", "http:", "//"]

    private static func site(_ address: String) -> String? {
        let lower = address.lowercased()
        let slip = slips.first { lower.hasPrefix($0) } ?? ""
        let rest = address.dropFirst(slip.count)
        let labels = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            .split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, zones.contains(labels.last?.lowercased() ?? ""),
            labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } })
        else { return nil }
        return "https://" + rest
    }
}
