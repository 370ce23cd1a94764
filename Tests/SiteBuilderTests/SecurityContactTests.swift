import Testing

/// `.well-known/security.txt`: whom to tell of a hole in the site's safety.
@Suite struct SecurityContactTests {
    private func site(_ security: String, url: String? = "https://album.example.org/a/") throws -> SampleSite {
        let site = try SampleSite(["content/practices/kvest.md": SampleSite.practice("Квест")])
        let text = try site.folder.text("album.yml") + "\nsecurity: \(security)\n"
        try site.folder.write(url.map { "\(text)url: \($0)\n" } ?? text, to: "album.yml")
        return site
    }

    @Test func theFileHasWhatTheRFCAsksFor() throws {
        let site = try site(
            "{contact: [safety@school.example, \"https://school.example/safety\"], expires: 2024-03-01}")
        let report = try site.build()
        #expect(!report.codes.contains("security-expires"), "\(report.text)")
        #expect(
            try site.folder.text("public/.well-known/security.txt") == """
                Contact: mailto:safety@school.example
                Contact: https://school.example/safety
                Expires: 2024-03-01T23:59:59Z
                Preferred-Languages: ru
                Canonical: https://album.example.org/a/.well-known/security.txt

                """)
    }

    /// The edition is of 1 June 2023.
    @Test(arguments: [("2023-06-01", "уже прошёл"), ("2022-01-01", "уже прошёл"), ("2023-06-20", "меньше месяца")])
    func aDayThatIsOverOrNearIsTold(day: String, said: String) throws {
        let report = try site("{contact: safety@school.example, expires: \(day)}").build()
        #expect(report.codes.contains("security-expires") && report.text.contains(said), "\(report.text)")
        #expect(report.summary != nil)
    }

    @Test(arguments: [
        "{contact: safety, expires: 2024-01-01}", "{contact: \"http://school.example/\", expires: 2024-01-01}",
        "{contact: safety@school.example, expires: скоро}", "{contact: safety@school.example}", "{expires: 2024-01-01}",
    ])
    func whatIsNoContactIsTold(security: String) throws {
        let site = try site(security)
        let report = try site.build()
        #expect(report.codes.contains("broken-configuration") && report.summary == nil, "\(report.text)")
    }

    @Test func withoutAnAddressThereIsNone() throws {
        let site = try site("{contact: safety@school.example, expires: 2020-01-01}", url: nil)
        #expect(try !site.build().codes.contains("security-expires"))
        #expect(!site.folder.contains("public/.well-known/security.txt"))
    }
}
