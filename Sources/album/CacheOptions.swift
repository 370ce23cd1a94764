import ArgumentParser
import Files
import Store

/// What commands that build understand.
struct CacheOptions: ParsableArguments {
    @Flag(name: .long, help: "Собрать всё заново: не читать .album-cache и не писать туда.")
    var noCache = false

    /// The folder beside `album.yml` in which a build keeps for the next one what need not be made again; nothing where
    /// it is not wanted, or another build has it.
    func store(of root: DiskFileSystem) -> BuildStore? {
        noCache ? nil : BuildStore.open("\(root.root)/.album-cache")
    }
}
