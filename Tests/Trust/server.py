"""`album serve` against whoever reaches its port: what `ServingTests` does not send, and everything at once.

Addresses that lead out of the site in each spelling, dot-files, links, requests that never end, five hundred connections.
"""

import itertools
import os
import re
import socket
import time
import urllib.parse

from acts import Form
from ground import FINE, Server, Sources, descriptors, fresh, tree

SECRET = "ПОСТОРОННЕЕ-СЛОВО-7"
CONNECTIONS = 500
# Ways of writing a dot, a slash and a name, which one layer or another might take for what they mean.
DOTS = ("..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "%uff0e%uff0e", "．．", "..;", "...", "..%00", ". .")
SLASHES = ("/", "%2f", "%5c", "\\", "//", "%252f", "%c0%af", "/./", "%00/")
PREFIXES = ("/", "/practices/", "/assets/", "/_edit/", "/_edit/material/", "/_edit/file/", "/.album-preview/", "//", "/_edit/taken/")
HIDDEN = (
    ".git/config", ".htpasswd", ".env", ".album-work/server", ".album-work/.gitignore", ".album-cache/store.db", "album.yml",
    "content/practices/m1.md", ".public.album-spare/index.html", "manifest.json.bak", "practices/.m1.md.swp", "practices/link.txt",
    "practices/folder/secret.txt", "secret.txt",
)


def server(program, folder, record):
    place = fresh(folder / "server")
    site = Sources(place / "site")
    lay_secrets(place, site)
    served = Server(program, site.folder, place / "serve.log")
    before = tree(site.folder / "content")
    outside(served, site, record)
    saves(served, record)
    unfinished(served, record)
    many(served, record)
    record.expect(tree(site.folder / "content") == before, "a file of the content has changed")
    record.expect(served.stop() == FINE, "the server does not end well")


def lay_secrets(place, site):
    """A word that no answer may hold: beside the site, hidden in it, and behind links in it."""
    (place / "secret.txt").write_text(SECRET, encoding="utf-8")
    for path in (".git/config", ".htpasswd", ".env", "content/practices/.m1.md.swp", "secret.txt"):
        site.write(path, SECRET)
    (site.folder / "content/practices/link.txt").symlink_to("../../../secret.txt")
    (site.folder / "content/practices/folder").symlink_to(place)


def ask(served, request, patience=30):
    """The whole answer to bytes; nothing where there is none."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=patience) as one:
        one.sendall(request)
        answer = b""
        while piece := one.recv(1 << 16):
            answer += piece
    return answer


def head(served, method, target, *more):
    lines = [f"{method} {target} HTTP/1.1", f"Host: 127.0.0.1:{served.port}", "Connection: close", *more, "", ""]
    return "\r\n".join(lines).encode()


def status(answer):
    found = re.match(rb"HTTP/1\.[01] (\d{3}) ", answer)
    return int(found[1]) if found else None


def targets():
    """Addresses that would lead to the file beside the site, by way of each place and spelling, and to hidden ones."""
    for prefix, dots, slash, depth in itertools.product(PREFIXES, DOTS, SLASHES, (1, 2, 4)):
        yield prefix + (dots + slash) * depth + "secret.txt"
        if depth == 4:
            yield prefix + (dots + slash) * 12 + "etc" + slash + "passwd"
    for prefix, path in itertools.product(("/", "/./", "//", "/practices/../", "/%2e/", "/_edit/file/", "/_edit/material/"), HIDDEN):
        yield prefix + path
        yield prefix + urllib.parse.quote(path, safe="")
        yield prefix + "".join(f"%{byte:02x}" for byte in path.encode())


def outside(served, site, record):
    """No spelling of an address shows a file that is not of the site."""
    every = list(dict.fromkeys(targets()))
    if not record.is_long:
        record.chance("targets").shuffle(every)
        every = every[:300]
    for target in every:
        answer = ask(served, head(served, "GET", target))
        record.count("addresses that lead out")
        found = status(answer)
        record.expect(found is not None and found < 500, f"GET {target!r}: {answer[:60]!r}")
        record.expect(SECRET.encode() not in answer and b"root:x:" not in answer, f"GET {target!r} shows what is not of the site")
    record.expect(os.path.exists(site.folder / "content"), "the site is there")


def saves(served, record):
    """A form's own route, with its token, for a material that lies elsewhere."""
    form = Form(served, "practices/m3")
    token = re.search(r'name="_token" value="([^"]*)"', form.shown)[1]
    keys = (
        "../secret.txt", "practices/../../../secret.txt", "/etc/passwd", "practices/folder/secret.txt", "practices/link.txt",
        ".git/config", "practices/\0m3.md", "practices/m3.md/", "", "x" * 5_000, "kinds/../../album.yml")
    for route, key in itertools.product(("practices/m3", "../../secret", "practices/folder/secret", "practices/link"), keys):
        body = urllib.parse.urlencode({
            "_token": token, "_base": "0", "_key": key, "_body": "взято", "field.summary": "взято", "_save": "1"}).encode()
        address = f"/_edit/material/{urllib.parse.quote(route, safe='/.')}"
        answer = ask(served, head(
            served, "POST", address, f"Origin: {served.base}", f"Content-Length: {len(body)}",
            "Content-Type: application/x-www-form-urlencoded") + body)
        record.count("saves that lead out")
        record.expect(status(answer) not in (None, 303) and status(answer) < 500, f"POST {route!r} {key[:40]!r}: {answer[:60]!r}")
        record.expect(SECRET.encode() not in answer, f"POST {route!r} {key[:40]!r} shows what is not of the site")


def unfinished(served, record):
    """Requests that stop in the middle, with the connection open or shut: others are answered, nothing stays open."""
    quiet = descriptors(served.process.pid)
    whole = head(served, "POST", "/_edit/keep", f"Origin: {served.base}", "Content-Length: 100000") + b"_key=x"
    places = range(1, len(whole), 1 if record.is_long else 12)
    for place, shut in itertools.product(places, (False, True)):
        with socket.create_connection(("127.0.0.1", served.port), timeout=30) as one:
            one.sendall(whole[:place])
            if shut:
                one.shutdown(socket.SHUT_WR)
            record.count("requests cut short")
    record.expect(status(ask(served, head(served, "GET", "/"))) == 200, "after requests that were cut short nobody is answered")
    settle(served, quiet, "after requests that were cut short", record)


def many(served, record):
    """Connections that say nothing, and some that say a letter now and then, take nobody's place."""
    quiet = descriptors(served.process.pid)
    for round in range(4 if record.is_long else 1):
        held = [socket.create_connection(("127.0.0.1", served.port), timeout=30) for _ in range(CONNECTIONS)]
        for place, one in enumerate(held[::2]):
            one.sendall(b"GET / HTTP/1.1\r\nHost: x"[:place % 20])
        record.count("connections held at once", len(held))
        record.expect(status(ask(served, head(served, "GET", "/"))) == 200, f"beside {CONNECTIONS} connections nobody is answered")
        for one in held:
            one.close()
        settle(served, quiet, f"after {CONNECTIONS} connections, round {round}", record)


def settle(served, quiet, told, record):
    """All descriptors are given back, within the time that a silent connection has."""
    end = time.monotonic() + 60
    while descriptors(served.process.pid) > quiet and time.monotonic() < end:
        time.sleep(0.05)
    now = descriptors(served.process.pid)
    record.expect(now <= quiet, f"{told}: {quiet} open files became {now}")
