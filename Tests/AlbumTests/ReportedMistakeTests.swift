import Foundation
import TestSupport
import Testing

/// Mistakes that editors made, each in a folder laid over one small site.
///
/// What was expected stands in `expected.txt`:
/// ```
/// Ждали: одно сообщение у content/practices/kvest.md:6:1 («level:инст»)
/// content/events/foto.png: 21879418 байт, не сохранён (любой такой файл)
/// удалён: content/events/foto.png
/// ```
@Suite struct ReportedMistakeTests {
    /// What `expected.txt` says of a case.
    struct Mistake {
        /// Where the one message stands; the line is absent when the file as such is meant.
        enum Place {
            case line(path: String, line: Int)
            case file(path: String)
            case anywhere
        }

        let place: Place
        let removed: [String]
        /// Files too large to be kept, by size.
        let made: [(path: String, bytes: Int)]

        /// Absent when the case holds steps for a person instead.
        init?(_ text: String) {
            guard let found = text.firstMatch(of: /Ждали: одно сообщение(?: (у|о) (.+))?/) else { return nil }
            if let rest = found.2 {
                if found.1 == "у", let parts = rest.firstMatch(of: /^(.+?):(\d+):\d+/), let line = Int(parts.2) {
                    place = .line(path: String(parts.1), line: line)
                } else {
                    place = .file(path: String(rest).trimmingCharacters(in: .whitespaces))
                }
            } else {
                place = .anywhere
            }
            removed = text.matches(of: /удалён: (.+)/).map { String($0.1).trimmingCharacters(in: .whitespaces) }
            made = text.matches(of: /(?m)^(content\/.+?): (\d+) байт, не сохранён/).compactMap { match in
                Int(match.2).map { (String(match.1), $0) }
            }
        }
    }

    /// The small site with one case laid over it.
    private func site(of name: String, _ mistake: Mistake?) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let site = URL(fileURLWithPath: folder.path)
        try SharedCases.lay(try SharedCases.folder("mistakes", "00-base"), over: site)
        try SharedCases.layOwn(["content/kinds", "content/vocabularies"], into: site)
        try SharedCases.lay(try SharedCases.folder("mistakes", name), over: site)
        for path in mistake?.removed ?? [] { try folder.remove(path) }
        for (path, count) in mistake?.made ?? [] { try folder.write(Self.filler(path, count), to: path) }
        return folder
    }

    /// A file of `count` bytes that begins as its kind does and tells a size where it is a picture.
    private static func filler(_ path: String, _ count: Int) -> [UInt8] {
        let head: [UInt8] =
            switch path.split(separator: ".").last {
            case "png":
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
                    + [0, 0, 8, 0, 0, 0, 8, 0, 8, 2, 0, 0, 0]
            case "tif", "tiff": [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
            default: [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70]
            }
        return head + [UInt8](repeating: 0x5A, count: max(0, count - head.count))
    }

    @Test func theSiteBelowAllCasesHasNoMistake() throws {
        guard SharedCases.root != nil else { return }
        let told = try ToldProblem.all(in: try site(of: "00-base", nil))
        #expect(told.isEmpty, "\(told)")
    }

    /// Mistakes that are not told as they should be yet.
    ///
    /// One that is right fails here until its line is taken out.
    private static let open: Set<String> = []

    /// Names that are offered and do not work yet, each because of another message that stays.
    private static let openCandidates: Set<String> = []

    @Test(arguments: SharedCases.names(of: "mistakes"))
    func aMistakeIsToldOnceAtItsCause(name: String) throws {
        if Self.open.contains(name) {
            withKnownIssue("not told as it should be yet") { try expectToldOnce(name) }
        } else {
            try expectToldOnce(name)
        }
    }

    private func expectToldOnce(_ name: String) throws {
        let file = try SharedCases.folder("mistakes", name).appendingPathComponent("expected.txt")
        guard let text = try? String(contentsOf: file, encoding: .utf8), let mistake = Mistake(text) else { return }
        let told = try ToldProblem.all(in: try site(of: name, mistake))
        #expect(told.count == 1, "\(told)")
        guard let first = told.first else { return }
        switch mistake.place {
        case .line(let path, let line): #expect(first.path == path && first.line == line, "\(first)")
        case .file(let path): #expect(first.path == path, "\(first)")
        case .anywhere: break
        }
        let saysHow =
            first.remedy?.isEmpty == false || first.candidates?.isEmpty == false || first.message.contains("; ")
        #expect(saysHow, "says no remedy: \(first)")
    }

    /// A name that is offered is the right one: put in the place of the wrong one, it leaves no message.
    @Test(arguments: SharedCases.names(of: "mistakes"))
    func aCandidateTakenAtItsWordLeavesNoMessage(name: String) throws {
        if Self.openCandidates.contains(name) {
            withKnownIssue("another message stays") { try expectCandidatesWork(name) }
        } else {
            try expectCandidatesWork(name)
        }
    }

    private func expectCandidatesWork(_ name: String) throws {
        let file = try SharedCases.folder("mistakes", name).appendingPathComponent("expected.txt")
        guard let text = try? String(contentsOf: file, encoding: .utf8), let mistake = Mistake(text) else { return }
        let site = try site(of: name, mistake)
        for problem in try ToldProblem.all(in: site) {
            for candidate in problem.candidates ?? [] {
                let before = try site.text(problem.path)
                guard let after = problem.place.replaced(by: candidate, in: before) else { continue }
                try site.write(after, to: problem.path)
                // The other places of the same cause want the same name.
                for place in problem.related ?? [] where problem.code == "unknown-reference" {
                    let text = try site.text(place.path)
                    try site.write(place.replaced(by: candidate, in: text) ?? text, to: place.path)
                }
                let left = try ToldProblem.all(in: site)
                #expect(left.isEmpty, "«\(candidate)» for \(problem) leaves \(left)")
                try site.write(before, to: problem.path)
            }
        }
    }
}
