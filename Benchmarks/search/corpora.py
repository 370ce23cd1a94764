"""Sites to search: this repository's own, and generated ones of any size.

Texts are made by Benchmarks/corpus.py, or by the program that ALBUM_CORPUS names. Sites stand below .build-bench and are
made once.
"""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

from relevance import ALBUM, ROOT

GENERATOR = pathlib.Path(os.environ.get("ALBUM_CORPUS", ROOT / "Benchmarks/corpus.py"))
FOLDER = ROOT / ".build-bench"


def own():
    """The built site of content/, and its texts."""
    site = FOLDER / "search-content"
    build(ROOT, site)
    return site, ROOT / "content"


def generated(count):
    """The built site of so many generated materials, and their texts."""
    if not GENERATOR.is_file():
        sys.exit(f"ALBUM_CORPUS names {GENERATOR}, which is not there")
    root = FOLDER / f"search-{count}"
    stamp = f"{count} {hashlib.sha256(GENERATOR.read_bytes()).hexdigest()[:16]}"
    mark = root / "corpus.stamp"
    if not mark.is_file() or mark.read_text() != stamp:
        shutil.rmtree(root, ignore_errors=True)
        (root / "content").mkdir(parents=True)
        subprocess.run([sys.executable, str(GENERATOR), str(root / "content"), str(count)], check=True)
        mark.write_text(stamp)
    shutil.copy(ROOT / "album.yml", root)
    for name, target in (("themes", "themes"), ("content/vocabularies", "content/vocabularies"), ("content/kinds", "content/kinds")):
        shutil.rmtree(root / target, ignore_errors=True)
        shutil.copytree(ROOT / name, root / target)
    build(root, root / "public")
    return root / "public", root / "content"


def build(root, output):
    subprocess.run([ALBUM, "build", "--quiet", "--root", str(root), "--output", str(output)], check=True)
