import Explaining
import Foundation
import TestSupport
import Testing

extension Example: CustomTestStringConvertible {
    /// The code and the beginning of what was written.
    public var testDescription: String { "\(code): \(wrong.split(separator: "\n").first ?? "nothing")" }
}

/// The small site of the examples over the project's own kinds and vocabularies.
struct RemedySite {
    let folder: TemporaryFolder

    init() throws {
        let texts = SampleSite.texts.map { ($0.key.rawValue, $0.value) }
        folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: texts))
        let site = URL(fileURLWithPath: folder.path)
        try SharedCases.layOwn(["content/kinds", "content/vocabularies"], into: site)
        try folder.write(Self.picture, to: "content/events/foto.png")
        try folder.write(Array("%PDF-1.4\n% план\n".utf8), to: "content/documents/prikaz-215.pdf")
    }

    /// 4 by 3 points.
    private static let picture: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0,
    ]
}

@Suite struct RemedyTests {
    @Test func nothingIsSaidOfTheSiteThatMistakesAreMadeIn() throws {
        let told = try ToldProblem.all(in: try RemedySite().folder)
        #expect(told.isEmpty, "\(told)")
    }

    @Test(arguments: Example.all)
    func aRemedyFollowedToTheLetterLeavesNoMessage(_ remedy: Example) throws {
        let folder = try RemedySite().folder
        let path = remedy.file.rawValue
        let before = try folder.text(path)
        try #require(before.contains(remedy.right), "\(path) does not hold «\(remedy.right)»")
        try folder.write(before.replacing(remedy.right, with: remedy.wrong, maxReplacements: 1), to: path)
        let told = try ToldProblem.all(in: folder)
        #expect(told.map(\.code) == [remedy.code], "\(told)")
        try folder.write(before.replacing(remedy.right, with: remedy.mended, maxReplacements: 1), to: path)
        let left = try ToldProblem.all(in: folder)
        #expect(left.isEmpty, "\(left)")
    }
}
