import Linking
import Testing

@testable import Bodies
@testable import SiteBuilder

@Suite struct PictureHeaderTests {
    @Test(arguments: [
        ("<svg width=\"32px\" height='20'>", 32, 20), ("<?xml?><svg\n viewBox=\"0 0 320 200.4\"/>", 320, 200),
        ("<svg width=\"100%\" height=\"50%\" viewBox=\"0,0,12,8\">", 12, 8),
    ])
    func aDrawingTellsItsSize(text: String, width: Int, height: Int) {
        #expect(PictureHeader.read(Array(text.utf8)).size == PictureSize(width: width, height: height))
    }

    @Test func aDrawingWithoutASizeIsAPictureAllTheSame() {
        let picture = PictureHeader.read(Array("<svg xmlns=\"http://www.w3.org/2000/svg\">".utf8))
        #expect(picture.isPicture && picture.size == nil)
    }

    @Test(arguments: ["", "<html>404</html>", "<svg", "GIF8", "RIFF", "\u{89}PNG"])
    func anotherFileIsNoPicture(text: String) {
        #expect(!PictureHeader.read(Array(text.utf8)).isPicture)
    }

    /// Every beginning of a file that is cut off, and every byte of it changed: no crash, no size of nothing.
    @Test func damageIsNoTrap() {
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 4, 0, 0, 0, 3,
        ]
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 3, 0, 4, 3, 1, 2, 3, 4]
        let webp = Array("RIFF....WEBPVP8X..........".utf8) + [0, 3, 0, 0, 2, 0, 0]
        for whole in [png, jpeg, webp] {
            for length in 0..<whole.count { _ = PictureHeader.read(Array(whole[..<length])) }
            for place in whole.indices {
                var damaged = whole
                damaged[place] ^= 0xFF
                let size = PictureHeader.read(damaged).size
                #expect(size.map { $0.width > 0 && $0.height > 0 } ?? true)
            }
        }
        #expect(PictureHeader.read(png).size == PictureSize(width: 4, height: 3))
        #expect(PictureHeader.read(jpeg).size == PictureSize(width: 4, height: 3))
    }

    /// A phone's picture: EXIF says how it was held.
    @Test(arguments: [(1, 4, 3), (3, 4, 3), (6, 3, 4), (8, 3, 4)])
    func aPictureOnItsSideIsMeasuredUpright(orientation: UInt8, width: Int, height: Int) {
        let frame: [UInt8] = [0xFF, 0xC0, 0, 17, 8, 0, 3, 0, 4, 3, 1, 2, 3, 4]
        for isLittle in [true, false] {
            let tiff: [UInt8] =
                isLittle
                ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
                : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
            let exif = Array("Exif".utf8) + [0, 0] + tiff
            let jpeg = [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + frame
            #expect(PictureHeader.read(jpeg).size == PictureSize(width: width, height: height))
            for length in jpeg.indices { _ = PictureHeader.read(Array(jpeg[..<length])) }
            for place in jpeg.indices {
                var damaged = jpeg
                damaged[place] ^= 0xFF
                _ = PictureHeader.read(damaged)
            }
        }
    }
}
