import Catalog
import Diagnostics
import Languages
import Theming

/// Every key of kinds, vocabularies and `album.yml`: what it does and takes, what holds without it, how it is written.
///
/// What is known comes of the lists that the loaders check against (``SchemaPlace``), and each sample is a part of a site
/// that a test builds (``SchemaSample``), which stands whole at the end.
struct HandbookSchema {
    let page: Page

    private var language: Language { page.album.configuration.language }

    func chapters() -> [HandbookPages.Chapter] {
        SchemaSection.all.map(chapter) + [sample()]
    }

    private func chapter(_ section: SchemaSection) -> HandbookPages.Chapter {
        let isOfKeys = if case .keys = section.subject { true } else { false }
        let heads: [Word] = [
            isOfKeys ? .handbookKey : .handbookWord, .handbookKeyAbout, .handbookKeyAbsent, .handbookKeySample,
        ]
        let rows = section.entries.map { entry in
            Markup.Row(
                id: "\(section.id)-\(entry.name)",
                cells: [
                    .code(entry.name), .text(entry.about.text(language)),
                    .text(entry.absent?.text(language) ?? page.wording.word(.handbookKeyNeeded)),
                    Markup.code(entry.sample).unsearched,
                ])
        }
        return HandbookPages.Chapter(
            id: section.id, title: section.title.text(language),
            content: [.paragraph(.text(section.lead.text(language))), .table(heads.map(page.wording.word), rows)])
    }

    /// The files of which the samples are parts.
    private func sample() -> HandbookPages.Chapter {
        HandbookPages.Chapter(
            id: Self.sampleChapter, title: page.wording.word(.handbookSchemaSample),
            content: [.paragraph(.text(page.wording.word(.handbookSchemaSampleAbout)))]
                + SchemaSample.shown.flatMap { path, text in
                    [Markup.paragraph(.code(path)), .sample(text)]
                })
    }

    static let sampleChapter = "sample-files"
}
