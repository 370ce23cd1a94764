import Archives
import Foundation
import TestSupport
import Testing

@Suite struct BookCommandTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        try folder.write(
            "---\ntitle: Квест\nsummary: Игра\n---\n## Ход\n\nСм. [[regata]].\n", to: "site/content/practices/kvest.md")
        try folder.write(
            "---\ntitle: Регата\nsummary: Ещё игра\n---\n## Ход\n\nТекст\n", to: "site/content/practices/regata.md")
        try folder.write(
            "---\ntitle: Черновик\nsummary: Игра\ndraft: да\n---\n## Ход\n\nТекст\n",
            to: "site/content/practices/chernovik.md")
        return folder
    }

    private func book(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Run {
        try Program.run(["book", "--root", "site", "--output", "a.epub"] + arguments, in: folder.path)
    }

    /// All its texts.
    private func texts(of path: String) throws -> String {
        let archive = try ZIPReader(path)
        var bytes: [UInt8] = []
        for index in archive.entries.indices {
            #expect(archive.read(index, limit: 1 << 20) { bytes += Array($0) })
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aSelectionIsABookWithoutDrafts() throws {
        let folder = try site()
        let made = try book(["--kind", "практика", "--title", "Игры"], in: folder)
        #expect(made.status == 0, "\(made.messages)")
        let text = try texts(of: folder.path("a.epub"))
        #expect(text.contains("Квест") && text.contains("Регата") && !text.contains("Черновик"))
        #expect(text.contains("<dc:title>Игры</dc:title>"))
        // A link to a material of the book stays in it.
        #expect(text.contains(/<a href="part-[0-9]\.xhtml">Регата<\/a>/), "\(text)")
    }

    /// As in the filters of the search: of one sort either, of two sorts both.
    @Test func choicesOfOneSortWidenAndThoseOfAnotherNarrow() throws {
        let folder = try site()
        for (name, direction) in [("odin", "Знание"), ("dva", "Здоровье")] {
            try folder.write(
                "---\ntitle: Игра «\(name)»\nsummary: Игра\ndirections: [\(direction)]\n---\nТекст\n",
                to: "site/content/practices/\(name).md")
        }
        func found(_ arguments: String...) throws -> [Bool] {
            let made = try book(arguments, in: folder)
            #expect(made.status == 0, "\(made.messages)")
            let text = try texts(of: folder.path("a.epub"))
            return ["«odin»", "«dva»", "Квест"].map { text.contains($0) }
        }
        #expect(try found("--direction", "Знание") == [true, false, false])
        #expect(try found("--direction", "Знание", "--direction", "Здоровье") == [true, true, false])
        #expect(try found("--direction", "Знание", "--kind", "practice") == [true, false, false])
    }

    @Test func namedMaterialsAreABook() throws {
        let folder = try site()
        let made = try book(["--materials", "regata, Квест"], in: folder)
        #expect(made.status == 0, "\(made.messages)")
        let listed = try texts(of: folder.path("a.epub")).replacing("\u{A0}", with: " ")
        #expect(
            listed.contains("Подборка: по списку</p>") && listed.contains("2 материала</p>"), "\(listed)")
        // What was chosen, and how many there are, whether the book has a title of its own or not.
        for more in [[], ["--title", "Игры"]] {
            #expect(try book(["--kind", "practice"] + more, in: folder).status == 0)
            let chosen = try texts(of: folder.path("a.epub")).replacing("\u{A0}", with: " ")
            #expect(chosen.contains("Подборка: вид — Практики</p>"), "\(chosen)")
            #expect(chosen.contains(". ") && chosen.contains("материал"), "\(chosen)")
        }
        let draft = try book(["--materials", "chernovik"], in: folder)
        #expect(draft.status == 2 && draft.messages.contains("черновик"))
    }

    @Test func whatASearchFindsIsABook() throws {
        let folder = try site()
        let unbuilt = try book(["--search", "регата"], in: folder)
        #expect(unbuilt.status == 2 && unbuilt.messages.contains("album build"), "\(unbuilt.messages)")
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        // Whoever takes the book into their hands sees by what it was chosen.
        for (search, title) in [
            ("регата", "Найдено: регата"),
            (
                "search.html?q=%D1%80%D0%B5%D0%B3%D0%B0%D1%82%D0%B0&f=kind:practice&all=1#r",
                "Найдено: регата; все слова; Практики"
            ),
        ] {
            let made = try book(["--search", search], in: folder)
            #expect(made.status == 0, "\(made.messages)")
            let text = try texts(of: folder.path("a.epub"))
            #expect(text.contains("<dc:title>\(title)</dc:title>") && text.contains("Ещё игра"))
        }
        let named = try book(["--search", "search.html?q=регата&f=kind:practice", "--title", "Вода"], in: folder)
        #expect(named.status == 0, "\(named.messages)")
        let text = try texts(of: folder.path("a.epub")).replacing("\u{A0}", with: " ")
        #expect(text.contains("<dc:title>Вода</dc:title>"))
        #expect(
            text.contains("<dc:description>Подборка: найдено: регата; Практики. 2 материала</dc:description>"),
            "\(text)"
        )
        #expect(text.contains("Подборка: найдено: регата; Практики") && text.contains("2 материала</p>"))
        let aimless = try book(["--kind", "practice", "--site", "site/public"], in: folder)
        #expect(aimless.status == 2 && aimless.messages.contains("--search"), "\(aimless.messages)")
        for (search, said) in [
            ("search.html?q=регата&f=kind:roman", "«kind:roman»"), ("search.html?f=kind:practice", "нет запроса"),
            ("search.html?q=регата&page=2", "«page»"), ("небылица", "«небылица» нет"),
        ] {
            let refused = try book(["--search", search], in: folder)
            #expect(refused.status == 2 && refused.messages.contains(said), "\(refused.messages)")
        }
    }

    @Test(arguments: [
        ([], "не сказано, что войдёт"), (["--album", "a", "--kind", "practice"], "не задают вместе"),
        (["--materials", "kvets"], "похоже на"), (["--kind", "роман"], "вида «роман» нет"),
        (["--album", "kvest"], "не альбом"), (["--direction", "Здорове"], "Здоров"),
    ])
    func whatIsNotThereIsSaid(arguments: [String], said: String) throws {
        let folder = try site()
        let refused = try book(arguments, in: folder)
        #expect(refused.status == 2 && refused.messages.contains(said), "\(refused.messages)")
        #expect(!folder.contains("a.epub"))
    }

    @Test func withoutWeasyPrintAPDFIsRefusedInWords() throws {
        let folder = try site()
        let refused = try Program.run(
            ["book", "--root", "site", "--output", "a.pdf", "--kind", "practice"], in: folder.path,
            environment: ["ALBUM_WEASYPRINT": "/nowhere/weasyprint"])
        #expect(refused.status == 4 && refused.messages.contains("WeasyPrint"), "\(refused.messages)")
        let unknown = try Program.run(
            ["book", "--root", "site", "--output", "a.doc", "--kind", "practice"], in: folder.path)
        #expect(unknown.status == 2 && unknown.messages.contains(".epub"), "\(unknown.messages)")
    }

    @Test func aSiteWithErrorsIsNoBook() throws {
        let folder = try site()
        try folder.write("---\ntitle: Игра\nsummary: Игра\n---\n[[propazha]]\n", to: "site/content/practices/igra.md")
        let refused = try book(["--kind", "practice"], in: folder)
        #expect(refused.status == 1 && refused.messages.contains("propazha") && !folder.contains("a.epub"))
    }

    // MARK: Books of a site

    /// A site with an album of one chapter.
    private func siteWithAlbum() throws -> TemporaryFolder {
        let folder = try site()
        try folder.write(
            """
            id: album
            folder: albums
            name: {one: альбом, few: альбома, many: альбомов}
            title: Альбомы
            tables:
              chapters:
                heading: Главы
                key: name
                columns:
                  name: {label: Глава, type: text, required: true}
                  materials: {label: Материалы, type: references, to: any}
                views: [chapters]

            """, to: "site/content/kinds/album.yml")
        try folder.write(
            "---\ntitle: Игры\nsummary: Все игры\n---\n## Главы\n\n| Глава | Материалы |\n| --- | --- |\n| Первая | kvest; regata |\n",
            to: "site/content/albums/igry.md")
        return folder
    }

    private func build(
        _ arguments: [String], in folder: TemporaryFolder, weasyPrint: String = "/nowhere"
    ) throws -> Program.Run {
        try Program.run(
            ["build", "--root", "site"] + arguments, in: folder.path, environment: ["ALBUM_WEASYPRINT": weasyPrint])
    }

    @Test func booksOfAlbumsAreLinkedWithTheirSizeAndGoWhenNobodyAsksForThem() throws {
        let folder = try siteWithAlbum()
        let made = try build(["--books"], in: folder)
        #expect(made.status == 0 && made.messages.contains("WeasyPrint"), "\(made.messages)")
        let size = try folder.bytes("site/public/albums/igry.epub").count
        let page = try folder.text("site/public/albums/igry.html")
        #expect(page.contains("href=\"igry.epub\" download") && page.contains("EPUB, \((size + 512) / 1024)\u{A0}КБ"))
        let text = try texts(of: folder.path("site/public/albums/igry.epub"))
        #expect(text.contains("Первая") && text.contains("Регата"))
        // The same again is nothing to do, whoever asks without books has the site without them.
        let again = try build(["--books", "--verbose"], in: folder)
        #expect(again.status == 0 && again.messages.contains("страниц собрано — 0"), "\(again.messages)")
        let without = try build([], in: folder)
        #expect(without.status == 0 && without.messages.contains("книг прежней сборки больше нет — 1"))
        #expect(try !build([], in: folder).messages.contains("книг прежней"))
        #expect(!folder.contains("site/public/albums/igry.epub"))
        #expect(!(try folder.text("site/public/albums/igry.html")).contains("igry.epub"))
    }

    /// A build makes none unless it is asked for them, and readers have the address of the one of before.
    @Test func aPublishedBookIsNotLostUntold() throws {
        let folder = try siteWithAlbum()
        func publish() throws -> Program.Run { try Program.run(["publish", "srv", "--root", "site"], in: folder.path) }
        func said(_ run: Program.Run) -> Bool {
            run.messages.contains("albums/igry.epub") && run.messages.contains("album build --books")
                && run.messages.contains("album retire albums/igry.epub")
        }
        #expect(try build(["--books"], in: folder).status == 0)
        #expect(try !said(publish()))
        #expect(try folder.text("site/addresses.tsv").contains("albums/igry.epub\t"))
        let plain = try build([], in: folder)
        #expect(
            plain.status == 0 && plain.messages.contains("[book-not-made]") && said(plain), "\(plain.messages)")
        // The same again, of which nothing is made.
        #expect(try said(build([], in: folder)))
        let strict = try build(["--strict"], in: folder)
        #expect(strict.status == 3 && said(strict), "\(strict.messages)")
        let published = try publish()
        #expect(published.status == 0 && said(published), "\(published.messages)")
        let whole = try build(["--books"], in: folder)
        #expect(whole.status == 0 && !whole.messages.contains("book-not-made"), "\(whole.messages)")
        // Where the album has moved, servers lead to its book too.
        let moved = try Program.run(["mv", "albums/igry", "albums/vse-igry", "--root", "site"], in: folder.path)
        #expect(moved.status == 0, "\(moved.messages)")
        let elsewhere = try build(["--books"], in: folder)
        #expect(elsewhere.status == 0 && !elsewhere.messages.contains("book-not-made"), "\(elsewhere.messages)")
        #expect(
            try folder.text("site/public/.server/nginx.conf").contains(
                "location = \"/albums/igry.epub\" { return 301 /albums/vse-igry.epub$is_args$args; }"))
        let back = try Program.run(["mv", "albums/vse-igry", "albums/igry", "--root", "site"], in: folder.path)
        #expect(back.status == 0, "\(back.messages)")
        // Withdrawn, it is missed no more, and told when it is made again.
        #expect(try build([], in: folder).status == 0)
        #expect(try Program.run(["retire", "albums/igry.epub", "--root", "site"], in: folder.path).status == 0)
        let without = try build([], in: folder)
        #expect(without.status == 0 && !without.messages.contains("albums/igry.epub"), "\(without.messages)")
        let again = try build(["--books"], in: folder)
        #expect(again.status == 0 && again.messages.contains("[address-back]"), "\(again.messages)")
        // With its album, it goes as the page does.
        #expect(
            try Program.run(["retire", "albums/igry.epub", "--undo", "--root", "site"], in: folder.path).status == 0)
        try folder.remove("site/content/albums/igry.md")
        #expect(try Program.run(["retire", "albums/igry.html", "--root", "site"], in: folder.path).status == 0)
        let gone = try build([], in: folder)
        #expect(gone.status == 0 && !gone.messages.contains("igry.epub"), "\(gone.messages)")
        #expect(
            try folder.text("site/public/.server/nginx.conf").contains(
                "location = \"/albums/igry.epub\" { set $album_page \"/albums/igry.html\";"))
    }

    @Test func aBookThatFailsIsToldAndTheSiteStands() throws {
        let folder = try siteWithAlbum()
        try folder.write("#!/bin/sh\necho 'no fonts' >&2\nexit 1\n", to: "weasyprint")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("weasyprint"))
        let made = try build(["--books"], in: folder, weasyPrint: folder.path("weasyprint"))
        #expect(made.status == 4 && made.messages.contains("albums/igry.pdf") && made.messages.contains("no fonts"))
        #expect(folder.contains("site/public/albums/igry.epub") && !folder.contains("site/public/albums/igry.pdf"))
        #expect(!(try folder.text("site/public/albums/igry.html")).contains("igry.pdf"))
        // A fault is not remembered.
        try folder.write("#!/bin/sh\nprintf '%%PDF-1.7' > book.pdf\n", to: "weasyprint")
        let mended = try build(["--books"], in: folder, weasyPrint: folder.path("weasyprint"))
        #expect(mended.status == 0, "\(mended.messages)")
        #expect(try folder.text("site/public/albums/igry.pdf") == "%PDF-1.7")
    }
}
