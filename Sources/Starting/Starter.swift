import Files

/// A new site as values: answers in, the files of a site out; it reads the starter and writes nothing.
///
/// The starter is the folder `starter`, which comes with the program as the themes do. Its files stand there as they will
/// stand in the site, but that folders and files whose names begin with a dot are named without it
/// (``hiddenNames``), and with places for answers (``StarterTemplate``). Kinds, neutral vocabularies and the pages for
/// editors are those of this repository with listed changes: `Tests/StartingTests/starter-changes.txt`.
package struct Starter: Sendable {
    /// One file of the new site.
    package struct File: Sendable {
        package let path: SitePath
        package let bytes: [UInt8]
    }

    /// The starter's text files by path, without answers.
    let texts: [(path: SitePath, text: String)]

    private static let organisations = "content/vocabularies/organisations.yml"

    private static let hiddenNames = ["gitignore": ".gitignore", "github": ".github"]

    /// Reads the folder `starter`.
    package init(_ folder: any FileSystem) throws(FileError) {
        let listing = try folder.list(.root)
        if let problem = listing.problems.first { throw problem }
        var texts: [(path: SitePath, text: String)] = []
        for entry in listing.entries where entry.kind == .file {
            texts.append((entry.path, String(decoding: try folder.read(entry.path), as: UTF8.self)))
        }
        self.texts = texts
    }

    /// All files of the site of one region, sorted by path.
    package func files(_ answers: StartingAnswers) -> [File] {
        let values = StarterTemplate.values(answers)
        let own = texts.filter { !$0.path.text.hasPrefix(Self.joinedFolder) }
        var files = own.map { path, text -> File in
            let filled = StarterTemplate.filled(text, values, file: path.text)
            let more = path.text == Self.organisations ? StarterVocabularies.department(answers) : ""
            return File(path: Self.shown(path), bytes: Array((filled + more).utf8))
        }
        let vocabularies = SitePath(literal: "content/vocabularies")
        for (name, text) in [
            ("directions", StarterVocabularies.directions(answers)),
            ("municipalities", StarterVocabularies.municipalities(answers)),
            ("regions", StarterVocabularies.regions(answers)),
        ] {
            files.append(File(path: Self.path("\(vocabularies.text)/\(name).yml"), bytes: Array(text.utf8)))
        }
        if let css = StartingPalette.css(answers.colours) {
            files.append(File(path: SitePath(literal: "themes/album/assets/css/site.css"), bytes: Array(css.utf8)))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What stands at the top of every new site: in a folder that has one of these none begins.
    package var topNames: Set<String> {
        Set(texts.compactMap { Self.shown($0.path).components.first.map { String($0) } })
            .subtracting([String(Self.joinedFolder.dropLast())]).union(["themes", "public"])
    }

    static func shown(_ path: SitePath) -> SitePath {
        guard let first = path.components.first, let hidden = hiddenNames[String(first)] else { return path }
        let rest: [String] = path.components.dropFirst().map { String($0) }
        return Self.path(([hidden] + rest).joined(separator: "/"))
    }

    /// Paths of the starter and of this file: another one is a fault of ours.
    static func path(_ text: String) -> SitePath {
        do {
            return try SitePath(text)
        } catch {
            preconditionFailure("\(text): \(error)")
        }
    }
}
