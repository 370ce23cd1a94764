"""Firefox without a window, driven over WebDriver BiDi: one page, watched.

Playwright drives only a Firefox of its own, and geckodriver is in no Debian; the browser itself speaks BiDi over a
WebSocket (https://w3c.github.io/webdriver-bidi/).
"""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import websocket
from harness import PATIENCE_SECONDS, read_on

# Debian's, or any other that is there.
PROGRAM = shutil.which("firefox-esr") or "firefox"
# NS_BINDING_ABORTED, as Firefox writes it into its console.
BINDING_ABORTED = 0x804B0002
ATTEMPTS = 3


class Firefox:
    """`with Firefox() as page: page.open(url); page.run("document.title")`. Console errors gather in `faults`."""

    def __enter__(self):
        self.faults = []
        self.number = 0
        self.profile = tempfile.mkdtemp()
        # Downloads go into the profile and ask nothing.
        self.downloads = pathlib.Path(self.profile, "downloads")
        self.downloads.mkdir()
        chosen = {"browser.download.folderList": 2, "browser.download.dir": str(self.downloads),
                  "browser.download.useDownloadDir": True, "browser.helperApps.deleteTempFileOnExit": True}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in chosen.items()]
        pathlib.Path(self.profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        self.process = subprocess.Popen(
            [PROGRAM, "--headless", "--no-remote", "--profile", self.profile, "--remote-debugging-port", "0", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        address = next(filter(None, (re.search(r"BiDi listening on (ws://\S+)", line) for line in self.process.stderr)))
        read_on(self.process.stderr)
        self.socket = websocket.create_connection(address[1] + "/session", suppress_origin=True, timeout=60)
        self.version = self._call("session.new", capabilities={})["capabilities"]["browserVersion"]
        self._call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self.tab = self._call("browsingContext.getTree")["contexts"][0]["context"]
        self.requests = []
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def open(self, url, width=1280):
        self._call("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": 900})
        for attempt in range(ATTEMPTS):
            try:
                self._call("browsingContext.navigate", context=self.tab, url=url, wait="complete")
                return
            except AssertionError as fault:
                # The page that is left had itself begun to load anew: one of the two gives way.
                if "NS_BINDING_ABORTED" not in str(fault) or attempt + 1 == ATTEMPTS:
                    raise

    def run(self, script):
        """The value of an expression; a promise is waited for."""
        answer = self._call(
            "script.evaluate", expression=f"(async () => JSON.stringify(await ({script}) ?? null))()", awaitPromise=True,
            target={"context": self.tab})
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def wait_for(self, script, seconds=PATIENCE_SECONDS):
        end = time.monotonic() + seconds
        while not self.run(script):
            if time.monotonic() > end:
                raise AssertionError(f"in {seconds} s it did not come to: {script}")
            time.sleep(0.05)

    def _call(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == self.number:
                if message["type"] == "error":
                    raise AssertionError(f"{method}: {message['message']}")
                return message["result"]
            self._event(message)

    def _event(self, message):
        data = message.get("params", {})
        if message.get("method") == "log.entryAdded" and data["level"] in ("error", "warn"):
            # A page that is left while it loads gives up its fonts.
            if f"status={BINDING_ABORTED}" in data["text"]:
                return
            self.faults.append(f"Firefox says: {data['text']}")
        elif message.get("method") == "network.beforeRequestSent":
            self.requests.append(data["request"]["url"])
