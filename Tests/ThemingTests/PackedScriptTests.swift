import Testing

@testable import Theming

@Suite struct PackedScriptTests {
    private let source = Array("f( 1 ); // as written\n".utf8)

    @Test func aPackedFormOfTheSourceIsPublished() {
        let packed = Array("//! source \(AssetHash.digits(source))\nf(1);\n".utf8)
        #expect(PackedScript.published(source, packed: packed) == Array("f(1);\n".utf8))
    }

    @Test(arguments: [nil, "", "f(1);\n", "//! source 00000000\nf(1);\n"])
    func withoutOneTheSourceIsPublishedAsItStands(packed: String?) {
        #expect(PackedScript.published(source, packed: packed.map { Array($0.utf8) }) == source)
    }

    /// As `.ci/pack-scripts` reckons it.
    @Test func theHashIsThatOfTheTool() {
        #expect(AssetHash.digits([]) == "4fd0bfc1")
        #expect(AssetHash.digits(Array("f()".utf8)) == "22ffa6c6")
        #expect(PackedScript.path(of: "assets/js/x.js") == "packed/js/x.js")
    }
}
