"""`album serve` over a long day: what it holds does not grow, and every page is right at the end."""

import re
import time
import urllib.error
import urllib.request

from acts import Form
from ground import FINE, SECONDS, Server, Sources, descriptors, difference, fresh, resident

SHORT, LONG = 300, 10_000
# Memory at the end against that after the first tenth: what a process has seen once it keeps some room for.
GROWTH = 1.3
# Of how many edits one is measured.
STEP = 30
# Of how many edits one is a save through the form.
SAVES = 5


def soak(program, folder, record):
    place = fresh(folder / "soak")
    site = Sources(place / "site")
    server = Server(program, site.folder, place / "serve.log")
    number = LONG if record.is_long else SHORT
    form = Form(server, "practices/m3")
    build = get(server, "/.album-preview/after/").decode()
    measures = []
    for edit in range(number):
        if record.is_over:
            break
        if edit % SAVES == SAVES - 1:
            form.load()
            text = (site.folder / "content/practices/m3.md").read_text(encoding="utf-8")
            status = form.save(f"Сохранено {edit}", text.split("\n---\n", 1)[1])
            record.expect(status == 303, f"save {edit}: {status}")
            path, words = "/practices/m3.html", f"Сохранено {edit}"
        else:
            path, words = change(site, edit)
        build = get(server, f"/.album-preview/after/{build}").decode()
        seen = shown(server, path, words)
        record.expect(seen, f"edit {edit} is not shown by {path}")
        record.count("edits soaked")
        if (edit + 1) % STEP == 0:
            measures.append(measured(server))
    if record.expect(len(measures) >= 10, "too few edits for a measure"):
        # Of a run that was cut short the first tenth is that of what was done.
        held, (memory, files) = measures[len(measures) // 10 - 1], measures[-1]
        record.expect(memory <= GROWTH * held[0], f"{held[0]} KB after the first tenth, {memory} KB at the end")
        record.expect(files == held[1], f"{held[1]} open files after the first tenth, {files} at the end")
        print(f"       {held[0]} KB and {held[1]} files after the first tenth, {memory} KB and {files} files at the end")
    right(program, site, server, place, record)
    record.expect(server.stop() == FINE, "the server does not end well")


def change(site, edit):
    """An edit by another program: a text, a title that others show, a file that comes or goes, a picture."""
    words = f"Правка {edit}"
    match edit % SAVES:
        case 0: site.write("content/practices/m1.md", site.material(1, more=f"\n{words}\n"))
        case 1:
            site.write("content/practices/m7.md", site.material(7, title=words))
            return "/practices/m6.html", words
        case 2:
            name = "content/practices/gost.md"
            if (site.folder / name).exists():
                (site.folder / name).unlink()
            else:
                site.write(name, site.material(8, title="Гость"))
            site.write("content/practices/m1.md", site.material(1, more=f"\n{words}\n"))
        case _:
            site.turn(edit // SAVES % 2)
            site.write("content/practices/m1.md", site.material(1, more=f"\n{words}\n"))
    return "/practices/m1.html", words


def shown(server, path, words):
    """Whether a page shows words before long: a burst of several files may be two builds."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if words in get(server, path).decode().replace("\u00ad", "").replace("\u00a0", " "):
            return True
        time.sleep(0.05)
    return False


def measured(server):
    """Memory in KB and open files, once no request is at work any more."""
    time.sleep(0.5)
    return resident(server.process.pid), descriptors(server.process.pid)


def get(server, path):
    """The body of an answer, of one that says 404 too."""
    try:
        with urllib.request.urlopen(server.base + path, timeout=SECONDS) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


def right(program, site, server, place, record):
    """All that a build from nothing has is served: pages as a server shows them that has just begun, other files as built."""
    public = place / "public"
    program.must("build", "--root", site.folder, "--no-cache", "--drafts", "--output", public)
    anew = Server(program, site.folder, place / "anew.log")
    paths = sorted(str(path.relative_to(public)) for path in public.rglob("*") if path.is_file())
    one, other = {}, {}
    for path in paths:
        # The state of an edition is the preview's own, and no page shows it.
        if path in ("manifest.json", "404.html"):
            continue
        one[path], other[path] = plain(get(server, "/" + path)), plain(get(anew, "/" + path))
        record.count("pages compared after the soak")
        if not path.endswith(".html"):
            record.expect(one[path] == (public / path).read_bytes(), f"{path} is not as it is built")
    record.expect(one == other, f"another server shows other pages: {difference(one, other)}")
    record.expect(anew.stop() == FINE, "the other server does not end well")


def plain(body):
    """Without what is a server's own: the number of the build and of the session, and the note that it has saved."""
    return re.sub(rb'data-build="[^"]*"|<span role="status">[^<]*</span>', b"", body)
