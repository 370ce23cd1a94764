// A sheet that a reader fills in: several copies of it, kept in this browser and in files, its head and foot, and what paper and office
// programs show of it. What stands in its rows is the business of score-sheet.js and worksheet.js. Without scripts the table stands there.
//
//   in the browser   {"version": 1, "open": 0, "copies": [{"head": {"subject": "…", "date": "2023-09-15", "by": "…"}, "values": {"row.p1": "1"}}]}
//   in a file        {"album-sheet": 2, "page": "assessments/a.html", "sheet": "points-positions", "title", "edition", "copies": [{"head", "values"}]}
//                    and one copy of version 1: "copy": {"head", "values"}
"use strict";
const SHEET_VERSION = 1, FILE_VERSION = 2;

class AlbumSheet {
  constructor(form) {
    this.form = form;
    this.texts = form.dataset;
    this.record = form.closest(".record");
    this.inputs = [...form.querySelectorAll("[name]")];
    this.heads = [...form.querySelectorAll("[data-head]")];
    // A stick is another disk on each machine: the page is told by its address within the site, the site by its title.
    this.key = `sheet ${document.querySelector(".office-told")?.dataset.site || ""} ${this.texts.page} ${form.id}`;
    this.paper = this.make("div", {className: "sheet-paper"});
    this.book = this.make("div", {className: "sheet-book"});
    form.after(this.paper, this.book);
    this.recall();
    form.addEventListener("input", event => this.enter(event.target));
    form.addEventListener("change", event => this.settle(event.target));
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("click", event => {
      const name = event.target.closest("[data-do]")?.dataset.do;
      if (name) this[name](event.target.closest("[data-do]"));
    });
    // Another window has the same sheet.
    addEventListener("storage", event => {
      if (event.key !== this.key) return;
      this.recall();
      this.refresh();
    });
    this.refresh();
  }

  find(selector) {
    return this.form.querySelector(selector);
  }

  make(name, values, ...children) {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  }

  say(name, ...values) {
    return values.reduce((text, value, place) => text.replace(`{${place + 1}}`, () => value), this.texts[name]);
  }

  // --- What is kept

  get copy() {
    return this.copies[this.open];
  }

  empty() {
    return {head: {}, values: {}};
  }

  isEmpty(copy) {
    return !Object.keys(copy.values).length && !Object.keys(copy.head).length;
  }

