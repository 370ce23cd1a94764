// What the search page shows behind its first results, or of few queries alone: snippets, remarks, facets, the ways on where
// nothing was found, what was not found before. search.js loads it and gives what it needs: the state, how an entry of the history is made, elements.
(function (root) {
"use strict";
const {scan, match, mark, highlight, resolve, stop} = root.AlbumSearch;

// --- Snippets: Snippet.swift
// <data> made of Sources/Search: RECORD=1 swift test --filter ClientDataTests
const LENGTH = 24, LEAD = 4, ROW = 48, HEAD = 12, MOST_NAMED = 2;
const BESIDE_NAMES = "город год г район направлен";
// </data>
// {is: "passages", list: [{parts: [text, isMatch], file: the name of the one that it is of}]}, behind a passage of the page's own
// text that of a file which has words that the page lacks; {is: "unmatched"} when no word of the text is meant, {is: "empty"}
// when it has no words.
function passages(text, terms) {
  const sections = text.split("\f").map((part, number) => {
    const end = number ? (part.indexOf("\n") + 1 || part.length + 1) - 1 : 0, file = part.slice(0, end), own = part.slice(end), chunks = scan(own);
    return {file, text: own, chunks, matches: match(chunks, terms), named: match(scan(file), terms)};
  });
  if (sections.every(({chunks}) => !chunks.length)) return {is: "empty"};
  const first = best(sections, () => true);
  if (!first) return {is: "unmatched"};
  const further = !first.file && best(sections.slice(1), m => !sections[0].matches.includes(m));
  return {is: "passages", list: further ? [first, further] : [first]};
}
// The best passage by those of its matches that count, or null.
function best(sections, counts) {
  let value = 0, found = null;
  for (const section of sections) {
    const {file, text, chunks, matches, named} = section, all = {from: 0, to: chunks.length};
    const consider = (start, end, whole, head, given) => {
      const counted = given.filter(m => m >= 0 && counts(m)), meant = Array.from(new Set(counted)), worth = meant.length * 10000 + counted.length * 100 - Math.min(meant.reduce((sum, m) => sum + m, 0), 99);
      if (meant.length && worth > value) { value = worth; found = {...section, start, end, whole, head}; }
    };
    // Only the name of the file is meant.
    if (file && chunks.length && matches.every(m => m < 0)) consider(0, Math.min(chunks.length, LENGTH), all, 0, named);
    for (const {from, to, isRow} of blocks(text, chunks)) {
      // The first cell of a row, or the beginning of a long one.
      let cell = from + 1;
      while (isRow && cell < to && cell < from + HEAD && !text.slice(chunks[cell - 1].end, chunks[cell].start).includes("\t")) cell++;
      for (let i = from; i < to; i++) if (matches[i] >= 0) {
        const fits = to - from <= (isRow ? ROW : LENGTH), begin = fits ? from : Math.max(from, Math.min(i - LEAD, to - LENGTH));
        const end = fits ? to : Math.min(to, begin + LENGTH), head = isRow && begin > cell ? cell : 0, start = isRow && !head ? from : begin;
        consider(start, end, isRow ? {from, to} : all, head, matches.slice(start, end));
      }
    }
  }
  if (!found) return null;
  const {text, chunks, matches, file, start, end, whole, head} = found, piece = (from, to) => mark(text, chunks.slice(from, to), matches.slice(from, to));
  const parts = [...(head ? [...piece(whole.from, head), [" … ", false]] : start > whole.from ? [["… ", false]] : []), ...piece(start, end)];
  if (end < whole.to) parts.push([" …", false]);
  return {parts, file};
}
// Chunks of one row of a table, a line with a tab, or of lines that are none.
function blocks(text, chunks) {
  const list = [];
  let end = -1, isRow = false;
  for (const [i, chunk] of chunks.entries()) {
    const isNext = chunk.start >= end, wasRow = isRow, last = list[list.length - 1];
    if (isNext) {
      end = (text.indexOf("\n", chunk.end) + 1 || text.length + 1) - 1;
      isRow = text.slice(text.lastIndexOf("\n", chunk.start) + 1, end).includes("\t");
    }
    if (last && (!isNext || !isRow && !wasRow)) last.to = i + 1;
    else list.push({from: i, to: i + 1, isRow});
  }
  return list;
}
root.AlbumSearch.passages = passages;

// --- Values of facets that a query names: FacetNaming.swift
// By the first stem of a name the numbers of a column's values.
const columnHeads = new WeakMap();
function headsOf(values) {
  if (!columnHeads.has(values)) {
    const heads = new Map();
    values.forEach(({forms}, value) => {
      for (const form of (forms || "").split("|")) {
        const head = form.split(" ", 1)[0];
        if (!heads.has(head)) heads.set(head, []);
        heads.get(head).push(value);
      }
    });
    columnHeads.set(values, heads);
  }
  return columnHeads.get(values);
}
// {values: [{facet, value}], rest: of the query} for the columns of facets, null where nothing is looked for.
function named(query, columns) {
  if (/["«»“”„]/.test(query)) return [];
  const words = scan(query).flatMap((chunk, at) => chunk.parts.map(part => ({part, at, start: chunk.start, end: chunk.end})));
  // The year of «28.06.2023» is no name.
  const goesOn = w => /\d\.$/.test(query.slice(0, w.start));
  // By stem the words that may be a form of it: the names are many.
  const places = new Map();
  words.forEach((word, i) => resolve(word.part, stem => { places.has(stem) ? places.get(stem).add(i) : places.set(stem, new Set([i])); return false; }));
  // «Челябинская область» is no city.
  const isForm = (i, stem) => places.has(stem) && places.get(stem).has(i) && !(/[сц]к$/.test(stem) && /(ая|ой|ую|ою)$/.test(words[i].part));
  // One letter asks for nothing.
  const beside = BESIDE_NAMES.split(" ");
  const telling = list => list.some(w => /..|\d/.test(w.part) && !stop.has(w.part) && !beside.some(stem => isForm(words.indexOf(w), stem)));
  const runs = form => {
    const name = form.split(" "), found = [];
    for (const i of places.get(name[0])) {
      const first = words[i], last = words[i + name.length - 1], next = words[i + name.length], previous = words[i - 1];
      const whole = last && !(previous && previous.at === first.at) && !(next && next.at === last.at);
      if (whole && !goesOn(first) && name.every((stem, k) => isForm(i + k, stem))) found.push({from: first.at, to: last.at});
    }
    return found;
  };
  const length = run => run.to - run.from, found = [];
  columns.forEach((values, facet) => {
    const heads = values && headsOf(values), mentioned = heads ? new Set(Array.from(places.keys()).flatMap(stem => heads.get(stem) || [])) : [];
    for (const value of Array.from(mentioned).sort((a, b) => a - b)) {
      let longest = null;
      for (const form of values[value].forms.split("|")) if (places.has(form.split(" ", 1)[0])) for (const run of runs(form)) {
        if (!longest || length(run) > length(longest)) longest = {facet, value, ...run};
      }
      if (longest) found.push(longest);
    }
  });
  const longest = found.filter(a => !found.some(b => length(b) > length(a) && b.from <= a.to && a.from <= b.to));
  // The query without runs of words and what belongs to these.
  const without = (taken, asks) => {
    const sides = [[]], isNamed = w => taken.some(run => run.from <= w.at && w.at <= run.to);
    for (const w of words) isNamed(w) ? sides.push([]) : sides[sides.length - 1].push(w);
    for (const [i, side] of sides.entries()) {
      while (i < sides.length - 1 && side.length && !telling(side.slice(-1))) side.pop();
      while (i && side.length && !telling(side.slice(0, 1))) side.shift();
    }
    const all = sides.flat().filter(asks);
    return telling(all) ? [{values: taken, rest: sides.filter(side => side.length).map(side => query.slice(side[0].start, side[side.length - 1].end)).join(" ")}] : [];
  };
  // «профориентация Копейск» asks for a direction in a town, and for no town in a direction.
  const single = longest.flatMap(run => without([run], w => !longest.some(b => b.facet > run.facet && b.from <= w.at && w.at <= b.to)));
  // Namesakes are not meant together.
  const areApart = longest.every(a => longest.every(b => a === b || a.facet !== b.facet && (a.to < b.from || b.to < a.from)));
  return longest.length > 1 && areApart ? [...without(longest, () => true), ...single] : single;
}
root.AlbumSearch.named = named;

root.albumSearchData("late", ({state, act, button, chip, choose, panel, chosen, say, number, el, parts, load, ask, address, remember, lost, index, input, fault, hide, label}) => {
const FEW = 8;
// The name of a file, a link to where the page offers it.
function fileLink(hit, answer, file) {
  const link = el("a", "search-file", say("inFile", {a: file}));
  link.href = address(hit) + "#files-title";
  link.onclick = () => remember(address(hit), answer, file);
  return link;
}
function snippets(answer, waits) {
  return Promise.all(answer.hits.map(hit => {
    const text = index().engine.text(hit.id);
    return text && load(text).then(() => {
      if (!waits() || !hit.passage || !index().engine) return;
      const snippet = index().engine.passage(hit.id, text => passages(text, answer.terms));
      if (snippet.is === "failed") fault(answer.faults.add(text));
      else if (snippet.is === "passages") hit.passage.replaceChildren(...snippet.list.flatMap(({file, parts: some}, i) => [
        ...(i ? [el("br")] : []), ...(file ? [fileLink(hit, answer, file), " "] : []), ...parts(some)
      ]));
      // Where the page offers its files, if the words are there.
      const files = (snippet.list || []).map(({file}) => file);
      hit.file = files.find(Boolean);
      if (files[0]) hit.item.querySelector("a").hash = "files-title";
    });
  }));
}

// --- Remarks
// A term as it stands in one of the results, as far as they are shown.
function written(term, answer) {
  for (const {row, passage} of answer.hits) for (const text of row ? [row[0], row[3], passage ? passage.textContent : ""] : []) {
    const match = highlight(text, [term]).find(part => part[1]);
    if (match) return match[0].toLowerCase();
  }
  return "";
}
// What a misspelt word may have meant; of two the second is named where a result has it.
function meant(typed, answer) {
  const words = answer.remarks.filter(([kind, word]) => kind === "spelling" && word === typed).map(([, , term], i) => written(term, answer) || (i ? "" : term + "…"));
  return Array.from(new Set(words)).filter(Boolean).join(say("between") || ", ");
}
const offered = offers => offers.map(({values, rest, n, all}) => {
  const text = say(values.length > 1 ? "onlyBoth" : "only", {a: rest, b: values.map(v => v.name).join(say("between")), n});
  return el("p", "search-remark", button(text, act(() => { input.value = state.q = rest; state.all = all; for (const {id, value} of values) choose(id, value, true); })));
});
// What was searched otherwise than typed, each with its way back: paragraphs.
function remarks(answer) {
  const made = [], related = [], ignored = new Set(), mended = new Set(), asTyped = word => () => { if (!state.asis.includes(word)) state.asis.push(word); };
  const note = (...children) => made.push(el("p", "search-remark", ...children));
  const {phrases} = answer;
  if (phrases) note(phrases.held ? say("phrase", {n: phrases.held, a: phrases.checked}) : say("noPhrase", {n: phrases.checked}));
  for (const [kind, a, b] of answer.remarks) {
    if (kind === "ignored") ignored.add("«" + a + "»");
    else if (kind === "unread" || kind === "noDay") note(say(kind, {a}));
    // An own theme may have no words for it.
    else if (kind === "apart") say(kind, {a}) && note(say(kind, {a}));
    else if (kind === "cut") note(say(kind, {n: +a}));
    else if (kind === "instead") note(say(kind, {a, b}));
    else if (kind === "related") related.push(" ", chip(b, say("unrelated", {a: b}), asTyped(a)));
    else if (!mended.has(a)) {
      mended.add(a);
      note(say(kind, {a, b: kind === "spelling" ? meant(a, answer) : b}), " ", button(say("asTyped", {a}), act(asTyped(a))));
    }
  }
  if (ignored.size) note(say("ignored", {a: Array.from(ignored).join(", ")}));
  made.push(...offered(answer.offers || []));
  for (const a of state.asis) note(say("literal", {a}), " ", button(say("mend"), act(() => { state.asis = state.asis.filter(w => w !== a); })));
  if (related.length) note(say("related"), ...related);
  return made;
}

// --- Facets
const clear = n => button(say("reset", {n}), act(() => { state.filters = Object.create(null); }), "search-action search-reset");

// Nothing found: what would find something.
function ways(answer) {
  const list = [];
  if (answer.unfiltered) list.push(clear(answer.unfiltered));
  const words = state.q.trim().split(/\s+/);
  if (state.all && words.length > 1) for (const [i, a] of words.slice(0, 10).entries()) {
    const q = words.filter((_, k) => k !== i).join(" ");
    const {total} = index().engine.search(q, {filters: state.filters, allWords: true, typed: state.asis});
    if (total > 0) list.push(button(say("without", {a, n: total}), act(() => { input.value = state.q = q; })));
  }
  return list.map(way => el("p", "search-way", way));
}

// What the query names beside what it looks for, as a filter for the rest, where that finds something.
async function offers({remarks}, options, waits) {
  // An own theme may have no words for it.
  if (!say("only", {n: 1})) return [];
  const {manifest, engine} = index(), list = [];
  const columns = manifest.f.map(([id], i) => options.filters[id] && options.filters[id].length ? null : engine.facet(i));
  // What was typed in the other layout is meant as it is searched.
  const meant = remarks.reduce((text, [kind, a, b]) => kind === "layout" ? text.split(a).join(b) : text, state.q);
  for (const {values: conditions, rest} of named(meant, columns)) {
    if (list.length === MOST_NAMED) break;
    const values = conditions.map(({facet, value}) => ({id: manifest.f[facet][0], value: columns[facet][value].id, name: columns[facet][value].name}));
    const filters = {...options.filters, ...Object.fromEntries(values.map(({id, value}) => [id, [value]]))};
    // An own theme may have no words for several.
    if (values.length > 1 && !say("onlyBoth", {n: 1})) continue;
    const {is, answer} = await ask(rest, {...options, filters, limit: 0}, waits);
    if (!waits()) break;
    if (is === "answer" && answer.whole > 0 && !answer.partial && !lost(answer)) list.push({values, rest, n: answer.whole, all: options.allWords || answer.whole < answer.total});
  }
  return list;
}

const unfolded = new Set();
function facets(counted, answer) {
  const {manifest, engine} = index(), focused = panel.contains(document.activeElement) && document.activeElement.value;
  const sets = manifest.f.map(([id, label], i) => {
    const taken = state.filters[id] || [];
    const rows = (counted.counts[i] || []).flatMap(({id: value, name, count}) => count || taken.includes(value) ? [row(id, value, name, count)] : []);
    if (!rows.length) return null;
    const few = rows.length > FEW + 2 ? FEW : rows.length;
    const set = el("fieldset", "search-facet", el("legend", "", label), ...rows.slice(0, few));
    if (few < rows.length) {
      const rest = el("details", "", el("summary", "", say("rest", {n: rows.length - few})), ...rows.slice(few));
      rest.open = unfolded.has(id);
      rest.ontoggle = () => rest.open ? unfolded.add(id) : unfolded.delete(id);
      set.append(rest);
    }
    return set;
  }).filter(Boolean);
  panel.replaceChildren(...sets, ...(chosen.childElementCount ? [clear(counted.unfiltered)] : []));
  for (const box of focused ? panel.querySelectorAll("input") : []) if (box.value === focused) box.focus();
  hide(!sets.length);
  label(say("show", {n: counted.total}));
  // The first facets are the axes: directions with their colours, municipalities, and regions where there are several; a
  // municipality says its region. What the title says is not said again.
  const axes = manifest.f.findIndex(f => f[0] === "kind");
  if (axes > 1) for (const hit of answer.hits) if (hit.item) {
    const [directions, ...where] = engine.values(hit.id).slice(0, axes), at = where.findIndex(list => list.length);
    const title = hit.item.querySelector(".search-title").textContent, places = (where[at] || []).filter(k => !title.includes(engine.facet(at + 1)[k].name));
    const some = (list, name, make) => [...list.slice(0, 3).map(k => el("span", name + (make ? " hue-" + (k < 9 ? k + 1 : 0) : ""), engine.facet(make ? 0 : at + 1)[k].name)), list.length > 3 && el("span", "search-place", say("rest", {n: list.length - 3}))];
    if (directions.length) hit.item.classList.add("hue-" + (directions[0] < 9 ? directions[0] + 1 : 0));
    hit.label.append(...[...some(directions, "search-hue", true), ...some(places, "search-place")].filter(Boolean));
  }
}
function row(id, value, name, count) {
  const box = el("input");
  box.type = "checkbox";
  box.value = id + ":" + value;
  box.checked = (state.filters[id] || []).includes(value);
  box.onchange = () => act(() => choose(id, value, box.checked))();
  return el("label", "search-value", box, el("span", "", name), el("span", "search-count", number(count)));
}

// --- What was not found: by settled queries, kept in this browser alone, for the reader to give to the editors
const MISSED = "album-missed", MOST = 200, PAUSE = 3000, missedBox = document.getElementById("search-missed"), missedList = el("ul");
let waiting = 0;
function missed() {
  try {
    const kept = JSON.parse(localStorage.getItem(MISSED));
    return (Array.isArray(kept) ? kept : []).filter(m => m && [m.query, m.day].every(text => typeof text === "string") && Array.isArray(m.words) && Number.isInteger(m.found));
  } catch {
    return [];
  }
}
function keep(list) {
  try {
    if (list.length) localStorage.setItem(MISSED, JSON.stringify(list.slice(-MOST)));
    else localStorage.removeItem(MISSED);
  } catch {
    // Storage is refused: nothing is kept.
  }
  list = missed();
  missedBox.hidden = !list.length;
  missedList.replaceChildren(...list.reverse().map(({query, words, found}) => el("li", "", query, " ", el("span", "search-count", found ? say("missedWords", {a: words.join(", ")}) : say("nothing")))));
}
// A query that stays for a while, of which a word stands nowhere, whatever was searched in its place, or that finds nothing by
// itself; a filter may hide what is there.
function miss(answer) {
  clearTimeout(waiting);
  if (!missedBox) return;
  const query = state.q.trim(), words = Array.from(new Set(answer.remarks.flatMap(([kind, word]) => ["ignored", "apart", "spelling", "instead", "noDay"].includes(kind) ? [word] : [])));
  if (answer.is !== "words" || answer.unfiltered && answer.unfiltered > answer.total || answer.all && !words.length) return;
  waiting = setTimeout(() => {
    const day = new Date().toLocaleDateString("sv");
    if (state.q.trim() === query) keep([...missed().filter(m => m.query !== query), {query, day, found: answer.total, words}]);
  }, PAUSE);
}
// A table for Excel: no cell is a formula.
function table() {
  const cell = text => "\"" + (/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replaceAll("\"", "\"\"") + "\"";
  const rows = missed().map(m => [m.day, m.query, String(m.found), m.words.join(", ")]);
  return "\ufeff" + [say("missedColumns").split(";"), ...rows].map(row => row.map(cell).join(";") + "\r\n").join("");
}
// An own theme may have no place for it.
if (missedBox) {
  const [save, drop] = missedBox.querySelectorAll("button");
  missedBox.querySelector("p").after(missedList);
  save.onclick = saveMissed;
  drop.onclick = () => { keep([]); input.focus(); };
  keep(missed());
}
function saveMissed() {
  const link = el("a");
  link.href = URL.createObjectURL(new Blob([table()], {type: "text/csv"}));
  link.download = say("missedFile");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

return {snippets, remarks, facets, offers, offered, ways, miss};
});
})(typeof globalThis === "undefined" ? window : globalThis);
