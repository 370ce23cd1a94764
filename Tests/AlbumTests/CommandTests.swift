import Foundation
import TestSupport
import Testing

/// The commands from outside: statuses, outputs, files.
@Suite struct CommandTests {
    /// The small site.
    private func newSite() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        return folder
    }

    /// A new site, built.
    private func builtSite() throws -> TemporaryFolder {
        let folder = try newSite()
        let run = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        return folder
    }

    private static let practice = "site/content/practices/pervaia-praktika.md"

    // MARK: Usage

    @Test func theVersionIsANumber() throws {
        let run = try Program.run(["--version"], in: "/")
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(run.messages.isEmpty)
    }

    @Test(arguments: [
        [], ["build"], ["check"], ["search"], ["pack"], ["verify"], ["new"], ["list"], ["init"], ["clean"], ["explain"],
    ])
    func helpGoesToTheOutput(command: [String]) throws {
        let run = try Program.run(command + ["--help"], in: "/")
        #expect(run.status == 0)
        #expect(run.output.contains("КАК ВЫЗВАТЬ: album"))
        #expect(run.messages.isEmpty)
    }

    @Test(arguments: [
        ["bild"], ["build", "--nonsense"], ["build", "--jobs", "0"], ["build", "--edition", "завтра"],
        ["build", "--format", "xml"], ["search"], ["verify"], ["new", "practice"],
    ])
    func aFaultOfUsageEndsWithTwo(arguments: [String]) throws {
        let run = try Program.run(arguments, in: "/")
        #expect(run.status == 2, "\(run.messages)")
        #expect(run.output.isEmpty)
        #expect(!run.messages.isEmpty)
    }

    @Test func aFolderWithoutConfigurationEndsWithTwo() throws {
        let folder = try TemporaryFolder(["a.txt": ""])
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 2)
        #expect(run.messages.contains("[missing-configuration]"))
    }

    // MARK: Build and check

    @Test func aNewSiteBuildsWithoutRemarks() throws {
        let folder = try newSite()
        let run = try Program.run(["build", "--root", "site", "--strict"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.isEmpty)
        #expect(run.messages.split(separator: "\n").count == 1, "\(run.messages)")
        #expect(folder.contains("site/public/index.html"))
        #expect(folder.contains("site/public/practices/pervaia-praktika.html"))
    }

    @Test func nothingIsMadeOverAnExistingSite() throws {
        let folder = try newSite()
        try folder.write("title: Мой\n", to: "site/album.yml")
        #expect(try Program.run(["init", "site"], in: folder.path).status == 2)
        #expect(try folder.text("site/album.yml") == "title: Мой\n")
    }

    @Test func anErrorInTheContentEndsWithOneAndLeavesTheSite() throws {
        let folder = try builtSite()
        let before = try folder.texts(below: "site/public")
        try folder.write("---\ntitle: Квест\nsummary: Игра\n---\n[[propazha]]\n", to: "site/content/practices/kvest.md")
        let run = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(run.status == 1)
        #expect(run.messages.contains("content/practices/kvest.md:5:3: ошибка: материал «propazha» не найден"))
        #expect(try folder.texts(below: "site/public") == before)
        #expect(try Program.run(["check", "--root", "site"], in: folder.path).status == 1)
    }

    @Test func aLenientBuildPublishesInSpiteOfAnError() throws {
        let folder = try newSite()
        try folder.write("---\ntitle: Квест\nsummary: Игра\n---\n[[propazha]]\n", to: "site/content/practices/kvest.md")
        let run = try Program.run(["build", "--root", "site", "--lenient"], in: folder.path)
        #expect(run.status == 0)
        #expect(run.messages.contains("[unknown-reference]"))
        let page = try folder.text("site/public/practices/kvest.html").withoutBreaks
        #expect(page.contains("материал «propazha» не найден"))
    }

    @Test func aWarningEndsWithThreeUnderStrict() throws {
        let folder = try newSite()
        try folder.write(
            "---\ntitle: Квест\nsummary: Игра\nцвет: синий\n---\nТекст\n", to: "site/content/practices/kvest.md")
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        #expect(try Program.run(["build", "--root", "site", "--strict"], in: folder.path).status == 3)
        #expect(try Program.run(["check", "--root", "site", "--strict"], in: folder.path).status == 3)
    }

    @Test func aFaultOfTheMachineEndsWithFourAndNamesThePathAForeignFolderWithTwo() throws {
        let folder = try newSite()
        let run = try Program.run(["build", "--root", "site", "--output", "site/album.yml/public"], in: folder.path)
        #expect(run.status == 4)
        #expect(run.messages.contains("album.yml"))
        try folder.write("чужой файл", to: "site/public/diplom.txt")
        let refused = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(refused.status == 2)
        #expect(refused.messages.contains("есть файлы, которых программа не делала"))
        #expect(try folder.files(below: "site/public") == ["diplom.txt"])
    }

    @Test(arguments: ["json", "sarif", "github"])
    func formsForMachinesGoToTheOutput(format: String) throws {
        let folder = try newSite()
        try folder.write("---\ntitle: Квест\n---\n[[propazha]]\n", to: "site/content/practices/kvest.md")
        let run = try Program.run(["build", "--root", "site", "--format", format], in: folder.path)
        #expect(run.status == 1)
        #expect(run.output.contains("unknown-reference"))
        #expect(run.messages.isEmpty, "\(run.messages)")
        if format == "sarif" { _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
    }

    @Test func aSiteChangesOnePartialOfTheInstalledTheme() throws {
        let folder = try newSite()
        try folder.write("<li class=\"own\">{{title}}</li>\n", to: "site/themes/album/templates/partials/card.mustache")
        let run = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.text("site/public/practices/index.html").contains("<li class=\"own\">Первая практика</li>"))
        #expect(try folder.text("site/public/practices/index.html").contains("Content-Security-Policy"))
    }

    @Test func anotherEditionReachesOneFileAndThePagesThatNameIt() throws {
        let folder = try builtSite()
        let before = try folder.texts(below: "site/public")
        let run = try Program.run(["build", "--root", "site", "--edition", "2024-01-02"], in: folder.path)
        #expect(run.status == 0)
        let after = try folder.texts(below: "site/public")
        #expect(
            after.keys.filter { after[$0] != before[$0] }.sorted() == [
                "calendar.html", "edition.js", "edition.json", "manifest.json",
            ])
    }

    // MARK: New and list

    @Test func aNewMaterialIsWrittenOnceAndBuilds() throws {
        let folder = try newSite()
        let run = try Program.run(["new", "практика", "Квест-игра: «ВСОКО»", "--root", "site"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        let path = "site/" + run.output.dropLast()
        #expect(try folder.text(path).contains("title: \"Квест-игра: «ВСОКО»\""))
        let build = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(build.status == 0 && build.messages.contains("черновиков не опубликовано — 1"), "\(build.messages)")
        let again = try Program.run(["new", "practice", "Квест-игра: «ВСОКО»", "--root", "site"], in: folder.path)
        #expect(again.status == 2)
        let unknown = try Program.run(["new", "praktika", "Игра", "--root", "site"], in: folder.path)
        #expect(unknown.status == 2)
        #expect(unknown.messages.contains("practice"))
    }

    @Test func theListNamesMaterialsByKind() throws {
        let folder = try newSite()
        let run = try Program.run(["list", "--root", "site", "--kind", "practice"], in: folder.path)
        #expect(run.status == 0)
        #expect(run.output == "practices/pervaia-praktika\tpractice\tПервая практика\n")
        #expect(try Program.run(["list", "--root", "site", "--kind", "praktika"], in: folder.path).status == 2)
    }

    // MARK: Search

    @Test func theSearchAnswersPeopleAndMachines() throws {
        let folder = try builtSite()
        let text = try Program.run(["search", "первой практики", "--site", "site/public"], in: folder.path)
        #expect(text.status == 0)
        #expect(text.output.contains("Первая практика") && text.output.contains("practices/pervaia-praktika.html"))
        let json = try Program.run(["search", "практика", "--root", "site", "--format", "json"], in: folder.path)
        #expect(json.output.split(separator: "\n").count == 1)
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(answer["query"] as? String == "практика")
        let results = try #require(answer["results"] as? [[String: Any]])
        // The list has the name that was typed; the practice holds the word.
        #expect(
            results.prefix(2).map { $0["url"] as? String } == [
                "practices/index.html", "practices/pervaia-praktika.html",
            ])
        #expect(Set(results.first?.keys.map { $0 } ?? []) == ["title", "url", "kind", "score", "snippet"])
        let why = try Program.run(["search", "практика", "--root", "site", "--explain"], in: folder.path)
        #expect(why.output.contains("«практика»: практик, само слово") && why.output.contains("% слов запроса = "))
        let nothing = try Program.run(["search", "синхрофазотрон", "--root", "site"], in: folder.path)
        #expect(nothing.status == 0 && nothing.output.contains("Ничего не найдено"))
    }

    @Test func theSearchOfAnEnglishSiteSpeaksEnglish() throws {
        let folder = try newSite()
        let configuration = try folder.text("site/album.yml").replacing("language: ru", with: "language: en")
        try folder.write(configuration, to: "site/album.yml")
        let run = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        let page = try folder.text("site/public/search.html")
        let form = try #require(page.firstMatch(of: /<form class="big-search"[^>]*>/)).output
        #expect(form.contains("data-hint=\"Type a word") && form.firstMatch(of: /\p{Cyrillic}/) == nil)
        let manifest = try folder.text("site/public/search/manifest.js")
        let words = try #require(manifest.firstMatch(of: /"s":\{.*/)).output
        #expect(words.contains("{n} pages found") && words.firstMatch(of: /\p{Cyrillic}/) == nil)
    }

    @Test func aBatchOfQueriesGetsALineEach() throws {
        let folder = try builtSite()
        let run = try Program.run(
            ["search", "-", "--root", "site"], in: folder.path, input: "практика\n\nмуниципалитет\n")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }

    @Test(arguments: [["--kind", "practice"], ["--kind", "ПРАКТИКА"], ["--kind", "Практики"]])
    func aFilterIsAnIdANameOrAnAlias(filter: [String]) throws {
        let folder = try builtSite()
        let found = try Program.run(["search", "практика", "--site", "site/public"] + filter, in: folder.path)
        #expect(found.status == 0, "\(found.messages)")
        #expect(found.output.contains("practices/pervaia-praktika.html"))
    }

    @Test func aWordIsSearchedAsTypedWhereThatIsAskedFor() throws {
        let folder = try builtSite()
        let mended = try Program.run(["search", "праткика", "--root", "site"], in: folder.path)
        #expect(mended.output.contains("ищем похожее"))
        let typed = try Program.run(
            ["search", "праткика", "--root", "site", "--as-typed", "праткика"], in: folder.path)
        #expect(typed.output.contains("Ничего не найдено"))
    }

    @Test func aFilterOfNoValueEndsWithTwo() throws {
        let folder = try builtSite()
        let run = try Program.run(["search", "практика", "--root", "site", "--kind", "praktika"], in: folder.path)
        #expect(run.status == 2)
        #expect(run.messages.contains("значения «praktika» нет") && run.messages.contains("«Практики» (practice)"))
    }

    // MARK: Pack, verify, clean

    @Test func twoPacksOfOneSiteAreTheSameFile() throws {
        let folder = try builtSite()
        for name in ["a.zip", "b.zip"] {
            let run = try Program.run(["pack", "--root", "site", "--output", name], in: folder.path)
            #expect(run.status == 0, "\(run.messages)")
        }
        #expect(try folder.bytes("a.zip") == folder.bytes("b.zip"))
        #expect(try Program.run(["verify", "a.zip"], in: folder.path).status == 0)
        #expect(try Program.run(["verify", "site/public"], in: folder.path).status == 0)
    }

    @Test func aDamagedCopyEndsWithFiveAndNamesTheFile() throws {
        let folder = try builtSite()
        _ = try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path)
        try folder.write("другое", to: "site/public/index.html")
        try folder.write("лишнее", to: "site/public/practices/lishnii.html")
        try folder.remove("site/public/search.html")
        let run = try Program.run(["verify", "site/public"], in: folder.path)
        #expect(run.status == 5)
        #expect(
            run.output == """
                нет файла: search.html
                изменён: index.html
                лишний: practices/lishnii.html

                """)
        #expect(try Program.run(["pack", "--root", "site", "--output", "b.zip"], in: folder.path).status == 5)
        var bytes = try folder.bytes("a.zip")
        for index in bytes.count / 2..<bytes.count / 2 + 64 { bytes[index] ^= 0xFF }
        try folder.write(bytes, to: "damaged.zip")
        let damaged = try Program.run(["verify", "damaged.zip"], in: folder.path)
        #expect(damaged.status == 5, "\(damaged.messages)")
    }

    @Test func whatIsNoSiteIsNotPacked() throws {
        let folder = try TemporaryFolder(["a/b.txt": ""])
        #expect(try Program.run(["pack", "--site", "a", "--output", "a.zip"], in: folder.path).status == 2)
        #expect(!folder.contains("a.zip"))
        #expect(try Program.run(["verify", "nowhere"], in: folder.path).status == 4)
    }

    @Test func cleaningTakesWhatWasBuiltAndNothingElse() throws {
        let folder = try newSite()
        try folder.write("", to: "site/public/.gitkeep")
        for text in ["", "\nЕщё слово.\n"] {
            try folder.write(folder.text(Self.practice) + text, to: Self.practice)
            #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        }
        #expect(folder.contains("site/.public.album-spare/index.html"))
        try folder.write("заметка", to: "site/public/notes.txt")
        #expect(try Program.run(["clean", "--root", "site"], in: folder.path).status == 0)
        #expect(try folder.files(below: "site/public") == [".gitkeep", "notes.txt"])
        #expect(!folder.contains("site/.public.album-spare"))
        #expect(try Program.run(["clean", "--root", "site"], in: folder.path).status == 0)
        #expect(folder.contains(Self.practice))
    }
}
