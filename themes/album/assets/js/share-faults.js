// What keeps the form of the sharing page from becoming a file, and what is doubtful in it. Faults are shown when a file is
// asked for; from then on those that were shown follow what is typed.
//
//   AlbumShare.dateDoubt("31 февраля 2024")              {sort: "day", text: "31 февраля 2024"}; null where nothing is wrong; of sort
//                                                         "term" where it is no time, "year" where a date lacks its year
//   AlbumShare.faults(form, {tables, shelf, people, tell})      {warn(), press(), follow(), clear()}
(function (root) {
"use strict";
const AlbumShare = root.AlbumShare = root.AlbumShare || {};

// --- Days and terms: PeriodParser.swift
const MONTHS = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
const DAYS = /(?<![\d.])(\d{4})[-.](\d{1,2})[-.](\d{1,2})(?!\d)|(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d.]\d)|(?<![\d.])(\d{1,2})\s+([а-яё]{3,})\.?(?:\s+(\d{4}))?/gi;
// Words of lasting and repeated terms: whatever stands beside them.
const LASTING = new RegExp("квартально|ежедн|еженед|ежемес|ежегод|постоянн|регулярн|систематич|кажд|(?<![а-я])раза?(?![а-я])|согласно|^в (?:соответств|зависимост|рамках|сроки)|^при |"
  + "^по (?:мере|плану|графику|согласов|отдельн|запрос|необходим|итогам|факту|заявк|результат|положен|[а-я]+(?:ам|ям)(?![а-я]))|течени[еи]|протяжени|весь|числ[ао]|^отмен|^[-–—]+$", "i");
// «2024», «15.10.24», «сен.24», «09.24»; days of each week have none.
const YEAR = /\d{4}|\d{1,2}\.\d{1,2}\.\d{2}|[а-я][.-]\d\d(?!\d)|(?<![\d.])\d{1,2}\.(?:1[3-9]|[2-9]\d)(?![\d.])|^(?:по |[,\s]|и |[пв]т|пн|ср|чт|сб|вс|понедельник[а-я]*|вторник[а-я]*|сред[а-я]+|четверг[а-я]*|пятниц[а-я]*|суббот[а-я]*|воскресень[а-я]*)+$/i;
// Words that name a time, and those that stand between them; any other makes a text of a term.
const TIMES = new RegExp("^(?:\\d+[а-я]{0,3}|" + MONTHS.join("|").replace("|ма|", "|ма[йяею]|") + "|квартал|кв$|полугод|четверт|зим|весн|лет[оаун]|осен|учебн|год|гг?$|текущ|месяц|недел|декад"
  + "|понед|вторн|сред[аыуе]|четверг|пятни|субб|воскр|[пв]т$|пн$|ср$|чт$|сб$|вс$|отмен|состоя)");
const BETWEEN = new RegExp("^(?:[ivxхi]+|[воскпиcoty]|во|со|по|до|ко|на|от|не|уч|у|n|н|ч|час.*|мин.*|далее|позднее|позже|после|настоящ.*|время|начал.*|начин.*|середин.*|кон(?:ец|ц.*)|оконч.*|половин.*"
  + "|перв.*|втор.*|трет.*|четверт.*|пят[аоы].*|перен.*|провед.*|[йяеамю]|[оыие][йме]|ого|го|ая|ую)$");
// Whether words name a time, so far as a form can tell: the program reads more. What stands in parentheses is a remark.
const isTime = text => {
  const bare = text.toLowerCase().replace(/ё/g, "е").replace(/\((?!\d{4}\))[^)]*\)/g, " ").trim(), words = bare.match(/[а-яa-z0-9]+/g) || [];
  return LASTING.test(bare) || words.some(word => TIMES.test(word)) && words.every(word => TIMES.test(word) || BETWEEN.test(word));
};
AlbumShare.dateDoubt = (text, isTerm = false) => {
  for (const match of text.matchAll(DAYS)) {
    const month = match[8] ? MONTHS.findIndex(start => match[8].toLowerCase().startsWith(start)) + 1 : Number(match[2] || match[5]);
    // Without a year the 29th of February is a day.
    const [year, day] = [Number(match[1] || match[6] || match[9] || 2024), Number(match[3] || match[4] || match[7])];
    if (match[8] && !month) continue;
    const made = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
    if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return {sort: "day", text: match[0].trim()};
  }
  if (!isTime(text)) return {sort: "term", text};
  return isTerm || LASTING.test(text) || YEAR.test(text) ? null : {sort: "year", text};
};

