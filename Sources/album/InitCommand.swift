import ArgumentParser
import Catalog
import Diagnostics
import Files
import SiteBuilder
import Starting

/// The command `album init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Начинает новый альбом: регион, направления, муниципалитеты, все виды.",
        discussion: """
            Чего не сказано ключами, о том программа спросит. Список муниципалитетов можно
            вставить из Excel: названия, типы, коды, координаты или соседи — что есть.
            Короткие названия и адреса она составит сама и покажет перед записью.

            Файлы со списками — книга Excel (XLSX), CSV или текст; из книги берётся первый
            видимый лист. Файл соседей — по строке на муниципалитет:
            «Пермский МО: Кунгурский МО, …».

            Ключ --roots начинает общий сайт альбомов, которые уже есть и лежат в его папке:
            регионы и направления берутся из них, муниципалитеты остаются в них.

            Примеры:
              album init ../novyi-albom
              album init perm --region "Пермский край" --directions nine \\
                --municipalities spisok.xlsx --yes
              album init . --roots regions/perm,regions/tula --region "Альбом страны"
            """)

    @Argument(
        help: ArgumentHelp(
            "Папка нового альбома: новая, пустая или та, где лежат только списки, документы и снимки; они останутся.",
            valueName: "папка"))
    var folder: String

    @Option(
        name: .long,
        help: ArgumentHelp("Начать общий сайт этих альбомов: их папки через запятую.", valueName: "папки"))
    var roots: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Название региона: «Пермский край»; с --roots — общего сайта.", valueName: "название"))
    var region: String?

    @Option(
        name: .long, help: ArgumentHelp("Оно же в родительном падеже, если правило его не знает.", valueName: "текст"))
    var genitive: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Файл с направлениями, по одному в строке, или nine — девять: направления и условия проекта «Школа "
                + "Минпросвещения России» и муниципальная группа.", valueName: "файл|nine"))
    var directions: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Файл со списком муниципалитетов; «-» — читать со входа.", valueName: "файл|-"))
    var municipalities: String?

    @Option(name: .long, help: ArgumentHelp("Файл, где сказано, кто с кем граничит.", valueName: "файл"))
    var neighbours: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Свои цвета направлений по порядку: #225899,#0f6a31; по умолчанию — темы.", valueName: "цвета"))
    var colours: String?

    @Option(name: .long, help: ArgumentHelp("Где спросить об альбоме: учреждение, без фамилий.", valueName: "текст"))
    var contact: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Ведомство образования региона, для списка организаций; «-» — не записывать.", valueName: "название"))
    var department: String?

    @Flag(name: .long, help: "Не показывать предложенные названия на согласование.")
    var yes = false

    func validate() throws {
        guard roots != nil else { return }
        let further = [
            ("--genitive", genitive), ("--directions", directions), ("--municipalities", municipalities),
            ("--neighbours", neighbours), ("--colours", colours), ("--department", department),
        ]
        if let (key, _) = further.first(where: { $0.1 != nil }) {
            throw ValidationError("\(key) не сочетается с --roots: это общий сайт берёт из альбомов")
        }
    }

    func run() throws {
        let starter = try readStarter()
        try requireFree(starter)
        let files: [(path: SitePath, bytes: [UInt8])]
        if let roots {
            let paths = roots.split(separator: ",").map { Asking.trimmed(String($0)) }.filter { !$0.isEmpty }
            let joining = try JoiningInit(folder: folder, paths: paths)
            files = try joining.files(starter, title: try siteTitle(), contact: try contactLine())
        } else {
            files = starter.files(try answers()).map { (path: $0.path, bytes: $0.bytes) }
        }
        try NewTree.write(files, to: folder, last: StartingAnswers.last)
        for file in files { Terminal.data("\(folder)/\(file.path)\n") }
        let isHere = [".", "./"].contains(folder)
        let way = isHere ? "album serve" : "cd \(folder), album serve"
        Terminal.message("Альбом начат\(isHere ? "" : ": \(folder)"). Дальше: \(way) — и откройте README.md.")
    }

    /// Asked before anything else, so that nobody answers in vain.
    private func requireFree(_ starter: Starter) throws {
        let obstacle: NewTree.Obstacle?
        do throws(FileError) {
            obstacle = try NewTree.obstacle(
                in: folder, to: starter.topNames, beside: roots == nil ? .papers : .anything)
        } catch {
            guard error.cause == .notAFolder else { throw error }
            throw ValidationError("«\(folder)» — не папка")
        }
        guard let obstacle else { return }
        if try DiskFileSystem(root: folder).entry(SitePath(Configuration.path)) != nil {
            throw ValidationError("в папке «\(folder)» уже есть сайт: album.yml")
        }
        switch obstacle {
        case .overwritten(let name):
            throw ValidationError(
                StartingReason.overwrittenFile.text(.ru, [folder, name].map { Terminal.printable($0) }))
        case .other(let name):
            throw ValidationError(StartingReason.otherFile.text(.ru, [folder, name].map { Terminal.printable($0) }))
        }
    }

    private func readStarter() throws -> Starter {
        guard let folder = try InstalledFolder.named("starter") else {
            throw ValidationError(
                "рядом с программой нет папки starter, из которой делается новый альбом: установите программу заново, "
                    + "make install")
        }
        return try Starter(folder)
    }

    // MARK: Answers

    private func answers() throws -> StartingAnswers {
        let region = try regionName()
        let directions = try directionList()
        let proposals = try approved(try municipalityList(region))
        return StartingAnswers(
            region: region, directions: directions, municipalities: proposals, colours: try chosenColours(),
            contact: try contactLine(), department: try departmentName(region), edition: StartingAnswers.today)
    }

    /// What was said or approved; with flags alone the suggestion, which is told.
    private func departmentName(_ region: RegionName) throws -> String? {
        if let department {
            guard department.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
                throw ValidationError("--department: «\(Terminal.printable(department))» — не одна строка текста")
            }
            return region.department(typed: department)
        }
        if self.region == nil { return StartingQuestions.department(of: region) }
        guard let name = region.suggestedDepartment else { return nil }
        Terminal.message(
            "В организации записано: «\(Terminal.printable(name))». Ведомство называется иначе — скажите ключом --department "
                + "или исправьте в content/vocabularies/organisations.yml.")
        return name
    }

    private func siteTitle() throws -> String {
        let title = try region ?? StartingQuestions.title(orRefuse: missing("как называется общий сайт", "--region"))
        guard title.contains(where: \.isLetter), title.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw ValidationError(StartingReason.noTitle.text(.ru))
        }
        return title
    }

    private func regionName() throws -> RegionName {
        let given = try region ?? StartingQuestions.region(orRefuse: missing("какой это регион", "--region"))
        guard given.unicodeScalars.allSatisfy({ $0.value >= 0x20 }), var name = RegionName.read(given) else {
            throw ValidationError(StartingReason.noRegion.text(.ru))
        }
        if let genitive {
            name.genitive = genitive
        } else if region == nil {
            name.genitive = StartingQuestions.genitive(of: name)
        } else if name.genitive == nil {
            Terminal.message(
                "Родительный падеж для «\(Terminal.printable(name.name))» программа не знает: на страницах будет «региона «"
                    + "\(Terminal.printable(name.name))»». Скажите его ключом --genitive.")
        }
        return name
    }

    private func directionList() throws -> DirectionList {
        guard let directions else {
            guard Asking.isPossible else { return .nine }
            return try StartingQuestions.directions()
        }
        if directions == "nine" { return .nine }
        let (list, notes) = DirectionList.read(try Self.text(of: directions))
        guard let list else { throw ValidationError(notes.map { $0.text(.ru) }.joined(separator: "; ")) }
        for note in notes { Terminal.message(Terminal.printable(note.text(.ru))) }
        return list
    }

    private func municipalityList(_ region: RegionName) throws -> MunicipalityProposals {
        let borders = try neighbours.map { MunicipalityList.borders(try Self.text(of: $0)) } ?? []
        func proposals(_ text: String) -> MunicipalityProposals {
            MunicipalityProposals(MunicipalityList.read(text), region: region, borders: borders)
        }
        if let municipalities {
            return proposals(
                municipalities == "-" ? try StartingQuestions.wholeInput() : try Self.text(of: municipalities))
        }
        while true {
            let made = proposals(
                try StartingQuestions.municipalities(orRefuse: missing("какие муниципалитеты", "--municipalities")))
            if made.isReadable { return made }
            for note in made.notes where note.isRefusal { Terminal.message(Terminal.printable(note.text(.ru))) }
        }
    }

    private func approved(_ proposals: MunicipalityProposals) throws -> MunicipalityProposals {
        if !yes, municipalities != "-", Asking.isPossible { return try StartingQuestions.approved(proposals) }
        // What was made of the rest is told once it is made.
        for note in proposals.notes where proposals.isSound || note.isRefusal {
            Terminal.message(Terminal.printable(note.text(.ru)))
        }
        guard proposals.isSound else {
            Terminal.message("альбом не начат: исправьте список и начните снова")
            throw ExitStatus.usage
        }
        return proposals
    }

    private func chosenColours() throws -> [StartingColour] {
        guard let text = colours ?? (region == nil ? StartingQuestions.colours() : nil) else { return [] }
        let colours = try text.split { $0 == "," || $0.isWhitespace }.map { part in
            guard let colour = StartingColour(String(part)) else {
                throw ValidationError(StartingReason.badColour.text(.ru, [Terminal.printable(String(part))]))
            }
            return colour
        }
        for note in StartingPalette.notes(colours) { Terminal.message(note.text(.ru)) }
        return colours
    }

    private func contactLine() throws -> String? {
        // With flags for all that must be known nobody is asked for what may be missing.
        let text = contact ?? (region == nil ? StartingQuestions.contact() : nil)
        guard let text, !text.isEmpty else { return nil }
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw ValidationError(StartingReason.badContact.text(.ru, [Terminal.printable(text)]))
        }
        return text
    }

    private func missing(_ what: String, _ key: String) -> ValidationError {
        ValidationError("не сказано, \(what): задайте ключ \(key) или запустите album init в терминале")
    }

    private static func text(of path: String) throws -> String {
        let list = try GivenList(path)
        if let note = list.note { Terminal.message(Terminal.printable(note)) }
        return list.text
    }
}
