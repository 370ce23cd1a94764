import Files
import Formats

// The report of a file that was taken in: part of what is typed until it is saved, kept beside the material from then on.
extension WorkFolder {
    /// The report of the file that a saved material was made of, as the page has written it; nothing where it was closed.
    func told(_ material: String) throws(FileError) -> String? {
        guard let path = Self.path("told", material) else { return nil }
        return try SourceFolder(existing: Self.name, of: root)?.read(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Keeps the report that a form holds which is saved now; forgets it where somebody has closed it.
    func keepTold(_ form: FormData?, of material: String) throws(FileError) {
        guard let told = form?["_told"] else { return }
        guard !told.isEmpty else { return try forgetTold(material) }
        guard let path = Self.path("told", material) else { return }
        try folder().write(path, Array(told.utf8))
    }

    func forgetTold(_ material: String) throws(FileError) {
        guard let path = Self.path("told", material) else { return }
        try SourceFolder(existing: Self.name, of: root)?.remove(path)
    }
}
