import Bodies
import Foundation
import TestSupport
import Testing

/// Pictures that readers send along: what the page takes out of them, and what it leaves byte by byte.
@Suite struct SharedPictureTests {
    private static let exif: [UInt8] =
        Array("Exif".utf8) + [0, 0] + Array("MM".utf8) + [
            0, 42, 0, 0, 0, 8, 0, 2, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
        ]
        + [
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4E, 0, 0, 0, 0, 0, 0,
            0,
        ]

    private func cleaned(_ bytes: [UInt8], _ sort: String) throws -> [UInt8]? {
        try cleaned([bytes], sort)[0]
    }

    private func cleaned(_ pictures: [[UInt8]], _ sort: String) throws -> [[UInt8]?] {
        let requests = pictures.map { ["do": "cleaned", "sort": sort, "bytes": Data($0).base64EncodedString()] }
        return try ShareScripts.answers(requests).map { answer in
            (answer as? String).flatMap { Data(base64Encoded: $0) }.map { Array($0) }
        }
    }

    @Test func aPhotographKeepsItsPictureAndHowItWasHeld() throws {
        let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(Self.exif.count + 2)] + Self.exif
        let comment: [UInt8] = [0xFF, 0xFE, 0, 6] + Array("дом".utf8.prefix(4))
        let picture: [UInt8] = [
            0xFF, 0xDB, 0, 4, 1, 2, 0xFF, 0xDA, 0, 4, 1, 2, 7, 0xFF, 0, 8, 0xFF, 0xD0, 9, 0xFF, 0xD9,
        ]
        let second: [UInt8] = [0xFF, 0xD8] + segment + [0xFF, 0xD9]
        let got = try #require(try cleaned([0xFF, 0xD8] + segment + comment + picture + second, "jpg"))
        #expect(PicturePosition.removed(from: got) == nil)
        #expect(got.suffix(picture.count).elementsEqual(picture), "\(got)")
        // Orientation 6 stays: 0112 SHORT 1.
        #expect(got.firstRange(of: [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6] as [UInt8]) != nil)
        #expect(got.count == 2 + 36 + picture.count)
    }

    @Test func aCutPhotographIsTold() throws {
        #expect(try cleaned([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], "jpg") == nil)
    }

    @Test func otherPicturesLoseWhatTheyTellToo() throws {
        func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
            [0, 0, 0, UInt8(data.count)] + Array(type.utf8) + data + [0, 0, 0, 0]
        }
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let shown = chunk("IHDR", [1]) + chunk("IDAT", [2])
        let png = head + shown + chunk("eXIf", [9]) + chunk("tEXt", [9]) + chunk("IEND", []) + [7, 7]
        #expect(try cleaned(png, "png") == head + shown + chunk("IEND", []))
        let riff = Array("RIFF".utf8), webp = Array("WEBP".utf8)
        let image = Array("VP8 ".utf8) + [2, 0, 0, 0, 5, 6]
        let told = Array("EXIF".utf8) + [1, 0, 0, 0, 9, 0]
        #expect(
            try cleaned(riff + [22, 0, 0, 0] + webp + image + told, "webp") == riff + [14, 0, 0, 0] + webp + image)
    }

    // MARK: Nothing else is taken out

    /// In one scan and in steps, with four colours and with three.
    private static let plain = ["press.jpg", "steps.jpg"]

    private static func fixture(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: ShareScripts.root.appendingPathComponent("Tests/Fixtures/pictures/\(name)")))
    }

    /// Where a marker stands between segments, behind the first: the end of the picture is the last.
    private static func boundaries(_ bytes: [UInt8]) -> [Int] {
        var (result, place): ([Int], Int) = ([], 2)
        while place + 4 <= bytes.count {
            result.append(place)
            place += 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
            guard bytes[result[result.count - 1] + 1] == 0xDA else { continue }
            while bytes[place] != 0xFF || bytes[place + 1] == 0 { place += 1 }
        }
        return result + [place]
    }

    @Test(arguments: plain)
    func aPictureThatTellsNothingComesBackByteForByte(name: String) throws {
        let bytes = try Self.fixture(name)
        #expect(try cleaned(bytes, "jpg") == bytes)
    }

    @Test(arguments: ["phone.jpg", "phone.png", "phone.webp", "wide.png"])
    func whatIsCleanedIsLeftAsItIs(name: String) throws {
        let ending = String(name.suffix(from: name.lastIndex(of: ".") ?? name.startIndex).dropFirst())
        let bytes = try Self.fixture(name)
        let once = try #require(try cleaned(bytes, ending))
        #expect(once.count < bytes.count && PicturePosition.removed(from: once) == nil)
        #expect(try cleaned(once, ending) == once)
    }

    @Test(arguments: plain)
    func whatIsToldGoesWhereverItStands(name: String) throws {
        let bytes = try Self.fixture(name)
        let told: [[UInt8]] = [
            [0xFF, 0xFE, 0, 5, 1, 2, 3], [0xFF, 0xED, 0, 4, 1, 2], [0xFF, 0xFF, 0xFF, 0xE1, 0, 3, 1],
            [0xFF, 0xE2, 0, 6] + Array("MPF\0".utf8),
        ]
        let pictures = Self.boundaries(bytes).flatMap { place in
            told.map { Array(bytes[..<place] + $0 + bytes[place...]) }
        }
        for (number, picture) in try cleaned(pictures, "jpg").enumerated() {
            #expect(picture == bytes, "segment \(number % told.count) at boundary \(number / told.count)")
        }
    }

    @Test(arguments: plain)
    func fillBytesAndMarksOfARestartStay(name: String) throws {
        let bytes = try Self.fixture(name)
        let places = Self.boundaries(bytes)
        let filled = places.map { Array(bytes[..<$0] + [0xFF, 0xFF] + bytes[$0...]) }
        #expect(try cleaned(filled, "jpg") == filled)
        let end = places[places.count - 1]
        let restarted = Array(bytes[..<(end - 4)] + [0xFF, 0xD0, 7, 0xFF, 0, 0xFF, 0xD7] + bytes[(end - 4)...])
        #expect(try cleaned(restarted, "jpg") == restarted)
    }

    @Test(arguments: plain)
    func aTailGoesAndACutPictureKeepsWhatIsThere(name: String) throws {
        let bytes = try Self.fixture(name)
        for tail: [UInt8] in [[0], [0xFF], [1, 2, 3, 4, 5], bytes] {
            #expect(try cleaned(bytes + tail, "jpg") == bytes, "\(tail.count) bytes behind the end")
        }
        let places = Self.boundaries(bytes)
        let scan = places[places.count - 2] + 2 + Int(bytes[places[places.count - 2] + 3])
        let cut = (scan + 1..<bytes.count).map { Array(bytes[..<$0]) }
        #expect(try cleaned(cut, "jpg") == cut)
    }

    @Test func aPictureThatCodesNothingIsTold() throws {
        let bytes = try Self.fixture("press.jpg")
        let places = Self.boundaries(bytes)
        let scan = places[places.count - 2]
        #expect(try cleaned(Array(bytes[..<(scan + 16)]) + [0xFF, 0xD9], "jpg") == nil)
        #expect(try cleaned(Array(bytes[..<scan]) + [0xFF, 0xD9], "jpg") == nil)
    }

    @Test func whatStandsBehindAContainerOfWebPGoes() throws {
        let bytes = try #require(try cleaned(try Self.fixture("phone.webp"), "webp"))
        #expect(try cleaned(bytes + [1, 2, 3, 4, 5, 6, 7, 8, 9], "webp") == bytes)
    }

    // MARK: The other end

    /// A head that claims a size, and nothing coded for it.
    @Test func aPictureWithoutItsScansIsDamaged() throws {
        let photo = try Self.fixture("phone.jpg")
        let head = Array(photo[..<(try #require(photo.firstRange(of: [0xFF, 0xDA] as [UInt8])).lowerBound)])
        let cases = [head + [0xFF, 0xD9], head, head + [0xFF, 0xDA, 0, 2, 7, 0xFF, 0xD9], [0xFF, 0xD8, 0xFF, 0xD9]]
        for bytes in cases { #expect(JPEGScans.isDamaged(bytes), "\(bytes.suffix(9))") }
        for name in ["phone.jpg", "press.jpg", "steps.jpg", "phone.png", "phone.webp"] {
            #expect(!JPEGScans.isDamaged(try Self.fixture(name)), "\(name)")
        }
    }
}
