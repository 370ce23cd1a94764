import Bodies
import Diagnostics
import Foundation
import Importing
import Programs
import TestSupport
import Testing

@testable import Editor

/// Files that are put beside a material.
///
/// Programs that make pictures anew are the machine's.
@Suite struct TakenFileTests {
    static func bytes(_ name: String) throws -> [UInt8] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: tests.appendingPathComponent("Fixtures/pictures/" + name)))
    }

    private static func taken(
        _ name: String, as called: String? = nil, title: String = "", _ converter: PictureConverter? = nil
    ) throws -> TakenFile {
        try TakenFile(try bytes(name), named: called ?? name, title: title, converter)
    }

    private static func refusal(_ bytes: [UInt8], _ name: String) -> Told? {
        do {
            _ = try TakenFile(bytes, named: name, title: "", nil)
            return nil
        } catch {
            return error.told
        }
    }

    @Test(arguments: [
        "IMG_20240115_101112", "DSC01234", "PXL_20240115_101112345", "Screenshot 2024-01-15 at 10.11.12", "1705300272",
        "WhatsApp Image 2024-01-15 at 10.11.12", "Снимок экрана (3)", "photo_5", "image", "20240115_101112", "IMG-1E",
        "Фото",
    ])
    func aNameOfACameraMakesWayForTheTitle(name: String) throws {
        let file = try Self.taken("phone.jpg", as: name + ".JPG", title: "Учителя у доски")
        #expect(file.stem == "uchitelia-u-doski" && file.ending == "jpg" && file.isPicture)
    }

    @Test(arguments: ["Фото семинара (1)", "Imago", "Отчёт 2024", "Школа", "Декан", "Photographer", "Scanner report"])
    func anotherNameStays(name: String) throws {
        let file = try Self.taken("phone.jpg", as: name + ".JPG", title: "Учителя у доски")
        #expect(file.stem != "uchitelia-u-doski" && !file.stem.isEmpty)
    }

    @Test(arguments: ["phone.jpg", "phone.png", "phone.webp"])
    func thePlaceIsTakenOutAndSaidSo(name: String) throws {
        let before = try Self.bytes(name)
        let file = try Self.taken(name)
        #expect(
            before.firstRange(of: Array("GPSL".utf8)) != nil && file.bytes.firstRange(of: Array("GPSL".utf8)) == nil)
        #expect(PicturePosition.removed(from: file.bytes) == nil)
        #expect(file.notes.map { $0.text(.ru) } == ["Из снимка «\(name)» убрано место, где он сделан."])
        // And it stands as it stood.
        #expect(PictureHeader.read(file.bytes).size == PictureHeader.read(before).size)
    }

    @Test func whatNobodySeesIsRefusedWithAWayOutWhereNoProgramHelps() throws {
        for (name, told) in [
            ("phone.heic", FileWord.unshown), ("scan.tif", FileWord.unshown), ("drawing.bmp", FileWord.unshown),
            ("press.jpg", FileWord.printColours),
        ] {
            #expect(Self.refusal(try Self.bytes(name), name)?.wording == told, "\(name)")
        }
        let wide = try Self.taken("wide.png")
        #expect(wide.notes.map(\.wording) == [FileWord.tooWide])
        #expect(try wide.bytes == Self.bytes("wide.png"))
        // It is by its bytes that a picture is one.
        #expect(Self.refusal(try Self.bytes("phone.heic"), "IMG_1.JPG")?.wording == FileWord.unshown)
        #expect(try Self.taken("phone.png", as: "схема.jpg").ending == "png")
    }

    @Test func whatIsNoFileForASiteIsRefusedWithItsReason() {
        for (name, text, told) in [
            ("а.pdf", "", FileWord.empty), ("а.pdf", "текст", FileWord.noPDF), ("а.jpg", "текст", FileWord.noPicture),
            ("а.svg", "<svg/>", FileWord.drawing), ("а.html", "<p>", FileWord.program),
            ("а.exe", "MZ", FileWord.program),
            ("а.md", "# а", FileWord.source), ("а", "а", FileWord.noEnding), ("а.p/df", "а", FileWord.noEnding),
        ] {
            #expect(Self.refusal(Array(text.utf8), name)?.wording == told, "\(name)")
        }
    }

    @Test func aProtectedDocumentIsTakenAndTold() throws {
        let locked = "%PDF-1.7\ntrailer\n<< /Root 1 0 R /Encrypt 5 0 R >>"
        let open = "%PDF-1.7\ntrailer\n<< /Root 1 0 R /EncryptMetadata true >>"
        func notes(_ text: String) throws -> [Bilingual] {
            try TakenFile(Array(text.utf8), named: "Приказ № 1.PDF", title: "", nil).notes.map(\.wording)
        }
        #expect(try notes(locked) == [FileWord.locked])
        #expect(try notes(open).isEmpty)
        let package: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(try TakenFile(package, named: "а.docx", title: "", nil).notes.map(\.wording) == [FileWord.locked])
    }

    @Test func damagedPicturesEndInARefusalOrInTheirBytes() throws {
        for name in ["phone.jpg", "phone.png", "phone.heic", "press.jpg", "scan.tif"] {
            let whole = try Self.bytes(name)
            for length in stride(from: 0, to: whole.count, by: 7) {
                _ = try? TakenFile(Array(whole[..<length]), named: name, title: "", nil)
            }
        }
    }
}

