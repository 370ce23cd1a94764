import Diagnostics
import Testing

@testable import Catalog

private func load(_ bytes: [UInt8]) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
    TextLoader.load(path: "content/a.md", bytes: bytes)
}

@Suite struct TextLoaderTests {
    @Test func goodTextIsTakenAsItIs() {
        let (file, diagnostics) = load(Array("---\nЁж 日本 🦔\n".utf8))
        #expect(file?.text(0..<100) == "---\nЁж 日本 🦔\n")
        #expect(diagnostics.isEmpty)
        #expect(load([]).file?.bytes == [])
    }

    @Test func aByteOrderMarkIsDroppedAndReported() {
        let (file, diagnostics) = load([0xEF, 0xBB, 0xBF] + Array("a".utf8))
        #expect(file?.bytes == Array("a".utf8))
        #expect(diagnostics.codes == ["byte-order-mark"])
    }

    @Test(arguments: ["a\r\nb\r\n", "a\rb\r", "a\r\nb\r"])
    func lineEndsOfOtherSystemsBecomeNewlines(text: String) {
        let (file, diagnostics) = load(Array(text.utf8))
        #expect(file?.bytes == Array("a\nb\n".utf8))
        #expect(diagnostics.codes == ["carriage-returns"])
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x1A, 0x04], [0xFE, 0xFF, 0x04, 0x1A],
            [UInt8](repeating: 0x04, count: 20).flatMap { [$0, 0] },
        ] as [[UInt8]])
    func anotherUnicodeEncodingIsNamed(bytes: [UInt8]) {
        let (file, diagnostics) = load(bytes)
        #expect(file == nil)
        #expect(diagnostics.codes == ["bad-encoding"] && diagnostics[0].arguments == ["UTF-16"])
    }

    @Test func windows1251IsNamed() {
        // «Практика школы» a few times, in the code page of old Windows programs.
        let word: [UInt8] = [0xCF, 0xF0, 0xE0, 0xEA, 0xF2, 0xE8, 0xEA, 0xE0, 0x20, 0xF8, 0xEA, 0xEE, 0xEB, 0xFB, 0x0A]
        let (file, diagnostics) = load(word + word + word)
        #expect(file == nil)
        #expect(diagnostics.codes == ["bad-encoding"] && diagnostics[0].arguments == ["Windows-1251"])
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xD0], [0xE2, 0x82], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0x00],
        ] as [[UInt8]])
    func aBadByteIsReportedWhereItStands(bytes: [UInt8]) {
        let (file, diagnostics) = load(Array("Ёж\nа ".utf8) + bytes)
        #expect(file == nil)
        #expect(diagnostics.codes == ["bad-utf8"])
        #expect(diagnostics[0].location.range == 8..<9)
    }

    @Test func aHugeFileIsRefusedUnread() {
        let (file, diagnostics) = load([UInt8](repeating: 0x61, count: TextLoader.largestSize + 1))
        #expect(file == nil)
        #expect(diagnostics.codes == ["huge-file"] && diagnostics[0].arguments == ["5", "4"])
        #expect(load([UInt8](repeating: 0x61, count: TextLoader.largestSize)).file != nil)
    }

    @Test func aCharacterThatNoPageMayHoldIsToldOnceWithItsNumber() {
        let (file, diagnostics) = load(Array("а\u{1}б\u{1}в\u{B}".utf8))
        #expect(file == nil)
        #expect(diagnostics.map(\.arguments) == [["0001", "2"], ["000B", "1"]])
        #expect(diagnostics.map { $0.location.range } == [2..<3, 8..<9])
    }

    @Test func marksThatTurnTheOrderOfLettersAroundAreToldOnceEach() {
        let (file, diagnostics) = load(Array("раз\u{202E}два\u{202C} — «три»\u{202E}\u{2067}".utf8))
        #expect(file != nil)
        #expect(diagnostics.codes == ["direction-mark", "direction-mark"])
        #expect(diagnostics.map(\.arguments) == [["202E", "2"], ["2067", "1"]])
    }

    /// Fillers, tags, shapes, line ends: what no keyboard gives.
    @Test(arguments: [
        0x034F, 0x061C, 0x115F, 0x17B4, 0x180E, 0x2028, 0x2029, 0x2061, 0x206A, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFFA0,
        0xFFF9, 0xFFFC, 0x1D159, 0x13430, 0x1D173, 0xE0041, 0xE0100,
    ])
    func whatNobodySeesIsTold(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let (file, diagnostics) = load(Array("план\(scalar) работы".utf8))
        #expect(file != nil)
        #expect(diagnostics.codes == ["unseen-character"] && diagnostics[0].arguments[1] == "1")
        #expect(diagnostics[0].location.range == 8..<8 + UTF8.width(scalar))
    }

    /// A picture may say how it is drawn.
    @Test func theShapeOfAPictureIsNotTold() {
        #expect(load(Array("☎\u{FE0F} и ❤\u{FE0E}".utf8)).diagnostics.isEmpty)
    }

    @Test(arguments: ["ком\u{AD}пе\u{200B}тен\u{2060}ция\u{FEFF}", "а\u{200E}б\u{200F}", "5\u{A0}м — «да» … № 1"])
    func whatOnlyTakesNoPlaceIsNotTold(text: String) {
        #expect(load(Array(text.utf8)).diagnostics.isEmpty)
    }
}
