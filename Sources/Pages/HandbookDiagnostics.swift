import Diagnostics
import Languages

/// Every message that an editor can cause, by area: what it says, what it weighs, what to do.
package struct HandbookDiagnostics {
    let page: Page

    private var language: Language { page.album.configuration.language }

    /// The chapter that shows a message.
    package static let sampleChapter = "reading"

    func chapters() -> [HandbookPages.Chapter] {
        [reading()]
            + areas.map { id, title, codes in
                let heads: [Word] = [.handbookMessage, .handbookWeight, .handbookRemedy]
                let table = Markup.table(heads.map(page.wording.word), codes.map(row))
                return HandbookPages.Chapter(id: id, title: page.wording.word(title), content: [table])
            }
    }

    /// Templates are no concern of editors: their codes are left out.
    private var areas: [(id: String, title: Word, codes: [DiagnosticCode])] {
        typealias Code = DiagnosticCode
        return [
            ("area-front-matter", .handbookAreaFrontMatter, Code.yamlCodes + Code.yamlValueCodes),
            ("area-fields", .handbookAreaFields, Code.valueCodes + Code.pastEntryCodes + Code.termCodes),
            ("area-text", .handbookAreaText, Code.markdownCodes + Code.sectionLossCodes),
            ("area-links", .handbookAreaLinks, Code.linkingCodes),
            (
                "area-tables", .handbookAreaTables,
                Code.tableCodes + Code.tableLossCodes + Code.rowLossCodes + Code.recordCodes
            ),
            (
                "area-files", .handbookAreaFiles,
                Code.fileCodes + Code.fileLossCodes + Code.identityCodes + Code.publishedFileCodes
            ),
            ("area-site", .handbookAreaSite, Code.schemaCodes + Code.historyCodes + Code.siteCodes + Code.privacyCodes),
        ]
    }

    /// How to read a message, and what its weight means.
    private func reading() -> HandbookPages.Chapter {
        let code = DiagnosticCode.unknownValue
        let values = language.hasRussianMessages ? ["Здаровье", "Направления"] : ["Helth", "Directions"]
        let message = code.message.text(language, values)
        let sample = "content/practices/kvest.md:4:14: \(word(code.severity)): \(message) [\(code.name)]"
        let weights: [(Severity, Word)] = [
            (.error, .handbookErrorMeans), (.warning, .handbookWarningMeans), (.hint, .handbookHintMeans),
        ]
        return HandbookPages.Chapter(
            id: Self.sampleChapter, title: page.wording.word(.handbookReading),
            content: [
                .paragraph(.text(page.wording.word(.handbookReadingAbout))), .sample(sample),
                .list(weights.map { .text("\(word($0)) — \(page.wording.word($1))") }),
            ])
    }

    private func row(_ code: DiagnosticCode) -> Markup.Row {
        let message = Self.openPlaces(code.message.text(language))
        let remedy = Self.openPlaces(code.remedy.text(language))
        return Markup.Row(
            id: code.name,
            cells: [
                .joined([.text(message), .code(code.name)], by: " "), .text(word(code.severity)),
                .text(
                    remedy.isEmpty ? page.wording.word(.handbookNoRemedy) : remedy.capitalizingFirst.breakingAddresses),
            ])
    }

    private func word(_ severity: Severity) -> String {
        switch severity {
        case .error: page.wording.word(.handbookError)
        case .warning: page.wording.word(.handbookWarning)
        case .hint: page.wording.word(.handbookHint)
        }
    }

    /// A wording with «…» where an argument will stand; one that stands in quotation marks keeps these.
    static func openPlaces(_ wording: String) -> String {
        let bytes = Array(wording.utf8)
        var shown: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let isPlace =
                bytes[index] == UInt8(ascii: "{") && index + 2 < bytes.count && (0x31...0x39).contains(bytes[index + 1])
                && bytes[index + 2] == UInt8(ascii: "}")
            if isPlace { shown.append(contentsOf: "…".utf8) } else { shown.append(bytes[index]) }
            index += isPlace ? 3 : 1
        }
        return String(decoding: shown, as: UTF8.self)
    }
}

extension String {
    /// As a sentence begins.
    fileprivate var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With places where a long name may go on in the next line: behind the parts of a path, and between a material and its
    /// table.
    ///
    /// In the largest letters such a name is wider than its column.
    fileprivate var breakingAddresses: String {
        split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard word.count > 16, !word.contains("://") else { return String(word) }
            return String(word).replacing("/", with: "/\u{200B}").replacing("]]#", with: "]]\u{200B}#")
        }.joined(separator: " ")
    }
}
