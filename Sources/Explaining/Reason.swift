import Diagnostics

/// Why a sort of mistakes is told at all: a group of codes that are told for the same reason.
package struct Reason: Sendable {
    /// Heading of the group.
    package let title: Bilingual
    /// What a reader or the site would lose.
    package let why: Bilingual
    /// Names of codes, in the order in which they are listed.
    package let codes: [String]

    init(_ title: Bilingual, why: Bilingual, _ codes: String) {
        self.title = title
        self.why = why
        self.codes = codes.split(separator: " ").map(String.init)
    }

    /// All groups; each code that an editor can cause stands in one.
    package static let all: [Reason] = frontMatter + texts + links + tables + files + site

    /// The group of a code; nothing for a code that only authors of themes cause.
    package static func reason(of code: String) -> Reason? { all.first { $0.codes.contains(code) } }
}

extension Reason {
    private static let frontMatter = [
        Reason(
            Bilingual(ru: "Форма шапки", en: "The form of the front matter"),
            why: Bilingual(
                ru: "Шапку читает программа: когда её форма нарушена, неизвестно, где кончается одно поле и начинается "
                    + "другое, и материал опубликовать нельзя или часть написанного пропадёт.",
                en: "A program reads the front matter: once its form is broken, nobody can tell where one field ends "
                    + "and the next begins."),
            "broken-yaml yaml-anchor duplicate-key missing-front-matter unterminated-front-matter dashed-fence "
                + "cut-value comma-in-name joined-values"),
        Reason(
            Bilingual(ru: "Поля", en: "Fields"),
            why: Bilingual(
                ru: "По полям материал находят и показывают: на страницах направлений и муниципалитетов, в списках, в "
                    + "поиске. Поле, которого не понять, в этом не участвует.",
                en: "Fields are what a material is found and listed by; one that is not understood takes no part in it."
            ),
            "unknown-field missing-title missing-field empty-field no-value wrong-type unknown-choice unknown-kind "
                + "unclear-draft doubled-value"),
        Reason(
            Bilingual(ru: "Названия из списков", en: "Names of lists"),
            why: Bilingual(
                ru: "Направления, муниципалитеты, организации берутся из списков, чтобы одно и то же всюду называлось "
                    + "одинаково и собиралось на одной странице.",
                en: "Directions, municipalities and organisations come from lists, so that the same thing has the same "
                    + "name everywhere and its materials meet on one page."),
            "unknown-value ambiguous-value ended-entry former-name"),
        Reason(
            Bilingual(ru: "Краткое описание", en: "Summaries"),
            why: Bilingual(
                ru:
                    "По краткому описанию читатель решает, открывать ли материал: оно стоит на карточках и в найденном.",
                en: "By the summary a reader decides whether to open the material: it stands on cards and in results."),
            "missing-summary empty-summary absent-own-words long-summary"),
        Reason(
            Bilingual(ru: "Даты и сроки", en: "Dates and terms"),
            why: Bilingual(
                ru:
                    "Понятый срок попадает в календарь, на шкалу времени и в отбор по датам; непонятый остаётся текстом, "
                    + "и мероприятия в календаре нет.",
                en: "A term that is understood goes into the calendar, the timeline and filters; another stays a text, "
                    + "and the calendar lacks the event."),
            "bad-date unknown-period no-such-day no-such-month misspelt-term reversed-term several-terms "
                + "term-without-year guessed-year field-without-year date-outside-term repeated-term ambiguous-year "
                + "ambiguous-school-year short-year time-without-day duration-without-beginning date-remark distant-year"
        ),
        Reason(
            Bilingual(ru: "Личные данные", en: "Personal data"),
            why: Bilingual(
                ru: "Альбом открыт всем и расходится на флешках: опубликованное уже не отозвать. Личные данные в нём "
                    + "публикуют только с разрешения.",
                en: "The album is open to all and travels on sticks: what was published cannot be called back."),
            "insurance-number passport-number mobile-phone private-email child-with-class birth-date named-organiser "
                + "broken-privacy-allow idle-privacy-allow"),
    ]

    private static let texts = [
        Reason(
            Bilingual(ru: "Знаки в тексте", en: "Marks in the text"),
            why: Bilingual(
                ru:
                    "Знак разметки, поставленный не так, читатель увидит буквами, или часть текста покажется не тем, чем "
                    + "задумана: списком, кодом, заголовком.",
                en: "A mark that is not quite right shows as letters, or makes of a text what it was not meant to be."),
            "open-mark swallowed-signs leading-sign joined-lines pasted-list glued-number numbered-lines "
                + "renumbered-item unseen-blank indented-prose sunken-paragraph open-fence underlined-text empty-alert "
                + "foreign-mark raw-html font-sign mixed-letters control-character direction-mark unseen-character"
                + " merge-marker"),
        Reason(
            Bilingual(ru: "Заголовки и разделы", en: "Headings and sections"),
            why: Bilingual(
                ru:
                    "По заголовкам страница делится на части, собирается её содержание, находятся таблицы и разделы вида: "
                    + "«Цель», «Ход», «Результаты».",
                en: "Headings part a page, make its contents, and are what sections and tables are found by."),
            "near-heading heading-mark misnamed-section doubled-section empty-section empty-optional-section "
                + "missing-section empty-heading top-heading skipped-heading-level heading-anchor"),
        Reason(
            Bilingual(ru: "Сноски", en: "Footnotes"),
            why: Bilingual(
                ru: "Сноска из двух частей: знака в тексте и примечания внизу. Без одной из них вторая ни к чему.",
                en: "A footnote has two parts, the mark and the note; neither is of use without the other."),
            "unknown-footnote unused-footnote word-footnote list-in-note"),
    ]

