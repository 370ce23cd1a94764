"""Inputs to begin with: seeds.py FOLDER writes seeds/TARGET/… of this repository's own texts, and the folders of the targets."""

import itertools
import os
import pathlib
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main(folder):
    texts = [path.read_bytes() for path in sorted(ROOT.glob("content/**/*.md"))[::4]]
    front = [text.split(b"\n---\n")[0] + b"\n---\n" for text in texts]
    offices = [path.read_bytes() for path in sorted(ROOT.glob("Tests/Fixtures/office/*.*")) if path.is_file()]
    sheets = []
    for path in sorted(ROOT.glob("Tests/Fixtures/office/*.xlsx")):
        with zipfile.ZipFile(path) as book:
            sheets += [book.read(name) for name in book.namelist() if "worksheets/sheet" in name and len(book.read(name)) < 16000]
    words = b" ".join(texts).decode("utf-8").split()
    queries = [" ".join(words[start:start + 3]).encode() for start in range(0, len(words), 997)]
    terms = ["15.10.2024", "15 октября 2024", "октябрь 2024", "IV квартал 2024", "2023-2024", "2024/25 учебный год", "с 19 июня по 13 октября",
             "до 1 сентября", "ежемесячно", "первая неделя мая", "сен.24", "10–11 октября 2023", "весна 2024", "в течение года"]
    manifest = pathlib.Path(os.environ.get("ALBUM_FUZZ_SITE", ROOT / "public"), "manifest.json")
    seeds = {
        "front-matter": front, "markdown": texts, "csv": [path.read_bytes() for path in sorted(ROOT.glob("Tests/**/*.csv"))][:40],
        "workbook": [data for data in offices if data[:2] == b"PK"] + sheets, "document": [data for data in offices if data[:2] == b"PK"],
        "period": [term.encode() for term in terms], "query": queries[:200] + [b'"kvest po" -x', "«квест по станциям»".encode()],
        "index": [bytes([number, 7, 0, 3, number, 65]) for number in range(0, 250, 5)],
        "archive": [data for data in offices if data[:2] == b"PK"], "manifest": [manifest.read_bytes()] if manifest.exists() else [],
        "path": [b"practices/kvest.html", b"%2e%2e/x", b"a//b", "практики/квест.html".encode()],
        "head": [b"GET /a?b=c HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n"],
        "patch": [bytes([number]) + "Новое значение: «да»".encode() + b"\0" + text for number, text in zip(itertools.count(), front)],
        "store": [bytes(64)],
    }
    for target, inputs in seeds.items():
        kept = pathlib.Path(folder, "seeds", target)
        kept.mkdir(parents=True, exist_ok=True)
        pathlib.Path(folder, target).mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(inputs):
            (kept / f"{number:04}").write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1])
