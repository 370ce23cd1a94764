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

  // What was entered into a field, in words.
  words(input, values) {
    const text = values[input.name] ?? "";
    if (input.matches("select")) return this.chosen(input, values)?.textContent ?? "";
    return input.type === "date" && text ? this.day(text) : text;
  }

  // --- What is shown

  show() {
    const {values} = this.copy, summary = this.find("[data-summary]");
    summary.hidden = !this.texts.doneLabel;
    if (summary.hidden) return;
    const short = row => {
      const text = row.name.textContent.trim();
      return text.length > 70 ? `${text.slice(0, 70).replace(/[\s,;:–—]+\S*$/, "")}…` : text;
    };
    const open = this.inState("open", values), unmarked = this.inState("", values).length;
    summary.textContent = [
      this.say("sum", this.texts.doneLabel, this.inState("done", values).length, this.rows.length),
      open.length && `${this.texts.openLabel}: ${open.map(short).join("; ")}.`.replace(/…\.$/, "…"),
      unmarked && this.say("unmarked", unmarked)].filter(Boolean).join(" ");
  }

  // --- On paper

  // The plan, where rows lead somewhere, and the other rows: nothing that was entered is missing.
  rowsOnPaper() {
    const {values} = this.copy, leads = this.rows.some(row => row.leads.length);
    const open = leads ? this.inState("open", values) : [], rest = this.rows.filter(row => !open.includes(row));
    const plan = open.length && this.make("div", {className: "sheet-plan"}, this.entered(this.texts.plan, open));
    return [plan, rest.length && this.entered(plan ? this.texts.rest : this.caption, rest)].filter(Boolean);
  }

  get caption() {
    return this.record.querySelector(":scope > table > caption").textContent;
  }

  get rowHead() {
    return this.record.querySelector(":scope > table thead th").textContent;
  }

  // Rows with what was entered; where nothing is, paper has room for all of it. Behind a row of the plan stands what helps.
  entered(caption, rows) {
    const {values} = this.copy, isPlan = caption === this.texts.plan, isBlank = this.isEmpty(this.copy), inputs = this.rows[0].inputs;
    const places = inputs.map((_, place) => place).filter(place => isPlan || isBlank || rows.some(row => this.words(row.inputs[place], values)));
    const table = this.table(caption, [this.rowHead, ...places.map(place => inputs[place].dataset.column)], rows.map(row => [
      row.name.textContent.trim(), ...places.map(place => ({text: this.lines(this.words(row.inputs[place], values))}))]), "reflow");
    if (isPlan) rows.forEach((row, place) => {
      if (!row.leads.length) return;
      const cell = this.make("td", {colSpan: places.length + 1}, `${this.texts.read}: `, ...row.leads.flatMap((link, number) => [...number ? ["; "] : [], this.lead(link)]));
      table.tBodies[0].rows[place * 2 - rows.slice(0, place).filter(one => !one.leads.length).length].after(this.make("tr", {className: "sheet-leads"}, cell));
    });
    return table;
  }

  lines(text) {
    return text.split("\n").flatMap((line, place) => place ? [this.make("br"), line] : [line]);
  }

  // Paper has no links: the address stands behind the title.
  lead(link) {
    const copy = this.make("span", {}, this.make("a", {href: link.getAttribute("href")}, link.textContent)), note = link.nextElementSibling;
    const base = document.querySelector("link[rel=canonical]")?.href || (location.protocol === "file:" ? "" : location.href);
    const address = base ? new URL(link.getAttribute("href"), base).href : decodeURI(new URL(link.getAttribute("href"), `https://site/${this.texts.page}`).href.slice(13));
    if (note) copy.append(` (${note.textContent})`);
    copy.append(this.make("span", {className: "sheet-address"}, ` ${address}`));
    return copy;
  }

  compared(filled) {
    const {texts} = this;
    const rows = this.rows.map(row => [{text: row.name.textContent.trim()}, ...filled.map(({copy}) => row.deciding ? this.words(row.deciding, copy.values) : row.inputs.map(input => this.words(input, copy.values)).filter(Boolean).join("; "))]);
    if (texts.doneLabel) rows.push([texts.doneLabel, ...filled.map(({copy}) => ({text: String(this.inState("done", copy.values).length), isNumber: true}))]);
    return {heads: [this.rowHead, ...filled.map(({name}) => name)], rows};
  }
}

for (const form of document.querySelectorAll("form.worksheet")) new Worksheet(form);