    private static let links = [
        Reason(
            Bilingual(ru: "Ссылки", en: "Links"),
            why: Bilingual(
                ru:
                    "Ссылка, которая никуда не ведёт, — тупик для читателя; альбом читают и без сети, с флешки, поэтому "
                    + "всё, на что он ссылается внутри себя, должно в нём быть.",
                en:
                    "A link to nowhere is a dead end; the album is read offline too, so it must hold all that it links to "
                    + "within itself."),
            "broken-link broken-anchor link-outside link-to-draft link-to-withdrawn bare-address edit-link attached-address unsafe-address "
                + "spaced-address parted-link local-path open-wiki-link empty-wiki-link remote-picture missing-file"),
        Reason(
            Bilingual(ru: "Связи материалов", en: "How materials belong together"),
            why: Bilingual(
                ru:
                    "Материалы связаны именами: по ним собираются обратные ссылки, охват и «что на что опирается». Имя, "
                    + "которого нет или которое подходит двоим, ни с чем не связывает.",
                en: "Materials are tied by names: a name that nothing has, or that fits two, ties nothing."),
            "unknown-reference unknown-title ambiguous-reference other-kind orphan unmarked-municipality "
                + "place-elsewhere unsorted-places unclear-reach common-to-all row-of-others event-apart event-alike "
                + "rests-on-repealed contradicting-status former-address"),
        Reason(
            Bilingual(ru: "Адреса, которые остаются", en: "Addresses that stay"),
            why: Bilingual(
                ru:
                    "На опубликованную страницу ссылаются приказы, письма и закладки; пропавший адрес — тупик для всех, кто "
                    + "его записал. Поэтому сайт помнит свои адреса и без спроса ни одного не теряет.",
                en:
                    "Orders, letters and bookmarks link to a published page: an address that is lost is a dead end for all "
                    + "who wrote it down. The site remembers its addresses and loses none unasked."),
            "broken-ledger address-lost addresses-lost album-removed address-back successor-withdrawn book-not-made"),
        Reason(
            Bilingual(ru: "Описания картинок", en: "Descriptions of pictures"),
            why: Bilingual(
                ru: "Описание читают вслух тем, кто картинки не видит, и видят все, у кого она не открылась.",
                en: "The description is read to those who do not see the picture."),
            "missing-alt"),
    ]

    private static let tables = [
        Reason(
            Bilingual(ru: "Таблица не стала таблицей", en: "A table that is none"),
            why: Bilingual(
                ru:
                    "Строки такой таблицы не попадают ни в данные, ни в календарь, ни в отбор: читатель в лучшем случае "
                    + "видит их текстом.",
                en: "Its rows are no data, and no calendar has them."),
            "broken-delimiter table-without-delimiter table-without-head torn-table pasted-table pressed-table "
                + "nested-table table-under-other-heading missing-table no-rows text-in-table second-head title-rows "
                + "empty-table table-without-heading unknown-table table-twice tables-differ"),
        Reason(
            Bilingual(ru: "Столбцы", en: "Columns"),
            why: Bilingual(
                ru: "Столбцы узнаются по названию в шапке: по неузнанному нельзя отобрать, и в календарь он не пойдёт.",
                en: "Columns are known by their heads: nothing is filtered by one that is not known."),
            "unknown-column other-form near-column foreign-columns doubled-column nameless-column missing-column "
                + "term-in-two-columns"),
        Reason(
            Bilingual(ru: "Строки и ячейки", en: "Rows and cells"),
            why: Bilingual(
                ru: "Каждая строка — запись: мероприятие, показатель, участник. Пустая или лишняя ячейка сдвигает "
                    + "значения, а строка-пояснение становится записью, которой не было.",
                en: "Each row is a record: a cell too few or too many shifts values, and a remark becomes a record."),
            "missing-cell missing-cells surplus-cell cell-count empty-below-filled merged-cells no-record footer-row "
                + "bad-number spreadsheet-error narrow-column share-without-sign commas-in-list count-differs title-year"
        ),
        Reason(
            Bilingual(ru: "Числа, которые должны сойтись", en: "Figures that must agree"),
            why: Bilingual(
                ru: "По оценочному листу считают баллы, по номерам сверяют методологии: расхождение значит, что "
                    + "переписано неверно или ошибся источник.",
                en: "Score sheets are added up and numbers compared: a difference means a slip, here or in the source."),
            "position-sum position-sum-exceeded group-sum group-sum-exceeded positive-penalty unknown-parent "
                + "doubled-number missing-number unnumbered-row"),
        Reason(
            Bilingual(ru: "План и факт показателей", en: "Plans and facts of indicators"),
            why: Bilingual(
                ru:
                    "Страница говорит, достигнут ли план, только когда это ясно из написанного: какое значение лучше и что "
                    + "вышло. Где написанное спорит или это не число, читатель ответа не получит.",
                en: "A page says whether a plan is reached only where what is written makes it certain."),
            "contrary-bound uncompared-fact doubled-figure value-beside-fact denied-outcome"),
        Reason(
            Bilingual(ru: "Диаграммы", en: "Charts"),
            why: Bilingual(
                ru: "Диаграмма рисуется из таблицы: если числа или настройки не поняты, рисовать нечего.",
                en: "A chart is drawn from a table: where its figures are not understood, there is nothing to draw."),
            "chart-without-table chart-without-title unknown-chart-setting unknown-chart-form chart-parts chart-value "
                + "chart-with-two-tables chart-numbers-without-table unknown-chart-table unknown-chart-column"),
    ]

