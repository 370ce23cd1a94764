// The form in which a reader writes a material to send in: keeps what is typed, says what is missing and what looks
// personal, and makes a file of it. Nothing is sent; what else it needs is loaded when somebody begins to write.
"use strict";
(() => {
const form = document.getElementById("share");
if (!form) return;
const words = form.dataset, about = JSON.parse(words.about), KEY = "album-share " + about.key;
const {say, make} = AlbumShare;
const one = (selector, from = form) => from.querySelector(selector);
const all = (selector, from = form) => Array.from(from.querySelectorAll(selector));
const state = one(".share-state");

// --- The rest of the scripts
let people = null, loading = null;
function load() {
  loading = loading || words.scripts.split(" ").reduce((before, address) => before.then(() => new Promise((done, fail) => {
    const script = make("script");
    script.src = address;
    script.onload = done;
    script.onerror = () => fail(new Error(address));
    document.head.append(script);
  })), Promise.resolve()).then(() => { people = AlbumShare.people(about.privacy); });
  // A script that fails is asked for again.
  loading.catch(() => { loading = null; });
  return loading;
}
form.addEventListener("focusin", () => load().then(warn, () => {}), {once: true});

const {choosers, tables, shelf} = AlbumShare.parts(form, {load, changed, tell: text => { state.textContent = text; }});

// --- What is typed is kept
const controls = () => all("input[name], textarea[name], select[name]").filter(input => !input.dataset.column);
function kept() {
  const values = {};
  for (const input of controls()) {
    const isOn = input.type === "checkbox" || input.type === "radio" ? input.checked && input.value : input.value;
    if (isOn) (values[input.name] = values[input.name] || []).push(input.value);
  }
  return {
    values, tables: Object.fromEntries(tables.map(table => [table.section.dataset.table, table.rows])),
    files: shelf.files.map(({given, name, alt, place, isPicture}) => ({given, name, alt, place, isPicture})),
  };
}
const isText = value => typeof value === "string";
const texts = value => Array.isArray(value) ? value.filter(isText) : [];
// What another page or an older program has left there may be of any shape.
function restore(saved) {
  const {values, tables: rows, files: names} = saved !== null && typeof saved === "object" ? saved : {};
  const known = new Map(values !== null && typeof values === "object" ? Object.entries(values).map(([key, list]) => [key, texts(list)]) : []);
  for (const input of controls()) {
    const list = known.get(input.name);
    if (!list) continue;
    if (input.type === "checkbox" || input.type === "radio") input.checked = list.includes(input.value);
    else input.value = list[0] || "";
  }
  for (const table of tables) {
    const list = rows !== null && typeof rows === "object" ? rows[table.section.dataset.table] : null;
    if (Array.isArray(list) && list.length) table.rows = list.slice(0, 500).map(texts);
  }
  shelf.files = (Array.isArray(names) ? names : []).filter(file => file !== null && typeof file === "object" && isText(file.given) && isText(file.name))
    .slice(0, shelf.most).map(file => ({
      given: file.given, name: file.name, alt: isText(file.alt) ? file.alt : "", isPicture: file.isPicture === true,
      place: shelf.places.some(([id]) => id === file.place) ? file.place : shelf.places[shelf.places.length - 1][0],
    }));
  return known.size > 0 || shelf.files.length > 0 || tables.some(table => table.rows.some(row => row.some(Boolean)));
}
let timer = 0;
function keep() {
  clearTimeout(timer);
  timer = 0;
  try {
    localStorage.setItem(KEY, JSON.stringify(kept()));
    return words.kept;
  } catch {
    return words.notKept;
  }
}
function changed() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const said = keep();
    if (state.textContent !== said) state.textContent = said;
    warn();
  }, 400);
}
form.addEventListener("input", changed);
form.addEventListener("change", changed);
addEventListener("pagehide", () => { if (timer) keep(); });

// --- A text that is looked for
let given = "";
function fillFor(input) {
  const [title, summary] = ["title", "summary"].map(id => document.getElementById("field-" + id));
  const note = input ? input.dataset.note || "" : "";
  for (const [area, text] of [[title, note.replace(/\.$/, "")], [summary, note]]) {
    if (area && (!area.value.trim() || given && area.value.startsWith(given.replace(/\.$/, "")))) area.value = text;
  }
  given = note;
}
form.addEventListener("change", event => {
  if (event.target.name === "wanted") fillFor(event.target);
});
function followAddress() {
  const input = location.hash.startsWith("#for-") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!input || input.form !== form) return;
  input.checked = true;
  fillFor(input);
  choosers.forEach(show => show());
  changed();
}
addEventListener("hashchange", followAddress);

