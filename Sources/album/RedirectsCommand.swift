import ArgumentParser
import Diagnostics
import Files
import SiteBuilder

/// The command `album redirects`.
struct RedirectsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redirects",
        abstract: "Пишет правила веб-сервера для прежних адресов сайта.",
        discussion: """
            На прежних адресах и без них стоят страницы, которые ведут дальше в браузере;
            с правилами читателя сразу уводит сам сервер. Файл для скачивания, снятый с
            публикации, по правилам отвечает «410 Gone»; снятая страница видна и
            по правилам nginx отвечает тем же.

            Каждая сборка кладёт те же правила и в сам сайт: .server/nginx.conf и
            .server/apache.conf. Сервер, который показывает издания album publish, берёт их
            оттуда через ссылку current; для прочих их печатает эта команда.

            Примеры:
              album redirects --output /srv/album/redirects.conf
              album redirects --server apache --output .htaccess
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "Сервер: nginx или apache.")
    var server = ServerRules.Server.nginx

    @Option(
        name: .shortAndLong,
        help: "Какой файл записать; без него правила печатаются. При ошибках файл остаётся прежним.")
    var output: String?

    func run() throws {
        let request = BuildRequest(
            root: try site.fileSystem(), parallel: site.parallel, edition: site.editionDate, isStrict: site.strict,
            installedThemes: try InstalledThemes.fileSystem())
        let (rules, diagnostics) = try SiteBuild.serverRules(request)
        guard let rules else {
            try site.refuse(diagnostics, otherwise: .contentErrors)
        }
        let text = rules.text(for: server)
        guard let output else { return Terminal.data(text) }
        try SingleFile.replace(output, with: Array(text.utf8))
    }
}

extension ServerRules.Server: ExpressibleByArgument {}