  // Of any shape: another page or program may have left it there.
  static isRecord(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value);
  }

  static entered(value) {
    const pairs = Object.entries(AlbumSheet.isRecord(value) ? value : {});
    return Object.fromEntries(pairs.filter(([, text]) => ["string", "number"].includes(typeof text) && text !== "").map(([name, text]) => [name, String(text)]));
  }

  static copyOf(value) {
    return {head: AlbumSheet.entered(value.head), values: AlbumSheet.entered(value.values)};
  }

  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  recall() {
    const kept = this.read(this.key), isOurs = AlbumSheet.isRecord(kept);
    this.isNewer = isOurs && kept.version > SHEET_VERSION;
    this.copies = isOurs && !this.isNewer && Array.isArray(kept.copies) ? kept.copies.filter(AlbumSheet.isRecord).map(AlbumSheet.copyOf) : [];
    if (!this.copies.length) this.copies.push(this.empty());
    this.open = isOurs && this.copies[kept.open] ? kept.open : 0;
    if (this.isNewer) this.tell(this.texts.keptNewer);
    this.takeOver();
  }

  // What an older form of the sheet has kept.
  takeOver() {}

  // Whether it is kept; a browser may forbid it, and then the sheet lives as long as the page.
  keep() {
    if (this.isNewer) return false;
    try {
      if (this.copies.every(copy => this.isEmpty(copy)) && this.copies.length === 1) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify({version: SHEET_VERSION, open: this.open, copies: this.copies}));
      return true;
    } catch {
      this.tell(this.texts.unkept);
      return false;
    }
  }

  // --- What is shown

  // Puts the open copy into the fields.
  refresh() {
    this.fill();
    const select = this.find("[data-copies]"), isOne = this.copies.length < 2;
    this.list();
    select.closest("p").hidden = this.find("[data-do=remove]").hidden = isOne;
    this.find("[data-do=save]").textContent = isOne ? this.texts.save : this.texts.saveAll;
    // A question was asked of what was open before.
    this.find(".sheet-ask").hidden = true;
    this.update();
  }

  fill() {
    for (const input of this.inputs) this.put(input, this.copy.values[input.name]);
    for (const input of this.heads) this.put(input, this.copy.head[input.dataset.head]);
  }

  list() {
    const select = this.find("[data-copies]");
    select.replaceChildren(...this.names.map((name, place) => new Option(name, place)));
    select.value = this.open;
  }

  put(input, text = "") {
    input.value = text;
    // A choice that is no more.
    if (input.value !== text) input.value = "";
  }

  // Copies of one name are told apart by their dates, and where these are the same by numbers.
  get names() {
    const plain = this.copies.map(({head}, place) => head.subject?.trim() || this.say("unnamed", place + 1));
    const dated = plain.map((name, place) => {
      const {date} = this.copies[place].head;
      return date && plain.indexOf(name) !== plain.lastIndexOf(name) ? `${name}, ${this.day(date)}` : name;
    });
    return dated.map((name, place) => {
      const before = dated.slice(0, place).filter(one => one === name).length;
      return before ? `${name} (${before + 1})` : name;
    });
  }

  enter(input) {
    const values = input.dataset.head ? this.copy.head : this.copy.values, name = input.dataset.head || input.name;
    if (!name) return;
    if (input.value === "") delete values[name];
    else values[name] = input.value;
    if (input.dataset.head) this.list();
    this.tell("");
    this.keep();
    this.update();
  }

  settle(input) {
    if (input.matches("[data-copies]")) {
      this.open = Number(input.value);
      this.keep();
      this.refresh();
    } else if (input.matches("[data-file]") && input.files[0]) {
      this.openFile(input.files[0]);
      // The same file may be opened once more.
      input.value = "";
    }
  }

  update() {
    const isFilled = !this.isEmpty(this.copy), compared = this.comparison();
    this.show();
    this.book.replaceChildren(...this.workbook(), ...compared.map(table => table.cloneNode(true)));
    this.paper.replaceChildren(...this.onPaper(), ...compared.map(table => this.make("div", {className: "sheet-compared"}, this.whose(this.texts.compared), table)));
    for (const table of compared) table.caption.className = "hidden-label";
    this.paper.toggleAttribute("data-blank", !this.hasValues(this.copy));
    for (const element of [this.paper, this.record]) element.toggleAttribute("data-filled", isFilled);
  }

  hasValues(copy) {
    return Object.keys(copy.values).length > 0;
  }

  // The open copy, and in files for office programs every other one that is filled in, each under its name.
  onPaper() {
    const {names} = this, shown = this.copies.filter(copy => copy === this.copy || this.hasValues(copy));
    return shown.map(copy => this.make("div", {className: copy === this.copy ? "sheet-one" : "sheet-other"}, ...(shown.length > 1 ? [this.whose(names[this.copies.indexOf(copy)])] : []),
      this.headOnPaper(copy), ...this.rowsOnPaper(copy), this.footOnPaper(copy)));
  }

  // What a sheet of a file is headed by; on paper the sheet says it itself.
  whose(text) {
    return this.make("h3", {className: "sheet-whose"}, text);
  }

  get filledCopies() {
    return this.names.map((name, place) => ({copy: this.copies[place], name})).filter(({copy}) => this.hasValues(copy));
  }

  // The tables of a workbook, of all copies: each says whose it is, of which day and who filled it in.
  workbook() {
    const filled = this.filledCopies;
    return filled.flatMap(({copy, name}) => this.rowsOnPaper(copy).flatMap(one => one.matches("table") ? one : [...one.children]).map(table => {
      if (filled.length > 1) table.caption.append(` – ${name}`);
      table.caption.normalize();
      table.tHead.prepend(...this.factsOf(copy).map(([label, text]) => this.make("tr", {}, this.make("th", {}, `${label}: ${text || "—"}`))));
      return table;
    }));
  }

  // One message at a time: what is told takes the place of a question, and a question of what was told.
  tell(text) {
    const told = this.find("[data-told]");
    if (text) this.find(".sheet-ask").hidden = true;
    if (told.textContent !== text) told.textContent = text;
  }

  // --- Copies

  add() {
    this.copies.push(this.empty());
    this.open = this.copies.length - 1;
    this.keep();
    this.refresh();
    this.find("[data-head=subject]").focus();
  }

  remove(button) {
    this.ask(button, this.say("removeSure", this.names[this.open]), [[this.texts.removeYes, () => {
      this.copies.splice(this.open, 1);
      this.open = Math.max(0, this.open - 1);
      this.keep();
      this.refresh();
      this.find("[data-do=clear]").focus();
    }]]);
  }

  clear(button) {
    this.ask(button, this.texts.clearSure, [[this.texts.clearYes, () => {
      this.copies[this.open] = this.empty();
      this.keep();
      this.refresh();
    }]]);
  }

  // The last answer leaves everything as it is.
  ask(button, question, answers) {
    const box = this.find(".sheet-ask"), close = action => () => {
      box.hidden = true;
      button.focus();
      action?.();
    };
    this.tell("");
    box.firstElementChild.textContent = question;
    const buttons = [...answers, [this.texts.stay]].map(([text, action]) => {
      const answer = this.make("button", {type: "button", className: "button-quiet"}, text);
      answer.addEventListener("click", close(action));
      return answer;
    });
    box.lastElementChild.replaceChildren(...buttons.flatMap(one => [one, " "]));
    box.hidden = false;
    buttons[buttons.length - 1].focus();
  }

  // --- Files

  // All copies in which something stands.
  save() {
    const {page, title, edition} = this.texts, filled = this.copies.filter(copy => !this.isEmpty(copy)), copies = filled.length ? filled : [this.copy];
    const {subject, date} = copies[0].head, more = copies.length - 1;
    const text = JSON.stringify({"album-sheet": FILE_VERSION, page, sheet: this.form.id, title, edition, copies}, null, 1);
    const parts = [this.texts.called, subject?.trim() || title, date].filter(Boolean).map(part => part.replace(/[\\/:*?"<>|\s\0-\x1f]+/g, " ").trim().slice(0, 60));
    const name = [parts.join(" – "), more && this.say("calledMore", more)].filter(Boolean).join(" ").replace(/[. ]+$/, "") + ".json", link = this.make("a", {download: name});
    link.href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    this.tell(more ? this.say("savedAll", name, copies.length) : this.say("saved", name));
  }

  load() {
    this.find("[data-file]").click();
  }

  async openFile(file) {
    let saved;
    try {
      // More than any sheet has.
      saved = JSON.parse(file.size > 5e6 ? "" : (await file.text()).replace(/^\uFEFF/, ""));
    } catch {
      return this.tell(this.say("damaged", file.name));
    }
    const version = AlbumSheet.isRecord(saved) ? saved["album-sheet"] : undefined;
    if (!Number.isInteger(version)) return this.tell(this.say("foreign", file.name));
    if (version > FILE_VERSION) return this.tell(this.say("newer", file.name));
    if (saved.page !== this.texts.page || saved.sheet !== this.form.id) return this.tell(this.say("other", file.name, String(saved.title || saved.page)));
    const list = version === 1 ? [saved.copy] : saved.copies;
    if (!Array.isArray(list) || !list.length || !list.every(AlbumSheet.isRecord)) return this.tell(this.say("damaged", file.name));
    const take = (place, instead) => {
      this.copies.splice(place, instead, ...list.map(AlbumSheet.copyOf));
      let more = 0;
      for (let count = list.length; count--;) {
        this.open = place + count;
        this.fill();
        more += this.misfits().length;
      }
      this.refresh();
      const {edition} = this.texts;
      this.tell([this.say("loaded", file.name), list.length > 1 && this.say("loadedCount", list.length), saved.edition !== edition && this.say("loadedEdition", this.day(String(saved.edition)), this.day(edition)),
        more && this.say("loadedMore", more)].filter(Boolean).join(" "));
      this.keep();
    };
    if (this.isEmpty(this.copy)) take(this.open, 1);
    else this.ask(this.find("[data-do=load]"), this.say("loadSure", file.name), [
      [this.texts.loadBeside, () => take(this.copies.length, 0)], [this.texts.loadOver, () => take(this.open, 1)]]);
  }

  // Names of values for which the sheet has no place.
  misfits() {
    const shown = new Map(this.inputs.map(input => [input.name, input.value]));
    return Object.entries(this.copy.values).filter(([name, text]) => shown.get(name) !== text).map(([name]) => name);
  }

  // --- Paper, and files for office programs

  // The sheet alone; the button of the page prints the page.
  print() {
    const root = document.documentElement, way = [];
    for (let element = this.paper.parentElement; element; element = element.parentElement) way.push(element);
    const mark = isOn => {
      root.toggleAttribute("data-paper", isOn);
      this.paper.toggleAttribute("data-paper-end", isOn);
      for (const element of way) element.toggleAttribute("data-paper-way", isOn);
    };
    mark(true);
    addEventListener("afterprint", () => mark(false), {once: true});
    print();
  }

  day(text) {
    const date = new Date(`${text}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? text : date.toLocaleDateString([document.documentElement.lang, "ru"], {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  }

  factsOf({head}) {
    const {subject, date, by} = this.texts;
    return [[subject, head.subject], [date, head.date && this.day(head.date)], [by, head.by]];
  }

  headOnPaper(copy) {
    const blank = "_".repeat(40);
    return this.make("div", {}, this.make("p", {className: "sheet-title"}, this.texts.title),
      this.make("dl", {className: "sheet-facts"}, ...this.factsOf(copy).map(([name, text]) => this.make("div", {}, this.make("dt", {}, name), this.make("dd", {}, text || blank)))));
  }

  footOnPaper(copy) {
    return this.make("div", {}, this.make("p", {}, this.hasValues(copy) ? this.summary(copy) : ""), this.make("p", {className: "sheet-sign"}, `${this.texts.sign}: ______________________________`));
  }

  // Cells are texts, elements or {text, isNumber, isHead, className}; the first of a row names it.
  table(caption, heads, rows, className = "") {
    const cell = (name, value, place) => {
      const {text = value, isNumber = false, className: own = ""} = value?.text === undefined ? {} : value;
      const element = this.make(name, {className: [isNumber && "number", own].filter(Boolean).join(" ")}, ...[text].flat());
      if (name === "th") element.scope = place === undefined ? "col" : "row";
      else element.dataset.label = [heads[place].text ?? heads[place]].flat()[0];
      return element;
    };
    return this.make("table", {className}, this.make("caption", {}, caption), this.make("thead", {}, this.make("tr", {}, ...heads.map(head => cell("th", head)))),
      this.make("tbody", {}, ...rows.map(row => this.make("tr", {}, ...row.map((value, place) => cell(place ? "td" : "th", value, place))))));
  }

  // The filled copies side by side; nothing where there is but one.
  comparison() {
    const filled = this.filledCopies;
    if (filled.length < 2) return [];
    const {heads, rows} = this.compared(filled);
    return [this.table(this.texts.compared, heads, rows, "reflow")];
  }
}
