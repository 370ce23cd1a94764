import Archives
import Bodies
import Catalog
import Diagnostics
import Foundation
import OfficeFiles
import TestSupport
import Testing

@testable import Importing

private let schema = SchemaLoader.load(
    vocabularies: [
        (
            "directions",
            SourceFile(path: "content/vocabularies/directions.yml", text: "entries: [{id: znanie, name: Знание}]\n")
        )
    ],
    kinds: [
        SourceFile(
            path: "content/kinds/practice.yml",
            text: """
                id: practice
                folder: practices
                name: {one: практика, few: практики, many: практик}
                fields:
                  summary: {label: Кратко, type: text}
                  directions: {label: Направления, type: references, to: directions}
                  source: {label: Источник, type: citation, to: directions}

                """)
    ]
).0

private let text = "---\nkind: practice\ntitle: Квест\n---\n\n## Цель\n\nНаучить.\n"
/// Eight by eight points.
private let scans: [UInt8] = [
    0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 4, 0, 0, 0x55, 0xFF, 0xD9,
]
private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0] + scans

private func received(
    _ parcel: SharedParcel, there: [String: String] = [:], taken: Set<SiteAddress> = []
) throws -> ReceivedMaterial {
    try ReceivedMaterial(
        parcel, schema, ReceivingPlace(file: { there[$0].map { Array($0.utf8) } }, isTaken: { taken.contains($0) }))
}

private func archive(_ entries: [RawArchive.Entry]) throws -> SharedParcel {
    try SharedParcel(RawArchive.bytes(entries), named: "a.zip")
}

private func received(_ entries: [RawArchive.Entry]) throws -> ReceivedMaterial {
    try received(try archive(entries))
}

private func md(_ text: String) throws -> ReceivedMaterial {
    try received(try SharedParcel(Array(text.utf8), named: "a.md"))
}

