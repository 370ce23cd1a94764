"""Everybody can read every kind of page: axe-core, low vision, large letters, the keyboard.

What the law asks for (ГОСТ Р 52872-2019 is WCAG 2.1 AA) and a machine can see. In the version for low vision axe's rule
for enhanced contrast, 7:1, is on as well.
"""

import importlib.resources

from harness import LONG, MODES, OVERFLOW, WIDTHS, expect, results

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

# Rows off the screen have no size until they are scrolled to; axe would measure the room that is kept for them.
LAY_OUT_ALL = """() => document.querySelectorAll('main *').forEach(element => {
    if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
})"""

# What can change when only colours, letters and widths do; axe's other rules would look at the same tree again.
RULES_OF_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]


def open_kind(visit, path):
    page = visit.open(path)
    if "?q=" in path:
        results(page)
    return page


def offences(page, rules=None):
    """What axe finds, a line for each rule; without `rules` all that it has by itself, and the size of targets."""
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if rules:
        options = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": rules}}
    # A page that an answer brought is looked at when its styles and scripts are there.
    page.wait_for_load_state()
    for violation in page.evaluate("options => axe.run(options)", options)["violations"]:
        first = violation["nodes"][0]
        yield f"{violation['id']} × {len(violation['nodes'])}: {first['html'][:160]} ({first['failureSummary'][:200]})"


# Colours do not hang on the width: a mode has all widths in the long suite, and in the short one those where it differs most.
LOOKED_AT = {mode: (1280, 390) for mode in MODES} if LONG else {"light": (1280, 390), "dark": (1280,), "low vision": (390,)}


def offences_of_all_kinds(visit, mode):
    """All rules in the first look; in the other modes and on a phone those that hang on the look of a page."""
    found = []
    for path in visit.site.kinds_of_pages():
        page = open_kind(visit, path)
        page.evaluate(AXE)
        page.evaluate(LAY_OUT_ALL)
        for width in LOOKED_AT[mode]:
            rules = RULES_OF_LOOKS + ["color-contrast-enhanced"] * (mode == "low vision")
            if (mode, width) == ("light", 1280):
                rules = None
            visit.see(mode, width)
            found += [f"{path}, {mode}, {width}: {offence}" for offence in offences(page, rules)]
    expect(not found, f"{len(found)} violations\n" + "\n".join(found))


def axe_finds_nothing_on_any_kind_of_page(visit):
    offences_of_all_kinds(visit, "light")


def axe_finds_nothing_on_any_kind_of_page_in_the_dark(visit):
    offences_of_all_kinds(visit, "dark")


def axe_finds_nothing_on_any_kind_of_page_for_low_vision(visit):
    offences_of_all_kinds(visit, "low vision")


def every_colour_of_the_version_for_low_vision_stands_out(visit):
    found = []
    for path in ("index.html", "coverage.html", next(p for p in visit.site.pages if p.startswith("roadmaps/"))):
        page = visit.open(path)
        page.evaluate(AXE)
        for colours in page.locator("#vision-panel [name=colours]").all():
            value = colours.get_attribute("value")
            page.evaluate("value => albumLook.change({vision: 'on', colours: value})", value)
            found += [f"{path}, {value}: {o}" for o in offences(page, ["color-contrast", "color-contrast-enhanced"])]
        page.evaluate("albumLook.reset()")
    expect(not found, f"{len(found)} violations\n" + "\n".join(found))


def no_kind_of_page_scrolls_sideways_in_any_mode(visit):
    """The version for low vision sets letters of 200 % here, as far apart as they go."""
    found = []
    for path in visit.site.kinds_of_pages():
        page = open_kind(visit, path)
        for mode in MODES:
            for width in WIDTHS:
                visit.see(mode, width)
                overflow = page.evaluate(OVERFLOW)
                if overflow:
                    found.append(f"{path}, {mode}, {width}: {overflow}")
    expect(not found, f"{len(found)} pages\n" + "\n".join(found))


# --- The version for low vision


def look(page):
    return page.evaluate("({...document.documentElement.dataset})")


def the_version_for_low_vision_is_the_first_thing_after_the_skip_link(visit):
    page = visit.open("coverage.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.id") == "vision-switch", "the second Tab is not the switch")
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.keyboard.press("Enter")
    after = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    expect(after > before * 1.4, f"letters of {before} px become {after} px")
    expect(page.evaluate("document.activeElement.id") == "vision-switch", "the focus is lost")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(look(page).get("size") == "200", f"the arrow key chooses {look(page)}")