AlbumShare.faults = (form, {tables, shelf, people, tell}) => {
const {say, make} = AlbumShare, words = form.dataset;
const one = (selector, from = form) => from.querySelector(selector);
const all = (selector, from = form) => Array.from(from.querySelectorAll(selector));
const box = one(".share-faults");
const toldOf = input => document.getElementById("told-" + input.id);
const label = input => {
  const name = input.matches("fieldset") ? one("legend", input) : one("label[for='" + input.id + "']");
  return name ? AlbumShare.words(name.firstChild) : "";
};
function put(place, sort, lines) {
  if (!place) return;
  const before = Array.from(place.querySelectorAll("." + sort), line => line.textContent);
  if (before.join("\n") === lines.join("\n")) return;
  place.querySelectorAll("." + sort).forEach(line => line.remove());
  place.append(...lines.map(line => make("p", sort, line)));
}

// --- What is doubtful, beside what it stands in; what looks personal once more at the end
function doubt(input) {
  const text = input.value.trim(), isCell = "column" in input.dataset;
  if (!text) return [];
  if (input.dataset.check === "number") return /^[-−]?[\d\s]+([.,]\d+)?\s*%?$/.test(text) ? [] : [words.faultNumber];
  const found = input.dataset.check === "date" ? AlbumShare.dateDoubt(text, isCell) : null;
  if (!found) return [];
  return [found.sort === "day" ? say(words.faultDay, {f: found.text}) : found.sort === "year" ? words.faultDate : say(isCell ? words.faultTerm : words.faultTime, {f: text})];
}
function warn() {
  const found = [];
  for (const input of all("input[type=text], textarea")) {
    const lines = "contact" in input.dataset ? [] : people(input.value).map(({sort, text}) => say(words[sort], {f: text}));
    found.push(...lines);
    // A day that does not exist is a fault once faults are shown.
    put(toldOf(input), "share-warning", lines.concat(marked.includes(input) ? [] : doubt(input)));
  }
  const list = one(".share-people");
  list.hidden = !found.length;
  one("ul", list).replaceChildren(...Array.from(new Set(found), line => make("li", "", line)));
}

// --- Faults: {key, input, text, near, name}; `near` is said beside what it stands in
const isWantedChosen = () => Boolean(one("input[name=wanted]:checked")?.value);
function required() {
  // Of a text that is looked for the album knows the rest.
  const inputs = all("[data-required]").filter(input => !("column" in input.dataset) && !(isWantedChosen() && input.id !== "field-title"));
  return inputs.map(input => {
    const own = input.matches("fieldset") ? one("[data-own-text]", input) : null;
    const isFilled = input.matches("fieldset") ? Boolean(one("input:checked", input)) || Boolean(own && own.value.trim()) : input.value.trim() !== "";
    return {input, name: label(input), text: isFilled ? "" : words.faultRequired};
  });
}
function days() {
  return all("[data-check=date]").map(input => {
    const found = AlbumShare.dateDoubt(input.value, true), section = input.closest(".share-table");
    const row = section ? Array.from(one(".share-rows", section).children).indexOf(input.closest("li")) + 1 : 0;
    const name = section ? section.dataset.heading + ", " + say(words.row, {n: row}).toLowerCase() + ", " + input.dataset.label : label(input);
    return {input, name, text: found && found.sort === "day" ? say(words.faultDay, {f: found.text}) : ""};
  });
}
function cells(table) {
  const rows = Array.from(table.list.children), filled = rows.filter(row => all("textarea", row).some(cell => cell.value.trim()));
  const name = table.section.dataset.heading;
  if (!filled.length) return [{input: one("textarea", rows[0]), near: words.faultRows, text: words.faultRows, name}];
  return filled.flatMap(row => all("textarea[data-required]", row).filter(cell => !cell.value.trim()).map(cell => ({
    input: cell, near: words.faultRequired, text: say(words.faultCell, {n: rows.indexOf(row) + 1, f: cell.dataset.label}), name,
  })));
}
function files() {
  return shelf.files.flatMap((file, n) => {
    const alt = document.getElementById("alt-" + n);
    if (!file.bytes) return [{key: file, input: shelf.picker, text: words.faultAgain, near: "", name: file.name}];
    return alt ? [{key: file, input: alt, text: file.alt.trim() ? "" : words.faultAlt, name: file.name}] : [];
  });
}
// Where a text is looked for, a file or words have to be there.
function nothing() {
  const first = form.dataset.needsText === undefined ? null : one("textarea[data-heading]");
  if (!first) return [];
  const isThere = shelf.files.length > 0 || all("textarea[data-heading]").some(area => area.value.trim());
  return [{input: first, name: label(first), text: isThere ? "" : words.faultNothing}];
}
const found = () => [required(), tables.flatMap(cells), days(), nothing(), files()].flat().filter(fault => fault.text)
  .map(fault => ({key: fault.input, near: fault.text, ...fault}))
  .sort((first, second) => first.input.compareDocumentPosition(second.input) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

// What was shown at the last press.
let told = new Set(), marked = [];
function show(list) {
  const byInput = new Map();
  for (const fault of list) byInput.set(fault.input, (byInput.get(fault.input) || []).concat(fault.near || []));
  for (const input of marked.filter(input => !byInput.has(input))) {
    put(toldOf(input), "share-fault", []);
    input.removeAttribute("aria-invalid");
  }
  byInput.forEach((lines, input) => {
    put(toldOf(input), "share-fault", lines);
    if (!input.matches("fieldset, [type=file]")) input.setAttribute("aria-invalid", "true");
  });
  marked = Array.from(byInput.keys());
  const lines = list.map(({name, text}) => name + ": " + text[0].toLowerCase() + text.slice(1)), items = one("ul", box);
  if (Array.from(items.children, item => item.textContent).join("\n") !== lines.join("\n")) {
    items.replaceChildren(...list.map((fault, n) => make("li", "", leading(fault.input, lines[n]))));
  }
  box.hidden = !list.length;
}
function leading(input, text) {
  const link = make("a", "", text);
  link.href = "#" + (input.id || "share");
  link.addEventListener("click", event => {
    event.preventDefault();
    const folded = input.closest("details");
    if (folded) folded.open = true;
    (input.matches("fieldset") ? one("input:not([data-search])", input) : input).focus();
  });
  return link;
}
return {
  warn,
  // Everything, as it is now; whether nothing is left.
  press() {
    const list = found();
    told = new Set(list.map(fault => fault.key));
    show(list);
    warn();
    if (list.length) box.focus();
    return !list.length;
  },
  // Of what was shown, what is still so.
  follow() {
    if (!told.size) return;
    const now = found(), list = now.filter(fault => told.has(fault.key)), isSolved = !list.length && !box.hidden;
    // What came up since the press is told once the rest is mended: nobody is sent to press for nothing.
    if (isSolved && now.length) told = new Set(now.map(fault => fault.key));
    show(isSolved ? now : list);
    if (isSolved && !now.length) tell(words.solved);
  },
  clear() {
    told = new Set();
    show([]);
    all(".share-told").forEach(place => place.replaceChildren());
    one(".share-people").hidden = true;
  },
};
};
})(typeof window === "undefined" ? globalThis : window);
