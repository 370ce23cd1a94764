// A workbook of Excel from the tables of a page (ECMA-376): a leaf for each table, its head in sight and with filters, numbers and days as
// such, all else as text that is never a formula. A page of cards or rows gives them as a table.
//
//   AlbumOffice.xlsx({blocks, notes}, {title, facts, lang, words})     its bytes
"use strict";
(() => {
const {RELATIONS, escape, tag, part, relations, packed, plain, cell, table, text} = AlbumOffice;
const SPACES = {xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "xmlns:r": RELATIONS.slice(0, -1)};
const TEXT = 0, HEAD = 1, DAY = 2, SHARE = 3, FRACTION = 4, NAME = 5;
const letters = column => (column > 25 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + column % 26);

// --- Values

// «24.04.2023», «24 апреля 2023 г.», 2023-04-24 as days since 30 December 1899; nothing for other texts: «4 квартал 2023» is no day.
function day(words, lang) {
  const found = /^(\d\d?)(?:\.(\d\d?)\.|\s(\p{L}+)\s)(\d{4})(\sг\.)?$/u.exec(words.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1"));
  if (!found) return NaN;
  const months = Array.from({length: 12}, (_, month) => new Date(Date.UTC(2000, month)).toLocaleDateString([lang, "ru-RU"], {day: "numeric", month: "long", timeZone: "UTC"}).split(" ")[1]);
  const month = (found[2] || months.indexOf(found[3]) + 1) - 1, date = new Date(Date.UTC(found[4], month, found[1]));
  return date.getUTCMonth() === month && found[4] > 1900 ? date / 864e5 + 25569 : NaN;
}

// «1 234,5», «−3», «45 %»; in Russian a point is no sign of a fraction: «1.1» is the number of a chapter. Excel keeps fifteen figures.
function number(words, lang) {
  const [thousand, fraction] = lang === "en-GB" ? [",", "\\."] : ["\\s", ","];
  const found = new RegExp("^([-−–]?)(\\d{1,3}(?:" + thousand + "\\d{3})+|\\d{1,12})(?:" + fraction + "(\\d{1,6}))?(\\s?%)?$").exec(words);
  return found ? {value: Number((found[1] && "-") + found[2].replace(/\D/g, "") + "." + (found[3] || 0) + (found[4] ? "e-2" : "")), style: found[4] ? found[3] ? FRACTION : SHARE : TEXT} : null;
}

function shown(own, place, lang, isHead) {
  const words = plain(own.blocks).slice(0, 32767), s = isHead ? HEAD : own.isHead ? NAME : TEXT, date = day((own.date ?? words).trim(), lang), found = own.isNumber && number(words.trim(), lang);
  if (!isHead && (found || date)) return tag("c", {r: place, s: found ? found.style : DAY}, tag("v", null, found ? found.value : date));
  return tag("c", {r: place, s, t: words ? "inlineStr" : undefined}, words && tag("is", null, tag("t", {"xml:space": "preserve"}, escape(words))));
}

// --- Leaves

// A title cut behind a word, and behind none that leads on: «от», «и».
const short = (text, most) => text.length <= most ? text : text.slice(0, most + 1).replace(/\s+\S*$/, "").replace(/(\s+\S{1,3})+$/, "").slice(0, most);

// Names are told apart without regard to case, none longer than 31 characters.
function named(titles, word) {
  const taken = new Set();
  return titles.map((title, place) => {
    const base = title.replace(/[[\]:*?/\\']/g, " ").replace(/\s+/g, " ").trim() || word + " " + (place + 1);
    let name = short(base, 31);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = short(base, 25) + " (" + count + ")";
    taken.add(name.toLowerCase());
    return name;
  });
}

const heads = ({rows}) => rows.filter(row => row.isHead).length;

function leaf(block, lang) {
  const {columns, rows} = block, above = heads(block), sizes = Array(columns).fill(8), merged = [], last = letters(columns - 1) + rows.length;
  for (const {cells} of rows) if (cells.length === columns) cells.forEach((own, place) => {
    sizes[place] = Math.max(sizes[place], Math.min(Math.max(16, 160 / columns), plain(own.blocks).length + 3));
  });
  const lines = rows.map(({cells, isHead}, line) => {
    let column = 0, ht = 1;
    const made = cells.map(own => {
      const place = letters(column) + (line + 1), room = own.span > 1 ? 100 : sizes[column] - 2;
      if (own.span > 1) merged.push(place + ":" + letters(column + own.span - 1) + (line + 1));
      column += own.span;
      // Programs that print do not work out how high a text stands.
      ht = Math.max(ht, plain(own.blocks).split("\n").reduce((sum, words) => sum + (words.length > room ? Math.ceil(words.length * 1.2 / room) : 1), 0));
      return shown(own, place, lang, isHead);
    });
    return tag("row", {r: line + 1, ht: Math.min(409, ht * 15)}, made);
  });
  return tag("worksheet", SPACES, tag("sheetPr", null, tag("pageSetUpPr", {fitToPage: 1})), tag("sheetViews", null, tag("sheetView", {workbookViewId: 0}, above ? tag("pane", {ySplit: above, topLeftCell: "A" + (above + 1), activePane: "bottomLeft", state: "frozen"}) : "")),
    tag("sheetFormatPr", {defaultRowHeight: 15}), tag("cols", null, sizes.map((width, column) => tag("col", {min: column + 1, max: column + 1, width, customWidth: 1}))), tag("sheetData", null, lines),
    above && !merged.length ? tag("autoFilter", {ref: "A" + above + ":" + last}) : "", merged.length ? tag("mergeCells", null, merged.map(ref => tag("mergeCell", {ref}))) : "",
    tag("pageSetup", {paperSize: 9, orientation: columns > 4 ? "landscape" : "portrait", fitToHeight: 0}));
}

// --- Cards and rows of a list as a table

// The columns of `words.columns`, in their order, and what stands in each.
const PLACES = ["", ".kind", ".row-term", "", "", ":is(.card-kind, .paper-sign) > .date", "", ".paper-sign > .paper-number", ".card-title, .row-name, .paper-title > a", ".card-summary, .paper-full", ".row-change", ".chip", ".level", ".place", ".state",
  ".row-mark, .row-result, .row-facts > li, .paper-cited"];
const PART = 0, TERM = 2, FIRST = 3, YEAR = 6, NUMBER = 7, LEVEL = 12, ROADMAP = 15, ADDRESS = 16;
const HEADINGS = {year: "h2", period: "h3", month: "h4", group: "h2:not(.hidden-label)", chapter: "h2"};
// The choices of a filter that a card stands under are columns too; fields whose column has a name of its own:
const FIELDS = {kind: 1, year: YEAR, directions: 11, level: LEVEL, municipalities: 13};

// The first and the last day of a row: its own for the filter, or those of the day, month or year that is its term.
function days({dataset: {from, to}}, time) {
  if (from) return [from, to];
  const [year, month, day] = /^\d{4}(-\d\d){0,2}$/.test(time) ? time.split("-") : [];
  return year ? [[year, month || "01", day || "01"].join("-"), day ? time : new Date(Date.UTC(year, month || 12, 0)).toISOString().slice(0, 10)] : [];
}

// What has a label of its own in the list has a column of that name.
function list(page, words) {
  const columns = words.columns.split("|"), records = [];
  page.without = ".count";
  for (const item of document.querySelectorAll("main :is(.cards, .rows, .papers) > li")) {
    if (item.closest("[hidden], .related")) continue;
    const values = new Map(), add = (name, value) => value && values.set(name, (values.has(name) ? values.get(name) + "; " : "") + value), said = element => plain(page.apart(() => page.flow(element, {})));
    const link = item.querySelector("h3 a, .row-name a, .paper-title a"), time = item.querySelector(".row-term time, .date")?.dateTime || "";
    const told = (name, element) => add(name, element && said(element));
    for (const place in HEADINGS) told(columns[PART], item.closest("." + place)?.querySelector(HEADINGS[place]));
    // «№ 4», «уровень: региональный»: the column says the first word.
    PLACES.forEach((selector, place) => selector && item.querySelectorAll(selector).forEach(one => {
      const label = one.querySelector(":scope > .quiet"), name = label ? text(label.textContent).replace(/:$/, "") : columns[place];
      add(name, said(one).slice(label ? name.length : 0).replace(place === NUMBER || place === LEVEL ? /^(№|[^:]*:)\s*/ : /^[:\s]+/, ""));
    }));
    if (values.has(columns[TERM])) days(item, time).forEach((day, place) => add(columns[FIRST + place], day));
    else {
      const tokens = item.dataset.tokens?.split(" ") || [];
      for (const select of document.querySelectorAll("form.filter select:not([data-kept-as])")) {
        const name = columns[FIELDS[select.name]] || select.labels[0].firstChild.textContent;
        if (!values.has(name)) add(name, [...select.options].filter(one => one.value !== "none" && one.dataset.tokens?.split(" ").some(token => tokens.includes(token))).map(one => one.dataset.label).join("; "));
      }
      if (!values.has(columns[YEAR])) add(columns[YEAR], time.slice(0, 4));
    }
    told(columns[ROADMAP], item.closest(".run")?.querySelector(".run-roadmap"));
    if (link) add(columns[ADDRESS], page.address(link)?.href || page.path(link));
    records.push(values);
  }
  const names = columns.slice(0, ADDRESS).concat(...records.map(one => [...one.keys()].filter(name => name !== columns[ADDRESS])), columns[ADDRESS]).filter((name, place, all) => all.indexOf(name) === place && records.some(one => one.has(name)));
  return records.length ? [table(words.list, [{isHead: true, cells: names.map(cell)}, ...records.map(one => ({cells: names.map(name => ({...cell(one.get(name) || ""), isNumber: name === columns[YEAR], date: name === columns[TERM] ? "" : undefined}))}))])] : [];
}

// --- The workbook

function styles() {
  const font = look => tag("font", null, look, tag("sz", {val: 11}), tag("name", {val: "Calibri"})), fill = (patternType, inner) => tag("fill", null, tag("patternFill", {patternType}, inner || "")), border = style => tag("border", null, ["left", "right", "top", "bottom"].map(side => tag(side, {style})));
  const look = (numFmtId, fontId, fillId, more) => tag("xf", {numFmtId, fontId, fillId, borderId: 1, xfId: 0, applyNumberFormat: 1, applyAlignment: 1}, tag("alignment", {vertical: "top", wrapText: 1, ...more}));
  return tag("styleSheet", SPACES, tag("numFmts", null, tag("numFmt", {numFmtId: 164, formatCode: "dd.mm.yyyy"})), tag("fonts", null, font(""), font(tag("b"))), tag("fills", null, fill("none"), fill("gray125"), fill("solid", tag("fgColor", {rgb: "FFE9EEF2"}))),
    tag("borders", null, border(), border("thin")), tag("cellStyleXfs", null, tag("xf")), tag("cellXfs", null, look(0, 0, 0), look(0, 1, 2), look(164, 0, 0, {horizontal: "left"}), look(9, 0, 0), look(10, 0, 0), look(0, 1, 0)), tag("cellStyles", null, tag("cellStyle", {name: "Normal", xfId: 0, builtinId: 0})));
}

AlbumOffice.xlsx = (page, about) => {
  const {words, lang, facts} = about;
  let title = "";
  const tables = page.blocks.flatMap(block => {
    if (block.level) title = plain([block]);
    return block.rows ? [{...block, title: block.title || title}] : [];
  });
  const chosen = Array.from(document.querySelectorAll("[data-narrowed] .filter-chosen"), one => one.textContent).join("; "), labels = words.facts.split("|");
  const said = [...facts, chosen].map((fact, place) => [labels[place], fact]).concat(page.notes.map((blocks, place) => ["[" + (place + 1) + "]", plain(blocks)])).filter(([, fact]) => fact);
  const all = [...(tables.length ? tables : list(page, words)), table(words.about, said.map(([name, fact]) => ({cells: [{...cell(name), isHead: true}, cell(fact)]})))], names = named(all.map(one => one.title), words.table);
  const leaves = all.map((one, place) => ({...part("xl/worksheets/sheet" + (place + 1) + ".xml", leaf(one, lang)), type: "worksheet", id: "r" + (place + 1)}));
  const book = tag("workbook", SPACES, tag("sheets", null, names.map((name, place) => tag("sheet", {name, sheetId: place + 1, "r:id": leaves[place].id}))),
    all.some(heads) ? tag("definedNames", null, all.map((one, place) => heads(one) ? tag("definedName", {name: "_xlnm.Print_Titles", localSheetId: place}, escape("'" + names[place] + "'!$1:$" + heads(one))) : "")) : "");
  return packed(about, "spreadsheetml.", [{...part("xl/workbook.xml", book), type: "sheet.main"}, {...part("xl/styles.xml", styles()), type: "styles"}, ...leaves,
    relations("xl/_rels/workbook.xml.rels", [{id: "rs", type: "styles", target: "styles.xml"}, ...leaves.map(({id, type, name}) => ({id, type, target: name.slice(3)}))])]);
};
})();
