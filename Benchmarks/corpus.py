#!/usr/bin/env python3
"""Generates a corpus: Russian texts about school education that fit this repository's kinds and vocabularies.

    Benchmarks/corpus.py FOLDER COUNT [--size BYTES] [--for album|hugo] [--seed N] [--jobs N] [--regions N]

Writes COUNT materials FOLDER/<kind>/d<number>.md of about BYTES bytes of UTF-8 each (6,700 unless told otherwise): front
matter, sections of paragraphs and lists, a table in one of three, one of records in one of forty, two to five links to
other materials. Words are drawn by rank, so that a few are frequent and most are not, in their inflected forms, beside
names that few texts share.

A text depends on seed, count, size and its number alone: the same arguments give the same bytes, whatever the jobs. For
Hugo the same texts have other addresses in their links, and the kind as a taxonomy.

With --regions FOLDER becomes a whole site of so many albums with COUNT materials together: `album.yml`, kinds and
vocabularies of this repository, FOLDER/regions/r<number>/content each with municipalities that are called alike.
"""

import argparse
import multiprocessing
import pathlib
import random
import shutil

SIZE = 6700
KINDS = ("practices", "roadmaps", "practices", "model-decisions")

# Nouns by declension; singular and plural, each nominative, genitive, dative, accusative, instrumental, prepositional.
NOUNS = {
    ("m", " а у  ом е ы ов ам ы ами ах"): """план проект результат семинар процесс опыт метод мониторинг конкурс ресурс
        документ этап стандарт форум центр маршрут комплекс кабинет вебинар алгоритм запрос дефицит отчёт портал принцип
        курс совет анализ сервис архив макет протокол состав образец эксперимент каркас ориентир сертификат фестиваль
        реестр раздел навигатор""",
    ("f", "а ы е у ой е ы  ам ы ами ах"): """школа программа система работа группа команда форма схема тема структура
        служба культура проблема смена норма мера карта лига платформа кафедра трасса основа анкета гипотеза""",
    ("f", "я и и ю ей и и й ям и ями ях"): """организация технология концепция стратегия консультация конференция
        экскурсия лаборатория аттестация компетенция траектория территория инициатива коллекция экспозиция сессия
        публикация рекомендация диссеминация номинация""",
    ("f", "ь и и ь ью и и ей ям и ями ях"): """деятельность грамотность возможность эффективность успешность область
        готовность потребность активность преемственность ответственность самостоятельность""",
    ("n", "о а у о ом е а  ам а ами ах"): """качество сообщество наставничество мастерство правило средство руководство
        сотрудничество содружество устройство искусство""",
    ("n", "е я ю е ем и я й ям я ями ях"): """обучение воспитание развитие занятие сопровождение решение исследование
        мероприятие достижение направление совещание умение объединение повышение внедрение задание обсуждение
        взаимодействие проектирование наблюдение требование учреждение собрание просвещение обеспечение""",
}
# Adjectives without their endings, the two sorts apart.
ADJECTIVES = {
    "ый ого ому ый ым ом|ая ой ой ую ой ой|ое ого ому ое ым ом|ые ых ым ые ыми ых": """школьн муниципальн образовательн
        современн региональн совместн учебн предметн проектн адресн модельн конкурсн открыт единообразн индивидуальн
        профессиональн семейн межмуниципальн внеурочн музейн спортивн театральн социальн начальн итогов пилотн массов
        культурн инженерн дистанционн промежуточн локальн успешн доступн непрерывн кадров нравственн инклюзивн
        дополнительн комплексн""",
    "ий ого ому ий им ом|ая ой ой ую ой ой|ое ого ому ое им ом|ие их им ие ими их": """методическ педагогическ сельск
        практическ управленческ творческ родительск детск аналитическ психологическ историческ экологическ
        патриотическ стратегическ диагностическ краеведческ волонтёрск городск""",
}
VERBS = """готовят:подготовить проводят:провести обсуждают:обсудить описывают:описать внедряют:внедрить
    оценивают:оценить уточняют:уточнить поддерживают:поддержать развивают:развить планируют:спланировать
    представляют:представить сравнивают:сравнить сопровождают:сопровождать обобщают:обобщить изучают:изучить
    создают:создать применяют:применить закрепляют:закрепить улучшают:улучшить согласуют:согласовать
    публикуют:опубликовать дополняют:дополнить проверяют:проверить выявляют:выявить"""
