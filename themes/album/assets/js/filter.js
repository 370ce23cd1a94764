// Narrows rows down by what a reader chooses or types: a roadmap's table with its timeline, the calendar, lists of materials
// and names. The choice stands in the address, so that a narrowed page can be sent; a choice that is the reader's own is
// kept by this browser. Without this script the fields are not shown and all rows stand there.
"use strict";

// A browser may forbid storage; the choice then lives with the page.
const attempt = (action) => {
  try {
    return action();
  } catch {
    return null;
  }
};

const words = (text) => text.split(" ").filter(Boolean);
// Words as they are compared: without marks of where they may be parted, without case, «ё» as «е».
const folded = (text) => ` ${text.replace(/\u00ad/g, "").toLowerCase().replace(/ё/g, "е").replace(/[^\p{L}\p{N}]+/gu, " ")}`;

class RowFilter {
  constructor(form) {
    this.form = form;
    this.scope = document.getElementById(form.dataset.filter);
    this.selects = [...form.querySelectorAll("select")];
    this.typed = form.querySelector("input");
    this.fields = [...form.querySelectorAll("select, input")];
    this.rows = [...this.scope.querySelectorAll("[data-tokens]")]
      .filter((row) => !form.contains(row))
      .map((row) => {
        const tokens = words(row.dataset.tokens);
        const { from, to } = row.dataset;
        const year = tokens.find((token) => /^period:\d+$/.test(token));
        const text = this.typed && folded(row.textContent);
        return { row, text, tokens: new Set(tokens), from, to, begins: from ?? (year && `${year.slice(7)}-01-01`) };
      });
    // Titles of parts and sums among the rows of a table.
    this.others = [...this.scope.querySelectorAll("tbody > tr:not([data-tokens])")]
      .filter((row) => row.parentElement.querySelector("tr[data-tokens]"));
    this.mirrors = [...this.scope.querySelectorAll("[data-mirrors]")]
      .map((item) => ({ item, row: document.getElementById(item.dataset.mirrors) }));
    this.counts = [...this.scope.querySelectorAll("[data-counts]")];
    for (const option of this.options()) option.dataset.label = option.textContent.replace(/ \(\d+\)$/, "");
    this.groups = [...this.scope.querySelectorAll("[data-group]")]
      .map((group) => ({ group, links: document.querySelectorAll(`:is(.contents, .letters) a[href="#${group.id}"]`) }));
    this.reset = form.querySelector(".filter-result button");
    this.read();
    this.chips = form.querySelector(".filter-chips");
    form.addEventListener("input", (event) => this.change([event.target]));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.reset.addEventListener("click", () => {
      this.clear();
      this.change(this.fields);
      this.entrance().focus();
    });
    // Who was sent a narrowed page sees by what.
    form.querySelector(".fold")?.setAttribute("aria-expanded", String(this.isNarrowed()));
    this.write();
    this.show();
    addEventListener("hashchange", () => this.reveal());
    this.reveal();
  }

