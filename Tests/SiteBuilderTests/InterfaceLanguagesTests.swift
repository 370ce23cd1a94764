import Foundation
import Testing

/// The words of the default theme in every language they were put into: none is missing, none has lost a place.
@Suite struct InterfaceLanguagesTests {
    private static let folder = SampleSite.repository.appendingPathComponent("themes/album/strings")

    @Test func thereAreThreeLanguages() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        #expect(files == ["en.yml", "ru.yml", "tt.yml"])
    }

    @Test(arguments: ["en", "tt"])
    func aLanguageHasEveryWordOfTheRussian(language: String) throws {
        let russian = try Self.words("ru")
        let words = try Self.words(language)
        #expect(Set(words.keys).symmetricDifference(russian.keys).sorted() == [])
        #expect(words.filter { $0.value.isEmpty && russian[$0.key] != "" }.map(\.key).sorted() == [])
    }

    @Test(arguments: ["en", "tt"])
    func aWordHasThePlacesOfTheRussian(language: String) throws {
        let russian = try Self.words("ru")
        let differing = try Self.words(language).filter { key, text in
            russian[key].map { Self.places(in: $0) != Self.places(in: text) } ?? false
        }
        #expect(differing.map { "\($0.key): \($0.value)" }.sorted() == [])
    }

    /// Heads of columns and facts of a file are lists: their items are told by position.
    @Test(arguments: ["en", "tt"], ["office_columns", "office_facts"])
    func aListOfHeadsHasAsManyItems(language: String, key: String) throws {
        let count = try #require(Self.words("ru")[key]).split(separator: "|").count
        #expect(try #require(Self.words(language)[key]).split(separator: "|").count == count)
    }

    /// Tatar nouns keep the singular after a number, and its endings depend on what stands before them.
    @Test func tatarHasOneFormForAllNumbersAndNoEndingBehindAPlace() throws {
        let words = try Self.words("tt")
        let forms = words.filter { $0.key.contains(".") }
        #expect(forms.count == 27)
        for (key, text) in forms {
            let noun = key.prefix { $0 != "." }
            #expect(words["\(noun).one"] == text)
        }
        #expect(words.filter { $0.key.hasPrefix("search_") && $0.value.contains("|") }.map(\.key).sorted() == [])
        let ended = words.filter { $0.value.contains(/\{[0-9a-z]\}[\p{L}-]/) }
        #expect(ended.map { "\($0.key): \($0.value)" }.sorted() == [])
    }

    /// What the program and the theme say, they say in Tatar, dates among it; messages to editors are Russian.
    @Test func aTatarSiteShowsNoWordOfTheRussianTheme() throws {
        let site = try SampleSite(bare: "English")
        let configuration = try site.folder.text("album.yml")
        try site.folder.write(configuration.replacing("language: en", with: "language: tt"), to: "album.yml")
        try site.folder.write("---\nsummary: [\n---\n", to: "content/practices/broken.md")
        let report = try site.build()
        #expect(report.text.contains(/\p{Script=Cyrillic}/) && !report.text.contains("warning:"), "\(report.text)")
        try site.folder.remove("content/practices/broken.md")
        _ = try site.build()
        let pages = try site.output().filter { $0.key.hasSuffix(".html") }.mapValues {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(pages.count > 20)
        #expect(pages.values.allSatisfy { $0.contains("<html lang=\"tt\"") })
        #expect(pages.values.contains { $0.contains("2023\u{A0}елның") })
        let tatar = try Self.words("tt")
        let russian = try Self.words("ru").filter { key, text in
            text.count > 11 && text != tatar[key] && !text.contains("{") && !text.contains("|")
        }
        #expect(russian.count > 300)
        // The handbook is for editors and speaks as their messages do.
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) where !path.hasPrefix("handbook/") {
            #expect(russian.filter { page.contains($0.value) }.map(\.key).sorted() == [], "\(path)")
        }
    }

    /// Key → text; of a noun with forms `materials.one` and so on, of which a language may leave out `few`.
    private static func words(_ language: String) throws -> [String: String] {
        let text = try String(contentsOf: folder.appendingPathComponent("\(language).yml"), encoding: .utf8)
        var words: [String: String] = [:]
        var noun = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if let match = line.wholeMatch(of: /([a-z_]+): "(.*)"/) {
                words[String(match.1)] = String(match.2)
            } else if let match = line.wholeMatch(of: /([a-z_]+):/) {
                noun = String(match.1)
            } else if let match = line.wholeMatch(of: /\ \ (one|few|many): "(.*)"/) {
                words["\(noun).\(match.1)"] = String(match.2)
                if match.1 == "many", words["\(noun).few"] == nil { words["\(noun).few"] = String(match.2) }
            } else {
                Issue.record("\(language).yml: \(line)")
            }
        }
        return words
    }

    private static func places(in text: String) -> Set<String> {
        Set(text.matches(of: /\{[0-9a-z]\}/).map { String($0.output) })
    }
}
