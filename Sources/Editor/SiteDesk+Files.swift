import Catalog
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Pictures and attachments that are put beside a material.
extension SiteDesk {
    /// Writes a file that was dropped into the folder of a material, under a name that addresses can have.
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
        let file: TakenFile
        do {
            file = try conversions.withLock { _ throws(TakenFile.Refusal) in
                try TakenFile(bytes, named: name, title: query["title"] ?? "", PictureConverter.find())
            }
        } catch {
            return Self.told(422, error.told.text(language))
        }
        guard let kept = try keep(file, in: folder) else {
            return Self.told(422, FileWord.crowded.text(language, [name]))
        }
        var json = JSONWriter()
        json.object { json in
            json.member("name", kept.name)
            json.member("isPicture", file.isPicture)
            json.member("said", file.notes.map { $0.text(language) }.joined(separator: " "))
        }
        return Self.json(200, json)
    }

    private static let mostOfOneName = 1_000

    /// Where it is written, or stands already; nothing where all names like it are taken.
    private func keep(_ file: TakenFile, in folder: String) throws(FileError) -> SitePath? {
        let content = try SourceFolder("content", of: root.root)
        for number in 1...Self.mostOfOneName {
            let name = number == 1 ? file.stem : "\(file.stem)-\(number)"
            guard let path = try? SitePath("\(folder)/\(name).\(file.ending)") else { return nil }
            if try content.create(path, file.bytes) { return path }
            if try content.read(path) == file.bytes { return path }
        }
        return nil
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
