"""A reader goes from page to page."""

from harness import OVERFLOW, WIDTHS, expect, heading


def from_home_to_a_direction_a_material_and_back(visit):
    page = visit.open("index.html")
    page.locator("main a[href^='directions/']").first.click()
    page.wait_for_load_state()
    direction = heading(page)
    expect(direction != "", "the direction has no heading")
    cards = [card.get_attribute("href") for card in page.locator("main .card a[href$='.html']").all()]
    expect(len(cards) > 0, f"«{direction}» shows no material")
    start = page.url
    for card in cards:
        page.locator(f"main .card a[href='{card}']").first.click()
        page.wait_for_load_state()
        material, address = heading(page), page.url.rsplit("/", 1)[-1]
        backlinks = page.locator(".link-groups a")
        if backlinks.count() > 0:
            backlinks.first.click()
            page.wait_for_load_state()
            back = page.locator(f"main a[href*='{address}']").count()
            expect(back > 0, f"«{heading(page)}» is said to refer to «{material}» and does not")
            return
        page.goto(start)
    raise AssertionError(f"no material of «{direction}» has a backlink")


def every_item_of_the_menu_leads_somewhere(visit):
    page = visit.open("index.html")
    items = [item.get_attribute("href") for item in page.locator("header nav a").all()]
    expect(len(items) >= 5, f"the menu has {len(items)} items")
    for item in items:
        visit.open(item)
        expect(page.locator("header nav a[aria-current]").count() == 1, f"{item}: the menu does not say where one is")
        expect(heading(page) != "", f"{item} has no heading")


def a_link_to_a_row_shows_the_row(visit):
    page = visit.open("calendar.html")
    link = page.locator("main a[href*='#']:not([href^='#'])").first
    target = link.get_attribute("href").split("#")[1]
    link.click()
    page.wait_for_load_state()
    expect(page.locator(f"[id='{target}']").is_visible(), f"#{target} is not to be seen")
    box = page.locator(f"[id='{target}']").bounding_box()
    expect(-1 <= box["y"] < page.viewport_size["height"], f"#{target} is not on the screen: {box}")


# --- Keyboard


def the_keyboard_skips_to_the_content(visit):
    page = visit.open("coverage.html")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.matches('a[href=\"#main\"]')"), "the first Tab is not the skip link")
    box = page.evaluate("(() => { const r = document.activeElement.getBoundingClientRect(); return [r.x, r.y, r.width, r.height] })()")
    expect(box[0] >= 0 and box[1] >= 0 and box[2] > 20, f"the skip link is not to be seen: {box}")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.getElementById('main').contains(document.activeElement)")
    expect(inside, "after the skip link the next Tab is not inside the content")


def the_focus_is_always_to_be_seen(visit):
    page = visit.open("index.html")
    for step in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
            const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
            if (e === document.body) return true;
            const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
            return ring && box.width > 0 && box.height > 0;
        }""")
        expect(seen, f"after {step + 1} Tabs the focus is not to be seen: "
               + page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))


def the_mode_switch_is_remembered(visit):
    page = visit.open("index.html")
    page.click("#mode-switch")
    page.click("#mode-switch")
    mode = page.evaluate("document.documentElement.dataset.mode")
    expect(mode == "dark", f"two clicks give {mode}")
    visit.open("coverage.html")
    expect(page.evaluate("document.documentElement.dataset.mode") == mode, "the next page has forgotten the choice")


# --- All pages


def every_page_opens_in_silence_and_fits_the_screen(visit):
    """Over http, where 404.html finds its styles too. The harness watches the console and the requests."""
    offenders = []
    for path in visit.site.pages:
        page = visit.open(path)
        for part in ("h1", "main"):
            count = page.locator(part).count()
            if count != 1:
                offenders.append(f"{path}: {count} <{part}>")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            overflow = page.evaluate(OVERFLOW)
            if overflow:
                offenders.append(f"{path} at {width}: {overflow}")
    expect(not offenders, f"{len(offenders)} offenders\n" + "\n".join(offenders))


def a_former_address_leads_on_with_what_stands_behind_it(visit):
    script = next((visit.site.folder / "assets/js").glob("moved.*.js")).name
    page = visit.open("index.html")
    # The content has no former address: a page with the script as pages at such addresses have it.
    page.route("**/practices/staraia.html*", lambda route: route.fulfill(content_type="text/html", body=(
        f'<meta http-equiv="refresh" content="0; url=index.html"><script src="../assets/js/{script}" data-to="index.html"></script>')))
    for behind in ("?directions=znanie", "#main", "?a=b#main", ""):
        page.goto(visit.site.url("practices/staraia.html") + behind, wait_until="commit")
        page.wait_for_url(lambda url: "practices/index.html" in url)
        expect(page.url.endswith("practices/index.html" + behind), page.url)


EVERYWHERE = [
    from_home_to_a_direction_a_material_and_back, every_item_of_the_menu_leads_somewhere,
    a_link_to_a_row_shows_the_row, the_keyboard_skips_to_the_content, the_mode_switch_is_remembered,
]
FROM_DISK = [the_focus_is_always_to_be_seen]
OVER_HTTP = [a_former_address_leads_on_with_what_stands_behind_it, every_page_opens_in_silence_and_fits_the_screen]
