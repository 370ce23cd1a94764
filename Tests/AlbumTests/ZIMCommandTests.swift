import Foundation
import TestSupport
import Testing

/// What another program makes is tested with it (`Tests/Exports/zim_tests.py`); here what is said where there is none.
@Suite struct ZIMCommandTests {
    @Test func withoutTheProgramItIsNamed() throws {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        let run = try Program.run(
            ["zim", "--output", "a.zim", "--root", "site"], in: folder.path,
            environment: ["ALBUM_ZIMWRITERFS": "/nowhere"])
        #expect(run.status == 2 && run.messages.contains("zim-tools"), "\(run.messages)")
    }

    /// A stand-in for the program lists what it is given: texts that stand there compressed for web servers are no files of a copy.
    @Test func whatIsForWebServersAloneStaysOut() throws {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        #expect(try Program.run(["publish", "srv", "--root", "site", "--precompress"], in: folder.path).status == 0)
        #expect(folder.contains("srv/current/index.html.gz"))
        try folder.write(
            "#!/bin/sh\nfor next; do before=$last; last=$next; done\ncd \"$before\" && find . -type f | sort > \"$last\"\n",
            to: "lister")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("lister"))
        let run = try Program.run(
            ["zim", "--output", "a.zim", "--root", "site", "--site", "srv/current/"], in: folder.path,
            environment: ["ALBUM_ZIMWRITERFS": folder.path("lister")])
        #expect(run.status == 0, "\(run.messages)")
        let given = try folder.text("a.zim").split(separator: "\n")
        #expect(given.contains("./index.html"), "\(given)")
        #expect(!given.contains { $0.hasSuffix(".gz") || $0.hasSuffix(".br") }, "\(given)")
    }

    @Test func aProgramThatFailsLeavesNothing() throws {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        try folder.write("earlier", to: "a.zim")
        let run = try Program.run(
            ["zim", "--output", "a.zim", "--root", "site"], in: folder.path,
            environment: ["ALBUM_ZIMWRITERFS": "/bin/false"])
        #expect(run.status == 4 && run.messages.contains("zimwriterfs не справилась"), "\(run.messages)")
        #expect(try folder.text("a.zim") == "earlier")
        #expect(try folder.files().allSatisfy { !$0.contains("partial") })
    }
}
