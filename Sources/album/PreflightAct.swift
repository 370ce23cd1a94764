import Catalog
import Formats
import Languages
import SiteBuilder

/// What was looked at before publication as an act: a page to be read, printed and signed, and the same for programs.
struct PreflightAct {
    let preflight: Preflight

    private var isRussian: Bool { preflight.language.hasRussianMessages }
    private func words(_ ru: String, _ en: String) -> String { isRussian ? ru : en }

    private var day: String { text(of: preflight.edition) }

    /// When it was checked, and by what: editions of one day are told apart by it.
    private var checked: String {
        let version = Album.configuration.version
        return words(
            "Проверено \(text(of: preflight.day)) программой album \(version).",
            "Checked on \(text(of: preflight.day)) by album \(version).")
    }

    private func text(of day: CalendarDate) -> String {
        DateText(preflight.language).day(day.year, day.month, day.day)
    }

    private var verdict: String {
        preflight.mayBePublished
            ? words("Ошибок, мешающих публикации, нет.", "Nothing hinders publication.")
            : words("Публиковать нельзя: есть ошибки.", "Not to be published: there are errors.")
    }

    private func outcome(_ check: Preflight.Check) -> String {
        let scope = check.scope.map { " (\($0))" } ?? ""
        if check.findings.isEmpty { return (check.unchecked ?? words("замечаний нет", "nothing was found")) + scope }
        let grave = check.findings.count(where: \.isGrave)
        let all = words("найдено — \(check.findings.count)", "found: \(check.findings.count)")
        let weight = grave > 0 ? words(", мешает публикации — \(grave)", ", hindering publication: \(grave)") : ""
        let rest = check.unchecked.map { "; " + $0 } ?? ""
        return all + weight + scope + rest
    }

    private var counts: String {
        let refused = preflight.refusedFiles
        let left = words(", не публикуется файлов — \(refused)", ", files left out: \(refused)")
        return words(
            "Материалов — \(preflight.materials), черновиков не публикуется — \(preflight.drafts), картинок и файлов — \(preflight.files)",
            "Materials: \(preflight.materials), drafts left out: \(preflight.drafts), pictures and files: \(preflight.files)"
        ) + (refused > 0 ? left : "") + "."
    }

    // MARK: Forms

    /// For a terminal, with a line end at its end.
    var text: String {
        var lines = [
            words("Перед публикацией: ", "Before publication: ") + preflight.title + ", "
                + words("издание от ", "edition of ") + day, checked, counts, "",
        ]
        for check in preflight.checks {
            lines.append("\(check.title): \(outcome(check))")
            lines += check.findings.map {
                "  \($0.isGrave ? "! " : "  ")\(Terminal.printable("\($0.place): \($0.text)"))"
            }
        }
        if !preflight.withdrawn.isEmpty {
            lines.append("\(withdrawnTitle):")
            lines += preflight.withdrawn.map { page in
                let told = [
                    page.title.map { "«\($0)»" }, words("с ", "since ") + text(of: page.day), page.reason,
                    successor(of: page).map { words("вместо неё — ", "instead: ") + $0 },
                ].compactMap(\.self).joined(separator: "; ")
                return "    " + Terminal.printable("\(page.address): \(told)")
            }
        }
        return (lines + ["", verdict]).joined(separator: "\n") + "\n"
    }

