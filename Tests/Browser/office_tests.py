"""A reader takes a page along as a file of Word or Excel: over http and from a disk, read by other programs."""

import gzip
import pathlib
import re
import time
import zipfile

import openpyxl
from docx.enum.section import WD_ORIENT
from firefox import Firefox
from harness import SPOILT, expect, until
from office import EXCEL, SAMPLE, TOLD, WORD, bare, document, lost, part, printed, sample, take, words

KILOBYTES = 10
ROADMAP, CHART, SHEET, EDITION = ("roadmaps/rma-roadmap-2023-2024.html", "pages/monitoring-results.html",
                                  "assessments/municipal-mechanisms-2023.html", "albums/team-album.print.html")
PAGES = (ROADMAP, CHART, SHEET, EDITION, "practices/kvest-vsoko.html", "practices/index.html", "documents/index.html", "calendar.html",
         "albums/team-album.html", "municipalities/asha-mr.html", "indicators/municipal-crosswalk.html")
FONT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def a_document_says_all_that_its_page_says(visit):
    faults = []
    for path in PAGES:
        page = visit.open(path)
        file = take(page)
        text = words(file)
        missing = lost(page, text)
        if missing:
            faults.append(f"{path}: {len(missing)} are missing, {missing[:3]}")
        if "\u00ad" in text:
            faults.append(f"{path}: marks of where words may be parted")
        read = document(file)
        title = page.locator("h1").first.inner_text().strip()
        if bare(read.core_properties.title) != bare(title) or read.paragraphs[0].style.name == "Heading 1" and bare(read.paragraphs[0].text) != bare(title):
            faults.append(f"{path}: the title is {read.core_properties.title}")
        levels = {p.style.name for p in read.paragraphs if p.style.name.startswith("Heading")}
        if not {"Heading 1"} <= levels:
            faults.append(f"{path}: its headings are {levels}")
        foot = "".join(p.text for p in read.sections[0].footer.paragraphs)
        if "Методический альбом" not in foot or "издание от 1 декабря 2023" not in foot.replace("\u00a0", " "):
            faults.append(f"{path}: its foot says «{foot}»")
    expect(not faults, "\n".join(["documents lack something:"] + faults))


def a_wide_table_lies_on_its_side_and_its_head_returns(visit):
    read = document(take(visit.open(ROADMAP)))
    expect([s.orientation for s in read.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT], "the table of six columns does not lie on its side")
    expect(read.sections[1].page_width > read.sections[1].page_height and round(read.sections[0].page_width.mm) == 210, "the paper is not A4")
    first = read.tables[0].rows[0]._tr
    expect(first.trPr.find(FONT + "tblHeader") is not None, "the head of the table does not return")
    expect(all(row._tr.trPr.find(FONT + "cantSplit") is not None for row in read.tables[0].rows), "rows are cut by the end of a page")
    expect(len(read.tables[0].columns) == 6, "a column is missing")
    expect('w:lang w:val="ru-RU"' in part(take(visit.page), "word/styles.xml"), "the language is not Russian")


def a_chart_is_a_picture_of_its_own_colours(visit):
    page = visit.open(CHART)
    light = take(page)
    read = document(light)
    expect(len(read.inline_shapes) == 1, f"there are {len(read.inline_shapes)} pictures")
    shape = read.inline_shapes[0]
    expect(shape.width.mm > 100 and "Доля экспертных оценок" in shape._inline.docPr.get("descr"), "the chart is small, or nothing describes it")
    visit.see("dark", 390)
    dark = take(page)
    expect(light.read_bytes() == dark.read_bytes(), "the file hangs on the look of the page")


