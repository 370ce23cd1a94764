import Diagnostics
import Testing

@testable import Theming

/// What a theme may say without stopping the program.
@Suite struct ThemeLimitsTests {
    private func codes(_ files: [String: String], required: [String] = [], forms: [String] = []) -> [String] {
        let all = ["templates/pages/page.mustache": "", "templates/partials/card.mustache": ""]
            .merging(files) { _, new in new }
        let theme = ThemeFolder(path: "themes/album", files: all.mapValues { Array($0.utf8) })
        return Theme.load(
            folders: [theme], language: .ru, views: [PageSample.self, CardSample.self], requiredStrings: required,
            requiredForms: forms
        ).diagnostics.map { "\($0.code.name) \($0.location.path)" }
    }

    @Test(arguments: ["{{#title}}", "{{^title}}", "{{$b}}"], [101, 20_000, 200_000])
    func sectionsNestedTooDeeplyAreOneError(open: String, depth: Int) {
        let name = open.dropFirst(3).dropLast(2)
        let text = String(repeating: open, count: depth) + String(repeating: "{{/\(name)}}", count: depth)
        #expect(
            codes(["templates/pages/page.mustache": text]) == [
                "template-too-deep themes/album/templates/pages/page.mustache"
            ])
    }

    @Test func sectionsToTheLimitAreFine() {
        let text = String(repeating: "{{#title}}", count: 100) + "x" + String(repeating: "{{/title}}", count: 100)
        #expect(codes(["templates/pages/page.mustache": text]) == [])
    }

    @Test(arguments: [false, true]) func partialsInPartialsAreOneError(isBackward: Bool) {
        var files = ["templates/pages/page.mustache": "{{>p/\(isBackward ? 5000 : 10000)}}"]
        for number in 0..<5000 {
            // In the order of names and against it: what was looked through already counts too.
            let (own, next) = isBackward ? (5000 - number, 4999 - number) : (10000 + number, 10001 + number)
            files["templates/p/\(own).mustache"] = number == 4999 ? "x" : "{{>p/\(next)}}"
        }
        let found = codes(files)
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("template-too-deep ") }, "\(found)")
    }

    @Test func sectionsAndPartialsAddUp() {
        func nested(_ inner: String) -> String {
            String(repeating: "{{#title}}", count: 60) + inner + String(repeating: "{{/title}}", count: 60)
        }
        #expect(
            codes([
                "templates/pages/page.mustache": nested("{{>p/a}}"), "templates/p/a.mustache": nested("x"),
            ]) == ["template-too-deep themes/album/templates/pages/page.mustache"])
    }

    @Test func aTextWhereFormsAreCountedAndFormsWhereATextIsShownAreErrorsAtTheirPlace() {
        let strings = "a: \"а\"\nb:\n  one: \"б\"\n  few: \"б\"\n  many: \"б\"\n"
        let file = "strings/ru.yml"
        #expect(codes([file: strings], required: ["a", "b"], forms: ["b"]) == [])
        #expect(
            codes([file: strings], required: ["a", "b"], forms: ["a"]) == [
                "theme-string-not-forms themes/album/strings/ru.yml",
                "theme-string-not-text themes/album/strings/ru.yml",
            ])
        #expect(
            codes([file: "b:\n  one: \"б\"\n"], required: ["b"], forms: ["b"])
                == ["theme-missing-form themes/album/strings/ru.yml"])
        #expect(codes([:], required: ["b"], forms: ["b"]) == ["theme-missing-string themes/album/strings/ru.yml"])
    }
}
