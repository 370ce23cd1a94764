import AlbumModel
import Books
import Catalog
import Languages
import Pages

/// `llms.txt` (llmstxt.org): what the site is, and by kind where its texts are as Markdown.
struct OverviewExport {
    /// More of a kind are counted, and their list is named.
    private static let most = 200

    let home: Page
    /// The address of the site, with a slash at the end.
    let site: String

    private var album: Album { home.album }

    /// In the order of lists; O(materials).
    var text: String {
        let configuration = album.configuration
        var blocks = ["# " + MarkdownWriter.escaped(configuration.title)]
        if !configuration.description.isEmpty {
            blocks.append("> " + MarkdownWriter.escaped(configuration.description))
        }
        if let contact = configuration.contact { blocks.append(MarkdownWriter.escaped(contact)) }
        for group in album.byKind(album.listed(album.published)) {
            let kind = album.catalog.kinds[group.kind]
            let listed = album.listed(group.materials)
            var lines = listed.prefix(Self.most).map { index in
                let material = album.catalog.materials[index]
                return item(material.title, material.address.twin, about: material.summary)
            }
            if listed.count > Self.most {
                let rest = home.wording.counted(listed.count - Self.most, kind)
                lines.append(item(home.wording.strings.text(Word.overviewMore, rest), SitePages.list(kind), about: ""))
            }
            blocks += ["## " + MarkdownWriter.escaped(kind.title), lines.joined(separator: "\n")]
        }
        let data = [(home.wording.word(.pageCalendar), DataFiles.calendar), ("CSL-JSON", DataFiles.citations)]
        blocks += [
            "## " + MarkdownWriter.escaped(home.wording.word(.overviewData)),
            data.map { item($0, $1, about: "") }.joined(separator: "\n"),
        ]
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func item(_ title: String, _ address: SiteAddress, about: String) -> String {
        "- [\(MarkdownWriter.escaped(title))](\(address.url(onSite: site)))"
            + (about.isEmpty ? "" : ": " + MarkdownWriter.escaped(about))
    }
}
