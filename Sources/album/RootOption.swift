import ArgumentParser

#if canImport(Glibc)
    import Glibc
#endif

/// Where the site is.
struct RootOption: ParsableArguments {
    @Option(
        name: .customLong("root"),
        help: "Папка сайта: та, где лежит album.yml. Если не указана, ищется отсюда и выше.")
    var given: String?

    /// The site's folder: the one that was given; else the nearest from here upwards that holds `album.yml`, as Git finds
    /// its own; else this one, of which a command says what it lacks.
    var path: String { given ?? prefix.map { $0.isEmpty ? "." : String($0.dropLast()) } ?? "." }

    /// What a path below the site begins with as seen from here: `../../`.
    ///
    /// Empty where the folder was given: its name stands in the command.
    var prefixOfPaths: String { given == nil ? prefix ?? "" : "" }

    /// Steps upwards to the folder with `album.yml`, nothing where none has it.
    private var prefix: String? {
        var prefix = ""
        for _ in 0..<Self.deepest {
            if access(prefix + "album.yml", F_OK) == 0 { return prefix }
            guard Self.identity(prefix + ".") != Self.identity(prefix + "..") else { return nil }
            prefix += "../"
        }
        return nil
    }

    /// More folders than anybody nests.
    private static let deepest = 100

    /// Device and number of a folder: those of `/` and `/..` are the same.
    private static func identity(_ path: String) -> [UInt64]? {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
    }
}
