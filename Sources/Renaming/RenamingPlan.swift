import Catalog
import Files

/// What a renaming comes to: the bytes of each file that changes or moves.
package struct RenamingPlan: Sendable {
    /// A file, by its paths below the site's root.
    package struct Change: Sendable {
        package let from: String
        package let to: String
        package let before: [UInt8]
        package let after: [UInt8]

        package var isMove: Bool { from != to }
    }

    /// The material's file.
    package let from: String
    package let to: String
    /// The address that leads on from now on; nothing where only letter case changes.
    package let formerAddress: SiteAddress?
    /// How many links and names are written anew.
    package let mended: Int
    /// By their old paths.
    package let changes: [Change]

    /// The files as if they were saved.
    func unsaved(below root: DiskFileSystem) -> UnsavedFiles {
        func path(_ path: String) -> String { "\(root.root)/\(path)" }
        return UnsavedFiles(
            Dictionary(changes.map { (path($0.to), $0.after) }, uniquingKeysWith: { $1 }),
            without: Set(changes.filter(\.isMove).map { path($0.from) }))
    }

    /// Writes all of it, or nothing: what was written is taken back when the machine refuses the rest.
    ///
    /// New names come first and old ones go last, so that a program that is killed on the way leaves a file more than there
    /// was, and none less.
    package func write(to root: DiskFileSystem) throws(RenamingError) {
        var steps: [Step] = []
        do {
            let folder = try SourceFolder(".", of: root.root)
            for change in changes where try folder.read(try SitePath(change.from)) != change.before {
                throw RenamingError.refused(.changedMeanwhile(change.from))
            }
            for step in self.steps {
                try step.take(in: folder)
                steps.append(step)
            }
        } catch {
            try Self.takeBack(steps, below: root)
            throw Self.error(error)
        }
    }

    private var steps: [Step] {
        let moves = changes.filter(\.isMove)
        return moves.map { .create($0.to, $0.after) }
            + changes.filter { !$0.isMove }.map { .replace($0.from, old: $0.before, new: $0.after) }
            + moves.map { .remove($0.from, $0.before) }
    }

    private static func takeBack(_ steps: [Step], below root: DiskFileSystem) throws(RenamingError) {
        guard !steps.isEmpty else { return }
        do {
            let folder = try SourceFolder(".", of: root.root)
            for step in steps.reversed() { try step.back.take(in: folder) }
        } catch {
            throw .refused(.halfDone(steps.map(\.path)))
        }
    }

    private static func error(_ error: any Error) -> RenamingError {
        switch error {
        case let error as RenamingError: error
        case let error as FileError: .machine(error)
        default: .machine(FileError(.write, "", .unusableName))
        }
    }
}

/// One file that is written or removed.
private enum Step {
    case create(String, [UInt8])
    case replace(String, old: [UInt8], new: [UInt8])
    case remove(String, [UInt8])

    var path: String {
        switch self {
        case .create(let path, _), .replace(let path, _, _), .remove(let path, _): path
        }
    }

    /// What undoes it.
    var back: Step {
        switch self {
        case .create(let path, let bytes): .remove(path, bytes)
        case .replace(let path, let old, let new): .replace(path, old: new, new: old)
        case .remove(let path, let bytes): .create(path, bytes)
        }
    }

    func take(in folder: SourceFolder) throws {
        let path = try SitePath(path)
        switch self {
        case .create(_, let bytes):
            guard try folder.create(path, bytes) else { throw RenamingError.refused(.taken(path.text)) }
        case .replace(_, _, let bytes): try folder.write(path, bytes)
        case .remove: try folder.remove(path)
        }
    }
}