def a_workbook_has_numbers_as_numbers(visit):
    book = openpyxl.load_workbook(take(visit.open(CHART), EXCEL))
    expect(book.sheetnames == ["Числа", "Доля экспертных оценок «за»", "О файле"], f"the leaves are {book.sheetnames}")
    row = [cell.value for cell in book["Числа"][2]]
    expect(row[1:3] == [1606, 0.54] and "%" in book["Числа"]["C2"].number_format, f"the row is {row}")
    expect(book["Числа"].freeze_panes == "A2" and book["Числа"].auto_filter.ref == "A1:D2", "the head is not held, or has no filter")
    title = book["О файле"]["B1"].value
    expect(title == "Работа с\u00a0результатами оценочных процедур и\u00a0мониторингов", "nothing says whose tables these are")


def every_table_of_a_page_is_a_leaf(visit):
    for path in (ROADMAP, SHEET, "indicators/municipal-crosswalk.html"):
        page = visit.open(path)
        file = take(page, EXCEL)
        text = bare(words(file))
        cells = [one for one in page.locator("main table:not(.sheet-paper:not([data-filled]) table) :is(th, td)").all_text_contents() if bare(one)]
        # Signs of footnotes and numbers are written otherwise.
        missing = [one for one in cells if bare(one) not in text and not re.fullmatch(r"[\s\d,.%−–-]+", one)]
        expect(not missing, f"{path} lacks {missing[:3]}")


def a_list_is_a_table_of_its_cards(visit):
    page = visit.open("practices/index.html")
    sheet = openpyxl.load_workbook(take(page, EXCEL)).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    expect(len(rows) == page.locator("main .card").count() + 1, f"{len(rows)} rows")
    expect({"Название", "О чём", "Направления", "Где"} <= set(rows[0]), f"the head is {rows[0]}")
    titles = [bare(text) for text in page.locator("main .card-title").all_inner_texts()]
    expect([bare(row[rows[0].index("Название")]) for row in rows[1:]] == titles, "the titles are others")
    page = visit.open("calendar.html")
    rows = list(openpyxl.load_workbook(take(page, EXCEL)).worksheets[0].iter_rows(values_only=True))
    expect(rows[0][:5] == ("Раздел", "Срок", "Начало", "Конец", "Название"), f"the head is {rows[0]}")
    expect({"Дорожная карта", "Адрес", "Результат", "Участники"} <= set(rows[0]), f"the head is {rows[0]}")
    expect(all(row[rows[0].index("Адрес")].startswith("http") for row in rows[1:]), "an address is none")
    expect(all(isinstance(row[1], str) for row in rows[1:]), "a term is no text")
    spans = {str(row[1]).replace("\u00a0", " "): tuple(day and f"{day:%Y-%m-%d}" for day in row[2:4]) for row in rows[1:]}
    expect(spans["19.06.2023 – 13.10.2023"] == ("2023-06-19", "2023-10-13") and spans["май 2017 г."] == ("2017-05-01", "2017-05-31")
           and spans["2022 г."] == ("2022-01-01", "2022-12-31") and spans["срок не указан"] == (None, None), f"the days are {spans}")


def documents_are_told_by_day_number_and_issuer(visit):
    """Whoever sorts or narrows the list in Excel has what the page shows and its filter knows."""
    for path, title, values in (
        ("documents/index.html", "Распоряжение Минпросвещения России от 22.06.2023 № Р-139",
         {"Раздел": "Федеральный уровень", "Год": 2023, "Номер": "Р-139", "Уровень": "федеральный", "Вид документа": "распоряжение", "Кто издал": "Минпросвещения России"}),
        ("practices/index.html", "Квест-игра «Совершенствование ВСОКО в условиях обновленных ФГОС»", {"Вид": "практика", "Год": 2022, "Уровень": "муниципальный"}),
        ("directions/znanie.html", "II этап. День образовательной агломерации", {"Срок": "14 сентября 2023 г."}),
    ):
        rows = list(openpyxl.load_workbook(take(visit.open(path), EXCEL)).worksheets[0].iter_rows(values_only=True))
        found = [dict(zip(rows[0], row)) for row in rows[1:] if bare(title) in bare(row[rows[0].index("Название")])]
        expect(len(found) >= 1, f"{path}: {title} is missing")
        told = {name: value.replace("\u00a0", " ") if isinstance(value, str) else value for name, value in found[0].items()}
        wrong = {name: told.get(name) for name, value in values.items() if told.get(name) != value}
        expect(not wrong, f"{path}: {wrong}")
        if path.startswith("documents"):
            expect(f"{told['Дата']:%Y-%m-%d}" == "2023-06-22", f"the date is {told['Дата']}")


