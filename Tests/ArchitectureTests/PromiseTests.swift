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
        #expect(table.count > 10)
        for promise in table {
            let named = promise.matches(of: #/`(\w+(?:Tests|_tests\.py))`/#).map { String($0.1) }
            #expect(!named.isEmpty, "\(promise)")
            for name in named { #expect(SourceTree.suites.contains(name), "\(name) is nowhere") }
        }
    }
}
