import Foundation
import Testing

/// A promise of `SECURITY.md` names tests that there are.
@Suite struct PromiseTests {
    @Test func everyTestThatIsNamedIsThere() throws {
        let text = SourceTree.text("SECURITY.md")
        let promises = try #require(text.firstRange(of: "## What is promised"))
        let end = try #require(text.firstRange(of: "## What is not promised"))
        let table = text[promises.upperBound..<end.lowerBound].split(separator: "\n").filter { $0.hasPrefix("| ") }
            .dropFirst(2)
        let walker = try #require(
            FileManager.default.enumerator(atPath: SourceTree.root.appendingPathComponent("Tests").path))
        var suites: Set<String> = []
        for case let path as String in walker where path.hasSuffix(".swift") || path.hasSuffix(".py") {
            suites.insert((path as NSString).lastPathComponent.replacing(".swift", with: ""))
            guard path.hasSuffix(".swift") else { continue }
            for match in SourceTree.text("Tests/" + path).matches(of: #/struct (\w+Tests)\b/#) {
                suites.insert(String(match.1))
            }
        }
        #expect(table.count > 10)
        for promise in table {
            let named = promise.matches(of: #/`(\w+(?:Tests|_tests\.py))`/#).map { String($0.1) }
            #expect(!named.isEmpty, "\(promise)")
            for name in named { #expect(suites.contains(name), "\(name) is nowhere") }
        }
    }
}
