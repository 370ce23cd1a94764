import Bodies
import Catalog
import Files
import Formats
import Linking

/// The bytes of pictures as scripts, `foto.jpg.js` beside `foto.jpg`: a page that is opened from a disk may show a picture
/// and run a script beside it, but read no file, and puts its pictures into the files that it makes.
///
/// ```js
/// (self.AlbumPictures=self.AlbumPictures||{})["practices/foto.jpg"]="/9j/4AAQ…";
/// ```
enum PictureScripts {
    /// Larger pictures have none: four thirds of their size again would be too much for a stick.
    static let mostBytes = 2_000_000

    /// One for each picture that a published page shows, but where a file of that name stands.
    static func files(_ linked: LinkedSite) throws(FileError) -> [SiteFiles.File] {
        let taken = Set(linked.files.map { Address.file(ofPath: $0.path.text) })
        let content = linked.content
        let pictures = linked.files.map { ($0, Address.file(ofPath: $0.path.text)) }.filter { entry, picture in
            linked.pictures.contains(entry.path.text) && entry.byteCount <= mostBytes
                && !taken.contains(SiteAddress(picture.text + ".js"))
        }
        return try pictures.map { entry, picture throws(FileError) in
            SiteFiles.File(path: try SiteFiles.path(SiteAddress(picture.text + ".js"))) { () throws(FileError) in
                let bytes = try content.read(entry.path)
                return script(picture, PicturePosition.removed(from: bytes) ?? bytes)
            }
        }
    }

    private static func script(_ picture: SiteAddress, _ bytes: [UInt8]) -> [UInt8] {
        Array("(self.AlbumPictures=self.AlbumPictures||{})[\"\(picture)\"]=\"".utf8) + Base64.encoded(bytes)
            + Array("\";\n".utf8)
    }
}