DAYS = {"24.04.2023": "2023-04-24", "24 апреля 2023 г.": "2023-04-24", "1 мая 2017": "2017-05-01", "2023-06-22": "2023-06-22"}
NO_DAYS = ["4 квартал 2023", "3 квартал 2023 г.", "IV квартал 2023", "апрель 2023", "2023", "2023 г.", "04.2023", "2023-04", "31.02.2023", "19.06.2023 – 13.10.2023",
           "1–5 мая 2023", "№ 4/12", "4/12", "1.1", "4 12 2023", "2022/2023", "12 месяцев 2023", "1 полугодие 2023", "до 15 сентября 2023 г."]


def only_a_whole_day_is_a_day(visit):
    """«4 квартал 2023» was the fourth of December of the year before."""
    page = visit.open("indicators/regional-indicators.html")
    page.evaluate("""texts => {
        const body = document.querySelector("main table tbody"), row = body.rows[0].cloneNode(true);
        body.replaceChildren(...texts.map(text => {
            const own = row.cloneNode(true);
            own.lastElementChild.textContent = text;
            return own;
        }));
    }""", [*DAYS, *NO_DAYS])
    cells = [row[-1] for row in list(openpyxl.load_workbook(take(page, EXCEL)).worksheets[0].iter_rows())[1:]]
    expect([f"{cell.value:%Y-%m-%d}" if cell.is_date else cell.value for cell in cells] == [*DAYS.values(), *NO_DAYS], f"the days are {[cell.value for cell in cells]}")


def counts_of_all_do_not_head_what_a_filter_leaves(visit):
    """«Региональный уровень 18 документов» stood over eight."""
    for path, scope in (("documents/index.html", "#filtered .group"), ("directions/munitsipalnaia-gruppa.html", "#filtered .group"), ("calendar.html", "#calendar details.past > summary")):
        page = visit.open(path)
        counts = [bare(text) for text in page.locator(f"{scope} :is(h2:has(.count), h2 + .quiet)").all_text_contents()]
        expect(counts, f"{path} has no counts")
        page.locator("form.filter select[name]:not([data-kept-as])").nth(1).select_option(index=2)
        for button in (WORD, EXCEL):
            text = re.split(r"\n", words(take(page, button)))
            wrong = [line for line in text if bare(line) in counts]
            expect(not wrong, f"{path}: {wrong[:3]}")


def no_file_marks_where_words_may_be_parted(visit):
    page = visit.open("documents/index.html")
    page.locator("form.filter select[name=issuer]").select_option(index=3)
    files = [take(page), take(page, EXCEL), take(page, "button[data-blank]")]
    for path in ("indicators/regional-indicators.html", SHEET, "coverage.html", "directions/znanie.html", "roadmaps/project-500-events-2022.html"):
        page = visit.open(path)
        files += [take(page), take(page, EXCEL)]
    for file in files:
        with zipfile.ZipFile(file) as archive:
            faults = [name for name in archive.namelist() if "\u00ad" in name or name.endswith((".xml", ".rels")) and "\u00ad" in archive.read(name).decode()]
        expect(not faults and "\u00ad" not in file.name, f"{file.name}: {faults}")


