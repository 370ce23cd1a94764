#!/usr/bin/env python3
"""Makes the office files beside it: python3 make.py, with python-docx, python-pptx, openpyxl (requirements.txt) and pandoc.

Each file holds what people's files hold and what an import has to say something about. People and numbers are made up.
"""
import base64
import datetime
import io
import os
import re
import subprocess
import zipfile

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from docx.shared import RGBColor
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from pptx.dml.color import RGBColor as PPTColor

FOLDER = os.path.dirname(os.path.abspath(__file__))
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DAY = "2024-01-01T00:00:00"


def place(name):
    return os.path.join(FOLDER, name)


def repack(name, change, more=()):
    """Writes an archive anew, each member through `change`, at one time, so that the bytes stay the same."""
    with zipfile.ZipFile(place(name)) as old:
        members = [(i.filename, change(i.filename, old.read(i.filename))) for i in old.infolist()]
    with zipfile.ZipFile(place(name), "w", zipfile.ZIP_DEFLATED) as new:
        for filename, content in members + list(more):
            info = zipfile.ZipInfo(filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(info, content)


def same_time(filename, content):
    if filename in ("docProps/core.xml", "meta.xml"):
        content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", DAY.encode() + b"Z", content)
    return content


# --- A practice, as a teacher writes it in Word -----------------------------------------------------------------------

def practice():
    d = docx.Document()
    d.add_paragraph("Квест-игра «Лестница оценки»", style="Title")
    for line in ["Муниципалитет: Ашинский МР", "Дата проведения: 11 мая 2023", "Участники: педагоги школ, методисты",
                 "Уровень: галактический"]:
        name, value = line.split(": ")
        p = d.add_paragraph()
        p.add_run(name + ":").bold = True
        p.add_run(" " + value)
    d.add_heading("Цель", 1)
    p = d.add_paragraph("Научить педагогов ")
    p.add_run("видеть результат").bold = True
    p.add_run(" и ")
    p.add_run("обсуждать").italic = True
    p.add_run(" его.")
    d.add_paragraph().add_run("Задачи").bold = True
    d.add_paragraph("Разобрать показатели.", style="List Bullet")
    d.add_paragraph("Собрать команду.", style="List Bullet")
    d.add_heading("Ход", 1)
    t = d.add_table(3, 3)
    for row, cells in zip(t.rows, [("Этап", "Действия", "Сроки"), ("Разминка", "Знакомство команд", "сентябрь 2023"),
                                   ("Игра", "Станции\nи задания", "октябрь 2023")]):
        for cell, text in zip(row.cells, cells):
            cell.text = text
    d.add_heading("Результаты", 1)
    d.add_paragraph("• Команды собраны.")
    d.add_paragraph("• Показатели разобраны.")
    d.add_picture(io.BytesIO(PNG))
    d.save(place("practice.docx"))
    repack("practice.docx", same_time)


# --- Losses, each with a word of its own ------------------------------------------------------------------------------

def losses():
    d = docx.Document()
    d.add_heading("Семинар о потерях", 0)
    d.add_heading("Цель", 1)
    d.add_paragraph("Показать, что теряется.")

    def raw(xml):
        d.element.body.insert(len(d.element.body) - 1, parse_xml(xml))

    author = 'w:author="А" w:date="2024-01-01T00:00:00Z"'
    # 1 deleted, 2 inserted, 3 moved away
    raw(f'<w:p {W}><w:r><w:t xml:space="preserve">Остаётся </w:t></w:r><w:del w:id="1" {author}><w:r><w:delText>'
        f'вычеркнутослово</w:delText></w:r></w:del><w:ins w:id="2" {author}><w:r><w:t>вписанослово</w:t></w:r></w:ins>'
        f'<w:moveFrom w:id="3" {author}><w:r><w:t>перенесеннослово</w:t></w:r></w:moveFrom></w:p>')
    # 4 comment
    p = d.add_paragraph("Строка с примечанием.")
    d.add_comment(p.runs, text="примечаниеслово", author="А", initials="А")
    # 5 colour, 6 highlight, 7 shading
    p = d.add_paragraph()
    p.add_run("Красная строка.").font.color.rgb = RGBColor(0xC0, 0, 0)
    p = d.add_paragraph()
    p.add_run("Выделенная строка.").font.highlight_color = 7
    raw(f'<w:p {W}><w:r><w:rPr><w:shd w:val="clear" w:fill="FFE599"/></w:rPr><w:t>Залитая строка.</w:t></w:r></w:p>')
    # 8 text box in a drawing
    raw(f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:r><mc:AlternateContent><mc:Choice '
        'Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="9" name="n"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        '<w:txbxContent><w:p><w:r><w:t>надписьслово</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>'
        '</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>надписьслово</w:t>'
        '</mc:Fallback></mc:AlternateContent></w:r></w:p>')
    # 9 a shape without text
    raw(f'<w:p {W} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:r><w:drawing><wp:inline>'
        '<wp:extent cx="9" cy="9"/><wp:docPr id="8" name="n"/><a:graphic><a:graphicData uri="u"><wps:wsp/>'
        '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>')
    # 10 chart, 11 SmartArt, 12 embedded object
    for uri, inner in [("chart", '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'),
                       ("diagram", '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>')]:
        raw(f'<w:p {W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:r><w:drawing><wp:inline>'
            f'<wp:extent cx="9" cy="9"/><wp:docPr id="7" name="n"/><a:graphic><a:graphicData uri="{uri}">{inner}'
            '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>')
    raw(f'<w:p {W} xmlns:o="urn:schemas-microsoft-com:office:office"><w:r><w:object><o:OLEObject Type="Embed" '
        'ProgID="Excel.Sheet.12" ShapeID="s" DrawAspect="Content" ObjectID="_1"/></w:object></w:r></w:p>')
    # 13 header, 14 footer
    section = d.sections[0]
    section.header.paragraphs[0].text = "верхслово"
    section.footer.paragraphs[0].text = "низслово"
    # 15 hidden text
    p = d.add_paragraph("Видно. ")
    p.add_run("скрытослово").font.hidden = True
    # 16 merged cells, 17 a table in a cell
    d.add_heading("Ход", 1)
    t = d.add_table(3, 3)
    for cell, text in zip(t.rows[0].cells, ("Этап", "Что делают", "Срок")):
        cell.text = text
    t.cell(1, 0).merge(t.cell(2, 0)).text = "Общий этап"
    t.cell(1, 1).text = "Первое дело"
    t.cell(2, 1).text = "Второе дело"
    inner = t.cell(1, 2).add_table(1, 2)
    inner.cell(0, 0).text = "внутрислово"
    inner.cell(0, 1).text = "рядомслово"
    # 18 a picture that no browser shows, 19 a link that leads to a disk, 20 a formula
    d.add_heading("Результаты", 1)
    d.add_picture(io.BytesIO(PNG))
    link = d.part.relate_to("file:///C:/Документы/план.docx",
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", True)
    raw(f'<w:p {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:hyperlink '
        f'r:id="{link}"><w:r><w:t>план на диске</w:t></w:r></w:hyperlink></w:p>')
    raw(f'<w:p {W} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath><m:r><m:t>x</m:t></m:r>'
        '</m:oMath></w:p>')
    # People: none of this may be published.
    d.add_paragraph("Куратор: тел. 8 912 345-67-89, СНИЛС 112-233-445 95.")
    d.save(place("losses.docx"))

    def change(filename, content):
        if filename.startswith("word/media/"):
            return b"\x01\x00\x00\x00 EMF"
        return same_time(filename, content)

    repack("losses.docx", change)


# --- A roadmap, as it comes from Excel --------------------------------------------------------------------------------

def roadmap():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "План"
    sheet.append(["Дорожная карта развития ВСОКО на 2024/25 учебный год"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(["№ п/п", "Наименование мероприятия", "Ответственный", "Сроки (дата)", "Примечание"])
    terms = [(datetime.date(2024, 10, 15), "dd.mm.yyyy"), (datetime.date(2024, 9, 1), "mmm.yy"), (45536, "General"),
             ("15.10.2024 0:00", None), ("2024-12-20 00:00:00", None), ("сен.24", None), ("I квартал 2025", None),
             (datetime.datetime(2025, 3, 3, 10, 30), "dd.mm.yyyy h:mm"), ("в течение года", None), ("до 15 мая 2025", None),
             ("май 2025", None), (datetime.date(2025, 6, 1), "[$-419]d mmmm yyyy;@")]
    row = 4
    for number, (term, form) in enumerate(terms, 1):
        if number in (1, 7):
            sheet.cell(row, 1, "Раздел I. Подготовка" if number == 1 else "Раздел II. Проведение")
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)
            row += 1
        sheet.cell(row, 1, number)
        sheet.cell(row, 2, f"Мероприятие {number}")
        if number == 1:
            sheet.cell(row, 3, "Методический отдел")
        if number > 2:
            sheet.cell(row, 3, "Школы")
        cell = sheet.cell(row, 4, term)
        if form:
            cell.number_format = form
        row += 1
    sheet.merge_cells("C5:C6")
    sheet.cell(row, 1, "Итого")
    sheet.cell(row, 2, "12")
    sheet["B5"].comment = Comment("проверить название", "А")
    sheet["B6"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["A3"].font = Font(bold=True)
    sheet["E5"] = "=1/0"
    sheet.row_dimensions[8].hidden = True
    other = book.create_sheet("Старое")
    other["A1"] = "Черновик прошлого года"
    other.sheet_state = "hidden"
    book.save(place("roadmap.xlsx"))
    repack("roadmap.xlsx", same_time)


def municipalities():
    """A list of municipalities as an office keeps it: a title above the heads, a hidden column, a sum, a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Список"
    for row in [
        ["Перечень муниципальных образований на 1 января", None, None, None],
        [],
        ["№", "Наименование", "Служебное", "ОКТМО"],
        [1, "Пермский городской округ", "не печатать", 57701000],
        [2, "Кунгурский\nмуниципальный округ", "не печатать", 57530000],
        [3, "городской округ \"Лесной\"", "не печатать", 57535000],
        [None, "Итого", None, 3],
    ]:
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Прошлый год").append(["Старый район"])
    book.properties.creator = ""
    book.save(place("municipalities.xlsx"))
    repack("municipalities.xlsx", same_time)


# --- LibreOffice and PowerPoint ---------------------------------------------------------------------------------------

def converted():
    text = place("practice.md")
    with open(text, "w", encoding="utf-8") as file:
        file.write("""# Семинар

## Цель

Обсудить **оценку**.[^1]

[^1]: Слово сноски.

## Задачи

- Первая
- Вторая

## Ход

| Этап | Что делают | Срок |
|---|---|---|
| Начало | Встреча | май 2023 |
""")
    for name in ("practice.odt", "practice.pptx"):
        subprocess.run(["pandoc", text, "-o", place(name)], check=True)
    os.remove(text)
    office = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    tracked = ('<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info/>'
               '<text:p>вычеркнутослово</text:p></text:deletion></text:changed-region></text:tracked-changes>')
    more = ('<text:p>До<text:change text:change-id="c1"/> после.<office:annotation><dc:creator ' + office
            + '>А</dc:creator><text:p>примечаниеслово</text:p></office:annotation></text:p>')

    def change(filename, content):
        if filename == "content.xml":
            content = content.replace(b"<office:text>", b"<office:text>" + tracked.encode())
            content = content.replace(b"</office:text>", more.encode() + b"</office:text>")
        return same_time(filename, content)

    repack("practice.odt", change)
    repack("practice.pptx", same_time)
    with open(place("practice.html"), "w", encoding="cp1251") as file:
        file.write("""<html><head><meta charset="windows-1251"><title>Страница</title><style>p {color: red}</style></head>
<body><h1>Семинар</h1><h2>Цель</h2><p>Обсудить <b>оценку</b>.<del> вычеркнутослово</del></p><h2>Задачи</h2>
<ul><li>Первая<li>Вторая</ul><h2>Ход</h2><p style="color:#C00000">Красная строка&nbsp;тут</p>
<p><img src="data:image/png;base64,""" + base64.b64encode(PNG).decode() + """" alt="Точка">
<img src="https://example.org/x.png"></p></body></html>
""")


# --- Slides with what has no place in a text ---------------------------------------------------------------------------

def slides():
    p = pptx.Presentation()
    s = p.slides.add_slide(p.slide_layouts[1])
    s.shapes.title.text = "Мост к результату"
    frame = s.placeholders[1].text_frame
    frame.text = "Первое"
    frame.add_paragraph().text = "Глубже"
    frame.paragraphs[1].level = 1
    run = frame.add_paragraph().add_run()
    run.text = "Второе"
    run.font.bold = True
    run.font.color.rgb = PPTColor(0xC0, 0, 0)
    s.notes_slide.notes_text_frame.text = "заметкаслово"
    s.shapes.add_picture(io.BytesIO(PNG), 0, 0)
    p.slides.add_slide(p.slide_layouts[5]).shapes.title.text = "Числа"
    p.save(place("slides.pptx"))
    chart = ('<p:graphicFrame><a:graphic><a:graphicData uri="c"><c:chart xmlns:c="http://schemas.openxmlformats.org/'
             'drawingml/2006/chart"/></a:graphicData></a:graphic></p:graphicFrame></p:spTree>')

    def change(filename, content):
        if filename == "ppt/slides/slide2.xml":
            content = content.replace(b"<p:sld ", b'<p:sld show="0" ', 1)
            content = content.replace(b"</p:spTree>", chart.encode())
            content = content.replace(b"</p:sld>", b"<p:timing/></p:sld>")
        return b"" if filename.endswith(".jpeg") else same_time(filename, content)

    repack("slides.pptx", change)


if __name__ == "__main__":
    slides()
    practice()
    losses()
    roadmap()
    municipalities()
    converted()
