import AlbumModel
import Books
import Catalog
import Diagnostics
import Files
import Formats
import Languages
import Pages

/// Sorts what is wrong with a site by what the person in charge answers for.
struct PreflightChecks {
    private let linked: LinkedSite
    private let inspector: PDFInspector?
    private let today: CalendarDate
    private let diagnostics: [Diagnostic]

    private var album: Album { linked.album }
    private var language: Language { linked.language }

    init(_ linked: LinkedSite, _ diagnostics: [Diagnostic], _ inspector: PDFInspector?, _ today: CalendarDate) {
        self.linked = linked
        self.inspector = inspector
        self.today = today
        let configuration = linked.album.configuration
        // A build asks on the day of its edition alone.
        let onDay = configuration.securityDiagnostic(on: max(today, configuration.edition))
        // What is wrong with a draft is no part of what is published.
        self.diagnostics =
            (diagnostics.filter { !$0.isOfDraft && $0.code != .securityExpires } + [onDay].compactMap(\.self))
            .sortedForPrinting()
    }

    /// What belongs to a check by its codes; a code stands in the first that names it.
    private static let groups: [(id: String, title: Bilingual, codes: Set<DiagnosticCode>)] = [
        (
            "privacy", Bilingual(ru: "Персональные данные", en: "Personal data"),
            Set(DiagnosticCode.privacyCodes + [.picturePosition])
        ),
        (
            "descriptions", Bilingual(ru: "Описания картинок", en: "Descriptions of pictures"), [.missingAlt]
        ),
        (
            "pictures", Bilingual(ru: "Картинки и файлы", en: "Pictures and files"),
            Set(DiagnosticCode.publishedFileCodes + [.damagedPicture])
        ),
        (
            "links", Bilingual(ru: "Ссылки внутри альбома", en: "Links within the album"),
            Set(DiagnosticCode.linkingCodes + [.unknownReference, .goneRoot, .missingFile, .unknownPage])
                .subtracting([.restsOnRepealed, .contradictingStatus])
        ),
        (
            "force", Bilingual(ru: "Документы, которые уже не действуют", en: "Documents no longer in force"),
            [.restsOnRepealed, .contradictingStatus]
        ),
    ]

    func preflight() throws(FileError) -> Preflight {
        var rest = diagnostics
        var checks = Self.groups.map { group in
            let found = rest.filter { group.codes.contains($0.code) }
            rest.removeAll { group.codes.contains($0.code) }
            let ofTexts = group.id == "force" ? linksToRepealed() : []
            var check = check(group.id, group.title, found.flatMap(findings) + ofTexts)
            check.scope = scope(of: group.id)?.text(language)
            return check
        }
        checks.append(addresses(&rest))
        if let security = album.configuration.security, album.configuration.url != nil {
            checks.append(self.security(security, &rest))
        }
        checks.append(try attachments())
        checks.append(
            check(
                "others", Bilingual(ru: "Прочие ошибки и предупреждения", en: "Other errors and warnings"),
                rest.filter { $0.severity > .hint }.flatMap(findings)))
        checks.append(wanted())
        let terms = terms()
        checks.append(licences(terms))
        checks += [
            unchecked(
                "web", Bilingual(ru: "Адреса в интернете", en: "Addresses on the web"),
                Bilingual(
                    ru: "не проверялись: проверка идёт без сети", en: "not checked: this is done without a network")),
            accessibility(),
        ]
        if let details = album.configuration.organisation { checks.append(organisation(details)) }
        let published = album.published.count { !album.catalog.materials[$0].isDraft }
        let worked = album.worked.count { !album.catalog.materials[$0].isDraft }
        return Preflight(
            title: album.configuration.title, edition: album.configuration.edition, day: today, language: language,
            materials: worked, drafts: album.catalog.materials.count - published, files: linked.files.count,
            refusedFiles: refusedFiles, checks: checks, terms: terms, withdrawn: withdrawn())
    }

    /// How many files published materials name that no build publishes.
    private var refusedFiles: Int {
        let published = album.published.filter { !album.catalog.materials[$0].isDraft }
        return published.reduce(into: Set<String>()) { $0.formUnion(album.refusedFiles(of: $1)) }.count
    }

    // MARK: Checks

