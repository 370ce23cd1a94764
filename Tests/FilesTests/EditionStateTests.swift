import Files
import Testing

@Suite struct EditionStateTests {
    private let entry = Manifest.Entry(path: .init(literal: "a.html"), byteCount: 3, digest: SHA256.digest([1]))

    @Test(arguments: [
        (false, false, ""), (true, false, #""lenient":true,"#), (false, true, #""drafts":true,"#),
        (true, true, #""lenient":true,"drafts":true,"#),
    ])
    func theManifestSaysWhatTheBuildWasAllowed(isLenient: Bool, hasDrafts: Bool, mark: String) throws {
        let state = EditionState(isLenient: isLenient, hasDrafts: hasDrafts)
        let manifest = Manifest([entry], state: state)
        let text = String(decoding: manifest.bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"{"format":"album-manifest","version":1,"# + mark + #""files":["# + "\n"))
        #expect(try Manifest(parsing: manifest.bytes) == manifest)
        #expect(try Manifest(parsing: manifest.bytes).state == state)
    }

    @Test(arguments: [
        #""lenient":false,"#, #""lenient":1,"#, #""drafts":true,"lenient":true,"#, #""lenient":true"#,
        #""lenient":true,"lenient":true,"#, #""other":true,"#,
    ])
    func aMarkOfAnotherFormIsNoManifest(mark: String) {
        let text = #"{"format":"album-manifest","version":1,"# + mark + #""files":[]}"#
        #expect(throws: ManifestError.self) { try Manifest(parsing: Array(text.utf8)) }
    }

    @Test func sizesThatNoDiskHoldsAreNoManifest() {
        let digest = String(repeating: "0", count: 64)
        func manifest(_ sizes: [String]) -> [UInt8] {
            let files = sizes.enumerated().map { #"{"path":"\#($0)","bytes":\#($1),"sha256":"\#(digest)"}"# }
            return Array(
                (#"{"format":"album-manifest","version":1,"files":["# + files.joined(separator: ",") + "]}").utf8)
        }
        #expect(throws: ManifestError.self) { try Manifest(parsing: manifest(["9223372036854775807"])) }
        let large = String(1 << 56)
        #expect(throws: Never.self) { try Manifest(parsing: manifest([large, large])) }
        #expect(throws: ManifestError.self) {
            try Manifest(parsing: manifest(Array(repeating: large, count: 100)))
        }
    }
}
