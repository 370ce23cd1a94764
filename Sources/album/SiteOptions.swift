import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Files
import Formats
import Languages
import SiteBuilder

#if canImport(Glibc)
    import Glibc
#endif

extension Parallel {
    /// As many jobs as the machine has cores.
    static var ofMachine: Parallel { Parallel(jobs: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) }
}

/// When messages are coloured.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    var isOn: Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: Terminal.isInteractive && !Terminal.refusesColour
        }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// What all commands that read a site understand.
struct SiteOptions: ParsableArguments {
    @OptionGroup var root: RootOption

    @Option(name: .long, help: "Сколько потоков работает сразу; по умолчанию — сколько ядер.")
    var jobs: Int?

    @Flag(name: .long, help: "Считать предупреждения поводом не публиковать (код выхода 3).")
    var strict = false

    @Option(name: .long, help: "Вид сообщений: text, json, sarif или github.")
    var format = DiagnosticFormat.text

    @Flag(name: .long, help: "Только сообщения об ошибках.")
    var quiet = false

    @Flag(name: .long, help: "Время каждого шага.")
    var verbose = false

    @Option(name: .long, help: "Цвет: auto, always или never.")
    var color = ColourChoice.auto

    @Option(name: .long, help: "Дата издания вместо той, что в album.yml: 2023-12-01.")
    var edition: String?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs: нужно число от 1") }
        if let edition, CalendarDate(iso: edition) == nil {
            throw ValidationError("--edition: нужна дата вида 2023-12-01, а не «\(edition)»")
        }
    }

    var parallel: Parallel { jobs.map { Parallel(jobs: $0) } ?? .ofMachine }

    var editionDate: CalendarDate? { edition.flatMap { CalendarDate(iso: $0) } }

    /// The site's folder; one that does not exist is a fault of usage.
    func fileSystem() throws -> DiskFileSystem {
        do throws(FileError) {
            return try DiskFileSystem(root: root.path)
        } catch {
            guard error.isMissing else { throw error }
            throw ValidationError("папки «\(root.path)» нет")
        }
    }

    /// What a site says by itself, links left aside; one that is beyond reading is told of and ends the command.
    func loadedSite(_ files: DiskFileSystem) throws -> LoadedSite {
        var clock = StageClock()
        let (loaded, diagnostics) = try LoadedSite.load(
            files, .init(parallel: parallel, edition: editionDate), clock: &clock)
        guard let loaded else {
            try refuse(diagnostics, otherwise: .usage)
        }
        try requireRead(diagnostics)
        return loaded
    }

    /// Ends a command where the machine refused to read a file of the site: on what is not known nothing is done.
    func requireRead(_ diagnostics: [Diagnostic]) throws {
        let unread = diagnostics.filter(\.isOfUnreadFile)
        if !unread.isEmpty { try refuse(unread, otherwise: .machine) }
    }

    /// Tells what keeps a command from its work, and ends it with the status that this calls for.
    func refuse(_ diagnostics: [Diagnostic], otherwise: ExitStatus) throws -> Never {
        report(diagnostics, language: .ru)
        throw ExitStatus(ofRefusalBy: diagnostics, otherwise: otherwise)
    }

    /// Prints diagnostics in the chosen form: text to stderr, the forms for machines to stdout.
    func report(_ diagnostics: [Diagnostic], language: Language) {
        let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        let text = format.report(shown, language, colour: color.isOn)
        if format == .text { Terminal.note(text) } else { Terminal.data(text) }
    }

    /// Throws the status that diagnostics call for, if any.
    func fail(on diagnostics: [Diagnostic]) throws {
        if let status = ExitStatus(ofErrorsIn: diagnostics) { throw status }
        if strict, DiagnosticCounts(diagnostics).warnings > 0 { throw ExitStatus.strictWarnings }
    }
}
