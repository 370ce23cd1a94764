import Foundation
import TestSupport
import Testing

@Suite struct PreflightCommandTests {
    private func site(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        try folder.write(
            "---\ntitle: Новая практика\nsummary: Новое\n---\n## Ход\n\n\(text)\n",
            to: "site/content/practices/novaia.md")
        return folder
    }

    private func checks(_ folder: TemporaryFolder) throws -> (
        publish: Bool, found: [String: [[String: Any]]], unchecked: Set<String>
    ) {
        let act = try #require(
            try JSONSerialization.jsonObject(with: Data(try folder.bytes("akt.json"))) as? [String: Any])
        let checks = try #require(act["checks"] as? [[String: Any]])
        var (found, unchecked): ([String: [[String: Any]]], Set<String>) = ([:], [])
        for check in checks {
            let id = try #require(check["id"] as? String)
            found[id] = check["findings"] as? [[String: Any]]
            if check["unchecked"] != nil { unchecked.insert(id) }
        }
        return (try #require(act["publish"] as? Bool), found, unchecked)
    }

    private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Run {
        try Program.run(["preflight", "--root", "site"] + arguments, in: folder.path)
    }

    /// One message tells an editor of one cause; who signs answers for each place.
    @Test func aDeadLinkCountsAtEachPlace() throws {
        let folder = try site("См. [игру](net.md).\n\nИ ещё: [игра](net.md).")
        try folder.write(
            "---\ntitle: Третья практика\nsummary: Новое\n---\n## Ход\n\n[Игра](net.md)\n",
            to: "site/content/practices/tretia.md")
        #expect(try run(folder, "--output", "akt.json").status == 1)
        let links = try #require(try checks(folder).found["links"])
        #expect(
            links.compactMap { ($0["place"] as? String)?.replacing(/:\d+$/, with: "") } == [
                "content/practices/novaia.md:7", "content/practices/novaia.md:9", "content/practices/tretia.md:7",
            ], "\(links)")
        #expect(try run(folder).output.contains("Ссылки внутри альбома: найдено — 3, мешает публикации — 3"))
    }

    @Test func eachAddressThatIsLostCounts() throws {
        let folder = try site("Текст.")
        let names = ["a", "b", "c", "d", "e"]
        for name in names {
            try folder.write(
                "---\ntitle: Игра \(name)\nsummary: Новое\n---\n## Ход\n\nТекст\n",
                to: "site/content/practices/\(name).md")
        }
        let built = try Program.run(["build", "--record", "--root", "site"], in: folder.path)
        #expect(built.status == 0, "\(built.messages)")
        for name in names { try folder.remove("site/content/practices/\(name).md") }
        #expect(try run(folder, "--output", "akt.json").status == 1)
        let lost = try #require(try checks(folder).found["addresses"])
        #expect(lost.count == 5 && lost.allSatisfy { $0["grave"] as? Bool == true }, "\(lost)")
        #expect((lost.last?["text"] as? String)?.contains("«practices/e.html»") == true, "\(lost)")
    }

    /// Who signs sees what has gone, since when, why, and where readers are led to.
    @Test func theActNamesWhatWasWithdrawn() throws {
        let folder = try site("Текст.")
        try folder.write(
            "address\tsince\twithdrawn\treason\ttitle\tinstead\n"
                + "practices/igra.html\t2023-01-01\t2024-01-09\tПоложение отменено.\tИгра <1>\tpractices/novaia.html\n"
                + "practices/slet.html\t2023-01-01\t2024-02-10\n", to: "site/addresses.tsv")
        let printed = try run(folder)
        #expect(
            printed.output.replacing("\u{A0}", with: " ").contains(
                "practices/igra.html: «Игра <1>»; с 9 января 2024"), "\(printed.output)")
        #expect(
            printed.output.contains("; Положение отменено.; вместо неё — Новая практика (practices/novaia.html)"),
            "\(printed.output)")
        #expect(try run(folder, "--output", "akt.json").status == 0)
        let act = try #require(
            try JSONSerialization.jsonObject(with: Data(try folder.bytes("akt.json"))) as? [String: Any])
        let withdrawn = try #require(act["withdrawn"] as? [[String: String]])
        #expect(
            withdrawn == [
                [
                    "address": "practices/igra.html", "title": "Игра <1>", "day": "2024-01-09",
                    "reason": "Положение отменено.", "successor": "practices/novaia.html",
                    "successorTitle": "Новая практика",
                ], ["address": "practices/slet.html", "day": "2024-02-10"],
            ])
        #expect(try run(folder, "--output", "akt.html").status == 0)
        let page = try folder.text("akt.html")
        #expect(page.contains("<td>practices/igra.html</td><td>Игра &lt;1&gt;</td>"), "\(page)")
        #expect(page.contains("<td>Положение отменено.</td><td>Новая практика (practices/novaia.html)</td>"), "\(page)")
    }

    /// Texts link to a document without resting on it; who signs learns which there are, and where nothing was looked for.
    @Test func textsThatLinkToWhatIsNoLongerInForceAreNamed() throws {
        let folder = try site("Живём по [[prikaz]] и [ещё раз](../documents/prikaz.md).")
        try folder.write(
            """
            id: document
            folder: documents
            name: {one: документ, few: документа, many: документов}
            title: Документы
            order: 2
            fields:
              number: {label: Номер, type: text}
              date: {label: Дата, type: date}
              repeals: {label: Отменяет, type: references, to: document, inverse: Отменён}
              repealed-by: {label: Отменён, type: references, to: document, inverse: Отменяет}
              status: {label: Состояние, type: choice, choices: {in-force: действует, repealed: утратил силу}}
            citation: {number: number, date: date}
            lifecycle: {status: status, repealed: repealed, repeals: repeals, repealed-by: repealed-by}

            """, to: "site/content/kinds/document.yml")
        func document(_ lines: String, _ text: String = "Текст.") -> String {
            "---\ntitle: О квестах\nsummary: О квестах\nnumber: 1-п\ndate: 2022-03-12\n\(lines)---\n\n\(text)\n"
        }
        try folder.write(document(""), to: "site/content/documents/prikaz.md")
        #expect(try run(folder).output.contains("уже не действуют: замечаний нет (таких документов на сайте нет)"))
        try folder.write(document("status: утратил силу\n"), to: "site/content/documents/prikaz.md")
        let printed = try run(folder).output
        #expect(printed.contains("таких документов на сайте — 1: «О квестах»"), "\(printed)")
        #expect(try run(folder, "--output", "akt.json").status == 0)
        let found = try #require(try checks(folder).found["force"])
        #expect(found.compactMap { $0["place"] as? String } == ["content/practices/novaia.md"], "\(found)")
        #expect((found.first?["text"] as? String)?.contains("текст ссылается на «О квестах»") == true, "\(found)")
        // What repeals it names it, as it must.
        try folder.write(
            document("repeals: [prikaz]\n", "Отменяет [[prikaz]].").replacing("title: О", with: "title: Об отмене"),
            to: "site/content/documents/otmena.md")
        #expect(try run(folder, "--output", "akt.json").status == 0)
        #expect(try checks(folder).found["force"]?.count == 1)
    }

    /// As many as the message of a build names, of one line too.
    @Test func eachPlaceOfALineCounts() throws {
        let folder = try site("См. [игру](net.md) и [игру](net.md).")
        #expect(try run(folder, "--output", "akt.json").status == 1)
        let links = try #require(try checks(folder).found["links"])
        #expect(
            Set(links.compactMap { $0["place"] as? String }).count == 2
                && links.allSatisfy { ($0["place"] as? String)?.hasPrefix("content/practices/novaia.md:7:") == true },
            "\(links)")
    }

    /// The contact for safety ends by the clock, however old the edition is.
    @Test func aContactThatEndsTodayIsToldWhereSomebodyActs() throws {
        let folder = try site("Текст.")
        let configuration = try folder.text("site/album.yml")
        try folder.write(
            "\(configuration)\nurl: https://album.example.org/\n"
                + "security: {contact: safety@school.example, expires: 2040-03-01}\n", to: "site/album.yml")
        func act(_ seconds: String) throws -> [[String: Any]]? {
            let run = try Program.run(
                ["preflight", "--root", "site", "--output", "akt.json"], in: folder.path,
                environment: ["SOURCE_DATE_EPOCH": seconds])
            #expect(run.status == 0, "\(run.messages)")
            return try checks(folder).found["security"]
        }
        #expect(try act("1700000000")?.isEmpty == true)
        // Who signs sees that it was looked at, and until when it holds.
        let sound = try run(folder).output.replacing("\u{A0}", with: " ")
        #expect(
            sound.contains("Контакт по безопасности: замечаний нет (срок — 1 марта 2040 г., сверен с днём"), "\(sound)")
        // 2 March 2040.
        let told = try act("2214259200")
        let text = (told?.first?["text"] as? String)?.replacing("\u{A0}", with: " ") ?? ""
        #expect(text.contains("к 2 марта 2040 г. он уже прошёл"), "\(told ?? [])")
        let broken = try Program.run(
            ["preflight", "--root", "site"], in: folder.path, environment: ["SOURCE_DATE_EPOCH": "вчера"])
        #expect(broken.status == 2 && broken.messages.contains("SOURCE_DATE_EPOCH"), "\(broken.messages)")
        // A build hangs on the day of its edition alone.
        let late = ["SOURCE_DATE_EPOCH": "2214259200"]
        let built = try Program.run(["build", "--root", "site"], in: folder.path, environment: late)
        #expect(built.status == 0 && !built.messages.contains("контакта по безопасности"), "\(built.messages)")
        let published = try Program.run(["publish", "srv", "--root", "site"], in: folder.path, environment: late)
        #expect(
            published.status == 0 && published.messages.contains("к 2040-03-02 он уже прошёл"), "\(published.messages)")
    }

    @Test func whatIsFoundStandsUnderWhatOneAnswersFor() throws {
        let folder = try site("Звоните 8 912 345-67-89. См. [квест](../practices/net.md).\n\n![](kvest.png)")
        let run = try run(folder, "--output", "akt.json")
        #expect(run.status == 1, "\(run.messages)")
        let act = try checks(folder)
        #expect(!act.publish)
        #expect(act.found["privacy"]?.count == 1 && act.found["links"]?.isEmpty == false, "\(act.found)")
        #expect(act.found["links"]?.first?["grave"] as? Bool == true)
        #expect(act.found["privacy"]?.first?["place"] as? String == "content/practices/novaia.md:7:9")
        let html = try self.run(folder, "--output", "akt.html")
        #expect(html.status == 1)
        let page = try folder.text("akt.html")
        #expect(page.contains("Публиковать нельзя: есть ошибки.") && page.contains("content/practices/novaia.md:7"))
    }

    @Test func whatWasNotCheckedIsSaid() throws {
        let folder = try site("Текст.")
        #expect(try run(folder, "--output", "akt.json").status == 0)
        let act = try checks(folder)
        #expect(act.publish)
        #expect(act.unchecked == ["addresses", "pdf", "web", "licences", "accessibility"])
        let text = try run(folder)
        #expect(text.output.contains("Адреса в интернете: не проверялись"), "\(text.output)")
        #expect(try run(folder, "--output", "akt.docx").status == 2)
    }

    /// Whoever signs reads by what, against what, when, on how many pages, and what nobody has looked at.
    @Test func theActSaysHowAccessibilityWasChecked() throws {
        let folder = try site("Текст.")
        try folder.write(
            #"{"date": "2040-03-01", "standard": "WCAG 2.1 AA", "program": "axe-core 4.10 в Chromium", "checks": 22, "failed": 0, "pages": 31}"#,
            to: "site/accessibility.json")
        let text = try run(folder).output
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("Доступность страниц: ") })
            .replacing("\u{A0}", with: " ")
        for said in [
            "замечаний нет (программой axe-core 4.10 в Chromium", "WCAG 2.1 AA, 1 марта 2040 г., проверок — 22",
            "по одной каждого вида, всего 31", "программа не видит", "приложенные файлы не проверялись",
        ] { #expect(line.contains(said), "\(said): \(line)") }
        try folder.write(
            #"{"date": "2020-03-01", "standard": "WCAG 2.1 AA", "program": "axe-core", "checks": 22, "failed": 0}"#,
            to: "site/accessibility.json")
        let early = try run(folder).output
        #expect(early.contains("раньше этого издания") && early.contains("проверок — 22; страницы"), "\(early)")
    }

    @Test func theTermsOfEachFileAreListed() throws {
        let folder = try site("[План](plan.csv), [смета](smeta.csv)")
        for name in ["plan", "smeta"] { try folder.write("а;б\n", to: "site/content/practices/\(name).csv") }
        let kind = "site/content/kinds/practice.yml"
        let text = try folder.text(kind)
        try folder.write(
            text.contains("\nfields:\n")
                ? text.replacing("\nfields:\n", with: "\nfields:\n  license: {label: Права, type: text}\n")
                : text + "\nfields:\n  license: {label: Права, type: text}\n", to: kind)
        #expect(try run(folder, "--output", "akt.json").status == 0)
        let act = try checks(folder)
        #expect(act.found["licences"]?.first?["place"] as? String == "content/practices/novaia.md", "\(act.found)")
        #expect((act.found["licences"]?.first?["text"] as? String)?.hasSuffix("plan.csv, smeta.csv") == true)
        try folder.write(
            "---\ntitle: Новая практика\nsummary: Новое\nlicense: с разрешения школы\n---\n## Ход\n\n[План](plan.csv)\n",
            to: "site/content/practices/novaia.md")
        #expect(try run(folder, "--output", "akt.json").status == 0)
        #expect(try checks(folder).found["licences"]?.isEmpty == true)
        #expect(try folder.text("akt.json").contains("\"license\":\"с разрешения школы\""))
        #expect(try run(folder, "--output", "akt.html").status == 0)
        #expect(try folder.text("akt.html").contains("<td>с разрешения школы</td>"))
    }

    /// A file that was printed from nothing has no text; one that is none is no PDF.
    @Test func aScanIsTold() throws {
        let folder = try site("Текст.")
        let empty =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n"
        try folder.write(empty, to: "site/content/practices/skan.pdf")
        try folder.write(
            "---\ntitle: Новая практика\nsummary: Новое\n---\n## Ход\n\n[Скан](skan.pdf)\n",
            to: "site/content/practices/novaia.md")
        let run = try run(folder, "--output", "akt.json")
        #expect(run.status == 0, "\(run.messages)")
        let act = try checks(folder)
        #expect((act.found["pdf"]?.first?["text"] as? String)?.hasPrefix("скан без текста") == true, "\(act.found)")
    }
}