PEOPLE = """педагоги:педагогов:педагогам методисты:методистов:методистам наставники:наставников:наставникам
    школьники:школьников:школьникам классные^руководители:классных^руководителей:классным^руководителям
    родители:родителей:родителям выпускники:выпускников:выпускникам тьюторы:тьюторов:тьюторам
    психологи:психологов:психологам эксперты:экспертов:экспертам слушатели^курсов:слушателей^курсов:слушателям^курсов
    завучи:завучей:завучам логопеды:логопедов:логопедам кураторы:кураторов:кураторам"""
# Names of schools' own projects: two beginnings and an ending, nearly 30,000 of them.
SYLLABLES = "ба ве го дар жи зор ил ка лим мо нав ор пир рус сат тур ува фил хом цве чел шан юг яр бел вет гур сим".split()
ENDINGS = "ань ега ина ист ово ода омир ора уга ум ыш янка ала ерь иса ола оч ута ец ярск".split()

SENTENCES = """{who} {do} {acc} и {acc} для {whose}.|В основе лежит {nom}: {who} {do} {accs}, чтобы {to} {acc}.
|Чтобы {to} {acc}, {who} {do} {accs} и {accs}.|{nom} помогает {whom} {to} {acc}.
|Для {gen} важны {noms} и {noms}.|Вместе с проектом «{name}» {who} {do} {acc} по {dats}.
|В {year} году {who} {do} {accs} в {number} школах.|Как показывает {nom}, без {gen} нельзя {to} {acc}.
|По итогам {gen} {who} {do} **{acc}** и сообщают {whom} о {pre}.|{noms} дополняют *{acc}* и {acc}.
|Особое место занимает {nom} с {ins} и {inss}.|При {pre} {who} {do} {acc}, а {who} — {acc}.
|Площадка «{name}» предлагает {whom} {acc} и {accs}.|{who} РМА {do} {acc}: так {nom} станет понятнее {whom}.
|Сначала {who} {do} {acc}, затем {to} {accs} помогает {nom}.|О {pres} рассказывают {who} проекта «{name}»."""
ITEMS = "{nom} для {whose};|{to} {acc} с {ins};|{noms} по {dats};|**{nom}** — {acc} {do} {who};|«{name}»: {nom};"
HEADINGS = "{nom}|{noms} и {noms}|Как {who} {do} {acc}|Что даёт {nom}|{nom} для {whose}|{noms} проекта «{name}»"
TITLES = "{nom} и {nom}|{nom} для {whose}|{noms}: {nom}|{nom} {gen}|Как {to} {acc}"
DIRECTIONS = ("Знание", "Здоровье", "Творчество", "Воспитание", "Профориентация", "Учитель. Школьная команда",
              "Школьный климат", "Образовательная среда", "Муниципальная группа")
MUNICIPALITIES = """Агаповский МР,Аргаяшский МР,Ашинский МР,Брединский МР,Варненский МР,Верхнеуральский МР,
    Верхнеуфалейский ГО,Еманжелинский МР,Еткульский МР,Златоустовский ГО,Карабашский ГО,Карталинский МР,Каслинский МР,
    Катав-Ивановский МР,Кизильский МР,Копейский ГО,Коркинский МО,Красноармейский МР,Кунашакский МР,Кусинский МР,
    Кыштымский ГО,Локомотивный ГО,Магнитогорский ГО,Миасский ГО,Нагайбакский МР,Нязепетровский МР,Озерский ГО,
    Октябрьский МР,Пластовский МР,Саткинский МР,Снежинский ГО,Сосновский МР,Трехгорный ГО,Троицкий ГО,Троицкий МР,
    Увельский МР,Уйский МР,Усть-Катавский ГО,Чебаркульский ГО,Чебаркульский МР,Челябинский ГО,Чесменский МР,
    Южноуральский ГО"""