    /// A page with its styles in it, on A4 when printed.
    var html: String {
        func text(_ text: String) -> String { HTMLEscaping.html(text) }
        let title = words("Акт проверки перед публикацией", "Act of a check before publication")
        let rows = preflight.checks.map { check in
            let mark =
                check.unchecked != nil ? "unchecked" : check.findings.contains(where: \.isGrave) ? "grave" : "checked"
            return
                "<tr class=\"\(mark)\"><th scope=\"row\">\(text(check.title))</th><td>\(text(outcome(check)))</td></tr>"
        }
        let details = preflight.checks.filter { !$0.findings.isEmpty }.map { check in
            let items = check.findings.map {
                "<li\($0.isGrave ? " class=\"grave\"" : "")><code>\(text($0.place))</code> \(text($0.text))</li>"
            }
            return "<h2>\(text(check.title))</h2>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>"
        }
        let signature = [words("Должность", "Position"), words("Подпись", "Signature"), words("Дата", "Date")].map {
            "<p class=\"line\">\($0)</p>"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(preflight.language.hasRussianMessages ? "ru" : "en")">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(text(title)): \(text(preflight.title))</title>
            <style>\(Self.style)</style></head>
            <body>
            <h1>\(text(title))</h1>
            <p>\(text(preflight.title)), \(words("издание от", "edition of")) \(text(day))</p>
            <p>\(text(checked))</p>
            <p>\(text(counts))</p>
            <p class="verdict">\(text(verdict))</p>
            <table>
            <caption>\(words("Что проверено", "What was checked"))</caption>
            <thead><tr><th scope="col">\(words("Предмет", "Subject"))</th><th scope="col">\(words("Итог", "Outcome"))</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            <div class="signature">
            \(signature.joined(separator: "\n"))
            </div>
            \(details.joined(separator: "\n"))
            \(withdrawn)
            \(terms)
            </body>
            </html>

            """
    }

    /// The page that stands for one that was withdrawn: «Новый квест (practices/novyi-kvest.html)».
    private func successor(of page: Preflight.Withdrawn) -> String? {
        guard let address = page.successor else { return nil }
        guard let title = page.successorTitle, title != address else { return address }
        return "\(title) (\(address))"
    }

    private var withdrawnTitle: String { words("Снято с публикации", "Withdrawn from publication") }

    /// What was withdrawn, why and what stands in its place: nothing where nothing was.
    private var withdrawn: String {
        if preflight.withdrawn.isEmpty { return "" }
        let heads = [
            words("Адрес", "Address"), words("Что там было", "What stood there"), words("С какого дня", "Since"),
            words("Причина", "Reason"), words("Вместо неё", "Instead"),
        ]
        let rows = preflight.withdrawn.map { page in
            [
                page.address, page.title ?? words("не записано", "not noted"), text(of: page.day),
                page.reason ?? words("не сказана", "unsaid"), successor(of: page) ?? words("нет", "none"),
            ].map { "<td>\(HTMLEscaping.html($0))</td>" }.joined()
        }
        return
            "<table>\n<caption>\(withdrawnTitle)</caption>\n"
            + "<thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>\n<tbody>\n"
            + rows.map { "<tr>\($0)</tr>\n" }.joined() + "</tbody>\n</table>"
    }

    /// On what terms files are published: nothing where there are none.
    private var terms: String {
        if preflight.terms.isEmpty { return "" }
        let heads = [words("Файл", "File"), words("Материал", "Material"), words("На каких условиях", "Terms")]
        let rows = preflight.terms.map { terms in
            let license = terms.license ?? words("не сказано", "unsaid")
            return [terms.file, terms.material, license].map { "<td>\(HTMLEscaping.html($0))</td>" }.joined()
        }
        return
            "<table>\n<caption>\(words("Картинки и файлы материалов", "Pictures and files of materials"))</caption>\n"
            + "<thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>\n<tbody>\n"
            + rows.map { "<tr>\($0)</tr>\n" }.joined() + "</tbody>\n</table>"
    }

    private static let style = """
        @page { size: A4; margin: 18mm 16mm; }
        body { font: 11pt/1.45 "PT Sans", "Noto Sans", "DejaVu Sans", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; \
        color: #1b1b1b; background: #fff; }
        @media print { body { margin: 0; padding: 0; max-width: none; } }
        h1 { font-size: 1.6em; line-height: 1.2; } h2 { font-size: 1.15em; margin-top: 1.6em; break-after: avoid; }
        .verdict { font-weight: bold; }
        table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: bold; margin-bottom: .4em; }
        th, td { border: 1px solid #999; padding: .35em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { overflow-wrap: break-word; hyphens: manual; }
        tr { break-inside: avoid; } .unchecked td { font-style: italic; } .grave td, li.grave { font-weight: bold; }
        code { font: .9em "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; } li { margin: .3em 0; }
        .signature { display: flex; gap: 2rem; margin: 2.5em 0; break-inside: avoid; }
        .line { flex: 1; border-bottom: 1px solid #444; padding-bottom: 1.6em; margin: 0; }
        """

    /// For programs: `{"title": …, "edition": …, "checked": …, "publish": …, "checks": [{"id": …, "title": …, "unchecked": …, "scope": …, "findings":
    /// [{"place": …, "text": …, "grave": …}]}], "terms": [{"file": …, "material": …, "license": …}],
    /// "withdrawn": [{"address": …, "title": …, "day": …, "reason": …, "successor": …, "successorTitle": …}]}`, with a line end at its end.
    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("title", preflight.title)
            json.member("edition", "\(preflight.edition)")
            json.member("checked", "\(preflight.day)")
            json.member("publish", preflight.mayBePublished)
            json.member("materials", preflight.materials)
            json.member("drafts", preflight.drafts)
            json.member("files", preflight.files)
            json.member("refused", preflight.refusedFiles)
            json.key("checks")
            json.lines(preflight.checks) { json, check in
                json.object { json in
                    json.member("id", check.id)
                    json.member("title", check.title)
                    if let unchecked = check.unchecked { json.member("unchecked", unchecked) }
                    if let scope = check.scope { json.member("scope", scope) }
                    json.key("findings")
                    json.array { json in
                        for finding in check.findings {
                            json.object { json in
                                json.member("place", finding.place)
                                json.member("text", finding.text)
                                json.member("grave", finding.isGrave)
                            }
                        }
                    }
                }
            }
            json.key("terms")
            json.lines(preflight.terms) { json, terms in
                json.object { json in
                    json.member("file", terms.file)
                    json.member("material", terms.material)
                    if let license = terms.license { json.member("license", license) }
                }
            }
            json.key("withdrawn")
            json.lines(preflight.withdrawn) { json, page in
                json.object { json in
                    json.member("address", page.address)
                    if let title = page.title { json.member("title", title) }
                    json.member("day", "\(page.day)")
                    if let reason = page.reason { json.member("reason", reason) }
                    if let successor = page.successor { json.member("successor", successor) }
                    if let title = page.successorTitle { json.member("successorTitle", title) }
                }
            }
        }
        json.endLine()
        return json.text
    }
}
