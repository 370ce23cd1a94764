extension Case {
    static let files = [
        Case(
            "huge-file", ru: ("otchet.md — 12 МБ", "otchet-1.md и otchet-2.md, таблицы — в файлах CSV рядом"),
            en: ("otchet.md of 12 MB", "otchet-1.md and otchet-2.md, tables in CSV files beside them")),
        Case(
            "empty-file", ru: ("practices/kvest.md — 0 байтов", "practices/kvest.md с шапкой: ---, title: Квест, ---"),
            en: ("practices/kvest.md of 0 bytes", "practices/kvest.md with a front matter")),
        Case(
            "bad-encoding",
            ru: ("Блокнот: «Сохранить как…», кодировка ANSI", "Блокнот: «Сохранить как…», кодировка UTF-8"),
            en: ("saved as ANSI", "saved as UTF-8")),
        Case(
            "bad-utf8", ru: ("При�аз № 215", "Приказ № 215 — слово набрано заново"),
            en: ("При�аз № 215", "Приказ № 215, the word typed again")),
        Case(
            "byte-order-mark", ru: ("кодировка «UTF-8 с BOM»", "кодировка «UTF-8»"),
            en: ("UTF-8 with BOM", "UTF-8")),
        Case(
            "carriage-returns", ru: ("концы строк CRLF (так пишет Блокнот)", "так и оставить, или выбрать LF"),
            en: ("line ends CRLF, as Notepad writes them", "may stay, or LF")),
        Case(
            "unreadable-file", ru: ("у файла нет прав на чтение", "права на чтение даны"),
            en: ("nobody may read the file", "the right to read it is given")),
        Case(
            "symlink-outside",
            ru: ("content/practices/plan.pdf → /home/otdel/plan.pdf", "content/practices/plan.pdf — сам файл"),
            en: ("content/practices/plan.pdf → /home/otdel/plan.pdf", "content/practices/plan.pdf, the file itself")),
        Case(
            "symlink-dangling",
            ru: ("content/practices/plan.pdf → нет такого файла", "content/practices/plan.pdf — сам файл"),
            en: ("content/practices/plan.pdf → no such file", "content/practices/plan.pdf, the file itself")),
        Case(
            "stray-file",
            ru: ("рядом с kvest.md лежит list.pdf, о котором нигде не сказано", "attachments: [list.pdf]"),
            en: ("list.pdf beside kvest.md, which nothing names", "attachments: [list.pdf]")),
        Case(
            "not-text",
            ru: ("kvest.docx переименован в kvest.md", "kvest.md с текстом из Word; kvest.docx — во вложениях"),
            en: ("kvest.docx renamed to kvest.md", "kvest.md with the text; kvest.docx is an attachment")),
        Case(
            "not-csv", ru: ("tables: {events: plan.xlsx}", "tables: {events: plan.csv} — сохранено как «CSV UTF-8»"),
            en: ("tables: {events: plan.xlsx}", "tables: {events: plan.csv}, saved as CSV UTF-8")),
        Case(
            "huge-table", ru: ("plan.csv на миллион строк", "plan-2023.csv и plan-2024.csv у двух материалов"),
            en: ("plan.csv of a million rows", "plan-2023.csv and plan-2024.csv of two materials")),
        Case("material-extension", "practices/kvest.md.txt", "practices/kvest.md"),
        Case(
            "same-title", "# kvest-1.md\ntitle: Квест-игра\n# kvest-2.md\ntitle: Квест-игра",
            "# kvest-1.md\ntitle: Квест-игра в 5 классе\n# kvest-2.md\ntitle: Квест-игра в 9 классе"),
        Case(
            "same-document", "# pervyi.md\nnumber: 17-б\ndate: 14.03.2025\n# vtoroi.md\nnumber: 17-б\ndate: 14.03.2025",
            "# pervyi.md\nnumber: 17-б\ndate: 14.03.2025"),
        Case(
            "ambiguous-citation",
            ru: (
                "Основание: приказ от 14.03.2025 № 17-б.\n(такой приказ есть у министерства и у управления)",
                "Основание: приказ Министерства образования от 14.03.2025 № 17-б."
            ),
            en: (
                "Основание: приказ от 14.03.2025 № 17-б.\n(two offices have an order of this number and day)",
                "Основание: приказ Министерства образования от 14.03.2025 № 17-б."
            )),
        Case("duplicate-id", "# a.md\nid: kvest\n# b.md\nid: kvest", "# a.md\nid: kvest\n# b.md\nid: kvest-2"),
        Case(
            "colliding-address", "practices/Квест.md\npractices/kvest.md",
            "practices/kvest-5-klass.md\npractices/kvest.md"),
        Case("reserved-address", "search.md", "pages/kak-iskat.md"),
        Case("missing-kind", "content/raznoe/kvest.md", "content/practices/kvest.md"),
        Case(
            "copied-file", ru: ("kvest.md\nkvest — копия.md", "kvest.md"),
            en: ("kvest.md\nkvest — копия.md", "kvest.md")),
        Case("unread-copy", "kvest.md\nkvest.md.txt", "kvest.md"),
        Case("wrong-folder", "practices/prikaz-215.md (number, issuer, official-title)", "documents/prikaz-215.md"),
    ]

    static let pictures = [
        Case(
            "damaged-picture", ru: ("foto.jpg, скачанная наполовину", "foto.jpg, сохранённая заново"),
            en: ("foto.jpg, half of it", "foto.jpg, saved again")),
        Case(
            "picture-position", ru: ("снимок с телефона с местом съёмки", "снимок, сохранённый без сведений о месте"),
            en: ("a photograph that tells where it was taken", "the same saved without the place")),
        Case("unshown-picture", "![Семинар](foto.heic)", "![Семинар](foto.jpg)"),
        Case("no-picture", "![Анкета](anketa.docx)", "[Анкета](anketa.docx)"),
        Case(
            "print-colours", ru: ("foto.jpg в цветах CMYK", "foto.jpg в цветах RGB"),
            en: ("foto.jpg in CMYK", "foto.jpg in RGB")),
        Case(
            "large-picture", ru: ("foto.jpg — 9 МБ", "foto.jpg — 0,6 МБ"),
            en: ("foto.jpg of 9 MB", "foto.jpg of 0.6 MB")),
        Case("plain-picture", "![Схема](shema.bmp)", "![Схема](shema.png)"),
        Case(
            "wide-picture", ru: ("foto.jpg — 6000 × 4000 точек", "foto.jpg — 2560 × 1707 точек"),
            en: ("foto.jpg of 6000 × 4000", "foto.jpg of 2560 × 1707")),
        Case("active-picture", "![Схема](shema.svg): <script>…</script>", "![Схема](shema.png)"),
        Case("active-file", "attachments: [anketa.html]", "attachments: [anketa.pdf]"),
        Case("program-file", "attachments: [test.exe]", "attachments: [test.pdf]"),
        Case("file-with-macros", "attachments: [otchet.xlsm]", "attachments: [otchet.xlsx]"),
        Case(
            "empty-attachment", ru: ("prikaz.pdf — 0 байтов", "prikaz.pdf, положенный заново"),
            en: ("prikaz.pdf of 0 bytes", "prikaz.pdf, put there again")),
        Case("large-file", ru: ("skan.pdf — 45 МБ", "skan.pdf — 6 МБ"), en: ("skan.pdf of 45 MB", "skan.pdf of 6 MB")),
        Case(
            "too-large-to-publish", "attachments: [zapis.mp4]", "[Запись](https://disk.example.org/zapis)"),
        Case(
            "unsearched-file", ru: ("polozhenie.docx, скачанный наполовину", "polozhenie.docx, сохранённый заново"),
            en: ("polozhenie.docx, half of it", "polozhenie.docx, saved again")),
        Case(
            "scanned-file", ru: ("prikaz.pdf — фотографии страниц", "prikaz.pdf, сохранённый из Word"),
            en: ("prikaz.pdf of photographs", "prikaz.pdf, saved from Word")),
        Case("no-pdf-reader", "search-pdf: да", "search-pdf: да\n# apt install poppler-utils"),
    ]

    static let site = [
        Case(
            "broken-accessibility",
            #"{"date": "2026-11-28", "standard": "WCAG 2.1 AA", "program": "axe-core", "checks": 0, "failed": 0}"#,
            #"{"date": "2026-11-28", "standard": "WCAG 2.1 AA", "program": "axe-core", "checks": 22, "failed": 0}"#),
        Case(
            "security-expires", "edition: 2026-12-01\nsecurity: {contact: safety@school.example, expires: 2026-12-15}",
            "edition: 2026-12-01\nsecurity: {contact: safety@school.example, expires: 2027-11-30}"),
        Case("no-history", "git clone --depth 1 …\nalbum build", "git clone …\nalbum build"),
        Case("broken-configuration", "title: Альбом\noutput: ../site", "title: Альбом\noutput: public"),
        Case("missing-configuration", "album build", "cd albom\nalbum build"),
        Case(
            "all-drafts", ru: ("draft: да — у всех материалов", "строки draft убраны из тех, что готовы"),
            en: ("draft: yes in all materials", "no draft in those that are ready")),
        Case(
            "orphan", ru: ("на kvest никто не ссылается", "в roadmaps/karta.md: По ней прошла [[kvest]]."),
            en: ("nothing links to kvest", "in roadmaps/karta.md: По ней прошла [[kvest]].")),
        Case(
            "place-elsewhere",
            "| Обмен опытом | Ашинскй МР | май 2026 |\n| Слёт | Ашинский МР; г. Сим | май 2026 |\n| Форум | школы Сима | май 2026 |",
            "| Обмен опытом | Ашинский МР | май 2026 |\n| Слёт | Ашинский МР | май 2026 |\n"
                + "# municipalities.yml\nasha-mr: {name: Ашинский МР, aliases: [Сим]}"),
        Case(
            "unsorted-places",
            "| Форум | городские округа | май 2026 |\n# municipalities.yml\nmiass: {name: Миасс}",
            "| Форум | городские округа | май 2026 |\n# municipalities.yml\nmiass: {name: Миасс, type: ГО}"),
        Case(
            "unclear-reach", "| Мероприятие | Участники |\n| Слёт | Станция юннатов |\n| Форум | Школы Энска |",
            "| Мероприятие | Участники | Кого касается |\n| Слёт | Станция юннатов | Ашинский МР |\n"
                + "| Форум | Школы Энска | все |"),
        Case(
            "common-to-all", "title: План области", "title: План области\nregion: Челябинская область"),
        Case(
            "event-apart", "| Форум | май 2026 | [[forum]] |\n# forum.md\ndate: 12.10.2026",
            "| Форум | 12.10.2026 | [[forum]] |\n# forum.md\ndate: 12.10.2026"),
        Case(
            "event-alike", "| Форум школьных команд | 12.10.2026 | |\n# forum.md\ntitle: Форум школьных команд",
            "| Форум школьных команд | 12.10.2026 | [[forum]] |\n# forum.md\ntitle: Форум школьных команд"),
        Case(
            "row-of-others", "municipalities: [Ашинский МР]\n| Семинар | Миасский ГО | май 2026 |",
            "municipalities: [Ашинский МР, Миасский ГО]\n| Семинар | Миасский ГО | май 2026 |"),
        Case(
            "missing-schema", ru: ("папки content/kinds нет", "content/kinds/practice.yml и остальные виды"),
            en: ("no folder content/kinds", "content/kinds/practice.yml and the other kinds")),
        Case(
            "broken-vocabulary", "entries:\n  - {name: Знание}", "entries:\n  - {id: znanie, name: Знание}"),
        Case("broken-kind", "  place: {label: Место, type: texts}", "  place: {label: Место, type: text}"),
        Case(
            "duplicate-entry", "  - {id: asha, name: Ашинский МР}\n  - {id: asha, name: Ашинский МО}",
            "  - {id: asha-mr, name: Ашинский МР}\n  - {id: asha-mo, name: Ашинский МО}"),
        Case(
            "doubled-name",
            "  - {id: troitsk-go, name: Троицкий ГО, aliases: [Троицкий]}\n  - {id: troitsk-mr, name: Троицкий МР, aliases: [Троицкий]}",
            "  - {id: troitsk-go, name: Троицкий ГО}\n  - {id: troitsk-mr, name: Троицкий МР}"),
        Case(
            "shared-tile",
            "  - {id: asha, name: Ашинский МР, tile: [1, 4]}\n  - {id: sim, name: Симское ГП, tile: [1, 4]}",
            "  - {id: asha, name: Ашинский МР, tile: [1, 4]}\n  - {id: sim, name: Симское ГП, tile: [1, 5]}"),
        Case(
            "unknown-successor", "- {id: sim, name: Симское ГП, valid: {to: 2023}, successor: asha}",
            "- {id: sim, name: Симское ГП, valid: {to: 2023}, successor: asha-mo}\n- {id: asha-mo, name: Ашинский МО}"),
        Case(
            "successor-circle",
            "- {id: sim, name: Симское ГП, valid: {to: 2023}, successor: asha-mo}\n- {id: asha-mo, name: Ашинский МО, valid: {to: 2023}, successor: sim}",
            "- {id: sim, name: Симское ГП, valid: {to: 2023}, successor: asha-mo}\n- {id: asha-mo, name: Ашинский МО}"),
        Case(
            "endless-entry", "- {id: sim, name: Симское ГП, successor: asha-mo}",
            "- {id: sim, name: Симское ГП, valid: {to: 2023}, successor: asha-mo}"),
        Case(
            "former-name-taken",
            "- {id: sim, name: Симское ГП}\n- {id: asha-mo, name: Ашинский МО, was: [Симское ГП]}",
            "- {id: sim, name: Симское ГП, valid: {to: 2023}, successor: asha-mo}\n- {id: asha-mo, name: Ашинский МО}"),
        Case("root-address-taken", "content/root/index.html", "content/root/robots.txt"),
        Case("unnamed-root-file", "content/root/yandex_1a2b.html", "# album.yml\nroot-files: [yandex_1a2b.html]"),
        Case("missing-root-file", "root-files: [yandex_1a2b.html]", "root-files: []"),
    ]
}