    /// What is meant by that nothing was found, where somebody signs for it.
    private func scope(of id: String) -> Bilingual? {
        switch id {
        case "privacy":
            return Bilingual(
                ru:
                    "искались номера документов (СНИЛС, паспорт, полис), мобильные телефоны, личная почта, имена детей с классом, даты рождения, место съёмки на снимках; имена взрослых, рабочие телефоны и лица на снимках программа не ищет",
                en:
                    "looked for: numbers of papers (SNILS, passport, insurance), mobile phones, private mail, names of children with their class, dates of birth, places of photographs; names of adults, office phones and faces are not looked for"
            )
        case "descriptions":
            let pictures = linked.files.count { Self.pictureEndings.contains($0.path.pathExtension.lowercased()) }
            return Bilingual(ru: "картинок — \(pictures)", en: "pictures: \(pictures)")
        case "force":
            let titles = repealed.map { "«\(album.catalog.materials[$0].title)»" }.joined(separator: ", ")
            guard !titles.isEmpty else {
                return Bilingual(ru: "таких документов на сайте нет", en: "the site has no such documents")
            }
            return Bilingual(
                ru: "таких документов на сайте — \(repealed.count): \(titles); искались материалы, которые на них "
                    + "основаны, и тексты, которые на них ссылаются",
                en: "the site has \(repealed.count): \(titles); looked for: materials that rest on them, and texts "
                    + "that link to them")
        default: return nil
        }
    }

    /// Published documents that are no longer in force.
    private var repealed: [MaterialIndex] {
        album.published.filter { album.lifecycle.isRepealed($0) && !album.catalog.materials[$0].isDraft }
    }

    /// Texts that link to a document that is no longer in force, or cite it: what repeals it must, and what is over itself may.
    private func linksToRepealed() -> [Preflight.Finding] {
        repealed.flatMap { document -> [Preflight.Finding] in
            let repealing = album.lifecycle.repealing(document)
            return album.backlinks.of(document).compactMap { link in
                let source = album.catalog.materials[link.source]
                guard link.manner == .link || link.manner == .citation, !source.isDraft,
                    !repealing.contains(link.source), !album.lifecycle.isRepealed(link.source)
                else { return nil }
                let title = album.catalog.materials[document].title
                let words = Bilingual(
                    ru: "текст ссылается на «\(title)», а документ уже не действует: проверьте, что это сказано",
                    en: "the text links to \"\(title)\", which is no longer in force: see that it says so")
                return Preflight.Finding(
                    place: linked.sourceMap.shown("content/" + source.path), text: words.text(language), isGrave: false)
            }
        }
    }

    private static let pictureEndings: Set<String> = ["jpg", "jpeg", "png", "gif", "webp", "svg", "avif"]

    /// What the pages failed when they were checked in a browser, as their page on accessibility says.
    private func accessibility() -> Preflight.Check {
        let title = Bilingual(ru: "Доступность страниц", en: "Accessibility of the pages")
        guard let report = album.accessibility else {
            return unchecked(
                "accessibility", title,
                Bilingual(
                    ru: "не проверялась: файла \(AccessibilityReport.path) нет, его пишет проверка в браузере",
                    en: "not checked: there is no \(AccessibilityReport.path), which a check in a browser writes"))
        }
        let failed = Bilingual(
            ru: "не пройдено проверок — \(report.failed) из \(report.checks) (\(report.standard), \(report.program))",
            en: "failed checks: \(report.failed) of \(report.checks) (\(report.standard), \(report.program))")
        let earlier = Bilingual(
            ru: "проверялась \(text(of: report.day)), раньше этого издания: после неё страницы могли измениться",
            en: "checked on \(text(of: report.day)), before this edition: pages may have changed since")
        return Preflight.Check(
            id: "accessibility", title: title.text(language),
            findings: report.failed == 0
                ? []
                : [
                    Preflight.Finding(
                        place: AccessibilityReport.path, text: failed.text(language), isGrave: false)
                ],
            unchecked: report.day < album.configuration.edition ? earlier.text(language) : nil,
            scope: manner(of: report).text(language))
    }

    /// By what the pages were checked, against what, when, how many, and what no program sees.
    private func manner(of report: AccessibilityReport) -> Bilingual {
        Bilingual(
            ru: "программой \(report.program) на соответствие \(report.standard), \(text(of: report.day)), проверок — "
                + "\(report.checks); страницы — по одной каждого вида\(report.pages.map { ", всего \($0)" } ?? ""); понятен ли "
                + "текст, верны ли описания картинок и удобен ли порядок чтения, программа не видит, приложенные файлы не проверялись",
            en: "by \(report.program) against \(report.standard), \(text(of: report.day)), checks: \(report.checks); "
                + "one page of each sort\(report.pages.map { ", \($0) in all" } ?? ""); whether texts are clear, descriptions of pictures true and "
                + "the order of reading apt no program sees, and attached files were not checked")
    }

