import ArgumentParser
import Files

/// What commands that build understand.
struct CacheOptions: ParsableArguments {
    @Flag(name: .long, help: "Собрать всё заново: не читать .album-cache и не писать туда.")
    var noCache = false

    /// The folder beside `album.yml` in which a build keeps for the next one what need not be made again.
    func folder(of root: DiskFileSystem) -> String? { noCache ? nil : "\(root.root)/.album-cache" }
}