def the_largest_letters_leave_the_page_its_room(visit):
    page = visit.open("practices/kvest-vsoko.html")
    page.evaluate("localStorage.setItem('album-look', JSON.stringify({vision: 'on', size: '200'}))")
    page = visit.open("directions/znanie.html")
    page.set_viewport_size({"width": 390, "height": 844})
    height = page.eval_on_selector(".top", "one => one.getBoundingClientRect().height")
    expect(height < 844 * 0.45, f"the header takes {height} of 844 px")
    room = page.eval_on_selector("#top-search-input", """one => {
        const style = getComputedStyle(one), pen = document.createElement('canvas').getContext('2d');
        pen.font = style.font;
        return one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - pen.measureText(one.placeholder).width; }""")
    expect(room > 0, f"the search field lacks {-room} px for its words")
    page.evaluate("localStorage.setItem('album-look', JSON.stringify({vision: 'on', size: '150'}))")
    page = visit.open("practices/kvest-vsoko.html")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".menu a:visible").count() > 5, "the menu is folded although there is room")
    marks = page.eval_on_selector_all(".heading-link", "all => all.map(one => getComputedStyle(one).opacity)")
    expect(set(marks) == {"0"}, "marks of headings stand behind each of them")
    page.evaluate("localStorage.removeItem('album-look')")


def the_version_for_low_vision_is_remembered_until_it_is_left(visit):
    page = visit.open("index.html")
    page.click("#vision-switch")
    page.check("#vision-panel [name=colours][value=black]")
    page.check("#vision-panel [name=pictures][value=off]")
    visit.open("coverage.html")
    expect(look(page).get("colours") == "black", f"the next page has forgotten the choice: {look(page)}")
    expect(page.locator(".tile-map svg").first.is_hidden(), "pictures are shown")
    expect(page.locator(".matrix").is_visible(), "the table that says the same is not there")
    expect(page.locator("#vision-panel [name=colours][value=black]").is_checked(), "the panel shows another choice")
    page.click("#vision-panel summary")
    page.click("#vision-panel button")
    expect("vision" not in look(page), f"the usual look is not back: {look(page)}")
    visit.open("index.html")
    expect("vision" not in look(page), "the next page is in the version for low vision")


def without_javascript_there_are_no_switches_that_do_nothing(visit):
    page = visit.open("index.html")
    for control in ("#vision-switch", "#mode-switch", "button.fold"):
        expect(page.locator(control).first.is_hidden(), f"{control} is to be seen")
    visit.page.set_viewport_size({"width": 390, "height": 900})
    expect(page.locator(".menu a").first.is_visible(), "the menu is not to be seen")


# --- Contents


def the_contents_follow_the_reading(visit):
    page = visit.open("practices/kvest-vsoko.html")
    headings = page.locator(".prose > h2").all()
    expect(len(headings) > 4, "the material has hardly any headings")
    for heading in (headings[2], headings[-1]):
        heading.evaluate("heading => window.scrollTo(0, heading.getBoundingClientRect().top + scrollY - 20)")
        page.wait_for_function(
            "id => document.querySelector('.contents a[aria-current]')?.hash === '#' + id",
            arg=heading.get_attribute("id"))
    current = page.locator(".contents a[aria-current]")
    expect(current.count() == 1, f"{current.count()} sections are current")
    box = current.bounding_box()
    expect(0 <= box["y"] < 900, f"the contents have not come along: {box}")


def the_contents_are_folded_on_a_phone(visit):
    visit.page.set_viewport_size({"width": 390, "height": 800})
    page = visit.open("practices/kvest-vsoko.html")
    link = page.locator(".contents a").first
    expect(link.is_hidden(), "the contents stand before the text")
    page.click(".contents .fold")
    expect(link.is_visible(), "the contents do not open")
    link.click()
    expect(page.url.endswith(link.get_attribute("href")), "the contents lead nowhere")


EVERYWHERE = [
    the_version_for_low_vision_is_the_first_thing_after_the_skip_link,
    the_version_for_low_vision_is_remembered_until_it_is_left, the_contents_follow_the_reading,
    the_contents_are_folded_on_a_phone,
]
OVER_HTTP = [
    the_largest_letters_leave_the_page_its_room,
    axe_finds_nothing_on_any_kind_of_page, axe_finds_nothing_on_any_kind_of_page_in_the_dark,
    axe_finds_nothing_on_any_kind_of_page_for_low_vision, every_colour_of_the_version_for_low_vision_stands_out,
    no_kind_of_page_scrolls_sideways_in_any_mode,
]
WITHOUT_SCRIPTS = [without_javascript_there_are_no_switches_that_do_nothing]
