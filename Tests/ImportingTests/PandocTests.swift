import Diagnostics
import Foundation
import OfficeFiles
import TestSupport
import Testing

@testable import Importing

/// What is done about a pandoc that does not do as it should: programs of a few lines stand in for it.
@Suite struct PandocTests {
    private func refusal(_ script: String, seconds: Int = 60) throws -> ImportFailure? {
        let folder = try TemporaryFolder(["pandoc": "#!/bin/sh\n" + script + "\n"])
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("pandoc"))
        let pandoc = Pandoc(path: folder.path("pandoc"), longestSeconds: seconds)
        return #expect(throws: ImportFailure.self) { _ = try pandoc.read([], .docx) }
    }

    @Test func oneThatHangsIsStopped() throws {
        let start = ContinuousClock.now
        #expect(try refusal("exec sleep 100", seconds: 1)?.reason == ImportReason.pandocSlow)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func oneThatNeverEndsToSpeakIsStopped() throws {
        #expect(try refusal("exec cat /dev/zero")?.reason == ImportReason.pandocLarge)
    }

    @Test(arguments: ["echo nonsense", "echo '{\"blocks\":['", "echo '[1,2]'", "true"])
    func anAnswerThatIsNoTreeIsRefused(script: String) throws {
        #expect(try refusal(script)?.reason == ImportReason.pandocAnswer)
    }

    @Test func itsOwnWordsAreTold() throws {
        let failure = try refusal("echo 'cannot unpack docx container' >&2; exit 63")
        #expect(failure?.text(.ru) == "pandoc не прочитал файл: cannot unpack docx container")
    }

    @Test func aVersionThatIsTooOldIsNamed() throws {
        let failure = try refusal(
            "[ \"$1\" = --version ] && { echo 'pandoc 1.19'; exit 0; }; echo 'Unknown option --sandbox.' >&2; exit 2")
        #expect(failure?.reason == ImportReason.oldPandoc)
        #expect(failure?.arguments.first == "1.19")
    }

    @Test func itIsFoundWhereTheEnvironmentSays() throws {
        let folder = try TemporaryFolder(["bin/pandoc": "#!/bin/sh\n"])
        #expect(Pandoc.find(["PATH": folder.path("bin")]) == nil)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/pandoc"))
        #expect(Pandoc.find(["PATH": "relative:" + folder.path("bin")]) != nil)
        #expect(Pandoc.find(["PATH": folder.path("bin"), Pandoc.variable: "/nowhere"]) == nil)
        #expect(Pandoc.find(["PATH": "", Pandoc.variable: folder.path("bin/pandoc")]) != nil)
    }
}
