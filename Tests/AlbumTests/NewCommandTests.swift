import Foundation
import TestSupport
import Testing

/// The command `album new` as a person calls it.
@Suite struct NewCommandTests {
    /// The project's own kinds and vocabularies without its materials.
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SharedCases.layOwn(
            ["album.yml", "content/kinds", "content/vocabularies"], into: URL(fileURLWithPath: folder.path))
        return folder
    }

    /// What is told of the one new material of a site; its `album.yml` names pages that are not there.
    private func told(in site: TemporaryFolder, of run: Program.Run) throws -> [String] {
        try ToldProblem.all(in: site).filter { $0.path == run.output.dropLast() }.map(\.code)
    }

    private static let kinds = [
        "practice", "roadmap", "document", "event", "album", "group", "model-decision", "indicators", "assessment",
        "page",
    ]

    @Test(arguments: [
        ("Практики", "practices"), ("дорожную карту", "roadmaps"), ("приказ", "documents"), ("ПИСЬМО", "documents"),
        ("семинар", "events"), ("ММПГ", "groups"),
    ])
    func aKindIsCalledByAnyOfItsNames(kind: String, folder: String) throws {
        let site = try site()
        let run = try Program.run(["new", kind, "Совсем новое"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "content/\(folder)/sovsem-novoe.md\n")
    }

    /// «Показатели»: a region has plan and fact; the numbers of documents are for the few.
    @Test func indicatorsBeginWithTheTableOfValues() throws {
        let site = try site()
        let run = try Program.run(["new", "показатели", "Охват наставничеством"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        let text = try site.text("content/indicators/okhvat-nastavnichestvom.md")
        #expect(
            text.contains(
                "## Значения показателей\n\n| Показатель | Единица | Значение | План | Факт | Что лучше | Год |"))
        #expect(!text.contains("Р-139"))
        #expect(run.messages.contains("«Показатели»") && run.messages.contains("--table"))
        let other = try Program.run(
            ["new", "показатели", "Номера показателей", "--table", "показатели"], in: site.path)
        #expect(other.status == 0, "\(other.messages)")
        let numbers = try site.text("content/indicators/nomera-pokazatelei.md")
        #expect(numbers.contains("## Показатели\n\n| № Р-139 |") && !numbers.contains("Значения показателей"))
        let none = try Program.run(["new", "показатели", "Ещё", "--table", "Сказки"], in: site.path)
        #expect(
            none.status == 2 && none.messages.contains("таблицы «Сказки» у вида «перечень показателей» нет; есть: "))
    }

    @Test func anUnknownKindIsRefusedWithAllThatThereAre() throws {
        let site = try site()
        let run = try Program.run(["new", "сказка", "Колобок"], in: site.path)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.messages.contains("вида «сказка» нет; есть: ") && run.messages.contains("practice (практика)"))
    }

    /// Beside a site's own folder, as Git does.
    @Test func theSiteIsFoundFromAnyFolderInIt() throws {
        let site = try site()
        try site.write("", to: "content/practices/.keep")
        let run = try Program.run(["new", "практика", "Квест"], in: site.path + "/content/practices")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "../../content/practices/kvest.md\n")
        #expect(site.contains("content/practices/kvest.md"))
        let check = try Program.run(["check", "--format", "json"], in: site.path + "/content/practices")
        #expect(check.status == 0, "\(check.output)\(check.messages)")
        let list = try Program.run(["list", "--kind", "Практики"], in: site.path + "/content")
        #expect(list.output == "practices/kvest\tpractice\tКвест\tчерновик\n")
        for command in ["build", "clean"] {
            let run = try Program.run([command], in: site.path + "/content/practices")
            #expect(run.status == 0, "\(run.messages)")
            #expect(site.contains("public/index.html") == (command == "build"))
        }
    }

    @Test func aDocumentBeginsWithWhatItIsFoundBy() throws {
        let site = try site()
        _ = try Program.run(["new", "приказ", "О чтении"], in: site.path)
        let text = try site.text("content/documents/o-chtenii.md")
        let keys = text.split(separator: "\n").compactMap { $0.firstMatch(of: /^[a-z-]+(?=:)/).map { String($0.0) } }
        #expect(
            keys == [
                "title", "summary", "official-title", "document-type", "issuer", "number", "date", "directions",
                "municipalities", "attachments", "source", "draft",
            ])
        #expect(text.contains("document-type: приказ\n"))
        #expect(text.contains("# Источник — запись из content/vocabularies/sources.yml"))
        #expect(text.contains("- {id: "))
    }

    @Test func theTitleOfADocumentFillsItsNumberAndDay() throws {
        let site = try site()
        let run = try Program.run(
            ["new", "приказ", "Приказ от 12.03.2025 № 45 «О чтении»", "--slug", "order-45"], in: site.path)
        let text = try site.text("content/documents/order-45.md")
        #expect(run.status == 0, "\(run.messages)")
        for line in ["number: \"45\"\n", "date: 2025-03-12\n", "official-title: \"О чтении\"\n"] {
            #expect(text.contains(line), "\(text)")
        }
        #expect(try told(in: site, of: run) == [])
        // Another kind has no such fields.
        _ = try Program.run(["new", "практика", "Приказ от 12.03.2025 № 45", "--slug", "kvest-45"], in: site.path)
        #expect(!(try site.text("content/practices/kvest-45.md")).contains("2025-03-12"))
    }

    @Test(arguments: kinds)
    func aNewMaterialHasOneTableAtMost(kind: String) throws {
        let site = try site()
        let run = try Program.run(["new", kind, "Совсем новое"], in: site.path)
        let text = try site.text(String(run.output.dropLast()))
        #expect(text.matches(of: /\|---/).isEmpty || text.matches(of: /(\n\|(---\|)+\n)/).count == 1, "\(text)")
        #expect(try told(in: site, of: run) == [])
    }

    @Test func emptyReferencesOfADraftAreNothingToTell() throws {
        let site = try site()
        try site.write(
            """
            id: visit
            folder: visits
            name: визит
            new: [directions, municipalities, host, source, attachments]
            fields:
              host: {label: Кто принимает, type: reference, to: organisations, required: true}
              plan: {label: План, type: references, to: roadmap, required: true}
              orders: {label: Приказы, type: references, to: any, required: true}
              levels: {label: Уровни, type: references, to: levels, required: true}
              state: {label: Состояние, type: choice, choices: {a: да, b: нет}, required: true}
              share: {label: Доля, type: share, required: true}
              day: {label: День, type: date, required: true}
              done: {label: Было, type: flag, required: true}

            """, to: "content/kinds/visit.yml")
        let run = try Program.run(["new", "визит", "В гимназию"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try told(in: site, of: run) == [])
    }

    // MARK: Asked at a terminal

    @Test func whatIsNotSaidIsAskedFor() throws {
        let site = try site()
        let run = try Terminal.run(["new"], in: site.path, typing: "сказка\n99\n\nпрактику\nКвест-игра\n")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("1. методический альбом") && run.messages.contains("Номер или вид: "))
        #expect(run.messages.contains("Название: "))
        #expect(run.output == "content/practices/kvest-igra.md\n")
        let second = try Terminal.run(["new", "приказ"], in: site.path, typing: "О чтении\n")
        #expect(second.output == "content/documents/o-chtenii.md\n")
    }

    @Test func withoutATerminalNothingIsAskedFor() throws {
        let site = try site()
        for arguments in [["new"], ["new", "практика"]] {
            let run = try Program.run(arguments, in: site.path, input: "практика\nКвест\n")
            #expect(run.status == 2 && run.messages.contains("не сказано"), "\(run.messages)")
        }
    }

    // MARK: Faults of usage

    @Test(arguments: [
        ["bild"], ["build", "--jsob", "2"], ["build", "--jobs"], ["build", "--jobs", "два"], ["build", "-q"],
        ["build", "--format", "xml"], ["build", "--strict=1"], ["build", "x"], ["build", "x", "y"], ["search"],
        ["pack"], ["verify"], ["init"], ["new"], ["help", "bild"], ["--generate-completion-script", "foo"],
        ["build", "--color", "red"],
    ])
    func aFaultOfUsageIsToldInRussian(arguments: [String]) throws {
        let site = try site()
        let run = try Program.run(arguments, in: site.path)
        let text = run.output + run.messages
        for english in ["Error", "Usage", "See ", "nexpected", "Missing", "invalid", "Unknown", "Please", "Help"] {
            #expect(!text.contains(english), "\(text)")
        }
        #expect(text.contains(/\p{Cyrillic}/))
    }

    @Test func aCommandIsFoundBySimilarity() throws {
        let run = try Program.run(["buld"], in: "/")
        #expect(run.messages.hasPrefix("Ошибка: команды «buld» нет; возможно: build\n"), "\(run.messages)")
    }

    @Test(arguments: [["--help"], ["build", "--help"], ["help", "search"], ["help"]])
    func helpIsInRussian(arguments: [String]) throws {
        let run = try Program.run(arguments, in: "/")
        #expect(run.status == 0)
        for english in ["USAGE", "OPTIONS", "OVERVIEW", "ARGUMENTS", "SUBCOMMANDS", "Show ", "default:", "See "] {
            #expect(!run.output.contains(english), "\(run.output)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreThoseOfTheShell(shell: String) throws {
        let run = try Program.run(["--generate-completion-script", shell], in: "/")
        #expect(run.status == 0)
        #expect(run.output.contains("complet") || run.output.contains("#compdef"))
    }
}

/// The program at a terminal.
private enum Terminal {
    /// Runs it with a terminal for its questions.
    static func run(_ arguments: [String], in folder: String, typing answers: String) throws -> Program.Run {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (number, lock): (CInt, CInt) = (0, 0)
        // TIOCSPTLCK and TIOCGPTN, which Swift sees as macros and does not take over.
        try #require(ioctl(terminal, 0x4004_5431, &lock) == 0 && ioctl(terminal, 0x8004_5430, &number) == 0)
        defer { close(terminal) }
        let side = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(side >= 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Program.path))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("album-tty-\(UUID().uuidString)")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        process.standardInput = FileHandle(fileDescriptor: side)
        process.standardError = FileHandle(fileDescriptor: side)
        process.standardOutput = try FileHandle(forWritingTo: output)
        _ = answers.withCString { write(terminal, $0, strlen($0)) }
        try process.run()
        process.waitUntilExit()
        _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = read(terminal, &bytes, bytes.count)
        close(side)
        return Program.Run(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            messages: String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))
    }
}
