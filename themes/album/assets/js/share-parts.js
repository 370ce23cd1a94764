// What the form on the sharing page is made of: choosers, tables with rows, a shelf of pictures and files.
//
//   AlbumShare.parts(form, {load, changed, tell})      load: the scripts that make files; changed: somebody did something;
//                                                      tell: says it
"use strict";
window.AlbumShare = window.AlbumShare || {};
AlbumShare.say = (text, values = {}) => text.replace(/\{(\w)\}/g, (_, key) => values[key] ?? "");
AlbumShare.make = (tag, name, ...children) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
};
AlbumShare.parts = (form, {load, changed, tell}) => {
const {say, make} = AlbumShare, words = form.dataset;
const MOST_FILES = 20, MOST_BYTES = 20000000, LARGE_PICTURE = 1900000, WIDEST = 2400;
const one = (selector, from = form) => from.querySelector(selector);
const all = (selector, from = form) => Array.from(from.querySelectorAll(selector));

// --- Choosers
const folded = text => text.toLowerCase().replaceAll("ё", "е");
function watchChooser(chooser) {
  const search = one("[data-search]", chooser), status = one(".share-chosen", chooser), options = all(".share-options label", chooser);
  const show = () => {
    const chosen = options.filter(option => one("input", option).checked).map(option => option.textContent.trim());
    const wanted = search ? folded(search.value.trim()) : "";
    const found = options.filter(option => folded(option.textContent).includes(wanted));
    for (const option of options) option.hidden = !found.includes(option);
    const text = chosen.length ? say(words.chosen, {f: chosen.join(", ")}) : words.chosenNone;
    status.textContent = (wanted ? say(words.shown, {n: found.length}) + ". " : "") + text;
  };
  chooser.addEventListener("change", show);
  if (search) search.addEventListener("input", show);
  show();
  return show;
}

// --- Tables
class Table {
  constructor(section) {
    this.section = section;
    this.list = one(".share-rows", section);
    this.model = this.list.firstElementChild.cloneNode(true);
    this.number();
    one("[data-add]", section).addEventListener("click", () => {
      this.add();
      one("textarea", this.list.lastElementChild).focus();
      tell(say(words.rowAdded, {n: this.list.children.length}));
      changed();
    });
    this.list.addEventListener("click", event => {
      if (!event.target.matches("[data-remove]")) return;
      const row = event.target.closest("li"), next = row.nextElementSibling || row.previousElementSibling;
      if (next) row.remove();
      else all("textarea", row).forEach(cell => { cell.value = ""; });
      this.number();
      one("textarea", next || row).focus();
      tell(say(words.rowRemoved, {n: this.list.children.length}));
      changed();
    });
  }

  add() {
    this.list.append(this.model.cloneNode(true));
    this.number();
  }

  number() {
    Array.from(this.list.children).forEach((row, place) => {
      one("b", row).textContent = say(words.row, {n: place + 1});
      one("[data-remove]", row).textContent = say(words.removeRow, {n: place + 1});
      for (const cell of all("textarea", row)) {
        cell.name = this.section.dataset.table + "/" + place + "/" + cell.dataset.column;
      }
    });
  }

  get rows() { return Array.from(this.list.children, row => all("textarea", row).map(cell => cell.value)); }

  set rows(rows) {
    while (this.list.children.length > Math.max(rows.length, 1)) this.list.lastElementChild.remove();
    while (this.list.children.length < rows.length) this.add();
    Array.from(this.list.children).forEach((row, place) => all("textarea", row).forEach((cell, n) => { cell.value = (rows[place] || [])[n] || ""; }));
    this.number();
  }

  // Columns that somebody has filled in, or that every row has to have.
  get written() {
    const heads = all("textarea", this.model), rows = this.rows.filter(row => row.some(cell => cell.trim()));
    const kept = heads.map((head, n) => n).filter(n => "required" in heads[n].dataset || rows.some(row => row[n].trim()));
    return rows.length ? [{columns: kept.map(n => heads[n].dataset.label), rows: rows.map(row => kept.map(n => row[n]))}] : [];
  }
}

// --- Pictures and files
const picker = document.getElementById("share-choose"), list = one(".share-chosen-files"), told = document.getElementById("told-files");
const shelf = {files: []};
const places = all("textarea[data-heading]").map(area => [area.id, area.dataset.heading || (all("textarea[data-heading]").length > 1 ? words.intro : words.body)]);
function freeName(name, sort, but) {
  const dot = name.lastIndexOf("."), base = AlbumShare.slug(dot > 0 ? name.slice(0, dot) : name) || "file", ending = "." + (sort || "bin");
  let free = base + ending;
  for (let n = 2; shelf.files.some(file => file !== but && file.name === free); n += 1) free = base + "-" + n + ending;
  return free;
}
const megabytes = bytes => say(words.megabytes, {f: Math.max(bytes / 1000000, 0.1).toLocaleString(document.documentElement.lang, {maximumFractionDigits: 1})});
// Pictures larger than pages show are made smaller; where the browser cannot, they stay.
async function reduced(bytes, sort) {
  if (sort === "gif" || bytes.length <= LARGE_PICTURE || typeof createImageBitmap !== "function") return {bytes, sort};
  try {
    const picture = await createImageBitmap(new Blob([bytes]));
    const scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height)), canvas = make("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
    const smaller = blob && new Uint8Array(await blob.arrayBuffer());
    return smaller && smaller.length < bytes.length ? {bytes: smaller, sort: "jpg"} : {bytes, sort};
  } catch {
    return {bytes, sort};
  }
}
async function take(file) {
  let bytes = new Uint8Array(await file.arrayBuffer());
  if (!bytes.length) return words.fileEmpty;
  let sort = AlbumShare.sort(bytes, file.name);
  if (!sort) return words.fileKind;
  const before = bytes;
  if (AlbumShare.isPicture(sort)) {
    ({bytes, sort} = await reduced(bytes, sort));
    bytes = AlbumShare.cleaned(bytes, sort);
    if (!bytes) return words.fileEmpty;
  }
  const earlier = shelf.files.find(other => !other.bytes && other.given === file.name);
  const others = shelf.files.filter(other => other !== earlier);
  if (others.length >= MOST_FILES) return words.fileMany;
  if (others.reduce((sum, other) => sum + (other.bytes ? other.bytes.length : 0), bytes.length) > MOST_BYTES) return words.fileLarge;
  const made = earlier || {given: file.name, alt: "", place: places[places.length - 1][0]};
  made.name = freeName(file.name, sort, earlier);
  Object.assign(made, {bytes, sort, isPicture: AlbumShare.isPicture(sort)});
  if (!earlier) shelf.files.push(made);
  return say(words.fileAdded, {f: made.name}) + (bytes.length !== before.length ? " " + words.fileCleaned : "");
}
async function takeAll(list) {
  const said = [];
  try {
    await load();
  } catch (error) {
    told.textContent = say(words.faultMachine, {f: error.message});
    return;
  }
  for (const file of list) {
    let text;
    try {
      text = await take(file);
    } catch {
      text = words.fileEmpty;
    }
    said.push(say(text, {f: file.name}));
  }
  told.textContent = said.join(" ");
  shelf.show();
  changed();
}
function control(label, help, input) {
  const row = make("div", "share-field"), name = make("label", "", label), note = make("p", "share-help quiet", help), fault = make("div", "share-told");
  name.htmlFor = input.id;
  note.id = "help-" + input.id;
  fault.id = "told-" + input.id;
  input.setAttribute("aria-describedby", note.id + " " + fault.id);
  row.append(name, ...help ? [note] : [], input, fault);
  return row;
}
function card(file, n) {
  const item = make("li", "share-file"), remove = make("button", "button-quiet", say(words.removeFile, {f: file.name}));
  remove.type = "button";
  remove.addEventListener("click", () => {
    shelf.files = shelf.files.filter(other => other !== file);
    told.textContent = say(words.fileRemoved, {f: file.name});
    shelf.show();
    picker.focus();
    changed();
  });
  item.append(make("p", "share-file-head", make("b", "", file.name), file.bytes ? " " + megabytes(file.bytes.length) : ""));
  if (!file.bytes) {
    const again = make("div", "share-told", make("p", "share-fault", words.again));
    again.id = "told-file-" + n;
    item.append(again);
  }
  if (file.isPicture) {
    if (file.bytes) {
      const picture = make("img"), reader = new FileReader();
      picture.alt = "";
      reader.onload = () => { picture.src = reader.result; };
      reader.readAsDataURL(new Blob([file.bytes], {type: "image/" + (file.sort === "jpg" ? "jpeg" : file.sort)}));
      item.append(picture);
    }
    const alt = make("input"), place = make("select");
    alt.type = "text";
    alt.id = "alt-" + n;
    alt.value = file.alt;
    alt.setAttribute("aria-required", "true");
    alt.addEventListener("input", () => { file.alt = alt.value; });
    place.id = "place-" + n;
    place.append(...places.map(([id, name]) => new Option(name, id, false, id === file.place)));
    place.addEventListener("change", () => { file.place = place.value; });
    item.append(control(words.alt, words.altAbout, alt));
    if (places.length > 1) item.append(control(words.place, "", place));
  }
  item.append(remove);
  return item;
}
shelf.show = () => {
  list.replaceChildren(...shelf.files.map(card));
};
picker.addEventListener("change", () => {
  const chosen = Array.from(picker.files);
  picker.value = "";
  takeAll(chosen);
});
const drop = one(".share-files");
const holdsFiles = event => Array.from(event.dataTransfer ? event.dataTransfer.types : []).includes("Files");
// A file dropped beside the place would be opened instead of the page.
for (const name of ["dragover", "drop"]) {
  form.addEventListener(name, event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (name === "drop") takeAll(Array.from(event.dataTransfer.files));
  });
}
drop.addEventListener("dragover", () => drop.classList.add("share-over"));
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("share-over"));

shelf.places = places;
shelf.picker = picker;
shelf.most = MOST_FILES;
return {choosers: all(".share-chooser").map(watchChooser), tables: all(".share-table").map(section => new Table(section)), shelf};
};
