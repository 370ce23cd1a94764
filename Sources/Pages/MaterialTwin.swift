import AlbumModel
import Books
import Catalog
import Files
import Formats
import Linking

/// The page of a material as Markdown, for programs that read texts (llmstxt.org): `practices/kvest.html.md`.
///
/// It says what the page says: title, summary, facts, body, files; not the front matter as it is written.
struct MaterialTwin {
    let page: Page
    let index: MaterialIndex
    /// The chapters, where the material is an album.
    let contents: AlbumContents?
    /// The address of the site, with a slash at the end.
    let site: String
    /// The pages that have a twin too.
    let twins: Set<SiteAddress>

    private var material: Material { page.album.catalog.materials[index] }
    private var kind: Kind { page.album.catalog.kind(of: material) }

    /// UTF-8, ends with a line.
    func bytes() -> [UInt8] {
        let facts = MaterialFacts(page: page, index: index)
        var blocks = [MarkdownWriter.heading(MarkdownWriter.escaped(material.title), level: 1)]
        if !material.summary.isEmpty { blocks.append("> " + MarkdownWriter.line(material.summary)) }
        if let official = page.album.officialTitle(of: material) { blocks.append(MarkdownWriter.line(official)) }
        let repealed = page.album.lifecycle.isRepealed(index) ? page.album.lifecycle.wording(of: index) : nil
        let notices = [
            material.isDraft ? page.wording.word(.draftNotice) : nil, repealed.map { page.wording.heading($0) + "." },
        ]
        blocks += notices.compactMap(\.self).map { "**\(MarkdownWriter.escaped($0))**" }
        let known = [FactView(page.wording.word(.twinKind), [LinkView(kind.name.one)])] + facts.strip() + facts.facts()
        let own = "- \(page.wording.word(.twinAddress)): <\(material.address.url(onSite: site))>"
        blocks.append((known.map(line) + [own]).joined(separator: "\n"))
        blocks += contents.map { chapters($0) } ?? [body()]
        let files = (facts.downloads() + tableFiles()).map { file in
            "- \(text(LinkView(file.title, file.url))) (\([file.format, file.note].compactMap(\.self).joined(separator: ", ")))"
        }
        if !files.isEmpty {
            blocks += [
                MarkdownWriter.heading(MarkdownWriter.escaped(page.wording.word(.twinFiles)), level: 2),
                files.joined(separator: "\n"),
            ]
        }
        return Array((blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
    }

    // MARK: Parts

    private func body() -> String {
        let printed = PrintedMaterial(
            page: page, index: index, anchor: "", printed: [:], headingShift: 0, isInBook: true)
        let view = BookPartView(title: "", id: "", parts: printed.view().parts)
        let html = page.fragment(view).html.text
        var tree = HTMLTree(parsing: html)
        // The title of a book's part, which stands above.
        tree.nodes.removeAll { if case .element(let element) = $0 { element.name == "h1" } else { false } }
        return MarkdownWriter { address($0) }.text(tree)
    }

    private func chapters(_ contents: AlbumContents) -> [String] {
        let introduction = AlbumPage(page: page, contents: contents).introduction(at: BodyPlace(page: page.address))
        let text = introduction.map { html in MarkdownWriter { address($0) }.text(HTMLTree(parsing: html)) }
        return [text].compactMap(\.self)
            + contents.chapters.flatMap { chapter in
                [
                    MarkdownWriter.heading(MarkdownWriter.escaped(chapter.title), level: 2),
                    ((chapter.materials + chapter.related).map { page.link(to: $0) } + page.withdrawn(of: chapter))
                        .map(item).joined(separator: "\n"),
                ]
            }
    }

    private func tableFiles() -> [DownloadView] {
        let body = page.album.body(of: index, at: BodyPlace(page: page.address))
        let tables = RecordTables(page: page, index: index, body: body)
        return page.album.compiled[index].tables.indices.flatMap { tables.downloads($0) }
    }

    private func item(_ view: LinkView) -> String { "- " + text(view) }

    private func line(_ fact: FactView) -> String {
        let values =
            fact.values.map(text) + fact.chips.map { chip in chip.url.map { link(chip.title, $0) } ?? chip.title }
        return "- \(MarkdownWriter.escaped(fact.label)): \(values.joined(separator: "; "))"
    }

    private func text(_ view: LinkView) -> String {
        let name = view.url.map { link(view.title, $0) } ?? MarkdownWriter.escaped(view.title)
        return view.note.map { "\(name) (\(MarkdownWriter.escaped($0)))" } ?? name
    }

    private func link(_ title: String, _ href: Href) -> String {
        let name = MarkdownWriter.escaped(title)
        return address(href.text).map { "[\(name)](\(MarkdownWriter.destination($0)))" } ?? name
    }

    /// Whole, since a twin is read far from the site; to a twin where there is one.
    private func address(_ href: String) -> String? {
        // A place on the page itself: the text has it.
        if href.hasPrefix("#") { return nil }
        if href.utf8.contains(UInt8(ascii: ":")) { return href }
        let path = href.prefix { $0 != "#" && $0 != "?" }
        let decoded = PercentEncoding.decoded(String(path)) ?? String(path)
        guard let resolved = SourcePath.resolve(inFolderOf: page.address.text, decoded) else { return nil }
        let there = SiteAddress(resolved)
        let target = twins.contains(there) ? there.twin : there
        return target.url(onSite: site) + (twins.contains(there) ? "" : href.dropFirst(path.count))
    }
}