def a_copy_on_a_disk_lists_the_pages_that_are_led_to(visit):
    """A file cannot know where the copy lies: links out stay, those to pages are paths at its end."""
    file = take(visit.open("practices/kvest-vsoko.html"))
    links = {link.address for p in document(file).paragraphs for link in p.hyperlinks}
    expect(not [one for one in links if not re.match("https?:|mailto:", one)], f"the links are {links}")
    text = words(file)
    expect("directions/znanie.html" in text.split("Страницы альбома, на которые ведёт текст")[1], "no list of the pages")
    rows = list(openpyxl.load_workbook(take(visit.open("documents/index.html"), EXCEL)).worksheets[0].iter_rows(values_only=True))
    expect("documents/directive-r-139.html" in [row[rows[0].index("Адрес")] for row in rows], "no path of a document")


def the_coverage_and_a_comparison_are_tables_of_numbers(visit):
    page = visit.open("coverage.html")
    book = openpyxl.load_workbook(take(page, EXCEL))
    expect(book.sheetnames[:2] == ["Своих материалов", "Участие"], f"the leaves are {book.sheetnames}")
    for name, sign, sums in (("Своих материалов", ".own", ".sum-own"), ("Участие", ".part", ".sum-part")):
        rows = list(book[name].iter_rows(values_only=True))
        shown = page.evaluate("""([sign, sums]) => Array.from(document.querySelectorAll(".matrix :is(tbody, tfoot) tr"), row => Array.from(row.querySelectorAll("td:not(.sum), " + sums), cell =>
            cell.matches(".sum") ? (cell.textContent ? Number(cell.textContent) : null) : cell.querySelector(sign) ? Number(cell.querySelector(sign).textContent) : null))""", [sign, sums])
        expect([list(row[1:]) for row in rows[1:]] == shown, f"{name}: the numbers are others")
    text = words(take(page))
    expect("2\u00a0[5]" in text and "Каменск-Уральский" in text, "the document lacks the table")
    page = visit.open("compare.html")
    expect(not page.locator(WORD).is_visible(), "a file of nothing is offered")
    page = visit.open("compare.html?m=asha-mr,kamensk-uralsky-go")
    until(page, "() => !document.querySelector('.compare').hidden")
    rows = list(openpyxl.load_workbook(take(page, EXCEL)).worksheets[0].iter_rows(values_only=True))
    numbers = [int(text) for text in page.locator(".compare tr[data-total] b").all_inner_texts()]
    own = [row for row in rows if row[0] in ("Своих материалов", "Участие")]
    expect([value for row in own for value in row[1:]] == numbers, f"the rows are {own}")
    expect("Ашинский МР" in words(take(page)), "the document lacks the comparison")


def a_folded_list_of_facts_is_a_line(visit):
    """«Участвуют: 36 муниципалитетов» was a list of 36 lines before the content."""
    page = visit.open("events/rma-contest-2023.html")
    for is_open in (False, True):
        page.locator(".page-head dd details").first.evaluate("(one, isOpen) => { one.open = isOpen; }", is_open)
        lines = [p.text.replace("\u00a0", " ") for p in document(take(page)).paragraphs]
        place = next(place for place, line in enumerate(lines) if line.startswith("Участвуют: "))
        expect(lines[place].startswith("Участвуют: 36 муниципалитетов") and any(line.startswith("Когда: ") for line in lines[max(0, place - 3):place + 4]), f"«Участвуют» is {lines[place:place + 3]}")
        expect(("Агаповский МР, Аргаяшский МР" in lines[place]) == is_open, f"the names are {lines[place]}")
    facts = [p.text.replace("\u00a0", " ") for p in document(take(visit.open(ROADMAP))).paragraphs if p.text.startswith("Направления РМА: ")]
    expect(len(facts) == 1 and facts[0].count(", ") > 10, f"behind the content stands {facts}")