MUNICIPALITIES = [name.strip() for name in MUNICIPALITIES.split(",")]
FORMATS = ("квест-игра", "деловая игра", "мозговой штурм", "дебаты", "коучинг", "круглый стол", "печа-куча")
LEVELS = ("региональный", "муниципальный", "институциональный")


def inflected_nouns():
    """(gender, twelve forms) of each noun, the classes mixed, so that a rank says nothing about the class."""
    classes = []
    for (gender, endings), words in NOUNS.items():
        endings = endings.split(" ")
        classes.append([(gender, [word[:len(word) - len(endings[0])] + ending for ending in endings])
                        for word in words.split()])
    longest = max(map(len, classes))
    return [nouns[k] for k in range(longest) for nouns in classes if k < len(nouns)]


def inflected_adjectives():
    """Of each adjective its forms by gender, plural among them as "p"."""
    return [{gender: [stem + ending for ending in part.split()] for gender, part in zip("mfnp", endings.split("|"))}
            for endings, stems in ADJECTIVES.items() for stem in stems.split()]


def phrases():
    """By slot: what may stand there, the frequent first. An adjective with its noun is as frequent as both are."""
    nouns, adjectives = inflected_nouns(), inflected_adjectives()
    pairs = sorted(((i + 2) * (j + 2), i, j) for i in range(len(nouns)) for j in range(len(adjectives)))
    slots = {}
    for case, name in enumerate(("nom", "gen", "dat", "acc", "ins", "pre")):
        slots[name] = [f"{adjectives[j][nouns[i][0]][case]} {nouns[i][1][case]}" for _, i, j in pairs]
        slots[name + "s"] = [f"{adjectives[j]['p'][case]} {nouns[i][1][case + 6]}" for _, i, j in pairs]
    slots["do"], slots["to"] = zip(*(verb.split(":") for verb in VERBS.split()))
    slots["who"], slots["whose"], slots["whom"] = zip(
        *(person.replace("^", " ").split(":") for person in PEOPLE.split()))
    slots["year"] = [str(year) for year in range(2016, 2024)]
    slots["number"] = [str(number) for number in range(5, 160)]
    return slots


def compiled(templates, slots):
    """Each template as texts and, between them, what may stand there; nothing for a name of the material's own."""
    result = []
    for template in templates.split("|"):
        first, *rest = template.strip().split("{")
        parts = [first]
        for part in rest:
            slot, text = part.split("}")
            parts += [slots.get(slot), text]
        result.append(parts)
    return result


SLOTS = phrases()
SENTENCES, ITEMS, HEADINGS, TITLES = (compiled(text, SLOTS) for text in (SENTENCES, ITEMS, HEADINGS, TITLES))


def kind(number):
    """The folder of a material."""
    return KINDS[number % len(KINDS)]


def path(number):
    """Where a material lies in the folder of the corpus."""
    return f"{kind(number)}/d{number:07d}.md"


