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
const state = one(".share-state"), keeping = one(".share-kept");
const tell = text => { state.textContent = text; };
const {choosers, tables} = AlbumShare.parts(form, {changed, tell});

// --- The rest of the scripts: {shelf, faults} when they are there
let tools = null, loading = null, files = [];
function load() {
  loading = loading || Promise.all(words.scripts.split(" ").map(loadScript)).then(() => {
    const shelf = AlbumShare.shelf(form, {changed, store: AlbumShare.store(KEY)});
    tools = {shelf, faults: AlbumShare.faults(form, {tables, shelf, people: AlbumShare.people(about.privacy), tell})};
    shelf.restore(files);
    tools.faults.warn();
  });
  // A script that fails is asked for again.
  loading.catch(() => { loading = null; });
  return loading;
}
const failed = error => tell(say(words.faultMachine, {f: error.message}));
for (const name of ["focusin", "pointerdown", "input", "dragenter"]) form.addEventListener(name, () => load().catch(() => {}), {once: true});

// --- What is typed is kept
const controls = () => all("input[name], textarea[name], select[name]").filter(input => !input.dataset.column);
const isChoice = input => input.type === "checkbox" || input.type === "radio";
function kept() {
  const values = {};
  for (const input of controls()) {
    const isOn = isChoice(input) ? input.checked && input.value : input.value;
    if (isOn) (values[input.name] = values[input.name] || []).push(input.value);
  }
  return {
    values, tables: Object.fromEntries(tables.map(table => [table.section.dataset.table, table.rows])),
    files: (tools ? tools.shelf.files : files).map(({given, name, alt, place, isPicture}) => ({given, name, alt, place, isPicture})),
  };
}
const texts = value => Array.isArray(value) ? value.filter(text => typeof text === "string") : [];
// What another page or an older program has left there may be of any shape.
function restore(saved) {
  const {values, tables: rows, files: names} = saved !== null && typeof saved === "object" ? saved : {};
  const known = new Map(values !== null && typeof values === "object" ? Object.entries(values).map(([key, list]) => [key, texts(list)]) : []);
  for (const input of controls()) {
    const list = known.get(input.name);
    if (!list) continue;
    if (isChoice(input)) input.checked = list.includes(input.value);
    else input.value = list[0] || "";
  }
  for (const table of tables) {
    const list = rows !== null && typeof rows === "object" ? rows[table.section.dataset.table] : null;
    if (Array.isArray(list) && list.length) table.rows = list.slice(0, 500).map(texts);
  }
  files = Array.isArray(names) ? names : [];
  return Array.from(known.values()).some(list => list.some(Boolean)) || files.length > 0 || tables.some(table => table.rows.some(row => row.some(Boolean)));
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
  // What was handed over is no longer what stands here.
  one(".share-done").hidden = true;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const said = keep();
    if (keeping.textContent !== said) keeping.textContent = said;
    if (!tools) return;
    tools.faults.follow();
    tools.faults.warn();
  }, 400);
}
form.addEventListener("input", changed);
form.addEventListener("change", changed);
addEventListener("pagehide", () => { if (timer) keep(); });

// --- A text that is looked for
let given = "";
function fillFor(input) {
  const title = document.getElementById("field-title"), text = input ? input.dataset.note || "" : "";
  if (!title.value.trim() || given && title.value === given) title.value = text;
  given = text;
  markWanted();
}
// Of a text that is looked for the album knows the rest: nothing but its title is required.
function markWanted() {
  const isOf = wanted() !== "";
  form.toggleAttribute("data-of", isOf);
  for (const input of all("[data-required][aria-required]")) {
    if (input.id !== "field-title" && !("column" in input.dataset)) input.setAttribute("aria-required", String(!isOf));
  }
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

// --- Files, and what is pasted
const picker = document.getElementById("share-choose"), drop = one(".share-files");
const take = chosen => load().then(() => tools.shelf.takeAll(chosen)).catch(failed);
picker.addEventListener("change", () => {
  const chosen = Array.from(picker.files);
  picker.value = "";
  take(chosen);
});
const holdsFiles = event => Array.from(event.dataTransfer ? event.dataTransfer.types : []).includes("Files");
// A file dropped beside the place would be opened instead of the page.
for (const name of ["dragover", "drop"]) {
  form.addEventListener(name, event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (name === "drop") take(Array.from(event.dataTransfer.files));
  });
}
drop.addEventListener("dragover", () => drop.classList.add("share-over"));
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("share-over"));