def a_narrowed_list_has_one_count(visit):
    """«32 документа» stood over «Показано документов: 8 из 32»."""
    for path in ("documents/index.html", "practices/index.html"):
        page = visit.open(path)
        total = page.locator(".page-head > .count").inner_text()
        expect(total in words(take(page)).replace("\u00a0", " ").split("\n"), f"{path}: nothing says how many there are")
        page.locator("form.filter select[name=directions]").select_option(index=2)
        lines = words(take(page)).replace("\u00a0", " ").split("\n")
        expect(total not in lines and any(re.search(r"Показано .* из \d+", line) for line in lines), f"{path} says {lines[:6]}")
        page.emulate_media(media="print")
        expect(page.locator(".page-head > .count").is_hidden(), f"{path}: paper has two counts")
        page.emulate_media(media="screen")


def two_numbers_of_a_cell_stay_in_one_line(visit):
    """«2 [5]» was parted."""
    page = visit.open("coverage.html")
    cells = [cell.text for row in document(take(page)).tables[0].rows for cell in row.cells if "[" in cell.text]
    expect(any(re.fullmatch(r"\d+\u00a0\[\d+\]", cell) for cell in cells) and not any(" " in cell for cell in cells), f"the cells are {cells[:8]}")
    for mode, width in (("light", 1280), ("light", 1024), ("light", 800), ("light", 390), ("low vision", 1280)):
        visit.see(mode, width)
        parted = page.evaluate("""() => [...document.querySelectorAll(".matrix .own + .part")].filter(part => {
            const own = part.previousElementSibling.getBoundingClientRect(), box = part.getBoundingClientRect();
            return box.top >= own.bottom || box.left < own.right; }).length""")
        expect(parted == 0, f"{mode}, {width} px: {parted} cells are parted")


def what_a_filter_leaves_out_is_in_no_file(visit):
    page = visit.open("calendar.html")
    chooser = page.locator("form.filter select").first
    chooser.select_option(index=1)
    hidden = [bare(text) for text in page.locator("#calendar .row[hidden] .row-name").all_text_contents()]
    shown = [bare(text) for text in page.locator("#calendar .row:not([hidden]) .row-name").all_text_contents()]
    hidden = [text for text in hidden if not any(text in other for other in shown)]
    expect(hidden and shown, "the filter leaves nothing, or all")
    for button in (WORD, EXCEL):
        text = bare(words(take(page, button)))
        expect(not [one for one in hidden if one in text], "a row is there that the filter has left out")
        expect(all(one in text for one in shown), "a row is missing")
        expect(bare(page.locator(".filter-chosen").text_content()) in text, "nothing says what was chosen")


def an_empty_form_asks_what_the_kind_asks(visit):
    kinds = (
        ("roadmaps/index.html", "Мероприятия", ["Наименование мероприятия", "Участники"]),
        ("practices/index.html", "Ключевые идеи", ["Этап", "Что делают", "Срок", "Время"]),
        ("documents/index.html", "Официальное название", ["Номер"]),
    )
    for path, asked, columns in kinds:
        page = visit.open(path)
        file = take(page, "button[data-blank]")
        text = words(file)
        expect(file.name.startswith("Бланк") and asked in text and all(one in text for one in columns), f"{path}: {file.name} asks {text[:300]}")
        expect(any(not cell.text.strip() for table in document(file).tables for row in table.rows for cell in row.cells), "there is no room to write")


