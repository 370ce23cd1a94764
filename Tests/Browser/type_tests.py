"""How lines break and in which face titles stand: the same in every browser, and nothing of it goes along with a copy."""

from harness import expect

# Words that stand in two lines although no mark allows it: each run of letters between spaces, hyphens and soft hyphens.
BROKEN = """() => {
    const found = [];
    // What is only read out stands in a box of one pixel; heads of columns may stand upright.
    const isApart = part => { for (let box = part; box; box = box.parentElement)
        if (box.offsetWidth === 1 || getComputedStyle(box).writingMode !== "horizontal-tb") return true;
        return false; };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        if (!parent || parent.closest("script, style, noscript, textarea, option, a[href^='http'], code, svg")) continue;
        if (isApart(parent)) continue;
        if (!parent.checkVisibility({checkOpacity: false, checkVisibilityCSS: true})) continue;
        for (const word of node.data.matchAll(/[\\p{L}]{2,}/gu)) {
            const [first, last] = [word.index, word.index + word[0].length - 1].map(place => {
                range.setStart(node, place);
                range.setEnd(node, place + 1);
                return Array.from(range.getClientRects()).pop()?.top;
            });
            if (Math.abs(first - last) > 2) found.push(word[0] + " in «" + parent.textContent.trim().replace(/\\s+/g, " ").slice(0, 60) + "»");
        }
    }
    return found.slice(0, 20);
}"""
COPIED = """() => new Promise(done => {
    getSelection().selectAllChildren(document.querySelector("main"));
    addEventListener("copy", event => done([event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html")]),
        {once: true});
    document.execCommand("copy");
})"""


def no_word_is_broken_where_nothing_allows_it(visit):
    found = []
    # The page of the server's errors asks for its styles at the server's root.
    for path in (path for path in visit.site.kinds_of_pages() if path != "404.html"):
        page = visit.open(path)
        for mode, width in (("light", 320), ("light", 390), ("light", 768), ("light", 1280), ("low vision", 1280)):
            visit.see(mode, width)
            found += [f"{path}, {mode}, {width} px: {word}" for word in page.evaluate(BROKEN)]
    expect(not found, "\n".join(found))


def what_is_copied_has_no_marks(visit):
    page = visit.open("roadmaps/rma-roadmap-2023-2024.html")
    expect(page.locator("main").evaluate("main => main.textContent.includes('\\u00ad')"), "there are no marks at all")
    text, html = page.evaluate(COPIED)
    expect("\u00ad" not in text + html, "marks are copied")
    expect(len(text) > 1000 and "<table" in html and "<h1" in html, f"something is lost: {text[:200]}")
    # A part of a table is one.
    html = page.evaluate("""() => new Promise(done => {
        const row = document.querySelector("tbody tr:nth-child(2)");
        getSelection().selectAllChildren(row);
        addEventListener("copy", event => done(event.clipboardData.getData("text/html")), {once: true});
        document.execCommand("copy");
    })""")
    expect(html.startswith("<table"), html[:200])


def a_word_is_found_in_spite_of_its_marks(visit):
    page = visit.open("roadmaps/rma-roadmap-2023-2024.html")
    words = page.evaluate("""() => Array.from(document.querySelectorAll("main td"), cell => cell.textContent.trim())
        .find(text => text.includes("\\u00ad") && text.includes("\\u00a0"))""")
    plain = words.replace("\u00ad", "").replace("\u00a0", " ")
    expect(page.evaluate("text => find(text)", " ".join(plain.split()[:4])), f"not found: {plain}")


def titles_stand_in_their_face(visit):
    page = visit.open("index.html")
    page.evaluate("document.fonts.ready.then(() => null)")
    faces = page.evaluate("Array.from(document.fonts).filter(face => face.status === 'loaded').map(face => face.family)")
    expect("Album Title" in " ".join(faces), f"loaded are {faces}")
    visit.see("low vision", 1280)
    family = page.locator("h1").evaluate("title => getComputedStyle(title).fontFamily")
    expect("Album" not in family, f"low vision has {family}")


def nothing_moves_when_the_face_arrives(visit):
    page = visit.page
    page.add_init_script("""window.moved = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.moved += entry.value; }).observe({type: "layout-shift", buffered: true});""")

    def late(route):
        page.wait_for_timeout(600)
        route.continue_()

    page.route("**/*.woff2", late)
    for path in ("index.html", "practices/kvest-vsoko.html", "albums/team-album.html", "coverage.html"):
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            visit.open(path)
            page.evaluate("document.fonts.ready.then(() => null)")
            page.wait_for_timeout(200)
            moved = page.evaluate("moved")
            expect(moved < 0.02, f"{path}, {width} px: the page moves by {moved}")


EVERYWHERE = [
    no_word_is_broken_where_nothing_allows_it, what_is_copied_has_no_marks, a_word_is_found_in_spite_of_its_marks,
    titles_stand_in_their_face,
]
OVER_HTTP = [nothing_moves_when_the_face_arrives]
