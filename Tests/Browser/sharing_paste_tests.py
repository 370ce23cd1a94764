"""What is pasted into the sharing page from Word, Excel and pages: lists and tables stay what they are, and what is lost is said."""

import base64
import json

from firefox import Firefox
from firefox_tests import watch
from harness import ELSEWHERE, HANDLER, SAID, expect, until
from preview_tests import ROOT
from sharing import FORM, PASTE, PATH, PLAN, copy, filled, handed, opened, paste, photograph

WORD = """<html xmlns:o="x"><head><style>p.MsoListParagraph {margin: 0}</style></head><body><!--StartFragment-->
<p class=MsoNormal>Перед <b>игрой</b> нужно:<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>мел<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>доска<o:p></o:p></p>
<p class=MsoNormal>Шаги:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>раз</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>два</p>
<table border=1><tr><td><p><b>Класс</b></p></td><td><p>Уроков</p></td></tr><tr><td><p>7А</p></td><td><p>3<br>из 5</p></td></tr></table>
<p><img src="file:///c:/1.png" onerror="alert(1)"><script>alert(2)</script></p><!--EndFragment--></body></html>"""

PAGE = """<meta charset="utf-8"><h2>План</h2><ol start="3"><li>три<ul><li>внутри</li></ul></li><li>четыре</li></ol>
<p>строка<br>вторая <a href="https://example.org/a_b">ссылка</a></p>"""


def what_word_hands_over_is_a_list_and_a_table_on_the_page(visit):
    page = filled(visit)
    area = page.locator("#section-2")
    paste(area, "что-то без строя", WORD)
    text = area.input_value()
    wanted = "Перед игрой нужно:\n\n— мел\n— доска\n\nШаги:\n\n1. раз\n2. два\n\nКласс\tУроков\n7А\t3; из 5"
    expect(text == wanted, f"pasted is {text!r}")
    told = page.locator("#told-section-2").inner_text()
    for words in ("без оформления", "Картинок в скопированном не перенесено: 1", "таблица"):
        expect(words in told, f"«{words}» is not said: {told}")
    paste(page.locator("#section-3"), "без строя", PAGE)
    got = page.locator("#section-3").input_value()
    expect(got == "План\n\n3. три\n    — внутри\n4. четыре\n\nстрока\nвторая ссылка (https://example.org/a_b)", f"pasted is {got!r}")
    # Typed, without any program.
    page.locator("#section-4").fill("Взяли:\n• мел\n• доску\nи пошли")
    name, content = handed(page)
    with copy() as site:
        run = site.receive(name, content)
        expect(run.returncode == 0, run.stderr)
        told = site.told(PATH)
        expect(not told, "\n".join(told))
        built = site.run("build", "--drafts", "--output", str(site.folder / "out"))
        expect(built.returncode == 0, built.stderr)
        reader = visit.context.new_page()
        reader.goto((site.folder / "out/practices/kvest-naidi-kriterii.html").as_uri())
        lists = reader.locator("main :is(ul, ol)").evaluate_all("all => all.map(list => Array.from(list.children, " + SAID + "))")
        for points in (["мел", "доска"], ["раз", "два"], ["мел", "доску\nи пошли"]):
            expect(points in lists, f"no list {points}: {lists}")
        cells = reader.locator("main table").evaluate_all("all => all.map(table => Array.from(table.rows, row => Array.from(row.cells, " + SAID + ")))")
        expect([["Класс", "Уроков"], ["7А", "3; из 5"]] in cells, f"tables are {cells}")
        breaks = reader.locator("main p br").count()
        expect(breaks == 1, f"{breaks} line breaks are kept")
        reader.close()
        visit.forgive(ELSEWHERE, HANDLER)


def what_is_pasted_can_be_taken_back(visit):
    page = opened(visit)
    area = page.locator("#section-2")
    area.fill("Было")
    paste(area, "x", "<ul><li>раз</li><li>два</li></ul>")
    expect("— раз\n— два" in area.input_value(), area.input_value())
    page.keyboard.press("Control+z")
    expect(area.input_value() == "Было", f"left is {area.input_value()!r}")


HEADS = ["№ п/п", "Мероприятие", "Сроки", "Ответственный", "Бюджет"]