  change(fields) {
    this.form.querySelector(".filter-gone").hidden = true;
    this.keep(fields);
    this.write();
    this.show();
    // A row that is put away is no place to come back to.
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) attempt(() => history.replaceState(history.state, "", location.pathname + location.search));
  }

  // An address that says anything says all, so that it shows the same to everybody; else the browser's own choice
  // counts. A value that an option had before is that option; one that none has is none.
  read() {
    const address = new URLSearchParams(location.search);
    const isAsked = this.fields.some((field) => address.has(field.name));
    if (this.typed) this.typed.value = address.get(this.typed.name) ?? "";
    const gone = [];
    for (const select of this.selects) {
      const kept = !isAsked && select.dataset.keptAs && attempt(() => localStorage.getItem(select.dataset.keptAs));
      const value = address.get(select.name) || kept || "";
      const names = (option) => [option.value, ...(option.dataset.former ?? "").split(" ")];
      select.value = [...select.options].find((option) => names(option).includes(value))?.value ?? "";
      if (!select.value && address.get(select.name)) gone.push(select.labels[0].querySelector("span").textContent);
    }
    for (const { dataset } of this.form.querySelectorAll(".filter-absent")) {
      const value = address.get(dataset.name);
      if (value && !words(dataset.values).includes(value)) gone.push(dataset.label);
    }
    // Whoever kept the address would take all rows for what was chosen.
    const told = this.form.querySelector(".filter-gone");
    told.hidden = gone.length === 0;
    told.textContent = gone.map((label) => told.dataset.text.replace("{1}", () => label)).join(" ");
  }

  // All choices but the first of each field, which is none.
  options() {
    return this.selects.flatMap((select) => [...select.options].filter((option) => option.value));
  }

  clear() {
    for (const field of this.fields) field.value = "";
  }

  isNarrowed() {
    return this.fields.some((field) => field.value.trim());
  }

  keep(fields) {
    for (const select of fields.filter((field) => field.dataset.keptAs)) {
      attempt(() => select.value
        ? localStorage.setItem(select.dataset.keptAs, select.value)
        : localStorage.removeItem(select.dataset.keptAs));
    }
  }

  write() {
    rememberChoices(Object.fromEntries(this.fields.map((field) => [field.name, field.value.trim()])));
  }

  fits(row, { tokens, from, to }) {
    if (from && row.from && row.from <= to && row.to >= from) return true;
    return words(tokens).some((token) => row.tokens.has(token));
  }

  // Whether a row has what is typed: each word begins one of its own.
  says(row) {
    return !this.typed || words(folded(this.typed.value)).every((word) => row.text.includes(` ${word}`));
  }

  // What is chosen, but for one field.
  chosen(except) {
    return this.selects.filter((select) => select.value && select !== except).map((select) => select.selectedOptions[0]);
  }

  // Each choice says how many rows it leaves beside the other fields; one that leaves none cannot be made.
  offer() {
    for (const select of this.selects) {
      const others = this.chosen(select);
      const rows = this.rows.filter((row) => this.says(row) && others.every((option) => this.fits(row, option.dataset)));
      for (const option of [...select.options].filter((option) => option.value)) {
        const count = rows.filter((row) => this.fits(row, option.dataset)).length;
        option.textContent = `${option.dataset.label} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
  }

  show() {
    const chosen = this.chosen(), isNarrowed = this.isNarrowed();
    let shown = 0;
    for (const row of this.rows) {
      row.row.hidden = !(this.says(row) && chosen.every((option) => this.fits(row, option.dataset)));
      if (!row.row.hidden) shown += 1;
    }
    for (const other of this.others) other.hidden = isNarrowed && !this.leads(other);
    for (const { item, row } of this.mirrors) item.hidden = row.hidden;
    for (const { group, links } of this.groups) {
      group.hidden = !group.querySelector("[data-tokens]:not([hidden])");
      for (const link of links) link.closest("li").hidden = group.hidden;
    }
    for (const list of document.querySelectorAll(".contents")) {
      const items = [...list.querySelectorAll("li")];
      list.hidden = items.length > 0 && items.every((item) => item.hidden);
    }
    this.count();
    this.offer();
    this.say(shown);
  }

  // Whether one of the rows below it, up to the next title, is shown.
  leads(other) {
    let row = other.nextElementSibling;
    while (row?.matches("[data-tokens]")) {
      if (!row.hidden) return true;
      row = row.nextElementSibling;
    }
    return false;
  }

  // Stretches of time: how many of the shown rows begin in each.
  count() {
    const days = this.rows.filter(({ row, begins, tokens }) => !row.hidden && begins && !tokens.has("period:open"));
    const numbers = this.counts.map((item) =>
      days.filter(({ begins }) => begins >= item.dataset.from && begins <= item.dataset.to).length);
    const most = Math.max(1, ...numbers);
    this.counts.forEach((item, index) => {
      item.querySelector("strong").textContent = numbers[index];
      item.querySelector("rect").setAttribute("width", `${(numbers[index] * 100) / most}%`);
    });
  }

  // What each field asks, in words.
  choices() {
    return [...this.selects, ...(this.typed ? [this.typed] : [])].filter((field) => field.value.trim()).map((field) => ({
      field, label: field.closest("label").firstElementChild.textContent,
      value: field.selectedOptions?.[0].dataset.label ?? field.value.trim(),
    }));
  }

  // Each choice as a button that drops it: the fields may be put away.
  showChips(choices) {
    this.chips.hidden = !choices.length;
    this.chips.replaceChildren(...choices.map(({ field, label, value }) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "search-chip";
      chip.textContent = value;
      chip.setAttribute("aria-label", this.form.dataset.drop.replace("{1}", () => label).replace("{2}", () => value));
      chip.addEventListener("click", () => {
        const place = [...this.chips.children].indexOf(chip);
        field.value = "";
        this.change([field]);
        const left = this.chips.children;
        (left[Math.min(place, left.length - 1)] ?? this.entrance()).focus();
      });
      return chip;
    }));
  }

  // Where choosing begins: the fields, or on a phone the button that they wait behind.
  entrance() {
    return [...this.fields, this.form.querySelector(".fold")].find((one) => one?.offsetParent) ?? this.fields[0];
  }

  say(shown) {
    const texts = this.form.dataset, isNarrowed = this.isNarrowed();
    const text = !isNarrowed ? texts.all : shown === 0 ? texts.none : texts.shown;
    const choices = this.choices();
    const what = choices.map(({ label, value }) => `${label}: ${value}`).join("; ");
    this.showChips(choices);
    const first = !isNarrowed ? this.rows.length : shown === 0 ? what : shown;
    this.form.querySelector("[role=status]").textContent = text
      .replace("{1}", () => first).replace("{2}", this.rows.length).replace("{3}", () => texts.noun);
    this.form.querySelector(".filter-chosen").textContent = shown === 0 ? "" : what;
    this.reset.hidden = !isNarrowed;
    for (const element of [this.form, this.scope, ...document.querySelectorAll(".page-head")]) element.toggleAttribute("data-narrowed", isNarrowed);
  }

  // A link to a row shows the row, whatever was chosen; what the browser keeps stays kept.
  reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("[hidden]") || !this.scope.contains(target)) return;
    this.clear();
    this.write();
    this.show();
    target.scrollIntoView();
  }
}

for (const form of document.querySelectorAll("form.filter")) new RowFilter(form);
