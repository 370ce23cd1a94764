import Bodies
import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Importing
import Preview
import SiteBuilder

// Pictures that are told to be too large, made smaller by a button.
extension SiteDesk {
    /// What another picture mends that a program makes of the same one.
    static let picturesToMake: Set<DiagnosticCode> = [
        .widePicture, .largePicture, .plainPicture, .unshownPicture, .printColours,
    ]

    /// Whether the button of a message can make the picture anew that it is about.
    func canMakePicture(_ diagnostic: Diagnostic, at path: String) -> Bool {
        guard Self.picturesToMake.contains(diagnostic.code), PictureConverter.find() != nil,
            let name = diagnostic.arguments.first, !name.lowercased().hasSuffix(".gif")
        else { return false }
        // A picture in another folder is that of another material.
        return (try? there(Self.beside(path, name))) ?? nil != nil
    }

    /// The file of a name beside a material.
    private static func beside(_ path: String, _ name: String) -> String {
        path.lastIndex(of: "/").map { path[...$0] + name } ?? name
    }

    /// Makes the picture anew that a message is about, as JSON: what was done, and the text where it has another name now;
    /// or why it stays as it is.
    ///
    /// Nothing is saved: the new one waits with what was typed, and takes the place of the old one by a save, which keeps
    /// that among the earlier texts. One that became a JPEG has a name of its own, so that Ctrl+Z brings the old one back.
    func makePicture(_ diagnostic: Diagnostic, _ found: Written, _ form: FormData) throws(FileError)
        -> SiteResponder.Answer
    {
        let name = diagnostic.arguments.first ?? ""
        let path = Self.beside(found.path, name)
        guard let bytes = try there(path) else { return Self.told(200, EditorWord.notFixed.text(language)) }
        let file: TakenFile
        do {
            file = try conversions.withLock { _ throws(TakenFile.Refusal) in
                try TakenFile(bytes, named: name, title: "", PictureConverter.find())
            }
        } catch {
            return Self.told(200, error.told.text(language))
        }
        let said = file.notes.map { $0.text(language) }.joined(separator: " ")
        guard file.isMade else { return Self.told(200, said) }
        var typed = Typed(form)
        if name.hasSuffix("." + file.ending) {
            // One that waits itself is replaced where it waits.
            let isPublished = try root.entry(Self.path(of: path)) != nil
            guard try work.keepWaiting(file.bytes, at: path, in: isPublished ? .smaller : .files) else {
                return Self.told(200, EditorWord.notFixed.text(language))
            }
        } else {
            let folder = found.path.lastIndex(of: "/").map { String(found.path[..<$0]) } ?? ""
            guard let kept = try keep(file, in: folder) else {
                return Self.told(200, FileWord.crowded.text(language, [name]))
            }
            typed.body = typed.body.replacing("](\(name))", with: "](\(kept.name))")
        }
        var json = JSONWriter()
        json.object { json in
            json.key("fields")
            json.object { _ in }
            if typed.body != Typed(form).body { json.member("body", typed.body) }
            json.member("done", said + " " + FileWord.withSave.text(language, []))
        }
        return Self.json(200, json)
    }
}
