import ArgumentParser
import Diagnostics
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

            Примеры:
              album redirects > /srv/album/redirects.conf
              album redirects --server apache > .htaccess
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "Сервер: nginx или apache.")
    var server = ServerRules.Server.nginx

    func run() throws {
        let request = BuildRequest(
            root: try site.fileSystem(), parallel: site.parallel, edition: site.editionDate, isStrict: site.strict,
            installedThemes: try InstalledThemes.fileSystem())
        let (rules, diagnostics) = try SiteBuild.serverRules(request)
        guard let rules else {
            site.report(diagnostics, language: .ru)
            throw ExitStatus.contentErrors
        }
        Terminal.data(rules.text(for: server))
    }
}

extension ServerRules.Server: ExpressibleByArgument {}
