"""What a person looks at: 24 states of pages in three widths, dark, for low vision and printed, as pictures. No tests."""

from harness import Visit, results

WIDTHS = [("1280", "light", 1280), ("768", "light", 768), ("390", "light", 390)]
LOOKS = WIDTHS + [("1280-dark", "dark", 1280), ("390-dark", "dark", 390), ("1280-low-vision", "low vision", 1280)]


def found(page):
    results(page)


def entered(page):
    """Some fields of a sheet are filled in."""
    for field in page.locator("main form input[inputmode=decimal]").all()[:6]:
        field.fill("1")


def compared(page):
    page.locator("main table").first.wait_for()


# Name, page, what is done first.
STATES = [
    ("home", "index.html", None),
    ("direction", "directions/znanie.html", None),
    ("municipality", "municipalities/asha-mr.html", None),
    ("municipality-empty", "municipalities/varna-mr.html", None),
    ("coverage", "coverage.html", None),
    ("comparison", "compare.html?m=asha-mr,kamensk-uralsky-go", compared),
    ("calendar", "calendar.html", None),
    ("practice", "practices/kvest-vsoko.html", None),
    ("model-decision", "model-decisions/management-decisions-500.html", None),
    ("roadmap", "roadmaps/rma-roadmap-2023-2024.html", None),
    ("document", "documents/order-02-2807.html", None),
    ("event", "events/rma-contest-2023.html", None),
    ("group", "groups/mmpg-3-2023.html", None),
    ("crosswalk", "indicators/municipal-crosswalk.html", None),
    ("score-sheet", "assessments/municipal-mechanisms-2023.html", entered),
    ("self-diagnosis", "pages/self-diagnosis.html", None),
    ("album", "albums/team-album.html", None),
    ("album-edition", "albums/team-album.print.html", None),
    ("documents", "documents/index.html", None),
    ("search", "search.html?q=школа", found),
    ("search-nothing", "search.html?q=ъъъъ", None),
    ("glossary", "glossary.html", None),
    ("handbook", "pages/for-editors.html", None),
    ("not-found", "404.html", None),
]


def take(browser, site, folder):
    """Pictures and PDFs of all states; a page that the site does not have is told and left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, address, act in STATES:
        if address.split("?")[0].split("#")[0] not in site.files:
            print(f"no picture of {name}: the site has no {address}")
            continue
        visit = Visit(browser, site, 1280, 900)
        page = visit.open(address)
        if act:
            act(page)
        for look, mode, width in LOOKS:
            visit.see(mode, width)
            page.screenshot(path=folder / f"{name}-{look}.png")
        visit.see("light", 1280)
        page.pdf(path=folder / f"{name}-print.pdf", format="A4")
        visit.close()