class Text:
    """The text of one material."""

    def __init__(self, number, count, size, seed, target):
        self.number, self.count, self.size, self.target = number, count, size, target
        self.random = random.Random(f"{seed} {count} {size} {number}").random
        self.names = [self.name() for _ in range(3)]

    def one(self, items):
        return items[int(self.random() * len(items))]

    def some(self, items, most):
        """From one to so many different items."""
        return list(dict.fromkeys(self.one(items) for _ in range(1 + int(self.random() * most))))

    def name(self):
        return (self.one(SYLLABLES) + self.one(SYLLABLES) + self.one(ENDINGS)).capitalize()

    def phrase(self, templates):
        draw = self.random
        out = []
        for place, part in enumerate(templates[int(draw() * len(templates))]):
            if place % 2 == 0:
                out.append(part)
            elif part is None:
                out.append(self.one(self.names))
            else:
                # The square draws the front of the list more often, as frequent words are.
                out.append(part[int(draw() ** 2 * len(part))])
        return "".join(out)

    def sentence(self, templates=SENTENCES):
        text = self.phrase(templates)
        begin = len(text) - len(text.lstrip("*«"))
        return text[:begin] + text[begin:begin + 1].upper() + text[begin + 1:]

    def paragraph(self, size):
        """Sentences of so many bytes together, or a little more: one at least."""
        out = []
        while size > 0 or not out:
            out.append(self.sentence())
            size -= 2 * len(out[-1])
        return " ".join(out)

    def link(self):
        """To a material nearby more often than to one far away."""
        other = (self.number + 1 + int(self.random() ** 3 * (self.count - 1))) % self.count
        address = path(other) if self.target == "album" else path(other)[:-3] + "/"
        prefix = "../" if self.target == "album" else "../../"
        return f"Смотрите также: [{self.phrase(HEADINGS)}]({prefix}{address})."

    def term(self):
        return f"{self.one(('I', 'II', 'III', 'IV'))} квартал {2019 + int(self.random() * 5)} года"

    @property
    def has_records(self):
        """Whether the table is one of records, which have files, a timeline and a calendar: each tenth roadmap's is."""
        return self.number % (10 * len(KINDS)) == KINDS.index("roadmaps")

    def table(self):
        """A heading and the table under it."""
        if self.has_records:
            heading, columns = "Мероприятия", ("Мероприятие", "Участники", "Исполнители", "Сроки", "Ожидаемый результат")
        else:
            heading, columns = "Вопросы и ответы", ("Вопрос", "Ответ", "Кто спрашивал", "О чём речь")
        fill = {"Сроки": self.term, "Ответ": self.sentence, "О чём речь": lambda: self.phrase(ITEMS)[:-1]}
        fill |= dict.fromkeys(("Участники", "Исполнители", "Кто спрашивал"), lambda: self.one(SLOTS["who"]))
        rows = [columns, ("---",) * len(columns)]
        for _ in range(4 + int(self.random() * 5)):
            rows.append([fill.get(column, lambda: self.sentence(HEADINGS))() for column in columns])
        return f"## {heading}\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows)

    def front(self):
        def listed(names):
            return "[" + ", ".join(f'"{name}"' for name in names) + "]"

        month, day = 1 + int(self.random() * 12), 1 + int(self.random() * 28)
        lines = [
            # The number makes the title the only one of its sort.
            f'title: "{self.sentence(TITLES)}: «{self.names[0]}-{self.number}»"',
            f'summary: "{self.sentence().replace("*", "")}"',
            f"date: {2016 + int(self.random() * 8)}-{month:02d}-{day:02d}",
            f"directions: {listed(self.some(DIRECTIONS, 2))}",
            f"municipalities: {listed(self.some(MUNICIPALITIES, 3))}",
            f"level: {self.one(LEVELS)}",
        ]
        if kind(self.number) == "practices":
            lines.append(f"format: {self.one(FORMATS)}")
        if self.target == "hugo":
            lines.append(f"kinds: [{kind(self.number)}]")
        return "---\n" + "\n".join(lines) + "\n---"

    def make(self):
        is_short = self.size < 3000
        table = self.table() if not is_short and (self.random() < 0.31 or self.has_records) else None
        out = [self.front()] + ([] if is_short else [self.paragraph(200)])
        links = 2 + int(self.random() * 4) if self.count > 1 and not is_short else min(1, self.count - 1)
        # What is left for sections is shared among them; a link takes some 150 bytes.
        left = self.size - sum(len(part.encode()) for part in (*out, table or "")) - links * 150
        sections = max(1, min(5, left // 700))
        heading = "Цель" if kind(self.number) == "practices" else self.sentence(HEADINGS)
        for section in range(sections):
            share = left // sections
            out.append("## " + heading)
            heading = self.sentence(HEADINGS)
            if share > 800 and self.random() < 0.6:
                items = [self.phrase(ITEMS) for _ in range(3)]
                out += [self.paragraph(share - 420), "\n".join("- " + item for item in items)[:-1] + "."]
            else:
                out.append(self.paragraph(share - 60))
            if section < links:
                out.append(self.link())
            if section == 0 and table:
                out.append(table)
        out += [self.link() for _ in range(links - sections)]
        return "\n\n".join(out) + "\n"


def write(job):
    """Writes the materials of one job; their bytes."""
    folder, first, last, rest = job
    written = 0
    for number in range(first, last):
        with open(f"{folder}/{path(number)}", "wb") as file:
            written += file.write(Text(number, *rest).make().encode())
    return written


def generate(folder, count, size=SIZE, target="album", seed=1, jobs=None):
    """Writes the corpus; its bytes."""
    for name in set(KINDS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    rest = (count, size, seed, target)
    parts = [(str(folder), first, min(first + 500, count), rest) for first in range(0, count, 500)]
    with multiprocessing.Pool(jobs) as pool:
        return sum(pool.imap_unordered(write, parts))


def generate_country(folder, regions, count, size=SIZE, seed=1, jobs=None):
    """Writes a site of several albums; the bytes of their materials."""
    own = pathlib.Path(__file__).resolve().parent.parent / "content"
    content = folder / "content"
    for name in ("kinds", "vocabularies"):
        shutil.copytree(own / name, content / name, dirs_exist_ok=True)
    names = [f"r{number:02d}" for number in range(1, regions + 1)]
    head = "title: {}\nlabel: {{one: {}, few: {}, many: {}}}\naxis: true\nentries:\n"
    entries = "".join(f"  - {{id: {name}, name: Регион {name[1:]}}}\n" for name in names)
    (content / "vocabularies/regions.yml").write_text(
        head.format("Регионы", "регион", "региона", "регионов") + entries)
    (content / "vocabularies/organisations.yml").write_text(
        head.format("Организации", "организация", "организации", "организаций")
        + "  - {id: ministerstvo, name: Министерство}\n")
    places = head.format("Муниципалитеты", "муниципалитет", "муниципалитета", "муниципалитетов")
    (content / "vocabularies/municipalities.yml").write_text(places + "  - {id: stolitsa, name: Столица}\n")
    places += "".join(f"  - {{id: m{place}, name: {name}}}\n" for place, name in enumerate(MUNICIPALITIES))
    roots = "".join(f"  - {{folder: regions/{name}, region: {name}}}\n" for name in names)
    (folder / "album.yml").write_text(
        "title: Альбом страны\nedition: 2023-12-01\ntheme: album\n"
        "menu: [regions, directions, practice, roadmap, coverage, calendar]\nroots:\n" + roots)
    written = 0
    for number, name in enumerate(names):
        root = folder / "regions" / name / "content"
        (root / "vocabularies").mkdir(parents=True, exist_ok=True)
        (root / "vocabularies/municipalities.yml").write_text(places)
        share = count // regions + (number < count % regions)
        if share:
            written += generate(root, share, size, "album", seed + number, jobs)
    return written


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--for", dest="target", choices=("album", "hugo"), default="album")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--regions", type=int, default=0)
    options = parser.parse_args()
    if options.count < 1:
        parser.error("a corpus has one material at least")
    if options.regions and options.target != "album":
        parser.error("--regions is for album alone")
    if options.regions:
        written = generate_country(
            options.folder, options.regions, options.count, options.size, options.seed, options.jobs)
    else:
        written = generate(
            options.folder, options.count, options.size, options.target, options.seed, options.jobs)
    print(f"{options.count} materials, {written / options.count:.0f} bytes on average")


if __name__ == "__main__":
    main()
