import AlbumMarkdown
import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// The commonest mistakes, as an editor sees them printed.
///
/// The golden file is read as a text: would a methodist who has never seen a program know what to do?
@Suite struct PrintedDiagnosticTests {
    private static let head = "---\ntitle: Квест\nsummary: Игра\n"

    /// What was done wrong, and the practice's text.
    private static let mistakes: [(what: String, text: String)] = [
        ("опечатка в названии направления", head + "directions: [Муниципальная грппа]\n---\n"),
        ("несколько направлений без скобок", head + "directions: Знание, Здоровье\n---\n"),
        ("название без «ГО» или «МР»", head + "municipalities: [Троицкий]\n---\n"),
        ("слово, которого в словаре нет", head + "directions: [Цирк]\n---\n"),
        ("двоеточие в названии", "---\ntitle: Квест: игра по станциям\nsummary: Игра\n---\n"),
        ("кавычки внутри кавычек", "---\ntitle: \"Гимназия \"Ступени\"\"\nsummary: Игра\n---\n"),
        ("незакрытая скобка", head + "directions: [Знание\ndate: 2023\n---\n"),
        ("табуляция в отступе", head + "directions:\n\t- Знание\n---\n"),
        ("звёздочка в начале", "---\ntitle: *Квест*\nsummary: Игра\n---\n"),
        ("поле записано дважды", "---\ntitle: Квест\nsummary: Игра\ntitle: Ещё квест\n---\n"),
        ("нет шапки", "# Квест-игра\n\nТекст.\n"),
        ("нет второй черты", head + "\nТекст.\n"),
        ("пустой файл", "\n"),
        ("нет заголовка", "---\nsummary: Игра\n---\n"),
        ("не заполнено поле", "---\ntitle: Квест\n---\n"),
        ("опечатка в имени поля", head + "напрвления: [Знание]\n---\n"),
        ("дата словами", head + "updated: прошлой весной\n---\n"),
        ("срок, который не понят", head + "date: после каникул\n---\n"),
        ("число словами", head + "number: около ста\n---\n"),
        ("список вместо одного значения", head + "date: [2022, 2023]\n---\n"),
        ("да или нет", head + "draft: потом\n---\n"),
        ("неизвестный вид", "---\ntitle: Квест\nsummary: Игра\nkind: практики\n---\n"),
        ("ссылка на материал, которого нет", head + "rests-on: [order-02-2870]\n---\n"),
        ("источник, которого нет", head + "source: 005, раздел «Квест»\n---\n"),
    ]

    @Test func theCommonestMistakesAreSaidInAnEditorsWords() throws {
        let album = SmallAlbum()
        let order = "---\ntitle: Приказ\nsummary: О группах\n---\n"
        var printed = ""
        for (what, text) in Self.mistakes {
            let found = album.read(["documents/order-02-2807.md": order, "practices/kvest.md": text]).diagnostics
            printed += "# \(what)\n" + DiagnosticPrinter(language: .ru).report(found) + "\n"
        }
        try Golden.expect(printed, matches: "mistakes.txt")
    }

    @Test func inEnglishNoRussianIsLeftButWhatTheEditorWrote() {
        let album = SmallAlbum()
        for (what, text) in Self.mistakes {
            for diagnostic in album.read(["practices/kvest.md": text]).diagnostics {
                let wording = diagnostic.code.message.text(.en) + diagnostic.code.remedy.text(.en)
                #expect(!wording.replacing("нет в источнике", with: "").contains(/[а-яё]/), "\(what): \(wording)")
            }
        }
    }

    @Test func faultsOfFilesAndAddressesAreSaidInAnEditorsWords() throws {
        let path = "content/practices/kvest.md"
        let utf16 = TextLoader.load(path: path, bytes: [0xFF, 0xFE, 0x1A, 0x04]).diagnostics
        let windows = TextLoader.load(path: path, bytes: Array("\u{FEFF}---\r\ntitle: Квест\r\n---\r\n".utf8))
            .diagnostics
        let damaged = TextLoader.load(path: path, bytes: Array("---\ntitle: Кве".utf8) + [0xD1, 0x20]).diagnostics
        let huge = TextLoader.load(path: path, bytes: [UInt8](repeating: 32, count: 9 << 20)).diagnostics
        let texts = ["practices/kvest.md", "practices/квест.md", "igry/a.md"]
        let schema = SmallAlbum().schema
        var found: [Diagnostic] = []
        let drafts = texts.map { path in
            let file = SourceFile(path: "content/" + path, text: "---\ntitle: А\nid: kvest\n---\n")
            let (draft, faults) = MaterialDraft.read(file, path: path, schema: schema)
            found += faults
            return draft
        }
        let collisions = AddressCheck.diagnostics(Indexed(drafts.map(\.origin)), reserved: [])
        found += collisions.map { diagnostic in
            diagnostic.located { path in drafts.compactMap(\.file).first { $0.path == path } }
        }
        let printer = DiagnosticPrinter(language: .ru)
        let printed = [utf16, windows, damaged, huge, found].map { printer.report($0) }.joined(separator: "\n")
        try Golden.expect(printed, matches: "files.txt")
    }
}
