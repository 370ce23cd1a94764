import Foundation
import Testing

/// Places where the program would end itself: each is listed in `Traps.tsv` with why no input leads there.
@Suite struct TrapTests {
    private static let list = "Tests/ArchitectureTests/Traps.tsv"

    /// What ends a program when it does not hold; arithmetic and places of arrays are left to `Tests/Fuzz`.
    private static func isTrap(_ line: Substring) -> Bool {
        let code = line.drop { $0 == " " }
        if code.hasPrefix("//") { return false }
        return code.contains(
            #/\b(?:precondition|preconditionFailure|fatalError|assert|assertionFailure)\(|\btry!|\bas!|\bunowned\b|unsafelyUnwrapped/#
        )
            || code.contains(#/[\w)\]]!(?![=\w"])/#) && !code.contains(#/"[^"]*!/#)
    }

    @Test func eachTrapIsListedWithItsReason() {
        let listed = SourceTree.text(Self.list).split(separator: "\n").dropFirst().map { row in
            row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        for row in listed {
            #expect(row.count == 3 && row[2].count > 20, "\(row)")
            for name in row[2].matches(of: #/`(\w+Tests)`/#) {
                #expect(SourceTree.suites.contains(String(name.1)), "\(name.1) is nowhere")
            }
        }
        let found = SourceTree.sources.flatMap { source in
            source.lines.filter(Self.isTrap).map { "\(source.path)\t\($0.trimmingPrefix { $0 == " " })" }
        }
        let known = listed.map { $0.prefix(2).joined(separator: "\t") }
        #expect(found.count > 20)
        for trap in found { #expect(known.contains(trap), "\(Self.list) does not say why no input leads to: \(trap)") }
        for trap in known { #expect(found.contains(trap), "\(Self.list) names what is not there: \(trap)") }
    }
}
