import Glibc
import TestSupport
import Testing

@testable import Signatures

/// Keys and signatures, and whether minisign agrees with them.
@Suite struct SignatureTests {
    private static let content = Array("{\"format\":\"album-manifest\"}\n".utf8)

    @Test func whatWasSignedIsGenuineAndNothingElseIs() throws {
        let key = try SecretKey.make()
        let signature = Signature(of: Self.content, comment: "издание 2023-12-01", with: key)
        let read = try Signature(parsing: signature.text)
        #expect(read == signature && read.comment == "издание 2023-12-01")
        try read.verify(Self.content, PublicKey(parsing: key.publicKey.text))
        #expect(throws: SignatureError.forged) { try read.verify(Self.content + [0x20], key.publicKey) }
        let other = try SecretKey.make()
        #expect(throws: SignatureError.otherKey(key.number, expected: other.number)) {
            try read.verify(Self.content, other.publicKey)
        }
        let remarked = signature.text.replacing("2023", with: "2024")
        #expect(throws: SignatureError.forged) { try Signature(parsing: remarked).verify(Self.content, key.publicKey) }
    }

    @Test func aSignatureIsTheSameEachTime() throws {
        let key = try SecretKey.make()
        #expect(
            Signature(of: Self.content, comment: "a", with: key) == Signature(of: Self.content, comment: "a", with: key)
        )
    }

    /// A flipped bit anywhere in the two lines of Base64 is found.
    @Test func noChangedLetterOfASignaturePasses() throws {
        let key = try SecretKey.make()
        let lines = Signature(of: Self.content, comment: "a", with: key).text.split(separator: "\n").map(String.init)
        for (line, place) in [1, 3].flatMap({ line in lines[line].indices.map { (line, $0) } }) {
            var changed = lines
            let letter = lines[line][place]
            changed[line].replaceSubrange(place...place, with: letter == "A" ? "B" : "A")
            guard let read = try? Signature(parsing: changed.joined(separator: "\n")) else { continue }
            #expect(throws: SignatureError.self) { try read.verify(Self.content, key.publicKey) }
        }
    }

    /// minisign ends lines at line feeds alone: what it refuses is not genuine here.
    @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}", "\r"])
    func onlyALineFeedEndsALine(end: String) throws {
        let key = try SecretKey.make()
        let text = Signature(of: Self.content, comment: "a", with: key).text
        #expect(try Signature(parsing: text.replacing("\n", with: "\r\n")).comment == "a")
        #expect(throws: SignatureError.self) { try Signature(parsing: text.replacing("\n", with: end)) }
    }

    @Test func aKeyIsReadBackWithAndWithoutAPassword() throws {
        let key = try SecretKey.make()
        let open = try SecretKey(parsing: try key.text()) { nil }
        #expect(open.bytes == key.bytes && open.number == key.number)
        let locked = try key.text(password: "кодовое слово")
        #expect(throws: SignatureError.passwordNeeded) { try SecretKey(parsing: locked) { nil } }
        #expect(throws: SignatureError.wrongPassword) { try SecretKey(parsing: locked) { "другое" } }
        #expect(try SecretKey(parsing: locked) { "кодовое слово" }.bytes == key.bytes)
    }

    @Test(arguments: ["", "untrusted comment: x\n", "RWQ=", "a\nb\nc\nd\n", "untrusted comment: x\n!!!\n"])
    func whatIsNoKeyIsRefused(text: String) {
        #expect(throws: SignatureError.unreadable(.publicKey)) { try PublicKey(parsing: text) }
        #expect(throws: SignatureError.unreadable(.secretKey)) { try SecretKey(parsing: text) { "" } }
        #expect(throws: SignatureError.unreadable(.signature)) { try Signature(parsing: text) }
    }

    @Test func minisignChecksOursAndWeCheckMinisigns() throws {
        let folder = try TemporaryFolder()
        let key = try SecretKey.make()
        try folder.write(Self.content, to: "manifest.json")
        try folder.write(Signature(of: Self.content, comment: "a b", with: key).text, to: "manifest.json.minisig")
        try folder.write(key.publicKey.text, to: "album.pub")
        try folder.write(try key.text(), to: "album.key")
        let (pub, file) = (folder.path("album.pub"), folder.path("manifest.json"))
        #expect(try minisign("-V", "-p", pub, "-m", file) == 0)
        // With our secret key, and its own.
        let theirs = folder.path("theirs.minisig")
        #expect(try minisign("-S", "-s", folder.path("album.key"), "-m", file, "-x", theirs) == 0)
        try Signature(parsing: try folder.text("theirs.minisig")).verify(Self.content, key.publicKey)
        #expect(try minisign("-G", "-W", "-p", folder.path("m.pub"), "-s", folder.path("m.key")) == 0)
        let made = try SecretKey(parsing: try folder.text("m.key")) { nil }
        #expect(try PublicKey(parsing: try folder.text("m.pub")) == made.publicKey)
        try folder.write("{}", to: "manifest.json")
        #expect(try minisign("-V", "-p", pub, "-m", file) == 1)
    }

    private func minisign(_ arguments: String...) throws -> Int32 {
        let line = (["minisign", "-q"] + arguments).map { "'\($0)'" }.joined(separator: " ")
        let status = system(line + " </dev/null >/dev/null 2>&1")
        try #require(status >= 0 && status >> 8 != 127, "minisign is missing: .ci/packages test")
        return status >> 8
    }
}
