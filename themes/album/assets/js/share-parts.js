// What the form on the sharing page is made of: choosers with a search, and tables with rows.
//
//   AlbumShare.parts(form, {changed, tell})      changed: somebody did something; tell: says it
"use strict";
window.AlbumShare = window.AlbumShare || {};
// What a part of the page says: without the marks of where its lines may break.
AlbumShare.words = part => part.textContent.replace(/\u00ad/g, "").replace(/\u00a0/g, " ").trim();
AlbumShare.say = (text, values = {}) => text.replace(/\{(\w)\}/g, (_, key) => values[key] ?? "");
AlbumShare.make = (tag, name, ...children) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
};
AlbumShare.parts = (form, {changed, tell}) => {
const {say} = AlbumShare, words = form.dataset, MOST_ROWS = 500;
const one = (selector, from = form) => from.querySelector(selector);
const all = (selector, from = form) => Array.from(from.querySelectorAll(selector));

// --- Choosers
// As names are compared elsewhere (NameFolding.swift); what sort of place it is tells nothing apart.
const folded = text => text.normalize("NFC").toLowerCase().replaceAll("ё", "е").replace(/[«»"„“”]/g, "").replace(/[\u2010-\u2015\u2212]/g, "-");
const SORTS = new Set(("г гор город города с село п пос поселок пгт рп д деревня район района р-н округ округа муниципальный муниципального муниципальное "
  + "образование городской городского го мр мо мкр область области").split(" "));
const wordsOf = text => folded(text).split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
const stemOf = word => word.length > 4 ? word.replace(/(?:ского|скому|ский|ская|ском|ским|ской|ого|ому|ий|ый|ая|ой|ом|ым|ую|ами|ах|ей|[аеиоуыюяь])$/, "") : word;
// Options that a text means: those that have its very words; else whose words begin with them; else with their stems; else
// in which it stands anywhere.
function found(options, text) {
  const told = wordsOf(text), telling = told.filter(word => !SORTS.has(word)), wanted = telling.length ? telling : told;
  if (!wanted.length) return options;
  const having = (words, fits) => options.filter(({names}) => words.every(word => names.some(name => fits(name, word))));
  const [is, begins] = [(name, word) => name === word, (name, word) => name.startsWith(word)], all = wanted.join(" ");
  const tries = [having(wanted, is), having(wanted, begins), having(wanted.map(stemOf), begins)];
  if (all.length > 2) tries.push(options.filter(({text: one}) => one.includes(all)));
  return tries.find(list => list.length) || [];
}
function watchChooser(chooser) {
  const search = one("[data-search]", chooser), status = one(".share-chosen", chooser), own = one("[data-own]", chooser), text = one("[data-own-text]", chooser);
  const options = all(".share-options label", chooser).map(label => {
    const input = one("input", label), title = AlbumShare.words(one("[data-title]", label)), names = [title].concat((input.dataset.names || "").split("|"));
    return {label, input, title, names: names.flatMap(wordsOf), text: names.map(folded).join("|")};
  });
  const show = () => {
    const query = search ? search.value.trim() : "", seen = query ? found(options.filter(({input}) => !("none" in input.dataset)), query) : options;
    for (const {label} of options) label.hidden = true;
    for (const {label} of seen) label.hidden = false;
    const chosen = options.filter(({input}) => input.checked && !("none" in input.dataset)).map(({title}) => title).concat(text && text.value.trim() || []);
    one(".share-options", chooser).hidden = !seen.length;
    const count = seen.length || !query ? query ? say(words.shown, {n: seen.length}) + ". " : "" : say(own ? words.shownOwn : words.shownNone) + " ";
    // What is chosen of a list without a search is seen.
    status.hidden = !search;
    status.textContent = count + (chosen.length ? say(words.chosen, {f: chosen.join(", ")}) : words.chosenNone);
    if (own) {
      const isOpen = text.value.trim() !== "" || own.getAttribute("aria-expanded") === "true";
      own.setAttribute("aria-expanded", String(isOpen));
      text.parentElement.hidden = !isOpen;
    }
  };
  chooser.addEventListener("change", event => {
    // One of them: what somebody writes, or what is chosen.
    if (text && event.target.type === "radio") text.value = "";
    show();
  });
  if (search) search.addEventListener("input", show);
  if (own) {
    own.addEventListener("click", () => {
      const isOpen = own.getAttribute("aria-expanded") !== "true";
      own.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) text.value = "";
      else if (search && search.value.trim() && one(".share-options", chooser).hidden) text.value = search.value.trim();
      text.parentElement.hidden = !isOpen;
      if (isOpen) text.focus();
      text.dispatchEvent(new Event("input", {bubbles: true}));
    });
    text.addEventListener("input", () => {
      if (text.value.trim()) options.filter(({input}) => input.type === "radio").forEach(({input}) => { input.checked = false; });
      show();
    });
  }
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
    // What was put in can be taken back until something else is done.
    this.list.addEventListener("input", () => all(".share-pasted", this.list).forEach(note => note.remove()));
    this.list.addEventListener("click", event => {
      if (!event.target.matches("[data-remove]")) return;
      const row = event.target.closest("li"), next = row.nextElementSibling || row.previousElementSibling;
      all(".share-pasted", this.list).forEach(note => note.remove());
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
        const box = one(".share-told", cell.closest(".share-cell"));
        cell.name = this.section.dataset.table + "/" + place + "/" + cell.dataset.column;
        cell.id = "cell-" + cell.name.replaceAll("/", "-");
        box.id = "told-" + cell.id;
        cell.setAttribute("aria-describedby", [cell.dataset.help, box.id].filter(Boolean).join(" "));
      }
    });
  }

  get rows() { return Array.from(this.list.children, row => all("textarea", row).map(cell => cell.value)); }

  set rows(rows) {
    all(".share-pasted", this.list).forEach(note => note.remove());
    while (this.list.children.length > Math.max(rows.length, 1)) this.list.lastElementChild.remove();
    while (this.list.children.length < rows.length) this.add();
    Array.from(this.list.children).forEach((row, place) => all("textarea", row).forEach((cell, n) => { cell.value = (rows[place] || [])[n] || ""; }));
    this.number();
    all(".share-told", this.list).forEach(box => box.replaceChildren());
  }

  get columns() {
    return all("textarea", this.model).map(({dataset}) => ({label: dataset.label, names: [dataset.label].concat((dataset.names || "").split("|")).map(AlbumShare.folded)}));
  }

  // Puts rows of a block in from a cell on: to the right and down where nothing is written over, else as new rows behind.
  put(cell, block) {
    const row = cell.closest("li"), before = this.rows, at = Array.from(this.list.children).indexOf(row);
    const placed = AlbumShare.placed(block, this.columns, all("textarea", row).indexOf(cell));
    const fits = placed.rows.every((cells, n) => !before[at + n] || cells.every((text, column) => !text || !before[at + n][column].trim()));
    const start = fits || !before[at].some(text => text.trim()) ? at : at + 1, isOver = text => fits && text < before.length;
    const made = placed.rows.map((cells, n) => isOver(start + n) ? cells.map((text, column) => text || before[start + n][column]) : cells);
    const behind = before.slice(fits ? start + made.length : start === at ? at + 1 : start);
    const rows = before.slice(0, start).concat(made, behind), isCut = rows.length > MOST_ROWS;
    if (!made.length) return;
    this.rows = rows.slice(0, MOST_ROWS);
    const said = [say(words.pasted, {n: made.length})];
    if (placed.hasHead) said.push(words.pastedHead);
    if (placed.above) said.push(say(words.pastedAbove, {n: placed.above}));
    if (placed.lost.length) said.push(say(words.pastedLost, {f: placed.lost.join(", ")}));
    if (isCut) said.push(say(words.pastedCut, {n: MOST_ROWS}));
    this.tellPasted(start, said.join(" "), before);
    changed();
  }

  // Beside the first row that was put in, with the way back.
  tellPasted(place, text, before) {
    const note = AlbumShare.make("p", "share-pasted", text + " "), undo = AlbumShare.make("button", "button-quiet", words.pastedUndo);
    undo.type = "button";
    undo.addEventListener("click", () => {
      this.rows = before;
      one("textarea", this.list.children[Math.min(place, this.list.children.length - 1)]).focus();
      tell(words.pastedUndone);
      changed();
    });
    note.append(undo);
    this.list.children[place].append(note);
    tell(text);
  }

  // Columns that somebody has filled in, or that every row has to have.
  get written() {
    const heads = all("textarea", this.model), rows = this.rows.filter(row => row.some(cell => cell.trim()));
    const kept = heads.map((head, n) => n).filter(n => "required" in heads[n].dataset || rows.some(row => row[n].trim()));
    return rows.length ? [{columns: kept.map(n => heads[n].dataset.label), rows: rows.map(row => kept.map(n => row[n]))}] : [];
  }
}

return {choosers: all(".share-chooser").map(watchChooser), tables: all(".share-table").map(section => new Table(section))};
};
