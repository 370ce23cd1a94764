import Foundation
import TestSupport
import Testing

/// Addresses that were published stay.
@Suite struct LedgerCommandTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        try folder.write(
            "---\ntitle: Новая практика\nsummary: Новое\n---\n## Ход\n\nТекст\n", to: "site/content/practices/novaia.md"
        )
        return folder
    }

    private func build(_ folder: TemporaryFolder, _ options: String...) throws -> Program.Run {
        try Program.run(["build", "--root", "site", "--edition", "2024-01-01"] + options, in: folder.path)
    }

    @Test func anAddressThatIsGoneStopsABuildUntilItIsMovedOrWithdrawn() throws {
        let folder = try site()
        let configuration = try folder.text("site/album.yml")
        try folder.write("\(configuration)\nurl: https://album.example.org/\n", to: "site/album.yml")
        let first = try build(folder, "--record")
        #expect(first.status == 0 && first.messages.contains("новых адресов — "), "\(first.messages)")
        let ledger = try folder.text("site/addresses.tsv")
        #expect(ledger.contains("practices/novaia.html\t2024-01-01\n"))
        let again = try build(folder, "--record")
        #expect(again.status == 0 && !again.messages.contains("новых адресов"))

        // By the program: the old address leads on.
        let moved = try Program.run(["mv", "practices/novaia", "practices/inaia", "--root", "site"], in: folder.path)
        #expect(moved.status == 0, "\(moved.messages)")
        #expect(try build(folder).status == 0)
        #expect(try folder.text("site/public/practices/novaia.html").contains("url=inaia.html"))

        let nginx = try Program.run(["redirects", "--root", "site"], in: folder.path)
        #expect(
            nginx.output
                == """
                location = "/practices/novaia.html" { return 301 /practices/inaia.html$is_args$args; }
                location = "/practices/novaia.html.md" { return 301 /practices/inaia.html.md$is_args$args; }

                """,
            "\(nginx.output) \(nginx.messages)")
        let written = ["redirects", "--root", "site", "--output", "rules.conf"]
        #expect(try Program.run(written, in: folder.path).status == 0)
        #expect(try folder.text("rules.conf") == nginx.output)
        let apache = try Program.run(["redirects", "--root", "site", "--server", "apache"], in: folder.path)
        #expect(
            apache.output == """
                RedirectMatch 404 "^/\\.server/"
                ErrorDocument 404 /404.html
                Redirect 301 "/practices/novaia.html" /practices/inaia.html
                Redirect 301 "/practices/novaia.html.md" /practices/inaia.html.md

                """)
        // The site has the same rules in it, so that each edition has its own.
        #expect(try folder.text("site/public/.server/nginx.conf") == nginx.output)
        #expect(try folder.text("site/public/.server/apache.conf") == apache.output)
        #expect(
            try folder.text("site/public/practices/novaia.html.md").hasSuffix(
                "\n\n<https://album.example.org/practices/inaia.html.md>\n"))

        try folder.remove("site/content/practices/inaia.md")
        let lost = try build(folder)
        #expect(lost.status == 1 && lost.messages.contains("practices/novaia.html"), "\(lost.messages)")
        #expect(folder.contains("site/public/practices/inaia.html"))
        // A site with errors has no rules, and the file keeps those that it has.
        #expect(try Program.run(written, in: folder.path).status == 1)
        #expect(try folder.text("rules.conf") == nginx.output)

        let living = try Program.run(["retire", "practices/pervaia-praktika.html", "--root", "site"], in: folder.path)
        #expect(living.status == 2 && living.messages.contains("ещё на сайте"), "\(living.messages)")
        let unknown = try Program.run(["retire", "practices/novaya.html", "--root", "site"], in: folder.path)
        #expect(
            unknown.status == 2 && unknown.messages.contains("похоже на practices/novaia.html"), "\(unknown.messages)")
        let nowhere = try Program.run(
            ["retire", "practices/novaia.html", "--instead", "practices/net.html", "--root", "site"], in: folder.path)
        #expect(nowhere.status == 2 && nowhere.messages.contains("«practices/net.html» на сайте нет"))
        let retired = try Program.run(
            [
                "retire", "https://album.example.org/practices/novaia.html?q=1", "--reason", "Положение\nотменено.",
                "--instead", "practices/pervaia-praktika.html",
                "--day", "2024-01-09", "--root",
                "site",
            ],
            in: folder.path)
        #expect(retired.status == 0, "\(retired.messages)")
        let built = try build(folder)
        #expect(built.status == 0, "\(built.messages)")
        let page = try folder.text("site/public/practices/novaia.html").replacing("\u{AD}", with: "")
        #expect(page.contains("Снято с публикации") && page.contains("Положение отменено."))
        #expect(page.contains("Вместо неё: <a href=\"pervaia-praktika.html\">"), "\(page)")
        // The page stays, and nginx tells programs what it tells readers.
        #expect(
            try Program.run(["redirects", "--root", "site"], in: folder.path).output == """
                location @album_withdrawn { try_files $uri =410; }
                location = "/practices/novaia.html" { error_page 410 @album_withdrawn; return 410; }
                location = "/practices/novaia.html.md" { error_page 410 @album_withdrawn; return 410; }

                """)
        let gone = try folder.text("site/public/.server/apache.conf")
        #expect(
            gone == """
                RedirectMatch 404 "^/\\.server/"
                ErrorDocument 404 /404.html
                <IfModule mod_rewrite.c>
                RewriteEngine On
                ErrorDocument 410 /%{reqenv:album_page}
                RewriteCond %{ENV:REDIRECT_STATUS} ^$
                RewriteCond %{REQUEST_URI} "=/practices/novaia.html"
                RewriteRule ^ - [E=album_page:practices/novaia.html,R=410,L]
                RewriteCond %{ENV:REDIRECT_STATUS} ^$
                RewriteCond %{REQUEST_URI} "=/practices/novaia.html.md"
                RewriteRule ^ - [E=album_page:practices/novaia.html.md,R=410,L]
                </IfModule>

                """)
        let twin = try folder.text("site/public/practices/novaia.html.md")
        #expect(twin.hasPrefix("# Снято с публикации\n\n") && twin.contains("\n\nПоложение отменено.\n"), "\(twin)")
        #expect(
            twin.hasSuffix(
                "\n\nВместо неё: [Первая практика](<https://album.example.org/practices/pervaia-praktika.html>)\n"),
            "\(twin)")
        #expect(
            try Program.run(["redirects", "--root", "site", "--server", "apache"], in: folder.path).output == gone)
    }

    /// Within an edition of one day too, and once the list has the new address.
    @Test func aRenamedMaterialKeepsItsNameInFeeds() throws {
        let folder = try site()
        try folder.write(
            "\(try folder.text("site/album.yml"))\nurl: https://album.example.org/\n", to: "site/album.yml")
        #expect(try build(folder, "--record").status == 0)
        let moved = try Program.run(["mv", "practices/novaia", "practices/inaia", "--root", "site"], in: folder.path)
        #expect(moved.status == 0, "\(moved.messages)")
        for _ in 0..<2 {
            let run = try build(folder, "--record")
            #expect(run.status == 0, "\(run.messages)")
            let feed = try folder.text("site/public/data/feed.json")
            #expect(feed.contains("\"id\":\"https://album.example.org/practices/novaia.html\""), "\(feed)")
            #expect(!feed.contains("\"id\":\"https://album.example.org/practices/inaia.html\""), "\(feed)")
        }
        #expect(
            try folder.text("site/addresses.tsv").contains(
                "practices/inaia.html\t2024-01-01\t\t\t\t\tpractices/novaia.html\n"))
        let back = try Program.run(["mv", "practices/inaia", "practices/novaia", "--root", "site"], in: folder.path)
        #expect(back.status == 0, "\(back.messages)")
        #expect(try build(folder, "--record").status == 0)
        #expect(
            try folder.text("site/public/data/feed.json").contains(
                "\"id\":\"https://album.example.org/practices/novaia.html\""))
    }

    /// Whoever kept a former address of it learns what the present one says, and the list stays whole.
    @Test func aRenamedMaterialIsWithdrawnAtAllOfItsAddresses() throws {
        let folder = try site()
        #expect(try build(folder, "--record").status == 0)
        for (old, new) in [("novaia", "inaia"), ("inaia", "tretia")] {
            let moved = try Program.run(
                ["mv", "practices/\(old)", "practices/\(new)", "--root", "site"], in: folder.path)
            #expect(moved.status == 0, "\(moved.messages)")
            #expect(try build(folder, "--record").status == 0)
        }
        let other = "site/content/practices/pervaia-praktika.md"
        let text = try folder.text(other)
        try folder.remove("site/content/practices/tretia.md")
        let arguments = [
            "retire", "practices/tretia.html", "--reason", "Отменено.", "--instead", "practices/pervaia-praktika.html",
            "--day", "2024-01-09", "--root", "site",
        ]
        let retired = try Program.run(arguments, in: folder.path)
        #expect(
            retired.status == 0 && retired.messages.contains("прежний адрес practices/novaia.html")
                && retired.messages.contains("прежний адрес practices/inaia.html"), "\(retired.messages)")
        let words = "\t2024-01-01\t2024-01-09\tОтменено.\tНовая практика\tpractices/pervaia-praktika.html"
        let ledger = try folder.text("site/addresses.tsv")
        for name in ["novaia", "inaia", "tretia"] {
            #expect(ledger.contains("practices/\(name).html\(words)"), "\(ledger)")
        }
        // Its name still means one withdrawn page, not three.
        try folder.write(text + "\nРаньше была [[Новая практика]].\n", to: other)
        let built = try build(folder)
        #expect(built.status == 0 && built.messages.contains("[link-to-withdrawn]"), "\(built.messages)")
        for name in ["novaia", "inaia", "tretia"] {
            let page = try folder.text("site/public/practices/\(name).html").replacing("\u{AD}", with: "")
            #expect(page.contains("Снято с публикации") && page.contains("<p>Новая практика</p>"), "\(name)")
        }
        // Once more, it says that nothing is said anew.
        let again = try Program.run(["retire", "practices/tretia.html", "--root", "site"], in: folder.path)
        #expect(
            again.status == 0 && again.messages.contains("уже снят с публикации с 2024-01-09: «Новая практика»")
                && again.messages.contains("записанное осталось прежним")
                && !again.messages.contains("неизвестно"), "\(again.messages)")
        #expect(try folder.text("site/addresses.tsv") == ledger)
        let reworded = try Program.run(
            ["retire", "practices/tretia.html", "--reason", "Ошибка.", "--root", "site"], in: folder.path)
        #expect(
            reworded.messages.contains("изменено — причина: Ошибка. (было: Отменено.)"), "\(reworded.messages)")
        #expect(
            try folder.text("site/addresses.tsv") == ledger.replacing("Отменено.", with: "Ошибка."))
        let back = try Program.run(["retire", "practices/tretia.html", "--undo", "--root", "site"], in: folder.path)
        #expect(back.status == 0 && back.messages.contains("прежний адрес practices/novaia.html"), "\(back.messages)")
        #expect(try !folder.text("site/addresses.tsv").contains("2024-01-09"))
    }

    /// A page that was there before another came to lead to it says of none in the list where it was first.
    @Test func whatLedToAWithdrawnPageGoesWithIt() throws {
        let folder = try site()
        try folder.write(
            "---\ntitle: Третья\nsummary: Новое\n---\n## Ход\n\nТекст\n", to: "site/content/practices/tretia.md")
        #expect(try build(folder, "--record").status == 0)
        try folder.remove("site/content/practices/novaia.md")
        try folder.write(
            "---\ntitle: Третья\nsummary: Новое\naliases: [practices/novaia]\n---\n## Ход\n\nТекст\n",
            to: "site/content/practices/tretia.md")
        let joined = try build(folder, "--record")
        #expect(joined.status == 0, "\(joined.messages)")
        try folder.remove("site/content/practices/tretia.md")
        let retired = try Program.run(["retire", "practices/tretia.html", "--root", "site"], in: folder.path)
        #expect(
            retired.status == 0 && retired.messages.contains("прежний адрес practices/novaia.html"),
            "\(retired.messages)")
        let built = try build(folder)
        #expect(built.status == 0, "\(built.messages)")
    }

    /// Readers learn since when it is gone, which is no day of an edition before, and what it was.
    @Test func aWithdrawalSaysSinceTodayAndWhatStoodThere() throws {
        let folder = try site()
        #expect(try build(folder, "--record").status == 0)
        try folder.remove("site/content/practices/novaia.md")
        let day = ["SOURCE_DATE_EPOCH": "2214259200"]
        let retired = try Program.run(
            ["retire", "practices/novaia.html", "--root", "site"], in: folder.path, environment: day)
        #expect(
            retired.status == 0 && retired.messages.contains("снят с публикации с 2040-03-02: «Новая практика»"),
            "\(retired.messages)")
        #expect(
            try folder.text("site/addresses.tsv").contains(
                "practices/novaia.html\t2024-01-01\t2040-03-02\t\tНовая практика\n"))
        // Withdrawn again for a reason, after a build: the note is no title.
        #expect(try build(folder).status == 0)
        let again = try Program.run(
            ["retire", "practices/novaia.html", "--root", "site", "--date", "2040-03-03", "--reason", "Отменено."],
            in: folder.path, environment: ["SOURCE_DATE_EPOCH": "2214345600"])
        #expect(again.status == 0, "\(again.messages)")
        #expect(
            try folder.text("site/addresses.tsv").contains(
                "practices/novaia.html\t2024-01-01\t2040-03-03\tОтменено.\tНовая практика\n"))
        #expect(try build(folder).status == 0)
        let page = try folder.text("site/public/practices/novaia.html").replacing("\u{AD}", with: "")
        #expect(page.contains("<p>Новая практика</p>") && page.contains("Отменено."))
        // What is not withdrawn has nothing to be taken back; what the list does not have is another matter.
        let undo = ["retire", "practices/pervaia-praktika.html", "--undo", "--root", "site"]
        let none = try Program.run(undo, in: folder.path)
        #expect(
            none.status == 2 && none.messages.contains("practices/pervaia-praktika.html: не снят с публикации")
                && !none.messages.contains("похоже"), "\(none.messages)")
        let unknown = try Program.run(["retire", "practices/net.html", "--undo", "--root", "site"], in: folder.path)
        #expect(
            unknown.status == 2 && unknown.messages.contains("адреса «practices/net.html» нет"), "\(unknown.messages)")
        #expect(page.contains("<title>Снято с публикации: Новая практика (practices/novaia.html)"), "\(page)")
        // Where the list has forgotten the title, the page that says that it was withdrawn has it.
        #expect(
            try Program.run(["retire", "practices/novaia.html", "--undo", "--root", "site"], in: folder.path).status
                == 0)
        let titled = try Program.run(["retire", "practices/novaia.html", "--root", "site"], in: folder.path)
        #expect(
            titled.status == 0 && titled.messages.contains("«Новая практика»")
                && !titled.messages.contains("неизвестно"), "\(titled.messages)")
        #expect(try folder.text("site/addresses.tsv").contains("\tНовая практика\n"))
    }

    /// Readers cannot have lost what they have not had yet.
    @Test func nothingIsWithdrawnBeforeItWasPublished() throws {
        let folder = try site()
        #expect(try build(folder, "--record").status == 0)
        try folder.remove("site/content/practices/novaia.md")
        let ledger = try folder.text("site/addresses.tsv")
        func retire(_ day: String) throws -> Program.Run {
            try Program.run(
                ["retire", "practices/novaia.html", "--root", "site", "--date", day], in: folder.path)
        }
        let early = try retire("2023-12-31")
        #expect(
            early.status == 2
                && early.messages.contains(
                    "practices/novaia.html: с 2023-12-31 не снять: адрес опубликован изданием 2024-01-01"),
            "\(early.messages)")
        let late = try retire("2100-01-01")
        #expect(late.status == 2 && late.messages.contains("день 2100-01-01 ещё не наступил"), "\(late.messages)")
        #expect(try folder.text("site/addresses.tsv") == ledger)
        #expect(try retire("2024-01-01").status == 0)
        // Nor by saying nothing, where the edition that had it first is still to come.
        try folder.write(
            ledger.replacing("practices/novaia.html\t2024-01-01", with: "practices/novaia.html\t2040-01-01"),
            to: "site/addresses.tsv")
        let unsaid = try Program.run(["retire", "practices/novaia.html", "--root", "site"], in: folder.path)
        #expect(unsaid.status == 0 && unsaid.messages.contains("с 2040-01-01"), "\(unsaid.messages)")
    }

    /// A draft says its title where the built site is not there to say it.
    @Test func aDraftSaysWhatItIsCalled() throws {
        let folder = try site()
        #expect(try build(folder, "--record").status == 0)
        let text = try folder.text("site/content/practices/novaia.md")
        try folder.write(
            text.replacing("summary:", with: "draft: да\nsummary:"), to: "site/content/practices/novaia.md")
        try folder.remove("site/public")
        let run = try Program.run(["retire", "practices/novaia.html", "--root", "site"], in: folder.path)
        #expect(run.status == 0 && run.messages.contains(": «"), "\(run.messages)")
        #expect(!run.messages.contains("неизвестно"), "\(run.messages)")
    }

    /// Whoever withdraws a page that others name as the one instead learns so.
    @Test func whatIsNamedInsteadOfOthersSaysSoWhenItIsWithdrawn() throws {
        let folder = try site()
        try folder.write(
            "---\ntitle: Третья\nsummary: Новое\n---\n## Ход\n\nТекст\n", to: "site/content/practices/tretia.md")
        #expect(try build(folder, "--record").status == 0)
        func retire(_ name: String, _ options: String...) throws -> Program.Run {
            try? folder.remove("site/content/practices/\(name).md")
            return try Program.run(
                ["retire", "practices/\(name).html", "--root", "site", "--day", "2024-01-02"] + options, in: folder.path
            )
        }
        let first = try retire("novaia", "--instead", "practices/tretia.html")
        #expect(first.status == 0 && !first.messages.contains("как на замену"), "\(first.messages)")
        let second = try retire("tretia")
        #expect(
            second.status == 0
                && second.messages.contains(
                    "на «practices/tretia.html» указывают как на замену: practices/novaia.html; «Вместо неё» там больше не"
                ),
            "\(second.messages)")
        let built = try build(folder)
        #expect(built.status == 0 && built.messages.contains("successor-withdrawn"), "\(built.messages)")
        let third = try retire("tretia", "--instead", "practices/pervaia-praktika.html")
        #expect(third.messages.contains("читателям оттуда — на practices/pervaia-praktika.html"), "\(third.messages)")
        #expect(try build(folder).status == 0)
        #expect(
            try folder.text("site/public/practices/novaia.html").contains("<a href=\"pervaia-praktika.html\">"))
    }

    /// Whatever a site has, what was recorded of it is there when it is built again.
    @Test func aSiteThatHasNotChangedLosesNothing() throws {
        let folder = try TemporaryFolder()
        let site = URL(fileURLWithPath: folder.path).appendingPathComponent("site")
        try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
        for name in ["content", "themes"] {
            try FileManager.default.copyItem(
                at: SharedCases.repository.appendingPathComponent(name), to: site.appendingPathComponent(name))
        }
        let configuration = try String(
            contentsOf: SharedCases.repository.appendingPathComponent("album.yml"), encoding: .utf8)
        try folder.write(configuration + "\nurl: https://album.example.org/\n", to: "site/album.yml")
        let picture = SharedCases.repository.appendingPathComponent("Tests/Fixtures/pictures/steps.jpg")
        try FileManager.default.copyItem(
            at: picture, to: site.appendingPathComponent("content/practices/zal.jpg"))
        try folder.write("PDF", to: "site/content/practices/plan.pdf")
        try folder.write(
            "---\ntitle: Новая\nsummary: Новое\nattachments: [plan.pdf]\n---\n## Ход\n\n![Зал](zal.jpg)\n",
            to: "site/content/practices/novaia.md")
        let first = try build(folder, "--record")
        #expect(first.status == 0, "\(first.messages)")
        let again = try build(folder)
        #expect(again.status == 0 && !again.messages.contains("пропал"), "\(again.messages)")
        #expect(try !folder.text("site/addresses.tsv").contains(".jpg.js"))
    }

    @Test func aPublicationRecordsWhatItPublishes() throws {
        let folder = try site()
        #expect(try build(folder).status == 0)
        #expect(!folder.contains("site/addresses.tsv"))
        let published = try Program.run(["publish", "srv", "--root", "site"], in: folder.path)
        #expect(published.status == 0 && published.messages.contains("addresses.tsv"), "\(published.messages)")
        #expect(try folder.text("site/addresses.tsv").contains("practices/novaia.html"))
        // A site that was built elsewhere is none of these addresses.
        let before = try folder.text("site/addresses.tsv")
        try folder.write(
            "---\ntitle: Чужая\nsummary: Новое\n---\n## Ход\n\nТекст\n", to: "site/content/practices/chuzhaia.md")
        #expect(try build(folder, "--output", "other").status == 0)
        #expect(try Program.run(["publish", "srv2", "--root", "site", "--site", "other"], in: folder.path).status == 0)
        #expect(try folder.text("site/addresses.tsv") == before)
        try folder.remove("site/content/practices/chuzhaia.md")
        // A draft is gone for readers, and a site for others records nothing.
        try folder.write(
            "---\ntitle: Новая практика\nsummary: Новое\ndraft: true\n---\n## Ход\n\nТекст\n",
            to: "site/content/practices/novaia.md")
        #expect(try build(folder).status == 1)
        #expect(try build(folder, "--drafts", "--output", "elsewhere").status == 1)
        #expect(try build(folder, "--drafts", "--record").status == 2)
    }

    @Test func aDamagedListIsNeverWrittenOver() throws {
        let folder = try site()
        let text = "address\tsince\n<<<<<<< HEAD\npractices/novaia.html\t2024-01-01\n"
        try folder.write(text, to: "site/addresses.tsv")
        #expect(try build(folder, "--record").status == 1)
        #expect(try build(folder, "--lenient").status == 0)
        try folder.remove("site/content/practices/novaia.md")
        let retired = try Program.run(["retire", "practices/novaia.html", "--root", "site"], in: folder.path)
        #expect(retired.status == 2 && retired.messages.contains("addresses.tsv:2"), "\(retired.messages)")
        #expect(try folder.text("site/addresses.tsv") == text)
    }

    /// People follow the calendar of a municipality, and no page leads them on.
    @Test func theCalendarOfAWithdrawnEntrySaysThatItEnds() throws {
        let folder = try site()
        let day = "2024-01-09\tИздаётся\u{A0}отдельно."
        try folder.write(
            "address\tsince\twithdrawn\treason\ttitle\n"
                + ["coverage", "practices", "venev-mr", "venev-mr.practices"].map {
                    "directions/tula.\($0).html\t2023-01-01\t\(day)\n"
                }.joined() + "practices/staraia.html\t2023-01-01\t\(day)\n", to: "site/addresses.tsv")
        let run = try build(folder)
        #expect(run.status == 0, "\(run.messages)")
        let calendar = try folder.text("site/public/data/directions/tula.venev-mr.ics").replacing("\r\n ", with: "")
        #expect(calendar.contains("SUMMARY:Календарь больше не обновляется"), "\(calendar)")
        #expect(calendar.contains("DTSTART;VALUE=DATE:20240109"))
        #expect(calendar.contains("Издаётся\u{A0}отдельно."))
        let all = try folder.files(below: "site/public/data/").filter { $0.contains("tula") }
        #expect(all.allSatisfy { $0.hasSuffix("tula.venev-mr.ics") } && all.count == 1, "\(all)")
    }

    /// Of a region that goes its own way the calendars say so, and nobody waits for what its roadmaps plan.
    @Test func theCalendarsOfARegionThatLeftSaySo() throws {
        let folder = try site()
        let day = "\t2023-01-01\t2024-01-09\tИздаётся отдельно."
        try folder.write(
            "id: roadmap\nfolder: roadmaps\nname: {one: карта, few: карты, many: карт}\ntitle: Карты\norder: 9\ntables:\n"
                + "  events:\n    headings: [Мероприятия]\n    key: name\n    columns:\n"
                + "      name: {label: Дело, type: text}\n      term: {label: Сроки, type: period}\n    views: [calendar]\n",
            to: "site/content/kinds/roadmap.yml")
        try folder.write(
            "address\tsince\twithdrawn\treason\ttitle\n"
                + "directions/tula.venev-mr.html\(day)\nregions/tula.html\(day)\tТульская область\n"
                + "tula/practices/kvest.html\(day)\ntula/roadmaps/plan.html\(day)\tПлан\n", to: "site/addresses.tsv")
        let run = try build(folder)
        #expect(run.status == 0, "\(run.messages)")
        for file in ["regions/tula", "directions/tula.venev-mr", "tula/roadmaps/plan"] {
            let calendar = try folder.text("site/public/data/\(file).ics").replacing("\r\n ", with: "")
            #expect(
                calendar.contains("SUMMARY:Регион вышел из альбома: календарь больше не обновляется"), "\(calendar)")
            #expect(calendar.contains("Региона «Тульская область» в альбоме нет с 9"), "\(calendar)")
        }
        #expect(!folder.contains("site/public/data/tula/practices/kvest.ics"))
    }

    /// Where the only roadmap is withdrawn, whoever follows the calendar of a direction learns that it ends; the data of the roadmap
    /// are gone as its page is.
    @Test func whatFollowedAWithdrawnRoadmapIsToldThatItEnds() throws {
        let folder = try site()
        try folder.write(
            "id: roadmap\nfolder: roadmaps\nname: {one: карта, few: карты, many: карт}\ntitle: Карты\norder: 9\ntables:\n"
                + "  events:\n    headings: [Мероприятия]\n    key: name\n    columns:\n"
                + "      name: {label: Дело, type: text}\n      term: {label: Сроки, type: period}\n    views: [calendar]\n",
            to: "site/content/kinds/roadmap.yml")
        let axis = try #require(
            try folder.files(below: "site/content/vocabularies").first { $0.hasPrefix("directions.") })
        #expect(try folder.text("site/content/vocabularies/\(axis)").contains("axis"))
        try folder.write(
            "address\tsince\twithdrawn\treason\ttitle\n"
                + "roadmaps/plan.html\t2023-01-01\t2024-01-09\tПлан отменён.\tПлан\n", to: "site/addresses.tsv")
        let run = try build(folder)
        #expect(run.status == 0, "\(run.messages)")
        let calendars = try folder.files(below: "site/public/data/").filter { $0.hasSuffix(".ics") }
        #expect(calendars.contains { $0.hasSuffix("/calendar.ics") || $0 == "calendar.ics" }, "\(calendars)")
        #expect(calendars.contains { $0.contains("directions/") }, "\(calendars)")
        let whole = try folder.text("site/public/data/calendar.ics").replacing("\r\n ", with: "")
        #expect(
            whole.contains("SUMMARY:Календарь больше не обновляется") && whole.contains("План отменён."), "\(whole)")
        let rules = try folder.text("site/public/.server/nginx.conf")
        for format in ["csv", "json"] {
            #expect(
                rules.contains(
                    "location = \"/data/roadmaps/plan.\(format)\" { set $album_page \"/roadmaps/plan.html\"; "
                        + "error_page 410 @album_gone; return 410; }\n"), "\(rules)")
        }
        #expect(rules.contains("location @album_gone { try_files $album_page =410; }\n"), "\(rules)")
        #expect(!rules.contains("plan.ics\""), "\(rules)")
        #expect(
            try folder.text("site/public/.server/apache.conf").contains(
                "RewriteCond %{REQUEST_URI} \"=/data/roadmaps/plan.csv\"\nRewriteRule ^ - [E=album_page:"))
    }

    /// Hundreds of addresses of a region that goes its own way are withdrawn by its album's id.
    @Test func allAddressesOfAnAlbumAreWithdrawnAtOnce() throws {
        let folder = try site()
        try folder.write(
            "address\tsince\twithdrawn\treason\ttitle\nmunicipalities/tula.venev-mr.html\t2023-01-01\n"
                + "practices/kvest.html\t2023-01-01\nregions/tula.coverage.html\t2023-01-01\ntula/practices/kvest.html\t2023-01-01\n"
                + "tula/roadmaps/plan.html\t2023-01-01\t2023-02-01\n", to: "site/addresses.tsv")
        let none = try Program.run(["retire", "--root", "site"], in: folder.path)
        #expect(none.status == 2 && none.messages.contains("--of"), "\(none.messages)")
        let unknown = try Program.run(["retire", "--of", "perm", "--root", "site"], in: folder.path)
        #expect(unknown.status == 2 && unknown.messages.contains("«perm» нет"), "\(unknown.messages)")
        let run = try Program.run(
            ["retire", "--of", "tula", "--reason", "Издаётся отдельно.", "--day", "2024-01-09", "--root", "site"],
            in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(
            try folder.text("site/addresses.tsv") == """
                address\tsince\twithdrawn\treason\ttitle
                municipalities/tula.venev-mr.html\t2023-01-01\t2024-01-09\tИздаётся отдельно.
                practices/kvest.html\t2023-01-01
                regions/tula.coverage.html\t2023-01-01\t2024-01-09\tИздаётся отдельно.
                tula/practices/kvest.html\t2023-01-01\t2024-01-09\tИздаётся отдельно.
                tula/roadmaps/plan.html\t2023-01-01\t2023-02-01

                """)
        // It is taken back as it left.
        let back = try Program.run(["retire", "--of", "tula", "--undo", "--root", "site"], in: folder.path)
        #expect(
            back.status == 0 && back.messages.contains("tula/practices/kvest.html: больше не снят"), "\(back.messages)")
        #expect(try !folder.text("site/addresses.tsv").contains("2024-01-09"))
        let twice = try Program.run(["retire", "practices/kvest.html", "--undo", "--root", "site"], in: folder.path)
        #expect(twice.status == 2 && twice.messages.contains("не снят с публикации"), "\(twice.messages)")
    }
}
