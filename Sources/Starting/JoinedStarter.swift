import Files
import Formats

/// All that a person was asked for a site of several albums.
package struct JoiningAnswers: Sendable {
    /// What the site is called.
    package let title: String
    package let albums: JoinedAlbums
    /// An office, no person; on every page.
    package let contact: String?
    /// The site's today.
    package let edition: CalendarDate

    package init(title: String, albums: JoinedAlbums, contact: String?, edition: CalendarDate) {
        self.title = title
        self.albums = albums
        self.contact = contact
        self.edition = edition
    }
}

extension Starter {
    /// What the starter says otherwise to a site of several albums.
    static let joinedFolder = "joined/"

    /// All files of a site of several albums, sorted by path: it has no samples, since materials stand in the albums.
    package func files(_ answers: JoiningAnswers) -> [File] {
        let values = StarterTemplate.values(answers)
        let own = texts.filter { $0.path.text.hasPrefix(Self.joinedFolder) }
            .map { (path: Self.path(String($0.path.text.dropFirst(Self.joinedFolder.count))), text: $0.text) }
        let replaced = Set(own.map(\.path))
        let kept = texts.filter { path, _ in
            !replaced.contains(path) && !path.text.hasPrefix(Self.joinedFolder) && !path.name.hasPrefix("obrazets-")
                && !["content/kinds/", "content/vocabularies/"].contains { path.text.hasPrefix($0) }
        }
        var files = (own + kept).map { path, text in
            File(path: Self.shown(path), bytes: Array(StarterTemplate.filled(text, values, file: path.text).utf8))
        }
        for (id, text) in answers.albums.vocabularies() {
            files.append(File(path: Self.path("content/vocabularies/\(id).yml"), bytes: Array(text.utf8)))
        }
        for kind in answers.albums.kinds {
            let name = kind.path.split(separator: "/").last ?? ""
            files.append(File(path: Self.path("content/kinds/\(name)"), bytes: kind.bytes))
        }
        return files.sorted { $0.path < $1.path }
    }
}

extension StarterTemplate {
    /// What stands for each name in a site of several albums.
    static func values(_ answers: JoiningAnswers) -> [String: String] {
        let (direction, municipality) = answers.albums.samples()
        let roots = answers.albums.albums.map { album in
            let keys = [
                ("folder", album.folder.text), ("id", album.region.rawValue), ("region", album.region.rawValue),
            ]
            return "  - {" + keys.map { "\($0): \(StarterVocabularies.scalar($1))" }.joined(separator: ", ") + "}\n"
        }
        return common(answers.edition, contact: answers.contact, direction: direction, municipality: municipality)
            .merging([
                "region": answers.title, "title-yaml": StarterVocabularies.line(answers.title),
                "description-yaml": StarterVocabularies.line(
                    "Модельные решения, дорожные карты, практики и документы для школ и муниципалитетов."),
                "menu": "[" + answers.albums.menu().joined(separator: ", ") + "]", "roots": roots.joined(),
            ]) { $1 }
    }
}