def all_that_a_text_may_hold_is_in_the_document(visit):
    with sample(visit):
        page = visit.open(SAMPLE)
        file = take(page)
        expect(not lost(page, words(file)), f"missing: {lost(page, words(file))}")
        expect(file.name == "Что берут с собой «проба» 1 2.docx", f"it is called {file.name}")
        read = document(file)
        runs = {run.text: run for p in read.paragraphs for run in p.runs}
        expect(runs["жирные"].bold and runs["наклонные"].italic and runs["лишние"].font.strike and runs["как в коде"].font.name == "Courier New", "a look is lost")
        links = {link.text: link.address for p in read.paragraphs for link in p.hyperlinks}
        expect(links["снаружи"] == "https://example.org/?a=1&b=2" and links["внутри"] == "https://album.example/practices/kvest-vsoko.html", f"the links are {links}")
        expect("https://album.example/" + SAMPLE in "".join(p.text for p in read.sections[0].footer.paragraphs), "the foot does not tell the address")
        notes = part(file, "word/footnotes.xml")
        expect("Текст первой сноски" in notes and "Текст второй сноски" in notes and notes.count("<w:footnoteRef/>") == 2, "a footnote is missing")
        expect("https://example.org/note" in part(file, "word/_rels/footnotes.xml.rels"), "the link of a footnote is lost")
        expect(part(file, "word/document.xml").count("<w:footnoteReference ") == 2, "nothing leads to a footnote")
        lists_of(read)
        expect([shape._inline.docPr.get("descr") for shape in read.inline_shapes] == ["Снимок стола", "Схема пути", "Знак"], "a picture is missing")
        text = words(file).replace("\u00a0", " ")
        expect("\u00a0" in words(file), "spaces that hold words together are lost")
        expect("☑ Сделано" in text and "☐ Не сделано" in text and any(p.style.name == "Quote" for p in read.paragraphs), "tasks or the quotation are lost")
        expect(part(file, "[Content_Types].xml").count("image/") == 2, "pictures are of no known sort")
        expect(file.read_bytes() == take(page).read_bytes(), "the same page gives another file")


def lists_of(read):
    """Numbers and levels of the lists of the sample."""
    places = {}
    for p in read.paragraphs:
        properties = p._p.pPr.numPr if p._p.pPr is not None else None
        if properties is not None:
            places[p.text.replace("\u00a0", " ")] = (properties.ilvl.val, properties.numId.val)
    expect(places["Первый пункт"] == places["Второй пункт"] == (0, 1) and places["Вложенный пункт"] == (1, 1), f"the levels are {places}")
    expect(places["Глубокий пункт"][0] == 2 and places["Глубокий пункт"][1] != places["Третий по счёту"][1], f"the numberings are {places}")
    numbering = read.part.numbering_part.element.xml
    expect(re.search(rf'w:numId="{places["Третий по счёту"][1]}".*?<w:startOverride w:val="3"/>', numbering, re.DOTALL), "a list does not begin with three")


def what_looks_like_a_formula_is_text_and_a_day_is_a_day(visit):
    with sample(visit):
        file = take(visit.open(SAMPLE), EXCEL)
        book = openpyxl.load_workbook(file)
        cells = {cell.value: cell for sheet in book for row in sheet.iter_rows() for cell in row}
        expect(cells["=1+2"].data_type == "s" and cells["+7"].data_type == "s" and cells["-3"].data_type == "s", "a text is a formula")
        expect("<f" not in part(file, "xl/worksheets/sheet1.xml").replace("<fo", ""), "there is a formula")
        day = next(cell for cell in book["Ход"]["C"] if cell.is_date)
        expect(day.value.strftime("%Y-%m-%d") == "2023-05-11", f"the day is {day.value}")
        expect("май\u00a02023\u00a0г." in cells and "Считают[2]" in cells and "Текст второй сноски." in cells, "a text is lost")
        expect(all(len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in book.sheetnames), f"{book.sheetnames}")


def a_file_opens_and_prints(visit):
    with sample(visit):
        page = visit.open(SAMPLE)
        for button in (WORD, EXCEL):
            text = printed(take(page, button))
            if text is None:
                continue
            expect("Считают" in text and (button == EXCEL or "Текст второй сноски" in text and "Глубокий пункт" in text), f"the print says {text[:500]}")
    page = visit.open(ROADMAP)
    text = printed(take(page))
    expect(text is None or not [one for one in page.locator(".prose > p").all_inner_texts() if bare(one) not in bare(text)], "a paragraph is not printed")


def a_failure_is_told_and_mended_by_another_click(visit):
    page = visit.open(CHART)
    page.route("**/zip.*.js", lambda route: route.abort("aborted"))
    page.locator(WORD).click()
    until(page, "() => document.querySelector('.office-told').textContent.startsWith('Файл не получился')")
    page.unroute("**/zip.*.js")
    visit.forgive(SPOILT)
    expect(take(page).stat().st_size > 5000, "the second click gives no file")