    /// Until when the contact for safety holds.
    private func security(_ contact: SecurityContact, _ rest: inout [Diagnostic]) -> Preflight.Check {
        let found = rest.filter { $0.code == .securityExpires }
        rest.removeAll { $0.code == .securityExpires }
        var check = check(
            "security", Bilingual(ru: "Контакт по безопасности", en: "Contact for safety"), found.flatMap(findings))
        let (end, day) = (text(of: contact.expires), text(of: max(today, album.configuration.edition)))
        check.scope = Bilingual(ru: "срок — \(end), сверен с днём \(day)", en: "holds until \(end), seen from \(day)")
            .text(language)
        return check
    }

    /// Addresses that editions before have published.
    private func addresses(_ rest: inout [Diagnostic]) -> Preflight.Check {
        let title = Bilingual(ru: "Опубликованные адреса", en: "Published addresses")
        let codes = Set(DiagnosticCode.ledgerCodes)
        let found = rest.filter { codes.contains($0.code) }
        rest.removeAll { codes.contains($0.code) }
        guard found.isEmpty, album.ledger == AddressLedger() else {
            let isLost = { (diagnostic: Diagnostic) in
                diagnostic.code == .addressLost || diagnostic.code == .addressesLost
            }
            var check = check(
                "addresses", title,
                found.filter { !isLost($0) }.flatMap(findings) + (found.contains(where: isLost) ? lost(found) : []))
            let withdrawn = album.ledger.entries.count { $0.withdrawal != nil }
            let scope = Bilingual(
                ru: "адресов — \(album.ledger.entries.count), из них снято с публикации — \(withdrawn)",
                en: "addresses: \(album.ledger.entries.count), withdrawn: \(withdrawn)")
            check.scope = scope.text(language)
            return check
        }
        return unchecked(
            "addresses", title,
            Bilingual(
                ru: "не проверялись: списка \(AddressLedger.path) нет, его делает album publish",
                en: "not checked: there is no \(AddressLedger.path), which album publish makes"))
    }

    /// What readers do not find any more, and where they are led to instead: whoever signs sees what has gone.
    private func withdrawn() -> [Preflight.Withdrawn] {
        let entries = album.ledger.entries.filter { $0.withdrawal != nil }
        if entries.isEmpty { return [] }
        let successors = PagePlans(linked.home).successors(of: entries.map(\.address))
        return entries.compactMap { entry in
            guard let withdrawal = entry.withdrawal else { return nil }
            let successor = successors[entry.address]
            return Preflight.Withdrawn(
                address: entry.address.text, title: withdrawal.title, day: withdrawal.day, reason: withdrawal.reason,
                successor: successor?.address.text, successorTitle: successor?.title)
        }
    }

    /// Each address that is lost, where a message names some of a folder; those of an album that is gone or is called otherwise
    /// are counted by its message.
    private func lost(_ told: [Diagnostic]) -> [Preflight.Finding] {
        let albums = told.compactMap { diagnostic -> String? in
            switch diagnostic.code {
            case .albumRemoved: diagnostic.arguments.first
            case .goneRoot: diagnostic.arguments.dropFirst().first
            default: nil
            }
        }
        return linked.lostAddresses.filter { address in
            !albums.contains { address.isOf(album: $0) || address.isOfRegion($0) }
        }.map { address in
            let since = album.ledger.since(address).map(text) ?? ""
            return Preflight.Finding(
                place: AddressLedger.path,
                text: DiagnosticCode.addressLost.message.text(language, ["«\(address)»", since]), isGrave: true)
        }
    }

    /// Files for download that some readers have nothing of.
    private func attachments() throws(FileError) -> Preflight.Check {
        let title = Bilingual(ru: "PDF: текстовый слой и разметка", en: "PDF: text and tags")
        let files = linked.files.filter { $0.path.pathExtension.lowercased() == "pdf" }
        guard !files.isEmpty else {
            return unchecked("pdf", title, Bilingual(ru: "таких файлов нет", en: "there are none"))
        }
        guard let inspector else {
            return unchecked(
                "pdf", title,
                Bilingual(
                    ru:
                        "не проверялись, файлов — \(files.count): нет программ pdftotext и pdfinfo (пакет \(PDFInspector.package))",
                    en: "\(files.count) files not checked: there is no pdftotext or pdfinfo (\(PDFInspector.package))"))
        }
        var findings: [Preflight.Finding] = []
        for file in files {
            let words: Bilingual? =
                switch inspector.look(at: try linked.publishedBytes(of: file)) {
                case .sound: nil
                case .withoutText:
                    Bilingual(
                        ru: "скан без текста: его не найти поиском и не прочесть вслух", en: "a scan: it has no text")
                case .withoutTags:
                    Bilingual(
                        ru: "без разметки: вслух может читаться не по порядку",
                        en: "no tags: it may be read aloud out of order")
                case .unreadable: Bilingual(ru: "не читается", en: "unreadable")
                }
            guard let words else { continue }
            let place = linked.sourceMap.shown("content/" + file.path.text)
            findings.append(.init(place: place, text: words.text(language), isGrave: false))
        }
        return check("pdf", title, findings)
    }

