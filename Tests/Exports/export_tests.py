"""The records of a built site, read by other programs' readers: export_tests.py SITE

Calendars by PyPI `icalendar`, tables by Python's `csv` and `json`. A test takes the site's data and says what is wrong;
every file of the site is looked at.
"""

import csv
import io
import json
import pathlib
import sys
from datetime import date, timedelta

from icalendar import Calendar

from reporting import failures

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ABSENT = "нет в источнике"


class Data:
    """The files below `data/` of a site."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.calendars = self.files("ics")
        self.tables = self.files("csv")
        self.records = self.files("json")

    def files(self, extension):
        paths = sorted((self.folder / "data").rglob(f"*.{extension}"))
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in paths}

    def events(self):
        for path, text in self.calendars.items():
            for event in Calendar.from_ical(text).walk("VEVENT"):
                yield path, event


def rows(table):
    """The rows of a CSV file, without the mark at its beginning."""
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), strict=True))


# --- Calendars


def there_is_something_to_read(data):
    for name, files in (("calendar", data.calendars), ("table", data.tables), ("JSON", data.records)):
        if not files:
            yield f"the site has no {name}"


def every_calendar_has_what_it_must_have(data):
    for path, text in data.calendars.items():
        calendars = Calendar.from_ical(text, multiple=True)
        if len(calendars) != 1:
            yield f"{path}: {len(calendars)} calendars"
        for part in (part for calendar in calendars for part in calendar.walk()):
            yield from (f"{path}: {part.name} without {name}" for name in part.required if name not in part)
            yield from (f"{path}: {part.name}: {problem}" for problem in part.errors)
            yield from (
                f"{path}: {part.name} has {name} more than once" for name in part.singletons
                if isinstance(part.get(name), list))
        if not list(calendars[0].walk("VEVENT")):
            yield f"{path}: no event"


def every_event_lasts_whole_days(data):
    for path, event in data.events():
        start, end = event.decoded("DTSTART"), event.decoded("DTEND", None)
        if type(start) is not date or type(end) is not date or end <= start:
            yield f"{path}: {event['SUMMARY']}: from {start} to {end}"
        if not str(event.get("SUMMARY", "")).strip():
            yield f"{path}: an event without a name"


def an_event_is_the_same_in_every_file(data):
    seen = {}
    for path, event in data.events():
        content = event.to_ical()
        first, known = seen.setdefault(str(event["UID"]), (path, content))
        if known != content:
            yield f"{event['UID']}: {path} has another event than {first}"
    for path, text in data.calendars.items():
        names = [str(event["UID"]) for event in Calendar.from_ical(text).walk("VEVENT")]
        if len(names) != len(set(names)):
            yield f"{path}: two events with one UID"


def lines_are_folded_by_bytes(data):
    for path, text in data.calendars.items():
        lines = text.split(b"\r\n")
        if lines[-1] != b"" or any(b"\n" in line or b"\r" in line for line in lines):
            yield f"{path}: lines do not end with CR LF"
        yield from (f"{path}: a line of {len(line)} octets: {line[:40]}" for line in lines if len(line) > 75)
        try:
            for line in lines:
                line.decode("utf-8")
        except UnicodeDecodeError as error:
            yield f"{path}: a character is cut: {error}"


def what_is_written_again_is_the_same(data):
    for path, text in data.calendars.items():
        again = Calendar.from_ical(Calendar.from_ical(text).to_ical(sorted=False))
        if again.to_ical() != Calendar.from_ical(text).to_ical():
            yield f"{path}: does not survive a round trip"


def lasts_a_year(start, behind):
    return (behind.year - 1, behind.month, behind.day) >= (start.year, start.month, start.day)


def calendars_hold_the_dated_rows_of_their_tables(data):
    """But those that last a year or longer, which would stand over every other event."""
    for path, text in data.calendars.items():
        source = path.removesuffix(".ics") + ".json"
        if source not in data.records:
            continue
        dated = {}
        for record in json.loads(data.records[source]):
            for value in record.values():
                if isinstance(value, dict) and not value["open"] and (value["start"] or value["end"]):
                    start = date.fromisoformat(value["start"] or value["end"])
                    behind = date.fromisoformat(value["end"] or value["start"]) + timedelta(1)
                    if not lasts_a_year(start, behind):
                        dated[record["id"]] = (start, behind)
        events = {
            str(event["UID"]).split("#")[1].rsplit("@", 1)[0]: (event.decoded("DTSTART"), event.decoded("DTEND"))
            for event in Calendar.from_ical(text).walk("VEVENT")}
        if events != dated:
            yield f"{path}: {sorted(events.items() ^ dated.items())}"


# --- Tables


def tables_are_for_excel(data):
    for path, text in data.tables.items():
        if not text.startswith(BYTE_ORDER_MARK):
            yield f"{path}: no byte order mark"
        if text.count(BYTE_ORDER_MARK) != 1:
            yield f"{path}: more than one byte order mark"
        table = rows(text)
        if not table or any(len(row) != len(table[0]) for row in table):
            yield f"{path}: rows of different length"


def no_cell_is_a_formula(data):
    for path, text in data.tables.items():
        for cell in (cell for row in rows(text) for cell in row):
            isNegative = cell.startswith("-") and cell[1:].replace(",", "").replace(".", "").isdigit()
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not isNegative:
                yield f"{path}: {cell}"


def told(value, names):
    """What a spreadsheet shows of a value in JSON; `names` of a reference are not known here."""
    match value:
        case None:
            return ""
        case bool():
            return None
        case float() | int():
            return {f"{value}".replace(".", ","), f"{value:g}".replace(".", ",")}
        case list():
            return None if names else {"; ".join(value)}
        case dict():
            return {value["text"]}
    return {value}


def tables_and_json_have_equal_rows(data):
    for path, text in data.records.items():
        table = path.removesuffix(".json") + ".csv"
        if table not in data.tables:
            yield f"{path}: no {table}"
            continue
        records, (head, *body) = json.loads(text), rows(data.tables[table])
        if len(records) != len(body):
            yield f"{path}: {len(records)} records and {len(body)} rows"
            continue
        names = [record["id"] for record in records]
        if len(names) != len(set(names)):
            yield f"{path}: two records with one id"
        for number, (record, row) in enumerate(zip(records, body), start=2):
            values = [value for name, value in record.items() if name != "id"]
            if len(values) != len(head):
                yield f"{table}:{number}: {len(head)} columns and {len(values)} members"
                continue
            for title, value, cell in zip(head, values, row):
                cell = cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r") else cell
                expected = told(value, names=False)
                # A share has its sign in the table, and is a number of per cent in JSON.
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    cell = cell.removesuffix("%")
                isReference = isinstance(value, list)
                if isReference and len(value) == len(cell.split("; ")) or isinstance(value, bool):
                    continue
                if cell not in (expected or {""}):
                    yield f"{table}:{number}: «{title}» is «{cell}», and {value!r} in JSON"


TESTS = [
    there_is_something_to_read, every_calendar_has_what_it_must_have, every_event_lasts_whole_days,
    an_event_is_the_same_in_every_file, lines_are_folded_by_bytes, what_is_written_again_is_the_same,
    calendars_hold_the_dated_rows_of_their_tables, tables_are_for_excel, no_cell_is_a_formula,
    tables_and_json_have_equal_rows,
]


def main(folder):
    data = Data(folder)
    failed = failures(TESTS, lambda test: test(data))
    print(f"{len(TESTS) - failed} passed, {failed} failed: {len(data.calendars)} calendars with "
          f"{sum(1 for _ in data.events())} events, {len(data.tables)} tables, {len(data.records)} JSON files")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
