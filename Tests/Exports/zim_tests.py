"""A site as a ZIM file, held against openZIM's check and Kiwix's server: zim_tests.py PROGRAM SITE ROOT"""

import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

PATIENCE_SECONDS = 20


def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def read(url):
    """The text at an address, once the server answers."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE_SECONDS) as answer:
                return answer.read().decode("utf-8")
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def is_there(base, path):
    try:
        urllib.request.urlopen(f"{base}/{urllib.parse.quote(path)}", timeout=PATIENCE_SECONDS).close()
    except urllib.error.HTTPError as answer:
        if answer.code != 404:
            raise
        return False
    return True


def main(program, site, root):
    site = pathlib.Path(site)
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder, "album copy.zim")
        subprocess.run([program, "zim", "--output", output, "--site", site, "--root", root], check=True)
        assert [path.name for path in pathlib.Path(folder).iterdir()] == [output.name], "something is left behind"
        check = subprocess.run(["zimcheck", output], capture_output=True, text=True)
        assert check.returncode == 0, check.stdout[-3000:]
        number = port()
        server = subprocess.Popen(
            ["kiwix-serve", "--address=127.0.0.1", f"--port={number}", output],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            books = read(f"http://127.0.0.1:{number}/catalog/search")
            name = re.search(r'href="/([^"?#/]*)"[^>]*type="text/html"|type="text/html"\s+href="/([^"?#/]*)"', books)
            base = f"http://127.0.0.1:{number}/" + next(filter(None, name.groups()))
            assert "<h1" in read(base + "/index.html"), "no home page"
            files = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["files"]
            # All of them: a file that is missing may be of a kind of its own. Kiwix answers 404 itself.
            missing = [path for path in [entry["path"] for entry in files] if not is_there(base, path)]
            assert missing == ["404.html"], f"not in the file: {missing}"
            content = urllib.parse.unquote(base.rsplit("/", 1)[1])
            # In another form than the page has it.
            query = urllib.parse.urlencode({"content": content, "pattern": "квестом по оценке"})
            found = read(f"http://127.0.0.1:{number}/search?{query}")
            assert "practices/kvest-vsoko.html" in found, "Kiwix does not find the practice"
        finally:
            server.terminate()
            server.wait(PATIENCE_SECONDS)
    print("a ZIM file opens, is searched and passes openZIM's check")


if __name__ == "__main__":
    main(*sys.argv[1:])