/// Why nothing of an archive is taken.
private func refusal(_ entries: [RawArchive.Entry]) -> Bilingual? {
    (#expect(throws: ImportFailure.self) { try received(entries) })?.reason
}

private func refusal(_ text: String, named name: String = "a.md") -> Bilingual? {
    (#expect(throws: ImportFailure.self) { try received(try SharedParcel(Array(text.utf8), named: name)) })?.reason
}

@Suite struct ReceivedMaterialTests {
    @Test func aTextBecomesADraftOfItsKind() throws {
        let material = try md(text)
        #expect(material.path == "practices/kvest.md")
        #expect(material.text.hasPrefix("---\ntitle: \"Квест\"\n"))
        #expect(material.text.hasSuffix("\ndraft: да\n---\n\n## Цель\n\nНаучить.\n"))
        #expect(material.remarks.isEmpty && material.sections == ["Цель"])
    }

    @Test func whateverItSaysItIsADraft() throws {
        let material = try md("---\nkind: practice\ntitle: Квест\ndraft: нет\n---\nx\n")
        #expect(material.text.contains("\ndraft: да\n") && !material.text.contains("нет"))
    }

    @Test func onlyWhatASenderMaySayIsTaken() throws {
        let material = try md(
            """
            ---
            kind: practice
            title: Квест
            id: documents/order
            aliases: [index.html]
            source: [znanie]
            privacy-allow: [{text: 112-233-445 95}]
            colour: красный
            summary: {a: b}
            directions: [Знание, [x]]
            ---
            x
            """)
        #expect(material.fields == ["Название"])
        let reasons = material.remarks.map(\.reason)
        #expect(reasons.filter { $0 == ReceivingReason.ownField }.count == 4)
        #expect(reasons.filter { $0 == ReceivingReason.unknownField }.count == 1)
        #expect(reasons.filter { $0 == ReceivingReason.unfitValue }.count == 2)
        #expect(material.remarks.contains { $0.arguments == ["colour", "практика", "красный"] })
    }

    @Test func whoSentItIsToldAndIsNoPartOfIt() throws {
        let material = try md(
            "---\nkind: practice\ntitle: Квест\nsender-contact: \"Методист\\ndraft: нет +7 912 345-67-89\"\n---\nx\n")
        #expect(material.contact == "Методист draft: нет +7 912 345-67-89")
        #expect(!material.text.contains("Методист") && material.remarks.isEmpty && material.fields == ["Название"])
        let long = try md(
            "---\nkind: practice\ntitle: К\nsender-contact: \(String(repeating: "x", count: 999))\n---\nx\n")
        #expect(long.contact?.count == 300)
        #expect(try md("---\nkind: practice\ntitle: К\nsender-contact: {a: b}\n---\nx\n").contact == nil)
    }

    @Test func valuesCannotWriteFieldsOfTheirOwn() throws {
        let material = try md(
            "---\nkind: practice\ntitle: \"Квест\\ndraft: нет\\n---\"\nsummary: \"a\\\"\\nid: x\"\n---\nx\n")
        #expect(material.title == "Квест draft: нет ---")
        #expect(material.text.contains("\nsummary: \"a\\\" id: x\"\n"))
        #expect(material.text.split(separator: "\n").filter { $0 == "---" }.count == 2)
    }

    @Test func unseenControlsAreTakenOutAndTold() throws {
        let material = try md("---\nkind: practice\ntitle: Квест\n---\nраз\u{202E}два\u{7}\n")
        #expect(material.text.hasSuffix("раздва\n"))
        #expect(material.remarks.map(\.reason) == [ReceivingReason.controls])
    }

    @Test func aPictureThatIsTooLargeIsMadeSmallerOrToldOf() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let wide = [UInt8](try Data(contentsOf: tests.appendingPathComponent("Fixtures/pictures/wide.png")))
        let body = "---\nkind: practice\ntitle: Квест\n---\n\n![Схема](схема.png)\n"
        let parcel = try archive([.init("a.md", body), .init("схема.png", bytes: wide)])
        let alone = try received(parcel)
        #expect(alone.remarks.map(\.reason) == [ReceivingReason.largePicture] && alone.files[0].bytes == wide)
        guard let converter = PictureConverter.find() else { return }
        let made = try ReceivedMaterial(
            parcel, schema, ReceivingPlace(file: { _ in nil }, isTaken: { _ in false }, converter: converter))
        #expect(made.remarks.map(\.reason) == [ReceivingReason.reduced])
        #expect(made.text.contains("![Схема](\(made.files[0].name))"))
        let size = try #require(PictureHeader.read(made.files[0].bytes).size)
        #expect(max(size.width, size.height) == PublishedFileCheck.widest)
    }

    @Test func aSentenceWithALinkNamesNoMaterial() throws {
        let sentence = "---\nkind: practice\ntitle: К\n---\nКвест продолжает [[practices/a]].\n"
        #expect(try md(sentence).belongsTo == nil)
    }

    @Test func theTextOfSomethingThatIsLookedForSaysSo() throws {
        let head = "---\nkind: practice\ntitle: Т\n---\n\n"
        #expect(try md(head + "К материалу [[practices/a|А]].\n").belongsTo == "practices/a")
        #expect(try md(head + "## Цель\n\n[[practices/a]]\n").belongsTo == nil)
    }

    // MARK: Names

    @Test func nothingIsWrittenOverAndTheSameIsKnown() throws {
        let first = try md(text)
        let other = try received(
            try SharedParcel(Array(text.utf8), named: "a.md"), there: ["practices/kvest.md": "чужое"])
        #expect(other.slug == "kvest-2" && !other.isThere)
        let same = try received(
            try SharedParcel(Array(text.utf8), named: "a.md"), there: ["practices/kvest.md": first.text])
        #expect(same.slug == "kvest" && same.isThere)
        let taken = try received(
            try SharedParcel(Array(text.utf8), named: "a.md"), taken: [SiteAddress("practices/kvest.html")])
        #expect(taken.slug == "kvest-2")
    }

    @Test func aTitleWithoutLettersAndAnIndexGetAnotherName() throws {
        #expect(try md("---\nkind: practice\ntitle: \"!!!\"\n---\nx\n").slug == "material")
        #expect(try md("---\nkind: practice\ntitle: Index\n---\nx\n").slug == "material")
        #expect(try md("---\nkind: practice\ntitle: Нул\n---\nx\n").slug == "material", "nul.md opens a device")
        let material = try received([.init("x.md", text), .init("Нул.jpg", bytes: jpeg)])
        #expect(material.files.map(\.name) == ["file-nul.jpg"])
    }

    @Test func filesGetCleanNamesAndTheTextNamesThem() throws {
        let body = "---\nkind: practice\ntitle: Квест\n---\n\n![Вид](Фото%20(1).JPG)\n"
        let material = try received([
            .init("письмо/Квест.md", body), .init("письмо/Фото (1).JPG", bytes: jpeg), .init("__MACOSX/._x"),
            .init("письмо/"), .init(".DS_Store"),
        ])
        #expect(material.files.map(\.name) == ["foto-1.jpg"])
        #expect(material.text.contains("![Вид](foto-1.jpg)"), "\(material.text)")
        #expect(material.remarks.isEmpty, "\(material.remarks)")
        #expect(material.parts.map(\.path) == ["practices/foto-1.jpg", "practices/kvest.md"])
    }

    @Test func whatTheTextDoesNotNameBecomesAnAttachment() throws {
        let material = try received([.init("a.md", text), .init("b.jpg", bytes: jpeg)])
        #expect(material.text.contains("\nattachments: [b.jpg]\n"))
        #expect(material.remarks.map(\.reason) == [ReceivingReason.unusedFile])
    }

    // MARK: Hostile archives

    @Test(arguments: [
        "../a.md", "practices/../../a.md", "/etc/passwd", "a/./b.md", "C:\\a.md", "..\\a.md", "C:a.md",
    ])
    func aNameThatLeadsAwayIsRefused(name: String) {
        #expect(refusal([.init("x.md", text), .init(name)]) == ReceivingReason.escapingName)
    }

    @Test func aNameWithAControlCharacterIsRefused() {
        #expect(throws: ImportFailure.self) { try archive([.init("x.md", text), .init("a\u{1}.jpg")]) }
    }

    @Test(arguments: [UInt32(0o120777), 0o010644, 0o020644, 0o104755])
    func aLinkOrASpecialFileIsRefused(mode: UInt32) {
        #expect(refusal([.init("x.md", text), .init("a.jpg", "/etc/passwd", mode: mode)]) == ReceivingReason.link)
    }

    @Test func twoFilesOfOneNameAreRefused() {
        #expect(refusal([.init("x.md", text), .init("a/b.jpg"), .init("c/B.JPG")]) == ReceivingReason.doubledName)
    }

    @Test func moreFilesThanAFormWritesAreRefused() {
        let many = (0..<100).map { RawArchive.Entry("\($0).jpg") }
        #expect(refusal([.init("x.md", text)] + many) == ReceivingReason.tooManyFiles)
    }

    @Test func noTextOrSeveralAreRefused() {
        #expect(refusal([.init("a.jpg", bytes: jpeg)]) == ReceivingReason.noText)
        #expect(refusal([.init("a.md", text), .init("b.md", text)]) == ReceivingReason.severalTexts)
    }

    @Test func whatUnpacksToFarMoreThanItIsIsRefused() throws {
        let folder = try TemporaryFolder(["x.md": text])
        try folder.write(String(repeating: " ", count: 20 << 20), to: "bomb.jpg")
        var writer = try ZIPWriter(folder.path("a.zip"))
        try writer.add("x.md", from: folder.path("x.md"), isCompressed: false)
        try writer.add("bomb.jpg", from: folder.path("bomb.jpg"), isCompressed: false)
        try writer.close()
        let bytes = try folder.bytes("a.zip")
        let failure = #expect(throws: ImportFailure.self) { try SharedParcel(bytes, named: "a.zip") }
        #expect(failure?.reason == ReceivingReason.bomb)
    }

    @Test func aDamagedArchiveIsRefused() throws {
        var bytes = RawArchive.bytes([.init("x.md", text)])
        bytes[40] ^= 0xFF
        let failure = #expect(throws: ImportFailure.self) { try SharedParcel(bytes, named: "a.zip") }
        #expect(failure?.reason == ReceivingReason.brokenArchive)
        let cut = Array(RawArchive.bytes([.init("x.md", text)]).dropLast(9))
        #expect(throws: ImportFailure.self) { try SharedParcel(cut, named: "a.zip") }
    }

    @Test(arguments: [
        ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", ReceivingReason.drawing),
        ("a.png", "<?xml version=\"1.0\"?><svg onload=\"x\"/>", ReceivingReason.drawing),
        ("a.jpg", "<html><script>", ReceivingReason.foreignFile), ("a.exe", "MZ", ReceivingReason.foreignFile),
        ("CON.jpg", "x", ReceivingReason.deviceName), ("com1 .jpg", "x", ReceivingReason.deviceName),
        ("a.jpg", "", ReceivingReason.emptyFile), ("a.doc", "\u{0}", ReceivingReason.foreignFile),
    ])
    func aFileThatMayNotBeTakenIsToldAndTheRestIsTaken(name: String, content: String, reason: Bilingual) throws {
        let material = try received([.init("x.md", text), .init(name, content)])
        #expect(material.files.isEmpty && material.remarks.map(\.reason) == [reason], "\(material.remarks)")
    }

    @Test func anArchiveWithinTheArchiveIsNotTaken() throws {
        let inner = RawArchive.bytes([.init("y.md", text)])
        let material = try received([
            .init("x.md", text), .init("inner.zip", bytes: inner), .init("b.docx", bytes: inner),
        ])
        #expect(material.files.isEmpty)
        #expect(material.remarks.map(\.reason) == [ReceivingReason.nestedArchive, ReceivingReason.nestedArchive])
    }

    @Test func aPictureIsWhatItHoldsAndNotWhatItIsCalled() throws {
        let material = try received([.init("x.md", text), .init("a.png", bytes: jpeg)])
        #expect(material.files.map(\.name) == ["a.jpg"])
    }

    @Test func aPictureWithoutItsScansIsNotTaken() throws {
        let material = try received([.init("x.md", text), .init("a.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xD9])])
        #expect(material.files.isEmpty && material.remarks.map(\.reason) == [ReceivingReason.damagedPicture])
    }

    @Test func thePlaceIsTakenOutOfAPicture() throws {
        let place: [UInt8] =
            Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]
            + [0, 1, 0, 1, 0, 2, 0, 0, 0, 2, UInt8(ascii: "N"), 0, 0, 0, 0, 0, 0, 0]
        let exif = Array("Exif".utf8) + [0, 0] + place
        let photo: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + scans
        let material = try received([.init("x.md", text), .init("a.jpg", bytes: photo)])
        #expect(material.files[0].bytes.firstRange(of: [0x88, 0x25] as [UInt8]) == nil)
        #expect(material.remarks.contains { $0.reason == ReceivingReason.position })
    }

    // MARK: Hostile texts

    @Test func aTextThatIsNoTextIsRefused() throws {
        #expect(refusal("нет шапки") == ReceivingReason.noFrontMatter)
        #expect(refusal("---\ntitle: x\n---\n") == ReceivingReason.noKind)
        #expect(refusal("---\nkind: иное\ntitle: x\n---\n") == ReceivingReason.unknownKind)
        #expect(refusal("---\nkind: practice\n---\n") == ReceivingReason.noTitle)
        #expect(refusal(text, named: "a.docx") == ReceivingReason.unknownFile)
        let windows: [UInt8] = Array("---\nkind: practice\ntitle: ".utf8) + [0xCA, 0xE2] + Array("\n---\n".utf8)
        let failure = #expect(throws: ImportFailure.self) { try received(try SharedParcel(windows, named: "a.md")) }
        #expect(failure?.reason == ReceivingReason.encoding)
    }

    @Test(arguments: [
        "a: &a [x, x]\nb: *a", "title: [", "kind: practice\nkind: practice", "? [a]\n: b", "title: !!python/object x",
    ])
    func aFrontMatterWithMoreThanPlainValuesIsRefused(yaml: String) {
        #expect(throws: ImportFailure.self) { try md("---\nkind: practice\ntitle: x\n\(yaml)\n---\n") }
    }

    @Test func aHugeTextOrFrontMatterIsRefused() {
        let long = String(repeating: "x", count: 2 << 20)
        #expect(refusal(text + long) == ReceivingReason.tooLarge)
        let deep = String(repeating: "[", count: 100_000)
        #expect(refusal("---\nkind: practice\ntitle: \(deep)\n---\n") == ReceivingReason.tooLarge)
        let nested = String(repeating: "[", count: 20_000)
        #expect(throws: ImportFailure.self) { try md("---\nkind: practice\ntitle: \(nested)\n---\n") }
    }

    /// Programs of mail and phones hang on an ending of their own.
    @Test(arguments: ["a.md", "a.MD", "a.md.txt", "a.txt", "a.markdown"])
    func aTextIsOneWhateverAMailMadeOfItsEnding(name: String) throws {
        #expect(try received(try SharedParcel(Array(text.utf8), named: name)).slug == "kvest")
    }

    @Test func windowsLineEndsAndAMarkInFrontAreNoMatter() throws {
        let marked = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
        #expect(try md(marked).text == md(text).text)
    }
}