// Words into a place of writing, so that the browser can take them back.
function write(area, text) {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", {bubbles: true}));
}
function note(area, lines) {
  const place = document.getElementById("told-" + area.id);
  place.querySelectorAll(".share-note").forEach(line => line.remove());
  if (lines.length) place.prepend(make("p", "share-note", lines.join(" ")));
  tell(lines.join(" "));
}
form.addEventListener("paste", event => {
  const area = event.target, data = event.clipboardData;
  if (!tools || !data || !area.matches("textarea")) return;
  if (data.files.length && !data.getData("text/plain")) {
    event.preventDefault();
    take(Array.from(data.files));
    return;
  }
  const table = tables.find(({section}) => section.contains(area)), {rows, text, lost} = AlbumShare.pasted(data);
  if (table) {
    if (!rows || rows.length * Math.max(...rows.map(row => row.length)) < 2) return;
    event.preventDefault();
    table.put(area, rows);
    return;
  }
  if (!("heading" in area.dataset) || text === null) return;
  event.preventDefault();
  write(area, text);
  const lines = [rows && rows.length > 1 ? words.textTable : "", lost.looks ? words.textLooks : "", lost.pictures ? say(words.textPictures, {n: lost.pictures}) : ""];
  note(area, lines.filter(Boolean));
});

// --- The file
function fields() {
  const inputs = controls().filter(input => /^(?:field|own)\./.test(input.name)), idOf = input => input.name.slice(input.name.indexOf(".") + 1);
  const list = Array.from(new Set(inputs.map(idOf)), id => {
    const own = inputs.filter(input => idOf(input) === id), first = own.find(input => input.name.startsWith("field."));
    const isName = "name" in first.dataset, isLines = "lines" in first.dataset;
    const values = own.filter(input => !isChoice(input) || input.checked).flatMap(input => isLines ? input.value.split("\n") : [input.value]);
    return {
      id, sort: first.type === "checkbox" ? "names" : isLines ? "texts" : isName ? "name" : "text",
      values: values.map(text => text.trim()).filter(Boolean),
    };
  });
  const contact = document.getElementById("share-contact").value.trim();
  return list.concat({id: about.contact, sort: "text", values: contact ? [contact] : []}).filter(field => field.values.length);
}
const wanted = () => one("input[name=wanted]:checked")?.value || "";
function parts() {
  const list = all("textarea[data-heading]").map(area => ({
    id: area.id, heading: area.dataset.heading, text: area.value, tables: [], link: "",
    pictures: tools.shelf.files.filter(file => file.isPicture && file.place === area.id),
  }));
  if (wanted()) list[0].link = say(words.belongs, {f: "[[" + wanted() + "]]"});
  for (const table of tables) {
    const heading = table.section.dataset.heading, same = list.find(part => part.heading === heading);
    if (same) same.tables.push(...table.written);
    else if (table.written.length) list.push({heading, text: "", tables: table.written, link: "", pictures: []});
  }
  return list;
}
// Of a text that is looked for the name of its material, which tells more than the first words of a title.
function baseName() {
  const of = wanted().split("/").pop();
  return of ? of + "-" + words.textName : AlbumShare.slug(document.getElementById("field-title").value, 100) || about.kind;
}
function file() {
  const there = tools.shelf.files, base = baseName();
  const text = AlbumShare.file({
    kind: about.kind, yes: about.yes, fields: fields(), parts: parts(), attachments: there.filter(one => !one.isPicture).map(one => one.name),
  });
  const bytes = new TextEncoder().encode(text);
  if (!there.length) return {name: base + ".md", bytes, type: "text/markdown"};
  const packed = [{name: base + ".md", bytes}].concat(there.map(one => ({name: one.name, bytes: one.bytes})));
  return {name: base + ".zip", bytes: AlbumZip(packed), type: "application/zip"};
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
    await tools.shelf.ready;
    one(".share-done").hidden = true;
    tell("");
    if (tools.faults.press()) hand(file());
  } catch (error) {
    failed(error);
  }
});
// A line is not the whole form: Enter would send it.
form.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.target.matches("input:not([type=file])")) event.preventDefault();
});

// --- Clearing
const clear = one("[data-clear]"), sure = one(".share-sure"), back = one(".share-back");
function ask(isAsking) {
  clear.hidden = isAsking;
  sure.hidden = !isAsking;
  (isAsking ? one("[data-keep]") : clear).focus();
}
clear.addEventListener("click", () => ask(true));
one("[data-begin]").addEventListener("click", () => ask(true));
one("[data-keep]").addEventListener("click", () => ask(false));
one("[data-yes]").addEventListener("click", () => {
  form.reset();
  tables.forEach(table => { table.rows = []; });
  all("[data-own]").forEach(button => button.setAttribute("aria-expanded", "false"));
  given = "";
  markWanted();
  files = [];
  load().then(() => {
    tools.shelf.clear();
    tools.faults.clear();
  }).catch(() => {});
  for (const box of [one(".share-done"), back]) box.hidden = true;
  choosers.forEach(show => show());
  clearTimeout(timer);
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: nothing was kept.
  }
  ask(false);
  keeping.textContent = "";
  tell(words.cleared);
});

// --- Coming back
let isBack = false;
try {
  isBack = restore(JSON.parse(localStorage.getItem(KEY)));
} catch {
  // Storage is refused, or holds what nobody can read: the form begins empty.
}
choosers.forEach(show => show());
markWanted();
if (isBack) {
  back.hidden = false;
  load().catch(() => {});
}
followAddress();
})();
