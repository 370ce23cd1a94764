"""A site whose authors mean harm: every channel of content carries markup, code and addresses that must not work.

Each attack has a number, so that what runs is known by it: it calls `canary(NUMBER)`. All kinds of this repository are used as
they are, so that a field that a kind gets is attacked from then on.
"""

import pathlib
import random
import shutil
import subprocess

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Elements and what breaks out of where a text may stand: an element, an attribute, a comment, a script, a template.
BREAKING = [
    "<script>canary({n})</script>", '"><img src=x onerror=canary({n})>', "'><svg/onload=canary({n})>",
    "</title><script>canary({n})</script>", "</textarea></style><img src=x onerror=canary({n})>",
    "<img src=x onerror=canary({n})//", '<iframe srcdoc="&lt;script&gt;parent.canary({n})&lt;/script&gt;"></iframe>',
    '<a href="javascript:canary({n})">x</a>', "--><script>canary({n})</script>", "]]><script>canary({n})</script>",
    "{{{{canary}}}}<script>canary({n})</script>", "&lt;script&gt;canary({n})&lt;/script&gt;",
    "<math><mtext><table><mglyph><style><!--</style><img src=x onerror=canary({n})>",
    "<svg><animate onbegin=canary({n}) attributeName=x dur=1s>", "<details open ontoggle=canary({n})>x</details>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=javascript:canary({n})'>",
    "<link rel=stylesheet href=//evil.example/{n}.css>", '<style>@import "//evil.example/{n}.css";</style>',
    '<form action="javascript:canary({n})"><button autofocus>x</button></form>',
    '<object data="javascript:canary({n})"></object>', "<x onclick=canary({n}) style='position:fixed;inset:0'>x</x>",
    "\u2028<script>canary({n})</script>", '"}}],"x":"</script><script>canary({n})</script>', "${{canary({n})}}",
    "';canary({n});//", '\\"-canary({n})-\\"', "`-canary({n})-`", "%3Cscript%3Ecanary({n})%3C/script%3E",
    "<noscript><p title='</noscript><img src=x onerror=canary({n})>'>", "<template><script>canary({n})</script></template>",
    "<input autofocus onfocus=canary({n})>", "<video><source onerror=canary({n})></video>", "<body onload=canary({n})>",
    "<!--><img src=x onerror=canary({n})>-->", "\ufeff<script>canary({n})</script>", "__proto__", "constructor", "toString",
    "<a\u00a0href=x onclick=canary({n})>", "<ScRiPt >canary({n})</sCrIpT\n>", "<\u017fcript>canary({n})</\u017fcript>",
]
# Addresses that run, or lead elsewhere as if they did not.
ADDRESSES = [
    "javascript:canary({n})", "JaVaScRiPt:canary({n})", "java&#115;cript:canary({n})", "java\tscript:canary({n})",
    "\u0001javascript:canary({n})", "&#x01;javascript:canary({n})", "javascript&colon;canary({n})",
    "data:text/html,<script>canary({n})</script>", "data:image/svg+xml,<svg onload=canary({n})/>", "vbscript:canary({n})",
    "//evil.example/{n}", "\\\\evil.example\\{n}", "/\\evil.example/{n}", "https:evil.example", "feed:javascript:canary({n})",
    "file:///etc/passwd", "blob:x/{n}", "view-source:javascript:canary({n})", "intent://x#Intent;S.x={n};end",
    "../../../../etc/passwd", "https://x@evil.example/{n}",
]
# How an address stands in a text.
LINKS = [
    "[x]({a})", "![x]({a})", "<{a}>", "[x][r{n}]\n\n[r{n}]: {a}", '[x](<{a}> "\\" onmouseover=\\"canary({n})")', "[[{a}]]",
    "[[{a}|<img src=x onerror=canary({n})>]]", "[![x](x.png)]({a})",
]


def quoted(text):
    """As a scalar of YAML on one line."""
    return yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10**9).strip().removesuffix("\n...")


