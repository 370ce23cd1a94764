import Bodies
import Catalog
import Diagnostics
import Files
import Formats
import Programs

/// What git knows of the changes of all files of a site: one run of `git log` for a whole build.
struct GitHistory: Sendable {
    /// Names the program where it is not in `PATH`.
    static let variable = "ALBUM_GIT"

    /// A commit as far as pages tell of it.
    private struct Commit {
        let day: CalendarDate
        let subject: String
    }

    /// The newest first.
    private var commits: [Commit] = []
    /// Positions of the commits that changed a file, by its path of today below the site's root; the newest first.
    private var changes: [String: [Int]] = [:]
    /// Whether the repository does not have all commits.
    private(set) var isShallow = false

    /// Reads what git says; why it says nothing.
    static func read(_ root: String) -> (history: GitHistory?, fault: Bilingual?) {
        guard let path = BoundedProgram.path(of: "git", variable: variable, BoundedProgram.environment) else {
            return (nil, HistoryReason.noGit)
        }
        let git = BoundedProgram(path: path, longestSeconds: 300, largestAnswer: 1 << 29)
        let arguments = [
            // A folder of another user is read too: nothing of its configuration is run by `log`.
            "-c", "safe.directory=*", "-c", "core.quotePath=false", "-C", root, "log", "--relative", "--name-status",
            "--find-renames", "--no-ext-diff", "--no-show-signature", "--no-color", "--decorate=short",
            "--format=%x01%as%x02%D%x02%s", "--", ".",
        ]
        guard let run = try? git.run(arguments, []) else { return (nil, HistoryReason.noAnswer) }
        guard run.status == 0 else { return (nil, HistoryReason.noRepository) }
        return (GitHistory(log: String(decoding: run.answer, as: UTF8.self)), nil)
    }

    /// Reads the answer: a line for each commit, behind it one for each file; O(length).
    init(log: String) {
        // What a file of an older commit is called today.
        var today: [String: String] = [:]
        var isKnown = false
        // What a commit made of names: before it a new file's name was another's, a renamed file had another name.
        var (born, renamed): (Set<String>, [String: String]) = ([], [:])
        func goBack() {
            for path in born { today[path] = "\u{0}\(commits.count) \(path)" }
            today.merge(renamed) { $1 }
            (born, renamed) = ([], [:])
        }
        for line in log.split(separator: "\n") {
            if line.first == "\u{1}" {
                goBack()
                let parts = line.dropFirst().split(separator: "\u{2}", omittingEmptySubsequences: false)
                guard parts.count >= 3, let day = CalendarDate(iso: parts[0]) else { continue }
                // Where the history was cut off, all files seem to be new.
                isKnown = !parts[1].split(separator: ", ").contains("grafted")
                isShallow = isShallow || !isKnown
                commits.append(Commit(day: day, subject: parts[2...].joined(separator: " ")))
                continue
            }
            let parts = line.split(separator: "\t").map { Self.path(String($0)) }
            guard isKnown, parts.count >= 2, let sort = parts[0].first, let path = parts.last else { continue }
            let name = today[path] ?? path
            if changes[name]?.last != commits.count - 1 { changes[name, default: []].append(commits.count - 1) }
            if sort == "A" || sort == "R" { born.insert(path) }
            if sort == "R", parts.count == 3 { renamed[parts[1]] = name }
        }
    }

    /// A path as git writes it: with quotation marks where it has signs of control or such marks.
    private static func path(_ text: String) -> String {
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8.dropFirst().dropLast())[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            let octal = [next] + rest.prefix(2)
            if octal.count == 3, let value = UInt8(String(decoding: octal, as: UTF8.self), radix: 8) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(next == UInt8(ascii: "t") ? 9 : next == UInt8(ascii: "n") ? 10 : next)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The changes of several files together, each commit once; nothing where none is known.
    /// - Parameter paths: below the site's root.
    func changes(of paths: [String], subjects: Bool) -> ChangeHistory? {
        let found = Set(paths.flatMap { changes[$0] ?? [] }).sorted()
        let dated = found.map {
            ChangeHistory.Change(day: commits[$0].day, subject: subjects ? commits[$0].subject : nil)
        }
        // Commits that were moved about have their days out of order; of one day, theirs stays.
        let sorted = dated.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }
        return ChangeHistory(sorted.map(\.element))
    }
}

extension GitHistory {
    /// The histories of all materials, where `album.yml` asks for them, and what is told of them, once.
    static func histories(
        of site: LoadedSite, _ request: BuildRequest
    ) -> (histories: [MaterialIndex: ChangeHistory], [Diagnostic]) {
        guard site.configuration.history != .nothing else { return ([:], []) }
        let root = request.root.root
        let (history, fault) = request.memory.lasting("git", of: GitFolder(of: root).stamp) { read(root) }
        let place = SourceLocation(path: Configuration.path)
        guard let history else {
            return ([:], [fault].compactMap(\.self).map { Diagnostic(.noHistory.because($0), at: place) })
        }
        var found: [MaterialIndex: ChangeHistory] = [:]
        for (index, material) in site.catalog.materials.positioned {
            let paths = ([material.path] + material.tableFiles.map(\.path)).map {
                site.sourceMap.shown("content/" + $0)
            }
            found[index] = history.changes(of: paths, subjects: site.configuration.history == .subjects)
        }
        let told = history.isShallow ? [Diagnostic(.noHistory.because(HistoryReason.shallow), at: place)] : []
        return (found, told)
    }
}

/// Where git keeps what it knows of a folder.
struct GitFolder {
    /// Files that are others after every commit.
    private let files: [String]

    /// Looks for `.git` in a folder and in those above it; that of a further working tree leads to another place.
    init(of root: String) {
        var folder = root
        var found: [String] = []
        while !folder.isEmpty {
            let path = folder + "/.git"
            if let kind = try? DiskFileSystem(root: folder).entry(SitePath(".git"))?.kind {
                let own = kind == .folder ? path : Self.target(of: path, in: folder)
                found =
                    own.map { own in
                        let common = Self.text(own + "/commondir").map { "\(own)/\($0)" } ?? own
                        return ["\(own)/HEAD", "\(own)/logs/HEAD", "\(common)/packed-refs", "\(common)/refs/heads"]
                    } ?? []
                break
            }
            folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
        }
        files = found
    }

    /// Of all of them together; the same number where there is no repository.
    var stamp: UInt64 {
        var hash = StableHash()
        for file in files { hash.add(TreeStamp(of: file).stamp) }
        return hash.stamp
    }

    private static func target(of path: String, in folder: String) -> String? {
        guard let text = text(path), text.hasPrefix("gitdir: ") else { return nil }
        let target = String(text.dropFirst("gitdir: ".count))
        return target.hasPrefix("/") ? target : "\(folder)/\(target)"
    }

    /// The one line of a file; nothing where there is none.
    private static func text(_ path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), let folder = try? DiskFileSystem(root: String(path[..<slash])),
            let name = try? SitePath(String(path[path.index(after: slash)...])), let bytes = try? folder.read(name)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
    }
}
