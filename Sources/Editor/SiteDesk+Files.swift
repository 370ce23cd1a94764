import Bodies
import Catalog
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Pictures and attachments that are put beside a material.
extension SiteDesk {
    /// Writes a file that was dropped into the folder of a material, under a name that addresses can have; the place where
    /// a picture was taken is left out.
    ///
    /// A file of the same bytes is used as it is, and none is ever replaced.
    func keepFile(_ request: EditingRequest, _ bytes: [UInt8], _ site: SiteFiles) throws(FileError)
        -> SiteResponder.Answer
    {
        let query = FormData(encoded: Array(request.query.utf8))
        guard query["token"] == token else { return plain(403, .notThere) }
        guard let name = query["name"], let folder = folder(of: query["key"] ?? "", site) else {
            return plain(404, .notThere)
        }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let stem = Address.shortSlug(of: String(name[..<dot]), limit: 60)
        let ending = name[dot...].dropFirst().lowercased()
        guard let wanted = try? SitePath("\(folder)/\(stem.isEmpty ? "file" : stem).\(ending)"), !ending.isEmpty,
            ending.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }),
            !PublishedFileCheck.isActive(wanted), !["md", "yml", "yaml"].contains(ending), !bytes.isEmpty
        else { return Self.told(422, EditorWord.noSuchFile.text(language, name)) }
        let kept = PicturePosition.removed(from: bytes) ?? bytes
        let content = try SourceFolder("content", of: root.root)
        var (path, number) = (wanted, 2)
        while try !content.create(path, kept) {
            if try content.read(path) == kept { break }
            guard let next = try? SitePath("\(folder)/\(stem)-\(number).\(ending)") else {
                return plain(422, .notThere)
            }
            (path, number) = (next, number + 1)
        }
        var json = JSONWriter()
        json.object { json in
            json.member("name", path.name)
            json.member("isPicture", PictureHeader.extensions.contains(ending))
            json.member("said", kept.count == bytes.count ? "" : EditorWord.placeRemoved.text(language))
        }
        return Self.json(200, json)
    }

    /// Where files of a material are: beside it.
    private func folder(of key: String, _ site: SiteFiles) -> String? {
        switch FormKey(key) {
        case .new(let kind): return site.catalog.schema.kind(kind).map { site.catalog.kinds[$0].folder }
        case .material(let path):
            guard let position = site.catalog.directory.position(ofPath: path) else { return nil }
            let path = site.catalog.materials[position].path
            return path.lastIndex(of: "/").map { String(path[..<$0]) }
        }
    }

    static func told(_ status: Int, _ text: String) -> SiteResponder.Answer {
        var writer = JSONWriter()
        writer.object { $0.member("said", text) }
        return json(status, writer)
    }
}