/// With the programs of this machine.
@Suite struct PictureConverterTests {
    private static let magick = converter(PictureConverter.magickVariable, ["magick", "convert"])
    private static let vips = converter(PictureConverter.vipsVariable, ["vips"])

    private static func converter(_ variable: String, _ names: [String]) -> PictureConverter? {
        let environment = BoundedProgram.environment
        let path = names.lazy.compactMap { BoundedProgram.path(of: $0, variable: variable, environment) }.first
        return path.flatMap { PictureConverter.find([variable: $0, "PATH": ""]) }
    }

    private static func expectPictures(_ converter: PictureConverter, _ names: [String]) throws {
        for name in names {
            let file = try TakenFile(try TakenFileTests.bytes(name), named: name, title: "", converter)
            let ending = name == "drawing.bmp" || name == "wide.png" ? "png" : "jpg"
            #expect(file.ending == ending && PictureFormat(file.bytes)?.ending == ending, "\(name)")
            #expect(file.notes.map(\.wording) == [FileWord.converted], "\(name)")
            #expect(
                PicturePosition.removed(from: file.bytes) == nil && !PictureHeader.hasFourColours(file.bytes), "\(name)"
            )
            for mark in ["GPS", "Exif", "Phone"] {
                #expect(file.bytes.firstRange(of: Array(mark.utf8)) == nil, "\(name) has \(mark)")
            }
            let size = try #require(PictureHeader.read(file.bytes).size)
            let expected = [
                "phone.heic": (120, 80), "scan.tif": (60, 40), "press.jpg": (60, 40), "drawing.bmp": (20, 10),
                "wide.png": (2560, 17),
            ][name]
            #expect(expected.map { $0 == (size.width, size.height) } ?? false, "\(name) is \(size)")
        }
    }

    @Test(.enabled(if: magick != nil, "ImageMagick is missing: apt-get install imagemagick"))
    func imageMagickMakesWhatPagesShow() throws {
        try Self.expectPictures(
            try #require(Self.magick), ["phone.heic", "scan.tif", "press.jpg", "drawing.bmp", "wide.png"])
    }

    @Test(.enabled(if: vips != nil, "libvips is missing: apt-get install libvips-tools"))
    func vipsMakesWhatPagesShow() throws {
        try Self.expectPictures(try #require(Self.vips), ["phone.heic", "scan.tif", "press.jpg", "wide.png"])
    }

    /// Upright is what is seen: a picture that was turned by a word of the camera is turned in its pixels.
    @Test(.enabled(if: magick != nil || vips != nil, "neither ImageMagick nor libvips is there"))
    func whatTheCameraTurnedIsTurned() throws {
        let bytes = try TakenFileTests.bytes("phone.jpg")
        for converter in [Self.magick, Self.vips].compactMap(\.self) {
            let made = try converter.made(of: bytes, .jpeg, widest: 60).get()
            #expect(PictureHeader.read(made.bytes).size.map { [$0.width, $0.height] } == [40, 60])
        }
    }

    @Test func aProgramThatFailsLeavesARefusalWithItsWords() throws {
        let folder = try TemporaryFolder(["magick": "#!/bin/sh\necho 'no decode delegate' >&2; exit 1\n"])
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("magick"))
        let converter = try #require(PictureConverter.find([PictureConverter.magickVariable: folder.path("magick")]))
        let bytes = try TakenFileTests.bytes("phone.heic")
        let refusal = #expect(throws: TakenFile.Refusal.self) {
            try TakenFile(bytes, named: "IMG_1.HEIC", title: "", converter)
        }
        #expect(refusal?.told.text(.ru).contains("IMG_1.HEIC") == true)
        #expect(refusal?.told.text(.ru).contains("no decode delegate") == true)
        // A picture that is only large is put in as it is.
        let wide = try TakenFile(try TakenFileTests.bytes("wide.png"), named: "wide.png", title: "", converter)
        #expect(wide.notes.map(\.wording) == [FileWord.tooWide])
    }

    @Test func thereIsNoneWhereNoneIsInstalled() { #expect(PictureConverter.find(["PATH": "/nowhere"]) == nil) }
}