def nothing_is_loaded_before_the_click_and_little_then(visit):
    page = visit.open(CHART)
    expect(page.evaluate("!window.AlbumZip"), "the scripts are there before anybody asks")
    expect(page.locator(TOLD).get_attribute("role") == "status" and page.locator(WORD).evaluate("one => one.type") == "button", "nobody hears of the file")
    told = page.locator(TOLD)

    def weight(addresses):
        """What is transferred: each file is compressed by itself."""
        return sum(len(gzip.compress((visit.site.folder / CHART).parent.joinpath(one).read_bytes(), 9)) for one in addresses.split())

    shared = weight(told.get_attribute("data-scripts"))
    for button in (WORD, EXCEL):
        size = shared + weight(page.locator(button).get_attribute("data-office"))
        print(f"       the scripts of {button} have {size} bytes compressed")
        expect(size <= KILOBYTES * 1000, f"the scripts of {button} have {size} bytes")
    pictures = weight(told.get_attribute("data-pictures"))
    expect(pictures <= 1300, f"what takes pictures has {pictures} bytes")


def a_reader_with_firefox_takes_both_along(visit):
    with sample(visit), Firefox() as fox:
        fox.open(visit.site.base + SAMPLE)
        for ending in ("docx", "xlsx"):
            fox.run(f"document.querySelector('button[data-ending={ending}]').click()")
            fox.wait_for("document.querySelector('.office-told').textContent.includes(' готов: ')")
            fox.run("document.querySelector('.office-told').textContent = ''")
        end = time.monotonic() + 20
        while len(list(fox.downloads.glob("*.*x"))) < 2 or list(fox.downloads.glob("*.part")):
            expect(time.monotonic() < end, f"downloads: {list(fox.downloads.iterdir())}")
            time.sleep(0.1)
        file = next(fox.downloads.glob("*.docx"))
        expect("Текст второй сноски" in words(pathlib.Path(file)) and len(document(file).inline_shapes) == 3, "the document is not whole")
        expect("Ход" in openpyxl.load_workbook(next(fox.downloads.glob("*.xlsx"))).sheetnames, "the workbook is not whole")
        visit.faults += fox.faults


def without_scripts_there_are_no_buttons_that_do_nothing(visit):
    page = visit.open(CHART)
    expect(not page.locator(WORD).is_visible() and not page.locator(EXCEL).is_visible(), "a button stands there that does nothing")


EVERYWHERE = [
    a_document_says_all_that_its_page_says, a_wide_table_lies_on_its_side_and_its_head_returns, a_chart_is_a_picture_of_its_own_colours,
    all_that_a_text_may_hold_is_in_the_document, what_looks_like_a_formula_is_text_and_a_day_is_a_day, a_reader_with_firefox_takes_both_along,
    what_a_filter_leaves_out_is_in_no_file, only_a_whole_day_is_a_day, the_coverage_and_a_comparison_are_tables_of_numbers,
]
OVER_HTTP = [
    a_workbook_has_numbers_as_numbers, every_table_of_a_page_is_a_leaf, a_list_is_a_table_of_its_cards, documents_are_told_by_day_number_and_issuer,
    a_folded_list_of_facts_is_a_line, a_narrowed_list_has_one_count, two_numbers_of_a_cell_stay_in_one_line,
    counts_of_all_do_not_head_what_a_filter_leaves, no_file_marks_where_words_may_be_parted, an_empty_form_asks_what_the_kind_asks,
    a_failure_is_told_and_mended_by_another_click, nothing_is_loaded_before_the_click_and_little_then,
]
FROM_DISK = [a_file_opens_and_prints, a_copy_on_a_disk_lists_the_pages_that_are_led_to]
WITHOUT_SCRIPTS = [without_scripts_there_are_no_buttons_that_do_nothing]
