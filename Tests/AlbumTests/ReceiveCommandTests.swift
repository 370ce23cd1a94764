import Foundation
import TestSupport
import Testing

/// `album receive` from outside: what it writes, what it prints, how it ends, and what is published of it.
@Suite struct ReceiveCommandTests {
    private static let sent = """
        ---
        kind: practice
        title: "Присланный квест"
        summary: "Команды ищут критерии."
        directions: [Знание]
        municipalities: [Примерный МР]
        date: "2024"
        draft: да
        ---

        ## Цель

        Научить искать ПРИМЕТНОЕ-СЛОВО.

        """

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        return folder
    }

    private func receive(_ names: [String], _ folder: TemporaryFolder, more: [String] = []) throws -> Program.Run {
        try Program.run(["receive"] + names + ["--root", "site"] + more, in: folder.path)
    }

    private static let path = "site/content/practices/prislannyi-kvest.md"

    @Test func aTextIsTakenAsADraftAndWhatComesNextIsSaid() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "квест.md")
        let run = try receive(["квест.md"], folder)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "content/practices/prislannyi-kvest.md\n")
        #expect(run.messages.contains("взято: поля — ") && run.messages.contains("разделы — Цель"))
        #expect(run.messages.contains("album serve") && run.messages.contains("«Править»"))
        #expect(try folder.text(Self.path).contains("\ndraft: да\n"))
        let check = try Program.run(["check", "--strict", "--root", "site"], in: folder.path)
        #expect(check.status == 0, "\(check.messages)")
    }

    @Test func aDryRunShowsItAndWritesNothing() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        let before = try folder.files(below: "site")
        let run = try receive(["a.md"], folder, more: ["--dry-run"])
        #expect(run.status == 0 && run.output.hasPrefix("---\ntitle: \"Присланный квест\""), "\(run.messages)")
        #expect(try folder.files(below: "site") == before)
    }

    @Test func whatIsThereIsNeverWrittenOverAndTheSameIsTakenOnce() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        _ = try receive(["a.md"], folder)
        let again = try receive(["a.md"], folder)
        #expect(again.status == 0 && again.output == "" && again.messages.contains("уже принято"), "\(again.messages)")
        let first = try folder.text(Self.path)
        try folder.write(Self.sent.replacing("критерии", with: "другое"), to: "b.md")
        let other = try receive(["b.md"], folder)
        #expect(other.output == "content/practices/prislannyi-kvest-2.md\n", "\(other.messages)")
        #expect(try folder.text(Self.path) == first)
        #expect(other.messages.contains("похоже на новую версию материала «Присланный квест»"), "\(other.messages)")
        #expect(other.messages.contains("/_edit/joining/practices/prislannyi-kvest-2:"), "\(other.messages)")
    }

    @Test func ofANewerVersionTheDraftIsToldAndNotWhatIsPublished() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        _ = try receive(["a.md"], folder)
        try folder.write(try folder.text(Self.path).replacing("draft: да\n", with: ""), to: Self.path)
        try folder.write(Self.sent.replacing("критерии", with: "другое"), to: "b.md")
        let run = try receive(["b.md"], folder)
        #expect(run.messages.contains("похоже на новую версию материала «Присланный квест»"), "\(run.messages)")
        // Of two things to do only the right one is told.
        #expect(!run.messages.contains("Поле «Название»: "), "\(run.messages)")
        let check = try Program.run(["check", "--root", "site"], in: folder.path)
        #expect(check.messages.contains("content/practices/prislannyi-kvest-2.md:"), "\(check.messages)")
        #expect(check.messages.contains("в черновиках — 1 предупреждение"), "\(check.messages)")
    }

    @Test func whatWasReceivedIsKnownAfterItsDraftWasEditedRenamedOrRemoved() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        _ = try receive(["a.md"], folder)
        let edited = try folder.text(Self.path).replacing("ПРИМЕТНОЕ-СЛОВО", with: "слово")
        try folder.write(edited, to: Self.path)
        let again = try receive(["a.md"], folder)
        #expect(again.status == 0 && again.output == "", "\(again.messages)")
        #expect(again.messages.contains("открыт как content/practices/prislannyi-kvest.md"), "\(again.messages)")
        #expect(again.messages.contains("/_edit/material/practices/prislannyi-kvest"), "\(again.messages)")
        #expect(try folder.text(Self.path) == edited)
        let moved = try Program.run(["mv", "prislannyi-kvest", "kvest-2024", "--root", "site"], in: folder.path)
        #expect(moved.status == 0, "\(moved.messages)")
        let known = try receive(["a.md"], folder)
        #expect(
            known.output == "" && known.messages.contains("теперь это content/practices/kvest-2024.md"),
            "\(known.messages)")
        try FileManager.default.removeItem(atPath: folder.path("site/content/practices/kvest-2024.md"))
        let gone = try receive(["a.md"], folder)
        #expect(gone.output == "" && gone.messages.contains("больше нет"), "\(gone.messages)")
        let wanted = try receive(["a.md"], folder, more: ["--again"])
        #expect(wanted.output == "content/practices/prislannyi-kvest.md\n", "\(wanted.messages)")
        #expect(try folder.text("site/.album-work/.gitignore") == "*\n")
    }

    @Test func theSameThingInAnArchiveIsTheSameThing() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        try folder.write(Self.sent, to: "письмо/совсем другое имя.md")
        _ = try receive(["a.md"], folder, more: ["--dry-run"])
        #expect(try receive(["a.md"], folder).output != "", "a dry run keeps nothing")
        #expect(try receive(["письмо"], folder).messages.contains("уже принято"))
    }

    @Test func remarksNameFieldsAndSectionsAndSpeakNoCode() throws {
        let folder = try site()
        try folder.write(
            Self.sent.replacing("Научить", with: "Петров Иван, 7Б класс. Научить").replacing(
                "[Знание]", with: "[Зание]"),
            to: "a.md")
        let told = try receive(["a.md"], folder).messages
        #expect(told.contains("Раздел «Цель»: ") && told.contains("Поле «"), "\(told)")
        #expect(told.contains("(возможно: Знание)"), "\(told)")
        #expect(
            told.contains("например, «ученица 7 класса»") && told.contains("http://127.0.0.1:8000/_edit/material/"))
        for code in ["child-with-class", "privacy-allow", ".md:", "[unknown"] {
            #expect(!told.contains(code), "\(told)")
        }
    }

    @Test func theFormIsWhereTheRunningProgramShowsTheSite() throws {
        let folder = try site()
        let served = try ServedSite(folder, "site")
        try folder.write(Self.sent, to: "a.md")
        let told = try receive(["a.md"], folder).messages
        #expect(told.contains("http://127.0.0.1:\(served.port)/_edit/material/"), "\(told)")
        _ = try served.stop()
        let later = try receive(["a.md"], folder).messages
        #expect(later.contains("http://127.0.0.1:8000/_edit/material/"), "\(later)")
    }

    @Test func twoOfOneNameInOneCallGetTwoFiles() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        try folder.write(Self.sent + "\nЕщё.\n", to: "b.md")
        let run = try receive(["a.md", "b.md"], folder)
        #expect(
            run.output == "content/practices/prislannyi-kvest.md\ncontent/practices/prislannyi-kvest-2.md\n",
            "\(run.messages)")
    }

    @Test func aLetterIsAFolderOfTextsWithTheirPictures() throws {
        let folder = try site()
        try folder.write(Self.sent + "\n![Вид](vid.png)\n", to: "письмо/a.md")
        try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], to: "письмо/vid.png")
        try folder.write("мусор", to: "письмо/smime.p7s")
        try folder.write("не архив", to: "письмо/b.zip")
        let run = try receive(["письмо"], folder)
        #expect(run.status == 1)
        #expect(run.output == "content/practices/vid.png\ncontent/practices/prislannyi-kvest.md\n", "\(run.messages)")
        #expect(run.messages.contains("письмо/b.zip: не взято: "))
        #expect(run.messages.contains("«письмо/smime.p7s» в папке не тронут"))
    }

    @Test func aFaultOfUsageSaysWhatIsMissing() throws {
        let folder = try site()
        let missing = try receive(["нет.md"], folder)
        #expect(missing.status == 2 && missing.messages.contains("файла «нет.md» нет"), "\(missing.messages)")
        try folder.write("x", to: "пусто/x.txt")
        let empty = try receive(["пусто"], folder)
        #expect(empty.status == 2 && empty.messages.contains("нет файлов .md и .zip"), "\(empty.messages)")
        try folder.write(Self.sent, to: "a.md")
        let kind = try receive(["a.md"], folder, more: ["--kind", "нечто"])
        #expect(kind.status == 2 && kind.messages.contains("вида «нечто» нет"), "\(kind.messages)")
    }

    @Test func nothingIsWrittenThroughALink() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        try FileManager.default.createDirectory(atPath: folder.path("outside"), withIntermediateDirectories: true)
        try FileManager.default.removeItem(atPath: folder.path("site/content/practices"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("site/content/practices"), withDestinationPath: folder.path("outside"))
        let run = try receive(["a.md"], folder)
        #expect(run.status != 0, "\(run.messages)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("outside")) == [])
    }

    @Test func whatCannotAllBeWrittenIsNotWrittenAtAll() throws {
        let folder = try site()
        try folder.write(Self.sent, to: "a.md")
        // A kind whose folder is a link: the second of two cannot be written.
        try folder.write(
            "id: note\nname: {one: заметка, few: заметки, many: заметок}\nfolder: notes\n",
            to: "site/content/kinds/note.yml")
        try FileManager.default.createDirectory(atPath: folder.path("outside"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("site/content/notes"), withDestinationPath: folder.path("outside"))
        try folder.write("---\nkind: note\ntitle: Заметка\n---\n\nx\n", to: "b.md")
        let before = try folder.files(below: "site")
        let run = try receive(["a.md", "b.md"], folder)
        #expect(run.status != 0, "\(run.messages)")
        #expect(try folder.files(below: "site") == before)
    }

    // MARK: What is published

    @Test func nothingOfADraftIsPublished() throws {
        let folder = try site()
        try folder.write(Self.sent + "\n![Вид](vid.png)\n", to: "письмо/a.md")
        try folder.write(
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("IHDR-SECRET".utf8), to: "письмо/vid.png")
        #expect(try receive(["письмо"], folder).output.contains("vid.png"))
        #expect(try pack(folder).isEmpty)
    }

    /// Told on the terminal, and nowhere in the site: neither in what is built with drafts nor in what is packed.
    @Test func howTheSenderCanBeReachedIsToldAndNeverPublished() throws {
        let folder = try site()
        try folder.write(
            Self.sent.replacing("draft: да", with: "sender-contact: \"КОНТАКТ-ПРИМЕТНЫЙ, masha@mail.ru\""), to: "a.md")
        let run = try receive(["a.md"], folder)
        #expect(run.status == 0 && run.messages.contains("связаться с автором: КОНТАКТ-ПРИМЕТНЫЙ, masha@mail.ru"))
        for path in try folder.files(below: "site") {
            let bytes = try folder.bytes("site/" + path)
            #expect(bytes.firstRange(of: Array("КОНТАКТ-ПРИМЕТНЫЙ".utf8)) == nil, "\(path)")
        }
        // Even where somebody says that it is ready.
        try folder.write(try folder.text(Self.path).replacing("draft: да", with: "draft: нет"), to: Self.path)
        #expect(try pack(folder, of: ["masha@mail.ru", "КОНТАКТ-ПРИМЕТНЫЙ"]).isEmpty)
    }

    @Test func whatIsPersonalIsToldAndNeverPublished() throws {
        let folder = try site()
        let built = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(built.status == 0, "\(built.messages)")
        try folder.write(
            Self.sent.replacing("Научить", with: "СНИЛС 112-233-445 95, Петров Иван, 7Б класс. Научить"), to: "a.md")
        let run = try receive(["a.md"], folder)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("112-233-445 95") && run.messages.contains("Петров Иван"))
        #expect(run.messages.contains("сведения о людях") && run.messages.contains("сохранить его как готовый нельзя"))
        let rebuilt = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(rebuilt.status == 0 && rebuilt.messages.contains("ошибка в черновике"), "\(rebuilt.messages)")
        #expect(try pack(folder).isEmpty)
        let asReady = try Program.run(["build", "--root", "site", "--drafts"], in: folder.path)
        #expect(asReady.status == 1 && !asReady.messages.contains("в черновике"), "\(asReady.messages)")
    }

    private static let secrets = ["ПРИМЕТНОЕ", "112-233-445", "Петров Иван", "Присланный квест", "IHDR-SECRET"]

    /// The files of the packed site that tell anything of what was sent in.
    private func pack(_ folder: TemporaryFolder, of secrets: [String] = secrets) throws -> [String] {
        _ = try Program.run(["build", "--root", "site"], in: folder.path)
        let packed = try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path)
        #expect(packed.status == 0, "\(packed.messages)")
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unzip.arguments = ["python3", "-m", "zipfile", "-e", folder.path("a.zip"), folder.path("unpacked")]
        try unzip.run()
        unzip.waitUntilExit()
        try #require(unzip.terminationStatus == 0)
        let words = secrets.map { Data($0.utf8) }
        let files = try folder.files(below: "unpacked")
        #expect(files.contains { $0.hasSuffix("index.html") })
        return try files.filter { name in
            let data = Data(try folder.bytes("unpacked/" + name))
            return words.contains { data.range(of: $0) != nil }
        }
    }
}
