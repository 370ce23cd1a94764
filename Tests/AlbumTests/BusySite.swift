import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A site of a hundred materials that the program builds again and again, with what a build from nothing gives for each
/// state of its sources.
///
/// The sources have a few states, which differ in a material that others show: so is known beforehand what may stand in
/// the published folder.
final class BusySite {
    /// Path → bytes of a whole published site.
    typealias Tree = [String: [UInt8]]

    let folder: TemporaryFolder
    /// What the sources give, by state.
    private(set) var trees: [Tree] = []
    private(set) var state = 0

    /// - Parameter states: how many states the sources have.
    init(states: Int) throws {
        folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        for number in 1...100 { try folder.write(Self.material(number), to: "site/content/practices/m\(number).md") }
        for state in 0..<states {
            try turn(to: state)
            trees.append(try fromNothing())
        }
    }

    private static func material(_ number: Int) -> String {
        """
        ---
        title: Дело \(number)
        summary: Случай \(number) из жизни школы
        date: 2023-0\(number % 9 + 1)-11
        ---
        ## Цель

        Слово о деле и [[m\(number % 100 + 1)]].

        """
    }

    /// Puts the sources into a state: another title, another body, and a material more or less.
    func turn(to state: Int) throws {
        self.state = state
        let title = Self.material(7).replacing("Дело 7", with: "Дело в виде \(state)")
        try folder.write(title, to: "site/content/practices/m7.md")
        try folder.write(Self.material(50) + "\nЕщё слово \(state).\n", to: "site/content/practices/m50.md")
        let extra = "site/content/practices/extra.md"
        if state % 2 == 1 {
            try folder.write(Self.material(99).replacing("Дело 99", with: "Лишнее"), to: extra)
        } else if folder.contains(extra) {
            try folder.remove(extra)
        }
    }

    /// What a build gives that neither reads nor leaves anything.
    private func fromNothing() throws -> Tree {
        let run = try Program.run(["build", "--no-cache", "--output", "apart", "--root", "site"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        return try tree("apart")
    }

    func tree(_ name: String = "site/public") throws -> Tree {
        var tree: Tree = [:]
        for path in try folder.files(below: name) { tree[path] = try folder.bytes(name + "/" + path) }
        return tree
    }

    /// Starts a build with the cache and does not wait for it.
    func start() throws -> StartedProgram { try StartedProgram(["build", "--root", "site"], in: folder) }

    /// Builds with the cache to the end, and demands what a build from nothing gives, with nothing left beside.
    func expectWhole(_ note: String) throws {
        let run = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(run.status == 0, "\(note): \(run.messages)")
        #expect(try tree() == trees[state], "\(note)")
        try expectNothingBeside(note)
    }

    /// Nothing lies about but the sources, the site, the one before it and the cache.
    func expectNothingBeside(_ note: String) throws {
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path("site")))
        let hidden = names.filter {
            $0.hasPrefix(".") && ![".album-cache", ".gitignore", ".public.album-spare"].contains($0)
        }
        #expect(hidden.isEmpty, "\(note): \(hidden)")
        let kept = Set(try folder.files(below: "site/.album-cache"))
        #expect(kept.subtracting([".gitignore", "store.db"]).isEmpty, "\(note): \(kept)")
    }
}

/// The program at work, which may be killed.
final class StartedProgram {
    private let process = Process()
    private let log: String
    private let folder: TemporaryFolder

    init(_ arguments: [String], in folder: TemporaryFolder) throws {
        self.folder = folder
        log = "log-\(UUID().uuidString)"
        try folder.write("", to: log)
        process.executableURL = URL(fileURLWithPath: try #require(Program.path, "swift build makes the program"))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(log)))
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    var isRunning: Bool { process.isRunning }

    /// Ends it in the middle of whatever it does; whether it was still at work.
    func killNow() -> Bool {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// Waits for its end; its status, or nothing when it goes on after a minute.
    func status() throws -> Int32? {
        let end = Date(timeIntervalSinceNow: 60)
        while process.isRunning, Date() < end { usleep(2_000) }
        guard !process.isRunning else { return nil }
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    func messages() throws -> String { try folder.text(log) }
}
