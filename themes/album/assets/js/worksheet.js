// Sums up what a reader has marked in the rows of a worksheet (sheet.js), and makes a plan of the rows that are left to do, with what helps there.
"use strict";

class Worksheet extends AlbumSheet {
  constructor(form) {
    super(form);
    // The table, whose rows are places, is not seen beside the sheet.
    const follow = () => {
      const row = location.hash.length > 1 && [...form.querySelectorAll("[data-row]")].find(one => one.dataset.row === decodeURIComponent(location.hash.slice(1)));
      if (row) row.scrollIntoView();
    };
    addEventListener("hashchange", follow);
    follow();
  }

  get rows() {
    return this.rowList ||= [...this.form.querySelectorAll(".work-row")].map(element => ({
      element,
      name: element.querySelector(".work-name"),
      inputs: [...element.querySelectorAll("[name]")],
      deciding: element.querySelector("[data-done]")?.closest("select"),
      leads: [...element.querySelectorAll(".work-leads a")],
      told: element.querySelector(".work-told"),
    }));
  }

  // The choice that was made for a field, as an option.
  chosen(input, values) {
    const text = values[input.name];
    return input.matches("select") && text ? [...input.options].find(option => option.value === text) : undefined;
  }

  // "done", "open", or nothing where a row is not marked.
  state(row, values) {
    const option = row.deciding && this.chosen(row.deciding, values);
    return option ? option.matches("[data-done]") ? "done" : "open" : "";
  }

  inState(wanted, values) {
    return this.rows.filter(row => this.state(row, values) === wanted);
  }

  // What was entered into a field, in words; of a choice also that none was made.
  words(input, values) {
    const text = values[input.name] ?? "";
    if (input.matches("select")) return (this.chosen(input, values) ?? input.options[0]).textContent;
    return input.type === "date" && text ? this.day(text) : text;
  }

  // --- What is shown

  show() {
    const summary = this.find("[data-summary]");
    this.warn(this.copy.values);
    summary.hidden = !this.texts.doneLabel;
    summary.textContent = this.summary(this.copy);
  }

  // Nothing where rows are not marked.
  summary({values}) {
    if (!this.texts.doneLabel) return "";
    const short = row => {
      const text = row.name.textContent.trim();
      return text.length > 70 ? `${text.slice(0, 70).replace(/[\s,;:–—]+\S*$/, "")}…` : text;
    };
    const open = this.inState("open", values), unmarked = this.inState("", values).length;
    return [
      this.say("sum", this.texts.doneLabel, this.inState("done", values).length, this.rows.length),
      open.length && `${this.texts.openLabel}: ${open.map(short).join("; ")}.`.replace(/…\.$/, "…"),
      unmarked && this.say("unmarked", unmarked)].filter(Boolean).join(" ");
  }

  // Of a row without a state nobody knows whether the plan needs it.
  warn(values) {
    for (const row of this.rows) {
      const isLeft = row.deciding && row.leads.length && !this.state(row, values) && row.inputs.some(input => values[input.name] !== undefined);
      const text = isLeft ? this.say("unstated", row.deciding.dataset.column) : "";
      if (row.told.textContent !== text) row.told.textContent = text;
    }
  }

  // --- On paper

  // The plan, where rows lead somewhere, and the other rows: nothing that was entered is missing.
  rowsOnPaper(copy) {
    const {values} = copy, leads = this.rows.some(row => row.leads.length);
    const open = leads ? this.inState("open", values) : [], rest = this.rows.filter(row => !open.includes(row));
    const plan = open.length && this.make("div", {className: "sheet-plan"}, this.entered(this.texts.plan, open, copy));
    return [plan, rest.length && this.entered(plan ? this.texts.rest : this.caption, rest, copy)].filter(Boolean);
  }

  get caption() {
    return this.record.querySelector(":scope > table > caption").textContent;
  }

  get rowHead() {
    return this.record.querySelector(":scope > table thead th").textContent;
  }

  // Rows with what was entered, and room for what was not: it is written in by hand. Behind a row of the plan stands what helps.
  entered(caption, rows, copy) {
    const {values} = copy, isPlan = caption === this.texts.plan, isBlank = !this.hasValues(copy);
    const columns = this.rows[0].inputs.map(input => input.dataset.column);
    const table = this.table(caption, [this.rowHead, ...columns], rows.map(row => [
      row.name.textContent.trim(), ...row.inputs.map(input => isBlank ? this.toTick(input) : {text: this.lines(this.words(input, values)), className: input.matches("select") || values[input.name] !== undefined ? "" : "sheet-room"})]), "reflow");
    // The rows of an empty sheet fill a page of A4 for a pen, with a head and a signature.
    if (isBlank) table.style.setProperty("--pen", `${Math.min(26, Math.max(14, Math.floor(165 / rows.length)))}mm`);
    if (isPlan) rows.forEach((row, place) => {
      if (!row.leads.length) return;
      const cell = this.make("td", {colSpan: columns.length + 1}, this.make("p", {}, `${this.texts.read}:`), this.make("ul", {}, ...row.leads.map(link => this.lead(link))));
      table.tBodies[0].rows[place * 2 - rows.slice(0, place).filter(one => !one.leads.length).length].after(this.make("tr", {className: "sheet-leads"}, cell));
    });
    return table;
  }

  // What may be chosen, with a box each; more room for several lines.
  toTick(input) {
    return input.matches("select") ? {text: this.lines([...input.options].slice(1).map(option => `☐ ${option.textContent}`).join("\n")), className: "sheet-tick"} : {text: "", className: input.matches("textarea") ? "sheet-long" : ""};
  }

  lines(text) {
    return text.split("\n").flatMap((line, place) => place ? [this.make("br"), line] : [line]);
  }

  // Paper has no links: the address stands behind the title, where the site has one.
  lead(link) {
    const copy = this.make("li", {}, this.make("a", {href: link.getAttribute("href")}, link.textContent)), note = link.nextElementSibling;
    const base = document.querySelector("link[rel=canonical]")?.href || (location.protocol === "file:" ? "" : location.href);
    if (note) copy.append(` (${note.textContent})`);
    if (base) copy.append(this.make("span", {className: "sheet-address"}, ` ${decodeURI(new URL(link.getAttribute("href"), base).href).replace(/^https?:\/\//, "")}`));
    return copy;
  }

  compared(filled) {
    const {texts} = this;
    const rows = this.rows.map(row => [{text: row.name.textContent.trim()}, ...filled.map(({copy}) => row.deciding ? this.words(row.deciding, copy.values) : row.inputs.map(input => this.words(input, copy.values)).filter(Boolean).join("; "))]);
    if (texts.doneLabel) rows.push([texts.doneLabel, ...filled.map(({copy}) => ({text: String(this.inState("done", copy.values).length), isNumber: true}))]);
    rows.push([texts.markedCount, ...filled.map(({copy}) => ({text: this.say("of", this.marked(copy), this.rows.length), isNumber: true}))]);
    return {heads: [this.rowHead, ...filled.map(({name}) => name)], rows};
  }

  // How many rows are marked; where nothing is chosen, in how many something stands.
  marked({values}) {
    return this.rows.filter(row => row.deciding ? this.state(row, values) : row.inputs.some(input => values[input.name] !== undefined)).length;
  }
}

for (const form of document.querySelectorAll("form.worksheet")) new Worksheet(form);