class HostileSite:
    """Writes the site; `attacks` counts what was put into it, by its channel."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.random = random.Random(17)
        self.channels = {}
        self.number = 0
        for name in ("content/kinds", "content/vocabularies", "themes"):
            shutil.copytree(ROOT / name, self.folder / name)
        self.kinds = {
            path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
            for path in sorted((self.folder / "content/kinds").glob("*.yml"))}
        self.base = self.kinds["material"]["fields"]
        self.vocabularies()
        self.configuration()
        for name, kind in self.kinds.items():
            if not kind.get("abstract"):
                for part in range(len(BREAKING) // 4):
                    self.material(name, kind, part)
        self.own_kind()
        self.files()

    def attack(self, channel, texts=BREAKING):
        """The next attack for a channel: each gets all of them, one after another."""
        self.number += 1
        turn = self.channels.get(channel, 0)
        self.channels[channel] = turn + 1
        start = sum(channel.encode())
        return texts[(start + turn) % len(texts)].format(n=self.number, a="x")

    def link(self, channel):
        address = self.attack(channel, ADDRESSES)
        return LINKS[self.number % len(LINKS)].format(a=address, n=self.number)

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "surrogatepass"))

    def value(self, channel, field):
        kind = field.get("type")
        if kind in ("text", "markdown"):
            return self.attack(channel)
        if kind == "list":
            return [self.attack(channel), self.attack(channel)]
        if kind in ("link", "image"):
            return self.attack(channel, ADDRESSES).format(n=self.number)
        if kind in ("period", "date", "number", "share", "choice", "citation"):
            return self.attack(channel) if self.number % 5 == 0 else None
        return None

    def material(self, name, kind, part):
        """One material: hostile fields, hostile text, hostile tables."""
        fields = {**self.base, **kind.get("fields", {})}
        lines = [
            f"title: {quoted(f'{name} {part} ' + self.attack('title'))}", f"summary: {quoted(self.attack('summary'))}",
            "directions: [Знание]", "municipalities: [Ашинский МР]", "date: 2023", f"region: {quoted('Челябинская область')}"]
        for field, definition in fields.items():
            if field in ("title", "summary", "id", "kind", "draft", "aliases", "tables", "attachments", "date", "region"):
                continue
            value = self.value(f"{name}.{field}", definition)
            if value is not None:
                text = f"[{', '.join(map(quoted, value))}]" if isinstance(value, list) else quoted(value)
                lines.append(f"{field}: {text}")
        text = [
            f"# {self.attack('heading of the first level')}", self.attack("paragraph"), self.link("link"),
            f"- {self.attack('item')}\n- {self.link('link in an item')}", f"> {self.attack('quotation')}",
            f"```{self.attack('words of a code block')}\n{self.attack('code block')}\n```", f"    {self.attack('indented code')}",
            f"`{self.attack('code')}`", f"Слово[^{part}]\n\n[^{part}]: {self.attack('footnote')} {self.link('link in a footnote')}",
            f"![{self.attack('description of a picture')}](foto.png {quoted(self.attack('title of a picture'))})",
            f"[{self.attack('words of a link')}](https://example.org/ {quoted(self.attack('title of a link'))})",
            f"| {self.cell('head of a table')} | б |\n|---|---|\n| {self.cell('cell')} | {self.cell('link in a cell', True)} |",
            "```chart\nвид: столбцы\nназвание: " + quoted(self.attack("title of a chart")) + "\nтаблица:\n"
            f"  - [{quoted(self.attack('label of a chart'))}, 5]\n```",
            f"<div>{self.attack('block of HTML')}</div>", f"**{self.attack('emphasis')}** ~~{self.attack('struck')}~~",
        ]
        for definition in kind.get("tables", {}).values():
            text.append(self.table(name, definition))
        for section in kind.get("sections", []):
            text.append(f"## {section['heading']}\n\n{self.attack('section')} {self.link('link in a section')}")
        self.write(f"content/{kind['folder']}/z-{part}.md", "---\n" + "\n".join(lines) + "\n---\n\n" + "\n\n".join(text) + "\n")

    def cell(self, channel, is_link=False):
        text = self.link(channel) if is_link else self.attack(channel)
        return text.replace("|", "\\|").replace("\n", " ")

    def table(self, kind, definition):
        heading = definition.get("heading") or definition["headings"][0]
        columns = list(definition["columns"].values())
        rows = [[self.cell(f"cell of {kind}", place % 3 == 2) for place in range(len(columns))] for _ in range(3)]
        lines = [[column["label"] for column in columns], ["---"] * len(columns), *rows]
        return f"## {heading}\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines)

    def vocabularies(self):
        for path in sorted((self.folder / "content/vocabularies").glob("*.yml")):
            text = path.read_text(encoding="utf-8").rstrip("\n")
            if not text.rstrip().splitlines()[-1].startswith(("  -", "    ")):
                continue
            for number in range(6):
                keys = [f"id: zlo-{number}", f"name: {quoted(f'Зло {number} ' + self.attack('name of an entry'))}"]
                for key in ("full", "short", "description", "expansion"):
                    keys.append(f"{key}: {quoted(self.attack(key + ' of an entry'))}")
                keys.append(f"aliases: [{quoted(self.attack('alias of an entry'))}]")
                # One that is no address leaves its entry out.
                if number == 5:
                    keys.append(f"url: {quoted(self.attack('address of an entry', ADDRESSES))}")
                text += "\n  - {" + ", ".join(keys) + "}"
            self.write(f"content/vocabularies/{path.name}", text + "\n")

    def configuration(self):
        self.write("album.yml", "\n".join([
            f"title: {quoted('Альбом ' + self.attack('title of the site'))}",
            f"description: {quoted(self.attack('description of the site'))}", "language: ru", "edition: 2023-12-01",
            "theme: album", "output: public", "url: https://album.example/",
            f"contact: {quoted(self.attack('contact'))}", "bundle: {file: copy.zip}",
            f"search-examples: [{quoted(self.attack('example of a search'))}, {quoted(self.attack('example of a search'))}]",
            f"menu: [album, directions, municipalities, practice, {quoted(self.attack('menu'))}]", ""]))

    def own_kind(self):
        """A kind of its own, in the words of somebody who means harm."""
        def words():
            return quoted(self.attack("words of a kind"))
        self.write("content/kinds/zlo.yml", "\n".join([
            "id: zlo", "folder: zlo", f"name: {{one: {words()}, few: {words()}, many: {words()}}}", f"title: {words()}",
            f"description: {words()}", "order: 50", "extends: material", "fields:",
            f"  evil: {{label: {words()}, type: text, help: {words()}, default: {words()}, example: {words()}}}",
            f"  choice: {{label: {words()}, type: choice, choices: {{a: {words()}, b: {words()}}}}}",
            "tables:", "  rows:", f"    headings: [Строки, {words()}]", "    key: name", "    columns:",
            f"      name: {{label: {words()}, type: markdown}}", f"      value: {{label: {words()}, aliases: [Б], type: number}}",
            f"sharing: {{heading: {words()}, lead: {words()}, fields: [directions], tables: [rows]}}",
            "    views: [chart]", ""]).replace("    views: [chart]\n", ""))
        self.write("content/zlo/z.md", "---\ntitle: Зло\nsummary: Зло\ndirections: [Знание]\nevil: x\nchoice: a\n---\n\nТекст.\n")

    def files(self):
        """Names of files, and pictures that run."""
        names = ["x\" onerror=\"canary(1).pdf", "<img src=x onerror=canary(2)>.docx", "';canary(3)'.xlsx", "a&b<c>.pdf"]
        for number, name in enumerate(names):
            self.number += 1
            self.channels["name of a file"] = number + 1
            self.write(f"content/practices/{name.replace('/', '_')}", "%PDF-1.4")
        drawings = [
            "<svg xmlns='http://www.w3.org/2000/svg' onload='canary({n})'/>",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>canary({n})</script></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:canary({n})'><rect width='9' height='9'/></a></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:canary({n})'/></foreignObject></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg'><image href='//evil.example/{n}.png'/></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg'><style>@import '//evil.example/{n}.css';</style></svg>",
            "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>",
        ]
        text = []
        for drawing in drawings:
            body = self.attack("drawing", [drawing])
            self.write(f"content/practices/risunok-{self.number}.svg", body)
            text.append(f"![Рисунок](risunok-{self.number}.svg) [файл](risunok-{self.number}.svg)")
        attachments = ", ".join(quoted(name) for name in names)
        self.write(
            "content/practices/faily.md",
            f"---\ntitle: Файлы\nsummary: Файлы\ndirections: [Знание]\nattachments: [{attachments}]\n---\n\n" + "\n\n".join(text) + "\n")
        rows = "\n".join(f"{quoted(self.attack('cell of a CSV file'))};Кто;май 2023" for _ in range(12))
        self.write("content/roadmaps/plan.csv", "Мероприятие;Исполнители;Сроки\n" + rows.replace('\\"', '""') + "\n")
        self.write(
            "content/roadmaps/iz-faila.md",
            "---\ntitle: План\nsummary: План\ndirections: [Знание]\nperiod: 2023\ntables: {events: plan.csv}\n---\n\n## Мероприятия\n")

    def build(self, program, *further):
        """What the program says; the site is in `public`."""
        return subprocess.run(
            [program, "build", "--root", str(self.folder), "--lenient", "--no-cache", "--color", "never", *further],
            capture_output=True, text=True, errors="replace", timeout=300)


if __name__ == "__main__":
    import sys
    site = HostileSite(sys.argv[1])
    print(len(site.channels), "channels,", site.number, "attacks")