// --- Faults and warnings
const tellingOf = input => document.getElementById("told-" + input.id) || one(".share-told", input.closest(".share-table") || input);
const label = input => {
  const name = input.matches("fieldset") ? one("legend", input) : one("label[for='" + input.id + "']");
  return name ? name.firstChild.textContent.trim() : "";
};
function tell(input, sort, lines) {
  const box = tellingOf(input);
  if (!box) return;
  box.querySelectorAll("." + sort).forEach(line => line.remove());
  box.append(...lines.map(line => make("p", sort, line)));
}
function dateFault(text) {
  const months = "янв фев мар апр ма июн июл авг сен окт ноя дек".split(" ");
  const day = /(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{1,2})\s+([а-яё]{3,})\s+(\d{4})/i.exec(text);
  if (day) {
    const month = day[8] ? months.findIndex(start => day[8].toLowerCase().startsWith(start)) + 1 : Number(day[2] || day[5]);
    const [year, number] = [Number(day[1] || day[6] || day[9]), Number(day[3] || day[4] || day[7])];
    const made = new Date(Date.UTC(year, month - 1, number));
    if (month && (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== number)) return words.faultDay;
  }
  return /\d{4}|\d{1,2}\.\d{1,2}\.\d{2}/.test(text) ? "" : words.faultDate;
}
function doubt(input) {
  const text = input.value.trim();
  if (!text) return "";
  if (input.dataset.check === "date") return dateFault(text);
  return input.dataset.check === "number" && !/^[-−]?[\d\s]+([.,]\d+)?\s*%?$/.test(text) ? words.faultNumber : "";
}
const writing = () => all("input[type=text], textarea");
// What looks personal, beside what it stands in and once more at the end; what is doubtful.
function warn() {
  if (!people) return;
  const found = [], table = new Map();
  for (const input of writing()) {
    const lines = people(input.value).map(({sort, text}) => say(words[sort], {f: text}));
    found.push(...lines);
    const section = input.closest(".share-table");
    if (section) table.set(section, (table.get(section) || []).concat(lines));
    else tell(input, "share-warning", lines.concat(doubt(input) || []));
  }
  table.forEach((lines, section) => tell(section, "share-warning", lines));
  const box = one(".share-people");
  box.hidden = !found.length;
  one("ul", box).replaceChildren(...Array.from(new Set(found), line => make("li", "", line)));
}
function emptyFault(input) {
  const isFilled = input.matches("fieldset") ? Boolean(one("input:checked", input)) : input.value.trim() !== "";
  return isFilled ? "" : words.faultRequired;
}
function tableFaults(table) {
  const cells = row => all("textarea[data-required]", row).filter(cell => !cell.value.trim());
  const rows = Array.from(table.list.children), filled = rows.filter(row => all("textarea", row).some(cell => cell.value.trim()));
  if (!filled.length) return [{input: one("textarea", rows[0]), at: table.section, text: words.faultRows, name: table.section.dataset.heading}];
  return filled.flatMap(row => cells(row).map(cell => ({
    input: cell, at: table.section, name: table.section.dataset.heading,
    text: say(words.faultCell, {n: rows.indexOf(row) + 1, f: cell.dataset.label}),
  })));
}
function faults() {
  const found = all("[data-required]").filter(input => !input.dataset.column).map(input => ({input, at: input, text: emptyFault(input), name: label(input)}));
  tables.forEach(table => found.push(...tableFaults(table)));
  shelf.files.forEach((file, n) => {
    const alt = document.getElementById("alt-" + n);
    if (!file.bytes) found.push({input: shelf.picker, at: null, text: words.faultAgain, name: file.name});
    else if (alt) found.push({input: alt, at: alt, text: file.alt.trim() ? "" : words.faultAlt, name: file.name});
  });
  for (const fault of found) {
    if (!fault.at) continue;
    tell(fault.at, "share-fault", found.filter(other => other.at === fault.at && other.text).map(other => other.text));
    if (!fault.input.matches("fieldset")) fault.input.setAttribute("aria-invalid", String(Boolean(fault.text)));
  }
  return found.filter(fault => fault.text);
}
function focusOn(input) {
  const folded = input.closest("details");
  if (folded) folded.open = true;
  (input.matches("fieldset") ? one("input:not([data-search])", input) : input).focus();
}
function showFaults(list) {
  const box = one(".share-faults");
  box.hidden = !list.length;
  one("ul", box).replaceChildren(...list.map(fault => {
    const link = make("a", "", fault.name + ": " + fault.text);
    link.href = "#" + (fault.input.id || "share");
    link.addEventListener("click", event => {
      event.preventDefault();
      focusOn(fault.input);
    });
    return make("li", "", link);
  }));
  if (list.length) box.focus();
}

