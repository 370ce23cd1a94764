import Files
import Testing

@Suite struct ManifestTests {
    let manifest: Manifest

    init() throws {
        manifest = try Manifest(
            ["b.html", "a \"q\".html", "я.html"].map {
                Manifest.Entry(path: try SitePath($0), byteCount: 3, digest: SHA256.digest(Array("abc".utf8)))
            })
    }

    @Test func digestsAreThoseOfTheStandard() {
        #expect(
            SHA256.digest(Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            SHA256.digest([[UInt8]]()).hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(SHA256.digest([Array("a".utf8), [], Array("bc".utf8)]) == SHA256.digest(Array("abc".utf8)))
        #expect(SHA256Digest(hexadecimal: "abc".utf8) == nil)
    }

    @Test func theFileHasALineForEachFileSortedByPath() {
        let lines = String(decoding: manifest.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[0] == #"{"format":"album-manifest","version":1,"files":["#)
        #expect(
            lines[1]
                == #"{"path":"a \"q\".html","bytes":3,"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},"#
        )
        #expect(lines[4] == "]}")
    }

    @Test func whatWasWrittenIsReadBack() throws {
        #expect(try Manifest(parsing: manifest.bytes) == manifest)
        #expect(try Manifest(parsing: Manifest([]).bytes).entries.isEmpty)
    }

    @Test(arguments: [
        "", "{}", #"{"name":"my app"}"#, "]}", #"{"format":"album-manifest","version":1,"files":["#,
        #"{"format":"album-manifest","version":1,"files":[{"path":"../x","bytes":1,"sha256":""}]}"#,
    ])
    func somethingElseIsNoManifest(text: String) {
        #expect(throws: ManifestError.self) { try Manifest(parsing: Array(text.utf8)) }
    }

    @Test func aLaterVersionIsToldApart() {
        let text = #"{"format":"album-manifest","version":2,"files":[]}"#
        #expect(throws: ManifestError.unknownVersion(2)) { try Manifest(parsing: Array(text.utf8)) }
    }
}
