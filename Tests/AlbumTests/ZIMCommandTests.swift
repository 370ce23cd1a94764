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
