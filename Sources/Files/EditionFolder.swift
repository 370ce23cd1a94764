import Glibc

/// A published edition: `0007-2023-12-01-1a2b3c4d5e6f`.
package struct EditionName: Sendable, Hashable, Comparable {
    /// Counts up from 1: later published is larger.
    package let number: Int
    /// The day of the edition, `2023-12-01`.
    package let day: String
    /// Of the site and how it is published: twelve hexadecimal digits.
    package let stamp: String

    package init(number: Int, day: String, stamp: String) {
        self.number = number
        self.day = day
        self.stamp = stamp
    }

    /// Nothing for any other name.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{4,9})-([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9a-f]{12})/),
            let number = Int(match.1), number > 0
        else { return nil }
        self.init(number: number, day: String(match.2), stamp: String(match.3))
    }

    package var text: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(day)-\(stamp)"
    }

    package static func < (left: EditionName, right: EditionName) -> Bool { left.number < right.number }
}

/// A folder of a web server with the editions of a site, of which one is shown.
///
/// ```
/// current                             a link to editions/0007-…: what the server shows
/// editions/0006-2023-11-01-…          earlier ones
/// editions/0007-2023-12-01-…
/// editions/0007-2023-12-01-….before   a link to the edition that readers had before it was published
/// ```
/// Each edition is whole before it gets its name, and the link changes in one step: whoever is killed leaves the old edition
/// shown, or the new one. One process works in it at a time.
package final class EditionFolder {
    private static let link = "current"
    private static let editions = "editions"
    /// The edition that is being written.
    private static let next = "next"
    /// Before the names of those that are being removed.
    private static let removed = ".removed-"
    /// Behind the name of an edition: a link to the one that readers had before.
    private static let before = ".before"

    /// As it was named.
    package let path: String
    private let root: OpenFolder
    private let folder: OpenFolder

    /// Opens the folder; one that publishes makes it.
    ///
    /// Throws when another process is at work in it, and when it holds a `current` that is no link.
    /// - Parameter makes: whether it is made where it is missing.
    package init(_ path: String, makes: Bool) throws(FileError) {
        self.path = path
        if makes {
            for place in [path, path + "/" + Self.editions] {
                guard mkdir(place, 0o755) == 0 || errno == EEXIST else { throw .last(.createFolder, place) }
            }
        }
        root = try OpenFolder(path)
        folder = try OpenFolder(Self.editions, in: root)
        guard folder.lock() else { throw FileError(.write, path, .held) }
        var status = stat()
        if fstatat(root.descriptor, Self.link, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT != S_IFLNK {
            throw FileError(.replace, path + "/" + Self.link, .foreignFile)
        }
        for name in try names() where isLeftover(name) { try removeTree(name, in: folder) }
    }

    /// Whether a name is that of what a killed publication left: half removed, half written, or whole and without its own name.
    ///
    /// Nobody else is at work here.
    private func isLeftover(_ name: String) -> Bool {
        let written = Leftovers(name: Self.next)
        if [Self.removed, written.stagedPrefix, written.replacedPrefix].contains(where: name.hasPrefix) { return true }
        guard name == Self.next, let next = try? OpenFolder(name, in: folder),
            let bytes = try? next.manifestBytes()
        else { return false }
        return (try? Manifest(parsing: bytes)) != nil
    }

    /// A child of this process that has not begun its own program yet has the folder open still: it would hold the lock.
    deinit { folder.unlock() }

    private func names() throws(FileError) -> [String] {
        try folder.names().map { String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }

    /// The path of an edition.
    package func path(of edition: EditionName) -> String { "\(path)/\(Self.editions)/\(edition.text)" }

    /// Those that are there, earlier before later.
    package func list() throws(FileError) -> [EditionName] { try names().compactMap { EditionName($0) }.sorted() }

    /// The one that is shown; nothing before the first.
    package func current() throws(FileError) -> EditionName? { try Self.target(of: Self.link, in: root, path) }

    /// The edition that a link leads to; nothing where there is none.
    private static func target(of link: String, in folder: OpenFolder, _ path: String) throws(FileError) -> EditionName?
    {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlinkat(folder.descriptor, link, &buffer, buffer.count - 1)
        guard count >= 0 else {
            guard errno == ENOENT else { throw .last(.read, path + "/" + link) }
            return nil
        }
        let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return target.split(separator: "/").last.flatMap { EditionName(String($0)) }
    }

    /// Where the next edition is written; what it has in common with `earlier` is linked.
    package func transaction(beside earlier: EditionName?) throws(FileError) -> OutputTransaction {
        try OutputTransaction(
            making: "\(path)/\(Self.editions)/\(Self.next)", beside: earlier.map { path(of: $0) })
    }

    /// Gives the edition that was written its name, and notes which one readers have as it comes: after a rollback that is not
    /// the latest.
    package func name(_ edition: EditionName) throws(FileError) {
        if let shown = try current() {
            let note = edition.text + Self.before
            unlinkat(folder.descriptor, note, 0)
            guard symlinkat(shown.text, folder.descriptor, note) == 0 else {
                throw .last(.write, path(of: edition) + Self.before)
            }
        }
        guard renameat(folder.descriptor, Self.next, folder.descriptor, edition.text) == 0 else {
            throw .last(.replace, path(of: edition))
        }
    }

    /// Shows an edition, in one step.
    package func show(_ edition: EditionName) throws(FileError) {
        let made = ".\(Self.link).album-new"
        unlinkat(root.descriptor, made, 0)
        guard symlinkat("\(Self.editions)/\(edition.text)", root.descriptor, made) == 0,
            renameat(root.descriptor, made, root.descriptor, Self.link) == 0
        else { throw .last(.replace, path + "/" + Self.link) }
    }

    /// The edition that readers had before another was published, of those that are there; nothing before the first.
    ///
    /// Where nothing is noted, or what is noted is gone, it is the one that was published before it.
    package func before(_ edition: EditionName, among all: [EditionName]) throws(FileError) -> EditionName? {
        let noted = try Self.target(of: edition.text + Self.before, in: folder, path)
        // A note that leads forward is none that a publication has written: a circle would have no end.
        if let noted, noted < edition, all.contains(noted) { return noted }
        return all.last { $0 < edition }
    }

    /// Removes all but so many: the one that is shown stays, then those that readers had before it, then the latest of the others.
    /// - Returns: those that went, earlier before later.
    package func prune(keeping count: Int) throws(FileError) -> [EditionName] {
        let all = try list()
        var order: [EditionName] = []
        var next = try current() ?? all.last
        while let edition = next, all.contains(edition) {
            order.append(edition)
            next = try before(edition, among: all)
        }
        let way = Set(order)
        order += all.reversed().filter { !way.contains($0) }
        let kept = Set(order.prefix(count))
        let old = all.filter { !kept.contains($0) }
        for edition in old {
            let name = Self.removed + edition.text
            guard renameat(folder.descriptor, edition.text, folder.descriptor, name) == 0 else {
                throw .last(.remove, path(of: edition))
            }
            try removeTree(name, in: folder)
        }
        // Notes of those that are gone, and of one that never got its name.
        for name in try names() where name.hasSuffix(Self.before) {
            guard let edition = EditionName(String(name.dropLast(Self.before.count))) else { continue }
            let noted = try Self.target(of: name, in: folder, path)
            if !kept.contains(edition) || !(noted.map(kept.contains) ?? false) { unlinkat(folder.descriptor, name, 0) }
        }
        return old
    }
}