// --- The file
function fields() {
  const ids = new Set(controls().filter(input => input.name.startsWith("field.")).map(input => input.name));
  return Array.from(ids, name => {
    const inputs = controls().filter(input => input.name === name), [first] = inputs;
    const isSeveral = first.type === "checkbox", isName = "name" in first.dataset, isLines = "lines" in first.dataset;
    const chosen = first.type === "checkbox" || first.type === "radio" ? inputs.filter(input => input.checked) : inputs;
    const values = chosen.flatMap(input => isLines ? input.value.split("\n") : [input.value]).map(text => text.trim()).filter(Boolean);
    return {id: name.slice("field.".length), sort: isSeveral ? "names" : isLines ? "texts" : isName ? "name" : "text", values};
  }).filter(field => field.values.length);
}
function parts() {
  const wanted = one("input[name=wanted]:checked");
  const list = all("textarea[data-heading]").map(area => ({
    id: area.id, heading: area.dataset.heading, text: area.value, tables: [], link: "",
    pictures: shelf.files.filter(file => file.isPicture && file.place === area.id),
  }));
  if (wanted && wanted.value) list[0].link = say(words.belongs, {f: "[[" + wanted.value + "]]"});
  for (const table of tables) {
    const heading = table.section.dataset.heading, same = list.find(part => part.heading === heading);
    if (same) same.tables.push(...table.written);
    else if (table.written.length) list.push({heading, text: "", tables: table.written, link: "", pictures: []});
  }
  return list;
}
function file() {
  const text = AlbumShare.file({
    kind: about.kind, yes: about.yes, fields: fields(), parts: parts(), attachments: shelf.files.filter(one => !one.isPicture).map(one => one.name),
  });
  const bytes = new TextEncoder().encode(text), base = AlbumShare.slug(document.getElementById("field-title").value) || about.kind;
  if (!shelf.files.length) return {name: base + ".md", bytes, type: "text/markdown"};
  const packed = [{name: base + ".md", bytes}].concat(shelf.files.map(one => ({name: one.name, bytes: one.bytes})));
  return {name: base + ".zip", bytes: AlbumShare.zip(packed), type: "application/zip"};
}
let address = "";
function hand({name, bytes, type}) {
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([bytes], {type}));
  const link = one("[data-again]"), done = one(".share-done");
  link.href = address;
  link.download = name;
  one("h2 span", done).textContent = name;
  done.hidden = false;
  done.focus();
  link.click();
}
form.addEventListener("submit", async event => {
  event.preventDefault();
  keep();
  try {
    await load();
    warn();
    one(".share-done").hidden = true;
    const list = faults();
    showFaults(list);
    if (!list.length) hand(file());
  } catch (error) {
    state.textContent = say(words.faultMachine, {f: error.message});
  }
});
// A line is not the whole form: Enter would send it.
form.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.target.matches("input:not([type=file])")) event.preventDefault();
});

// --- Clearing
const clear = one("[data-clear]"), sure = one(".share-sure");
function ask(isAsking) {
  clear.hidden = isAsking;
  sure.hidden = !isAsking;
  (isAsking ? one("[data-keep]") : clear).focus();
}
clear.addEventListener("click", () => ask(true));
one("[data-keep]").addEventListener("click", () => ask(false));
one("[data-yes]").addEventListener("click", () => {
  form.reset();
  tables.forEach(table => { table.rows = []; });
  shelf.files = [];
  given = "";
  shelf.show();
  all(".share-told").forEach(box => box.replaceChildren());
  all("[aria-invalid]").forEach(input => input.removeAttribute("aria-invalid"));
  for (const box of [one(".share-faults"), one(".share-people"), one(".share-done")]) box.hidden = true;
  choosers.forEach(show => show());
  clearTimeout(timer);
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: nothing was kept.
  }
  ask(false);
  state.textContent = words.cleared;
});

// --- Coming back
let isBack = false;
try {
  isBack = restore(JSON.parse(localStorage.getItem(KEY)));
} catch {
  // Storage is refused, or holds what nobody can read: the form begins empty.
}
shelf.show();
choosers.forEach(show => show());
if (isBack) {
  state.textContent = words.keptBack;
  load().then(warn, () => {});
}
followAddress();
})();
