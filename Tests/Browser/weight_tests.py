"""Pages are light and stand still: bytes, requests, layout shifts. How fast they are is told and not asserted."""

import gzip
import re

from harness import expect

KILOBYTES = 60
# The face of titles, for the whole site and beside the rest: no page waits for it.
FACE_KILOBYTES = 24
REQUESTS = 9
# From a disk, where a request costs no turn, a page reads of which day its copy is.
REQUESTS_OF_A_COPY = REQUESTS + 1
# A title may take a line more or less in its own face than in the one before: a fifth of what is held to be good.
SHIFT = 0.02

PAINT = """() => new Promise(done => {
    new PerformanceObserver(list => done(list.getEntries().pop().startTime)).observe({type: 'largest-contentful-paint', buffered: true});
})"""
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
        .observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => setTimeout(() => done(sum), 50));
})"""


def materials(site):
    """Pages of materials: neither lists nor what the program makes at the root or of axes."""
    made = ("directions/", "rma-directions/", "municipalities/", "handbook/")
    return [path for path in site.pages if "/" in path and not path.endswith(("index.html", ".print.html"))
            and not path.startswith(made)]


def no_page_of_a_material_weighs_more_than_sixty_kilobytes(visit):
    """Compressed, with its styles, scripts and pictures."""
    site, sizes, heavy = visit.site, {}, []

    def weight(path):
        if path not in sizes:
            sizes[path] = len(gzip.compress((site.folder / path).read_bytes(), 9))
        return sizes[path]

    for path in materials(site):
        html = (site.folder / path).read_text(encoding="utf-8")
        parts = re.findall(r'<(?:script|img)[^>]* src="([^"]+)"|<link rel="(?:stylesheet|icon)"[^>]* href="([^"]+)"', html)
        files = {(site.folder / path).parent.joinpath(one or other).resolve() for one, other in parts}
        total = weight(path) + sum(weight(file.relative_to(site.folder)) for file in files)
        if total > KILOBYTES * 1000:
            heavy.append(f"{path}: {total} bytes")
    print(f"       the heaviest page of a material has {max(sizes[path] for path in materials(site))} bytes of HTML;"
          f" styles and scripts {sum(sizes[path] for path in sizes if str(path).startswith('assets/'))}")
    expect(not heavy, "\n".join(["too heavy:"] + heavy))
    faces = sum(path.stat().st_size for path in site.folder.glob("assets/fonts/*.woff2"))
    expect(0 < faces <= FACE_KILOBYTES * 1000, f"the faces have {faces} bytes")


def a_page_takes_few_requests_and_stands_still(visit):
    """On a desktop and a phone, in the look that was there before and in the version for low vision."""
    page = visit.page
    requests, faults, paints = [], [], []
    bound = REQUESTS_OF_A_COPY if visit.site.base.startswith("file:") else REQUESTS
    page.on("request", lambda request: requests.append(request.url))
    for path in visit.site.kinds_of_pages():
        if "?" in path or path == "404.html":
            continue
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            requests.clear()
            visit.open(path)
            shift = page.evaluate(SHIFTS)
            paints.append((page.evaluate(PAINT), path))
            if len(requests) > bound:
                faults.append(f"{path}: {len(requests)} requests")
            if shift > SHIFT:
                faults.append(f"{path} at {width} shifts by {shift}")
    paints.sort()
    print(f"       largest contentful paint: {paints[len(paints) // 2][0]:.0f} ms in the middle,"
          f" at most {paints[-1][0]:.0f} ms ({paints[-1][1]})")
    expect(not faults, "\n".join(["heavy or restless:"] + faults))


EVERYWHERE = [a_page_takes_few_requests_and_stands_still]
OVER_HTTP = [no_page_of_a_material_weighs_more_than_sixty_kilobytes]
