import ArgumentParser
import Bodies
import Catalog
import Files
import FrontMatterSchema
import SiteBuilder

/// The command `album schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Печатает JSON Schema шапки материала: для редакторов, которые дополняют и проверяют YAML.",
        discussion: """
            Схема берётся из content/kinds и content/vocabularies: поменялись они —
            напечатайте её заново.

            Примеры:
              album schema практика > practice.schema.json
              album schema --all .vscode/schemas       по файлу на каждый вид
            """)

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp("Вид материала: practice, roadmap, document… — или его русское название.", valueName: "вид"))
    var kind: String?

    @Option(name: .long, help: ArgumentHelp("Папка для схем всех видов: practice.schema.json…", valueName: "папка"))
    var all: String?

    func validate() throws {
        guard (kind == nil) != (all == nil) else {
            throw ValidationError("нужно что-то одно: album schema ВИД или album schema --all ПАПКА")
        }
    }

    func run() throws {
        let files = try site.fileSystem()
        let loaded = try site.loadedSite(files)
        let (schema, language) = (loaded.catalog.schema, loaded.configuration.language)
        if let kind {
            let found = try NewCommand.kind(kind, of: schema.kinds, KindNames(schema.kinds))
            Terminal.data(FrontMatterSchema(found, schema, language).text)
        } else if let all {
            let folder = try SchemaFolder(all)
            let name = { (kind: Kind) in "\(kind.id).schema.json" }
            try schema.kinds.forEach { try folder.requireOurs(name($0)) }
            for kind in schema.kinds {
                let name = name(kind)
                try folder.write(FrontMatterSchema(kind, schema, language).text, to: name)
                Terminal.data("\(all)/\(name)\n")
            }
        }
    }
}

/// A folder that schemas are written into; one that is no schema of ours stays.
private struct SchemaFolder {
    private let folder: SourceFolder
    private let path: String

    init(_ path: String) throws {
        self.path = path
        try NewFile.makeFolders(of: path + "/x")
        folder = try SourceFolder(".", of: path)
    }

    /// Nothing is there, or an older schema.
    func requireOurs(_ name: String) throws {
        let place = try SitePath(name)
        if let old = try folder.read(place),
            !String(decoding: old, as: UTF8.self).contains("\"$comment\": \"\(FrontMatterSchema.comment) ")
        {
            throw ValidationError("файл \(path)/\(name) уже есть, и это не схема: ничего не записано")
        }
    }

    func write(_ text: String, to name: String) throws {
        try folder.write(try SitePath(name), Array(text.utf8))
    }
}
