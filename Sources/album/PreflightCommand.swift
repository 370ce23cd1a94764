import ArgumentParser
import Books
import Diagnostics
import Files
import SiteBuilder

/// The command `album preflight`.
struct PreflightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preflight",
        abstract: "Что проверено перед публикацией: акт для ответственного.",
        discussion: """
            Персональные данные, картинки и их описания, вложения, ссылки, документы,
            которые уже не действуют, опубликованные адреса. Что не проверялось, сказано
            тоже. Срок security.expires сверяется с сегодняшним днём, а у издания, которое
            ещё впереди, — с его днём (сегодняшний можно задать переменной
            SOURCE_DATE_EPOCH). Акт в HTML и PDF печатают и подписывают; для PDF нужна
            WeasyPrint.

            Примеры:
              album preflight
              album preflight --output akt.pdf
              album preflight --output akt.json
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .shortAndLong, help: "Какой файл записать: .html, .pdf или .json.")
    var output: String?

    private enum Form: String, CaseIterable { case html, pdf, json }

    private var form: Form? {
        output.flatMap { $0.split(separator: ".").last }.flatMap { Form(rawValue: $0.lowercased()) }
    }

    func validate() throws {
        if let output, form == nil {
            throw ValidationError("--output: имя акта кончается на .html, .pdf или .json, а не «\(output)»")
        }
    }

    func run() throws {
        let request = BuildRequest(
            root: try site.fileSystem(), parallel: site.parallel, edition: site.editionDate,
            installedThemes: try InstalledThemes.fileSystem())
        let (preflight, diagnostics) = try SiteBuild.preflight(request, PDFInspector.find(), today: Today.day())
        guard let preflight else {
            try site.refuse(diagnostics, otherwise: .usage)
        }
        try site.requireRead(diagnostics)
        let act = PreflightAct(preflight: preflight)
        if let output, let form {
            let bytes: [UInt8] =
                switch form {
                case .html: Array(act.html.utf8)
                case .json: Array(act.json.utf8)
                case .pdf: try pdf(act)
                }
            try SingleFile.replace(output, with: bytes)
            if !site.quiet { Terminal.message("\(output): замечаний — \(preflight.findingCount)") }
        } else {
            Terminal.data(act.text)
        }
        if !preflight.mayBePublished { throw ExitStatus.contentErrors }
    }

    private func pdf(_ act: PreflightAct) throws -> [UInt8] {
        guard let maker = PDFMaker.find() else {
            throw ValidationError(
                "для PDF нужна программа WeasyPrint: поставьте её (pip install weasyprint) или назовите в переменной "
                    + "\(PDFMaker.variable); акт .html можно сделать и без неё")
        }
        return try maker.bytes(of: act.html, identifier: "album-preflight")
    }
}
