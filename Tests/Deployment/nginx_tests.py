"""A published edition behind a real nginx with Deployment/nginx.conf, and its rules in a real Apache: nginx_tests.py PROGRAM SITE

The site is published with `album publish --precompress`; then headers, encodings, ranges, addresses that are not there and the
change to another edition are looked at, and a browser goes through the pages.
"""

import gzip
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

CONFIGURATION = pathlib.Path(__file__).parents[2] / "Deployment/nginx.conf"
BROTLI = pathlib.Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Nginx:
    """The configuration as it is, but for its port, the folder and, where the module is missing, Brotli."""

    def __init__(self, folder, root):
        folder.mkdir()
        self.port = free_port()
        text = CONFIGURATION.read_text(encoding="utf-8")
        changes = [("listen 80;", f"listen 127.0.0.1:{self.port};"), ("    listen [::]:80;\n", ""),
                   ("root /srv/album/current", f"root {root}"),
                   ("include /srv/album/current", f"include {root}")]
        if not BROTLI.exists():
            changes.append(("    brotli_static on;\n", ""))
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        module = f"load_module {BROTLI};\n" if BROTLI.exists() else ""
        temporary = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        user = "user root;\n" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"{module}{user}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
            f"http {{\naccess_log off;\n{temporary}{text}}}\n", encoding="utf-8")
        self.process = subprocess.Popen(
            [shutil.which("nginx") or "/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError((folder / "error.log").read_text(encoding="utf-8"))

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def reload(self):
        """What `nginx -s reload` does: another worker, which has read the rules anew, answers."""
        before = self.workers()
        self.process.send_signal(signal.SIGHUP)
        for _ in range(100):
            now = self.workers()
            if now and not now & before:
                return
            time.sleep(0.05)
        raise RuntimeError("nginx has not read its rules anew")

    def workers(self):
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return set(children.read_text().split())

    def stop(self):
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(20)


class Apache:
    """An Apache whose host reads the rules of the edition that is shown; `with Apache(folder, root) as apache`."""

    MODULES = pathlib.Path("/usr/lib/apache2/modules")

    def __init__(self, folder, root):
        folder.mkdir()
        self.folder, self.port = folder, free_port()
        modules = "".join(
            f"LoadModule {name}_module {self.MODULES}/mod_{name}.so\n"
            for name in ("mpm_event", "authz_core", "rewrite", "alias", "dir", "mime"))
        (folder / "apache.conf").write_text(
            f"ServerRoot {folder}\nPidFile {folder}/pid\nServerName localhost\nListen 127.0.0.1:{self.port}\n{modules}"
            f"TypesConfig /etc/mime.types\nErrorLog {folder}/error.log\n<VirtualHost 127.0.0.1:{self.port}>\n"
            f"DocumentRoot {root}\nInclude {root}/.server/apache.conf\n<Directory {root}>\nRequire all granted\n</Directory>\n"
            "</VirtualHost>\n", encoding="utf-8")

    def __enter__(self):
        program = shutil.which("apache2") or "/usr/sbin/apache2"
        self.process = subprocess.Popen([program, "-f", str(self.folder / "apache.conf"), "-X"])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise RuntimeError((self.folder / "error.log").read_text(encoding="utf-8"))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)

    get = Nginx.get


def pages_have_the_headers_that_protect_them(nginx, site):
    answer, body = nginx.get("/")
    if body != (site / "index.html").read_bytes():
        yield "the home page has other bytes"
    wanted = {"Content-Type": "text/html; charset=utf-8", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache",
              "Referrer-Policy": "strict-origin-when-cross-origin"}
    yield from (f"{name}: {answer.headers[name]}" for name, value in wanted.items() if answer.headers[name] != value)
    said = re.search(r'Content-Security-Policy" content="([^"]+)"', body.decode()).group(1)
    if answer.headers["Content-Security-Policy"] != said + "; frame-ancestors 'none'":
        yield f"the policy of the server is {answer.headers['Content-Security-Policy']}, that of the page {said}"
    if re.search(r"nginx/\d", answer.headers.get("Server", "")):
        yield "the server tells its version"


def texts_are_sent_compressed(nginx, site):
    encodings = ["gzip"] + (["br"] if BROTLI.exists() else [])
    for path in ("/index.html", "/search.html", "/edition.json"):
        for encoding in encodings:
            answer, body = nginx.get(path, Accept_Encoding=encoding)
            ending = {"gzip": "gz", "br": "br"}[encoding]
            there = site / (path[1:] + "." + ending)
            if not there.exists():
                # It would be larger.
                continue
            if answer.headers["Content-Encoding"] != encoding or body != there.read_bytes():
                yield f"{path} as {encoding}: {answer.headers['Content-Encoding']}, {len(body)} bytes"
            if "Accept-Encoding" not in (answer.headers["Vary"] or ""):
                yield f"{path}: Vary: {answer.headers['Vary']}"
            if encoding == "gzip" and gzip.decompress(body) != (site / path[1:]).read_bytes():
                yield f"{path}: other bytes within"
        answer, body = nginx.get(path)
        if answer.headers["Content-Encoding"] or body != (site / path[1:]).read_bytes():
            yield f"{path} is not sent as it is to who asks for nothing else"


def names_that_change_with_their_bytes_are_kept_for_long(nginx, site):
    kept = [path for folder in ("assets", "search") for path in sorted((site / folder).rglob("*.js"))]
    hashed = [path for path in kept if re.search(r"\.[0-9a-f]{8}\.js$", path.name) or path.parent.parent.name == "search"]
    if not hashed:
        yield "no name is hashed"
    for path in kept[:40]:
        answer, _ = nginx.get("/" + str(path.relative_to(site)))
        is_kept = "immutable" in answer.headers["Cache-Control"]
        if answer.status != 200 or is_kept != (path in hashed):
            yield f"{path.name}: {answer.status} {answer.headers['Cache-Control']}"
    for path in ("/edition.js", "/manifest.json"):
        if nginx.get(path)[0].headers["Cache-Control"] != "no-cache":
            yield f"{path} is kept"


def what_is_not_there_is_said_on_the_sites_own_page(nginx, site):
    for path in ("/net-takoi-stranitsy.html", "/practices/%D0%BD%D0%B5%D1%82", "/.git/config", "/practices/.hidden", "/..%2f..%2fetc/passwd",
                 "/current/index.html", "/index.html%00"):
        answer, body = nginx.get(path)
        if answer.status not in (400, 404) or b"root:" in body:
            yield f"{path}: {answer.status}"
    answer, body = nginx.get("/net-takoi-stranitsy.html")
    if body != (site / "404.html").read_bytes() or not answer.headers["Content-Security-Policy"]:
        yield "it is not the page of the site"
    answer, body = nginx.get("/search/")
    if answer.status != 404 or body != (site / "404.html").read_bytes():
        yield f"a folder without a page: {answer.status}"
    answer, body = nginx.get("/directions/")
    if answer.status != 200 or body != (site / "directions/index.html").read_bytes():
        yield f"a folder: {answer.status}"
    answer, _ = nginx.get("/directions")
    if answer.status != 301 or answer.headers["Location"] != "/directions/":
        yield f"a folder without its stroke: {answer.status} {answer.headers['Location']}"


def parts_of_files_are_sent(nginx, site):
    whole = (site / "index.html").read_bytes()
    answer, body = nginx.get("/index.html", Range="bytes=100-199")
    if answer.status != 206 or body != whole[100:200]:
        yield f"{answer.status}, {len(body)} bytes"
    tag = nginx.get("/index.html")[0].headers["ETag"]
    if nginx.get("/index.html", If_None_Match=tag)[0].status != 304:
        yield "what a browser has is sent again"


def a_browser_goes_through_the_edition(nginx, site):
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", lambda request: faults.append(request.url) if "ERR_ABORTED" not in request.failure else None)
        base = f"http://127.0.0.1:{nginx.port}/"
        page.goto(base)
        page.locator(".menu a").first.click()
        page.wait_for_load_state()
        page.goto(base + "search.html?q=квест")
        page.locator(".search-main .card, .search-main article, .search-main li a").first.wait_for()
        page.locator(".search-main a[href*='practices/']").first.click()
        page.locator("h1").wait_for()
        if "/practices/" not in page.url:
            faults.append(f"the search leads to {page.url}")
        page.goto(base + "coverage.html")
        browser.close()
    yield from faults


def what_was_withdrawn_is_gone_and_what_has_moved_is_led_on(nginx, site):
    """With the rules of the edition that is shown, on a site of its own; a rollback brings back those of the one before."""
    work = nginx.root.parent / "withdrawn"
    work.mkdir()
    root = work / "root"

    def album(*arguments):
        run = subprocess.run([nginx.album, *map(str, arguments), "--root", str(root)], capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(f"{arguments}: {run.stderr}")
        return run.stdout + run.stderr

    subprocess.run([nginx.album, "init", str(root), "--region", "Пермский край", "--directions", "nine",
                    "--municipalities", "-", "--yes"], input="Лысьвенский городской округ\n", text=True, check=True, capture_output=True)
    practices = root / "content/practices"
    practices.mkdir(exist_ok=True)
    for name in ("kvest", "regata", "turnir"):
        (practices / f"{name}.md").write_text(
            f"---\ntitle: Игра «{name}»\nsummary: Одна из игр\n---\n\n## Цель\n\n[План](plan-{name}.csv)\n", encoding="utf-8")
        (practices / f"plan-{name}.csv").write_text("а;б\n1;2\n", encoding="utf-8")
    album("build", "--record")
    album("publish", work / "srv", "--precompress")
    for path in ("kvest.md", "plan-kvest.csv"):
        (practices / path).unlink()
    album("mv", "regata", "gonka")
    album("retire", "practices/kvest.html", "practices/plan-kvest.csv", "--reason", "Положение отменено.")
    (practices / "plan-turnir.csv").unlink()
    (practices / "turnir.md").write_text("---\ntitle: Игра «turnir»\nsummary: Одна из игр\n---\n\n## Цель\n\nБез плана.\n", encoding="utf-8")
    album("retire", "practices/plan-turnir.csv", "--reason", "План в тексте.", "--instead", "practices/turnir.html")
    album("build")
    told = album("publish", work / "srv", "--precompress")
    if "nginx -s reload" not in told:
        yield f"nobody is told to have the rules read: {told}"
    server = Nginx(work / "nginx", work / "srv/current")
    try:
        answer, body = server.get("/practices/kvest.html")
        if answer.status != 410 or body != (work / "srv/current/practices/kvest.html").read_bytes():
            yield f"a withdrawn page: {answer.status}, {len(body)} bytes"
        if "Положение отменено." not in body.decode().replace("\u00ad", ""):
            yield f"it does not say why: {body.decode()[-1500:]}"
        if not answer.headers["Content-Security-Policy"]:
            yield f"it has not the headers of a page: {answer.headers}"
        if answer.headers["Content-Type"] != "text/html; charset=utf-8":
            yield f"a withdrawn page is {answer.headers['Content-Type']}"
        answer, body = server.get("/practices/kvest.html", Accept_Encoding="gzip")
        if answer.status != 410 or (answer.headers["Content-Encoding"] == "gzip" and b"\x1f\x8b" != body[:2]):
            yield f"a withdrawn page, packed: {answer.status}"
        answer, body = server.get("/practices/plan-kvest.csv")
        if answer.status != 410 or b"nginx" in body or answer.headers["Content-Type"] != "text/html; charset=utf-8":
            yield f"a withdrawn file: {answer.status} {answer.headers['Content-Type']} {body[:200]}"
        answer, _ = server.get("/practices/plan-turnir.csv")
        if answer.status != 301 or answer.headers["Location"] != "/practices/turnir.html":
            yield f"a withdrawn file with something instead: {answer.status} {answer.headers['Location']}"
        answer, body = server.get("/data/practices/kvest.csv")
        if answer.status != 410 or "Положение отменено." not in body.decode().replace("\u00ad", ""):
            yield f"data of a withdrawn page: {answer.status} {body[:200]}"
        answer, _ = server.get("/practices/regata.html?a=1")
        if answer.status != 301 or answer.headers["Location"] != "/practices/gonka.html?a=1":
            yield f"a page that has moved: {answer.status} {answer.headers['Location']}"
        answer, _ = server.get("/practices/turnir.html")
        if answer.status != 200:
            yield f"a page that stays: {answer.status}"
        if server.get("/.server/nginx.conf")[0].status != 404:
            yield "the rules are sent to readers"
        with Apache(work / "apache", work / "srv/current") as apache:
            for path in ("/practices/kvest.html", "/data/practices/kvest.csv"):
                answer, body = apache.get(path)
                if answer.status != 410 or "Положение отменено." not in body.decode().replace("\u00ad", ""):
                    yield f"Apache, {path}: {answer.status} {body[:200]}"
            answer, body = apache.get("/practices/plan-kvest.csv")
            if answer.status != 410 or body != (work / "srv/current/404.html").read_bytes():
                yield f"Apache, a withdrawn file: {answer.status} {body[:200]}"
            answer, _ = apache.get("/practices/regata.html?a=1")
            if answer.status != 301 or not answer.headers["Location"].endswith("/practices/gonka.html?a=1"):
                yield f"Apache, a page that has moved: {answer.status} {answer.headers['Location']}"
            if apache.get("/practices/turnir.html")[0].status != 200:
                yield "Apache, a page that stays"
            for path in ("/.server/apache.conf", "/practices/nichego.html"):
                answer, body = apache.get(path)
                if answer.status != 404 or body != (work / "srv/current/404.html").read_bytes():
                    yield f"Apache, {path}: {answer.status} {body[:200]}"
        # What was withdrawn since comes back because it is asked for.
        told = album("rollback", work / "srv", "--with-withdrawn")
        if "nginx -s reload" not in told:
            yield f"a rollback does not tell to have the rules read: {told}"
        server.reload()
        for path in ("/practices/kvest.html", "/practices/plan-kvest.csv", "/practices/regata.html"):
            answer, _ = server.get(path)
            if answer.status != 200:
                yield f"{path} of the edition before: {answer.status}"
        if server.get("/practices/gonka.html")[0].status != 404:
            yield "the edition before has a page of the later one"
        album("rollback", work / "srv", "--to", "0002")
        server.reload()
        answer, _ = server.get("/practices/regata.html")
        if answer.status != 301 or server.get("/practices/kvest.html")[0].status != 410:
            yield f"the later edition shown again: {answer.status}"
    finally:
        server.stop()


def the_next_edition_is_there_at_once(nginx, site):
    """Run last: it publishes another one, and goes back."""
    folder = site.parent
    other = nginx.other
    before = nginx.get("/edition.json")[1]
    subprocess.run([nginx.album, "publish", str(folder), "--root", str(nginx.root), "--site", str(other), "--precompress"], check=True, capture_output=True)
    after = nginx.get("/edition.json")[1]
    subprocess.run([nginx.album, "rollback", str(folder)], check=True, capture_output=True)
    if not before != after or nginx.get("/edition.json")[1] != before:
        yield f"{before} {after}"


TESTS = [
    pages_have_the_headers_that_protect_them, texts_are_sent_compressed, names_that_change_with_their_bytes_are_kept_for_long,
    what_is_not_there_is_said_on_the_sites_own_page, parts_of_files_are_sent, what_was_withdrawn_is_gone_and_what_has_moved_is_led_on,
    a_browser_goes_through_the_edition, the_next_edition_is_there_at_once,
]


def main(album, site):
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        # Whoever serves reads as another user.
        work.chmod(0o755)
        # What a site publishes is recorded beside its sources: those of this repository stay as they are.
        (work / "root").mkdir()
        shutil.copy("album.yml", work / "root")
        subprocess.run([album, "publish", str(work / "srv"), "--root", str(work / "root"), "--site", site, "--precompress"], check=True, capture_output=True)
        nginx = Nginx(work / "nginx", work / "srv/current")
        nginx.album, nginx.other, nginx.root = album, work / "other", work / "root"
        subprocess.run([album, "build", "--edition", "2031-01-01", "--no-cache", "--output", str(nginx.other)], check=True, capture_output=True)
        failed = 0
        try:
            for test in TESTS:
                problems = list(test(nginx, work / "srv/current"))
                failed += bool(problems)
                print(f"{'FAILED' if problems else 'passed'} {test.__name__.replace('_', ' ')}")
                for problem in problems[:20]:
                    print(f"       {problem}")
        finally:
            nginx.stop()
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