def excel(rows):
    """As Excel hands rows over: tabs, and a table of HTML."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return "\n".join("\t".join(row) for row in rows), f"<html><body><table><col><!--StartFragment-->{cells}</table></body></html>"


def cells(page, column):
    return page.locator(f".share-rows [data-column={column}]").evaluate_all("all => all.map(cell => cell.value)")


def thirty_rows_of_excel_fill_thirty_rows(visit):
    page = opened(visit, PLAN)
    rows = [[str(n), f"Семинар {n}", "октябрь 2024", "методист", "0"] for n in range(1, 31)]
    first = page.locator("[name='events/0/name']")
    paste(first, *excel([HEADS] + rows))
    expect(cells(page, "name") == [row[1] for row in rows], f"the names are {cells(page, 'name')}")
    expect(set(cells(page, "term")) == {"октябрь 2024"} and set(cells(page, "executors")) == {"методист"}, "terms or executors")
    told = page.locator(".share-pasted").inner_text()
    for words in ("Вставлено строк: 30", "названиями столбцов пропущена", "Бюджет"):
        expect(words in told, f"«{words}» is not said: {told}")
    box = page.locator(".share-pasted").bounding_box()
    expect(0 <= box["y"] < 900, "what was said is not seen")
    page.get_by_role("button", name="Отменить вставку").click()
    expect(cells(page, "name") == [""], f"left is {cells(page, 'name')}")
    expect(page.evaluate("document.activeElement.name") == "events/0/name", "the focus is lost")
    # Without heads, as text alone, from the second column on; a quoted cell has a line end.
    paste(first, "Один\tмарт\nДва\t\"апрель\nили май\"")
    expect(cells(page, "name") == ["Один", "Два"] and cells(page, "participants") == ["март", "апрель\nили май"], "plain rows")
    paste(page.locator("[name='events/0/term']"), "1 марта 2025\n2 марта 2025", "<table><tr><td>1 марта 2025</td></tr><tr><td>2 марта 2025</td></tr></table>")
    expect(cells(page, "term") == ["1 марта 2025", "2 марта 2025"], f"a column beside: {cells(page, 'term')}")
    # Nothing is written over.
    paste(page.locator("[name='events/0/name']"), "А\tБ\nВ\tГ")
    expect(cells(page, "name") == ["Один", "А", "В", "Два"], f"among others: {cells(page, 'name')}")


def a_plan_that_was_pasted_is_taken_in(visit):
    page = opened(visit, PLAN)
    page.locator("#field-title").fill("План работы на год")
    page.locator("#field-summary").fill("Что будет сделано за год.")
    page.locator("#field-date").fill("2024")
    rows = [[str(n), f"Семинар {n}", f"{n}.10.2024", "методист"] for n in range(1, 31)]
    paste(page.locator("[name='events/0/name']"), *excel([HEADS[:4]] + rows))
    name, content = handed(page)
    with copy() as site:
        run = site.receive(name, content)
        path = "content/roadmaps/plan-raboty-na-god.md"
        expect(run.returncode == 0 and site.text(path).count("\n| Семинар ") == 30, run.stderr)
        told = site.told(path)
        expect(not told, "\n".join(told))


# --- Pictures: what is seen stays


PIXELS = """async ([name, mime, text]) => {
    const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
    const seen = async data => { const picture = await createImageBitmap(new Blob([data], {type: mime})), canvas = document.createElement("canvas");
        canvas.width = picture.width; canvas.height = picture.height;
        const paper = canvas.getContext("2d"); paper.drawImage(picture, 0, 0);
        return [picture.width, picture.height].concat(Array.from(paper.getImageData(0, 0, picture.width, picture.height).data)).join(); };
    const cleaned = AlbumShare.cleaned(bytes, AlbumShare.sort(bytes, name));
    return [cleaned.length, await seen(bytes) === await seen(cleaned)];
}"""

DRAWN = """mime => { const canvas = document.createElement("canvas"); canvas.width = 97; canvas.height = 61;
    const paper = canvas.getContext("2d"), shade = paper.createLinearGradient(0, 0, 97, 61);
    shade.addColorStop(0, "#c00"); shade.addColorStop(0.5, "#fe8"); shade.addColorStop(1, "#04a");
    paper.fillStyle = shade; paper.fillRect(0, 0, 97, 61); return canvas.toDataURL(mime).split(",")[1]; }"""


def a_picture_is_seen_as_before(visit):
    page = opened(visit)
    found = []
    for mime in ("image/jpeg", "image/png", "image/webp"):
        text = page.evaluate(DRAWN, mime)
        length, isSame = page.evaluate(PIXELS, ["a." + mime[6:], mime, text])
        if not isSame or length != len(base64.b64decode(text)):
            found.append(f"{mime} of a canvas: {length} bytes, same: {isSame}")
    for name in ("phone.jpg", "press.jpg", "steps.jpg", "phone.png", "wide.png", "phone.webp"):
        data = (ROOT / "Tests/Fixtures/pictures" / name).read_bytes()
        mime = "image/" + name.split(".")[1].replace("jpg", "jpeg")
        length, isSame = page.evaluate(PIXELS, [name, mime, base64.b64encode(data).decode()])
        if not isSame:
            found.append(f"{name} differs, {length} of {len(data)} bytes are left")
    expect(not found, "\n".join(found))


def only_what_was_taken_out_is_said(visit):
    page = opened(visit)
    told = page.locator("#told-files")
    plain = base64.b64decode(page.evaluate(DRAWN, "image/jpeg"))
    page.locator("#share-choose").set_input_files({"name": "а.jpg", "mimeType": "image/jpeg", "buffer": plain})
    until(page, "document.getElementById('told-files').textContent !== ''")
    expect(told.inner_text() == "Добавлено: a.jpg.", told.inner_text())
    page.locator("#share-choose").set_input_files({"name": "б.jpg", "mimeType": "image/jpeg", "buffer": photograph(page)})
    until(page, "document.getElementById('told-files').textContent.includes('b.jpg')")
    expect("убраны" in told.inner_text(), told.inner_text())
    page.locator("#share-choose").set_input_files({"name": "в.jpg", "mimeType": "image/jpeg", "buffer": plain[:200] + b"\xff\xd9"})
    until(page, "document.getElementById('told-files').textContent.includes('«в.jpg»')")
    expect("повреждена" in told.inner_text(), told.inner_text())
    expect("обязательно" in page.locator("label[for=alt-0]").inner_text(), "words for a picture are not said to be needed")


def firefox_takes_rows_and_keeps_files(visit):
    with Firefox() as fox:
        fox.open(visit.site.base + PLAN)
        fox.run("document.getElementById('field-title').dispatchEvent(new Event('pointerdown', {bubbles: true}))")
        fox.wait_for("Boolean(window.AlbumShare && AlbumShare.pasted && AlbumShare.shelf && AlbumShare.store && AlbumShare.faults)")
        fox.run("new Promise(done => setTimeout(done, 300))")
        text, html = excel([HEADS[:2], ["1", "Семинар"], ["2", "Итоги"]])
        fox.run(f"""({PASTE})(document.querySelector("[name='events/0/name']"), {json.dumps({"text/plain": text, "text/html": html})})""")
        names = fox.run("Array.from(document.querySelectorAll('[data-column=name]'), cell => cell.value)")
        expect(names == ["Семинар", "Итоги"], f"the rows are {names}")
        picture = base64.b64encode((ROOT / "Tests/Fixtures/pictures/phone.jpg").read_bytes()).decode()
        fox.run(f"""(() => {{ const bytes = Uint8Array.from(atob("{picture}"), sign => sign.charCodeAt(0)), data = new DataTransfer();
            data.items.add(new File([bytes], "вид.jpg", {{type: "image/jpeg"}}));
            const picker = document.getElementById("share-choose"); picker.files = data.files;
            picker.dispatchEvent(new Event("change", {{bubbles: true}})); }})()""")
        fox.wait_for("document.querySelector('.share-file img') !== null")
        fox.run("new Promise(done => setTimeout(done, 700))")
        fox.open(visit.site.base + FORM)
        fox.open(visit.site.base + PLAN)
        # It is there again, or the page has said beforehand that it will not be.
        fox.wait_for("document.querySelector('.share-file img') !== null || !document.querySelector('[data-files-lost]').hidden")
        watch(visit, fox)


EVERYWHERE = [thirty_rows_of_excel_fill_thirty_rows, a_picture_is_seen_as_before, what_is_pasted_can_be_taken_back, firefox_takes_rows_and_keeps_files]
OVER_HTTP = [
    what_word_hands_over_is_a_list_and_a_table_on_the_page, a_plan_that_was_pasted_is_taken_in, only_what_was_taken_out_is_said,
]