    /// On what terms each file is published that a material has.
    private func terms() -> [Preflight.FileTerms] {
        linked.files.flatMap { entry -> [Preflight.FileTerms] in
            let owners = linked.fileOwners[entry.path.text] ?? []
            return owners.filter { !album.catalog.materials[$0].isDraft }.map { index in
                let material = album.catalog.materials[index]
                var license: String?
                if case .text(let text)? = material[CoreField.license] { license = text }
                return Preflight.FileTerms(
                    file: linked.sourceMap.shown("content/" + entry.path.text),
                    material: linked.sourceMap.shown("content/" + material.path), license: license)
            }
        }
    }

    /// Files of which no material says on what terms they are published, a finding a material.
    private func licences(_ terms: [Preflight.FileTerms]) -> Preflight.Check {
        let title = Bilingual(ru: "Права на файлы", en: "Licences of files")
        if terms.isEmpty {
            return unchecked("licences", title, Bilingual(ru: "таких файлов нет", en: "there are none"))
        }
        let known = Set(terms.filter { $0.license != nil }.map(\.file))
        let unknown = Dictionary(grouping: terms.filter { !known.contains($0.file) }, by: \.material)
        let findings = unknown.sorted { $0.key < $1.key }.map { material, files in
            let names = files.compactMap { $0.file.split(separator: "/").last }.joined(separator: ", ")
            let words = Bilingual(ru: "не сказано (поле license): \(names)", en: "unsaid (field license): \(names)")
            return Preflight.Finding(place: material, text: words.text(language), isGrave: false)
        }
        return check("licences", title, findings)
    }

    /// What a school must say of itself and does not.
    private func organisation(_ details: OrganisationDetails) -> Preflight.Check {
        let findings = details.missing.map { key in
            let words = Bilingual(ru: "не сказано: organisation.\(key)", en: "unsaid: organisation.\(key)")
            return Preflight.Finding(place: Configuration.path, text: words.text(language), isGrave: false)
        }
        let title = Bilingual(
            ru: "Сведения об образовательной организации (приказ Рособрнадзора № 1493): основные сведения",
            en: "What a school says of itself (Rosobrnadzor's order № 1493): the basic facts")
        let rest = Bilingual(
            ru: "лицензия, аккредитация, места занятий, филиалы и остальные разделы приказа: альбом их не ведёт",
            en: "licence, accreditation, places of study, branches and the other parts of the order: an album has none")
        return Preflight.Check(
            id: "organisation", title: title.text(language), findings: findings, unchecked: rest.text(language))
    }

    /// Materials whose text the site has not.
    private func wanted() -> Preflight.Check {
        let findings = album.published.compactMap { index -> Preflight.Finding? in
            guard linked.home.isWanted(album.catalog.materials[index]) else { return nil }
            return .init(
                place: linked.sourceMap.shown("content/" + album.catalog.materials[index].path),
                text: album.catalog.materials[index].title, isGrave: false)
        }
        return check(
            "wanted", Bilingual(ru: "Материалы без своего текста", en: "Materials without their text"), findings)
    }

    private func check(_ id: String, _ title: Bilingual, _ findings: [Preflight.Finding]) -> Preflight.Check {
        // Who signs reads each thing once.
        var seen: Set<Preflight.Finding> = []
        return Preflight.Check(
            id: id, title: title.text(language), findings: findings.filter { seen.insert($0).inserted }, unchecked: nil)
    }

    /// A day as the act says all of them.
    private func text(of day: CalendarDate) -> String { DateText(language).day(day.year, day.month, day.day) }

    private func unchecked(_ id: String, _ title: Bilingual, _ why: Bilingual) -> Preflight.Check {
        Preflight.Check(id: id, title: title.text(language), findings: [], unchecked: why.text(language))
    }

    /// One for each place: a message of one cause stands for all of them, and who signs answers for each.
    private func findings(_ diagnostic: Diagnostic) -> [Preflight.Finding] {
        let arguments = diagnostic.arguments.map { written in CalendarDate(iso: written).map(text) ?? written }
        return OneCause.places(of: diagnostic).map { location in
            var place = location.path
            if let file = location.file, let range = location.range {
                let position = file.position(at: range.lowerBound)
                place += ":\(position.line):\(position.column)"
            }
            return Preflight.Finding(
                place: place, text: diagnostic.code.message.text(language, arguments),
                isGrave: diagnostic.severity == .error)
        }
    }
}