    private static let files = [
        Reason(
            Bilingual(ru: "Файлы материалов", en: "Files of materials"),
            why: Bilingual(
                ru: "Программа читает тексты в UTF-8 из файлов .md и таблицы из файлов CSV; из другого она не возьмёт "
                    + "ничего или возьмёт не то.",
                en:
                    "Texts are read from files .md in UTF-8, tables from CSV; from others nothing is taken, or the wrong "
                    + "thing."),
            "huge-file empty-file bad-encoding bad-utf8 byte-order-mark carriage-returns unreadable-file "
                + "symlink-outside symlink-dangling stray-file not-text not-csv huge-table csv-quote material-extension"
        ),
        Reason(
            Bilingual(ru: "Кто есть кто", en: "Who is who"),
            why: Bilingual(
                ru:
                    "У каждого материала один файл, одно имя и один адрес: иначе ссылки ведут не туда, а читатель видит "
                    + "одно и то же дважды.",
                en: "Each material has one file, one name and one address."),
            "same-title same-document ambiguous-citation duplicate-id colliding-address reserved-address missing-kind copied-file unread-copy "
                + "wrong-folder"),
        Reason(
            Bilingual(ru: "Картинки и вложения", en: "Pictures and attachments"),
            why: Bilingual(
                ru: "Альбом открывают на старых ноутбуках, с флешки и через школьные фильтры: файл должен открыться у "
                    + "всех, не быть огромным и не выполнять ничего сам.",
                en: "The album is opened on old machines and behind filters: a file must open for everybody, be of "
                    + "sensible size and run nothing."),
            "damaged-picture picture-position unshown-picture no-picture print-colours large-picture "
                + "plain-picture wide-picture active-picture active-file program-file file-with-macros empty-attachment large-file "
                + "too-large-to-publish unsearched-file scanned-file no-pdf-reader"),
    ]

    private static let site = [
        Reason(
            Bilingual(ru: "Настройки сайта, списки и виды", en: "Settings, lists and kinds"),
            why: Bilingual(
                ru:
                    "По album.yml, content/vocabularies и content/kinds читаются все материалы: ошибка здесь сказывается "
                    + "сразу на многих страницах.",
                en:
                    "All materials are read by album.yml, content/vocabularies and content/kinds: a fault here shows on "
                    + "many pages at once."),
            "broken-configuration broken-accessibility security-expires no-history missing-configuration unknown-menu-item unknown-page missing-theme missing-schema "
                + "broken-vocabulary broken-kind duplicate-entry doubled-name shared-tile unknown-successor "
                + "successor-circle endless-entry former-name-taken all-drafts root-address-taken "
                + "unnamed-root-file missing-root-file"),
        Reason(
            Bilingual(ru: "Несколько альбомов на одном сайте", en: "Several albums in one site"),
            why: Bilingual(
                ru:
                    "Альбомы регионов складываются в один сайт, и каждый остаётся в своей папке: что у двух названо одинаково, "
                    + "не должно перепутаться, а чужое — попасть не к тому.",
                en: "Albums of regions make one site, and each stays in its folder: what two call alike must not be "
                    + "mixed up."),
            "missing-root root-outside root-folder-taken kind-of-root-differs entry-of-root-differs place-of-other-region "
                + "entry-of-other-root root-files-of-root name-of-whole-site "
                + "number-of-root-taken language-of-root place-of-gone-root gone-root unnamed-region"),
    ]
}
