// Adds up the points that a reader enters into a score sheet, and keeps them in this browser alone.
// Without it the sheet is not shown and the table stands there.
"use strict";

class ScoreSheet {
  constructor(form) {
    this.form = form;
    this.rows = [...form.querySelectorAll(".score-row")];
    this.inputs = [...form.querySelectorAll("input")];
    this.key = `score-sheet:${location.pathname}:${form.id}`;
    this.recall();
    form.addEventListener("input", () => {
      this.keep();
      this.show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => this.step(event));
    const button = (name) => form.querySelector(`[data-${name}]`);
    const ask = (isAsking) => {
      button("clear").hidden = isAsking;
      button("yes").parentElement.hidden = !isAsking;
      button(isAsking ? "keep" : "clear").focus();
    };
    button("clear").addEventListener("click", () => ask(true));
    button("keep").addEventListener("click", () => ask(false));
    button("yes").addEventListener("click", () => {
      for (const input of this.inputs) input.value = "";
      this.keep();
      this.show();
      ask(false);
    });
    this.show();
  }

  // A browser may forbid storage; then the points live as long as the page.
  store(action) {
    try {
      return action(localStorage);
    } catch {
      return null;
    }
  }

  recall() {
    const kept = this.store((storage) => JSON.parse(storage.getItem(this.key)));
    // What another page or an older program has left there may be of any shape.
    const points = new Map(kept !== null && typeof kept === "object" ? Object.entries(kept) : []);
    for (const input of this.inputs) {
      const value = points.get(input.name);
      input.value = ["string", "number"].includes(typeof value) ? value : "";
    }
  }

  keep() {
    const entered = this.inputs.filter((input) => input.value !== "").map((input) => [input.name, input.value]);
    this.store((storage) => entered.length > 0
      ? storage.setItem(this.key, JSON.stringify(Object.fromEntries(entered)))
      : storage.removeItem(this.key));
  }

  // What a reader means, with a comma or a point, any minus; nothing for what is no number. What can only be taken off
  // is entered with or without its sign.
  value(input) {
    const text = input.value.trim().replace(",", ".").replace(/^[−–]/, "-");
    const value = text === "" ? 0 : Number(text);
    if (!Number.isFinite(value)) return null;
    return this.most(input) === 0 && value > 0 ? -value : value;
  }

  // No limit where the source has lost it: none is made up.
  most(input) {
    return input.dataset.most === undefined ? Infinity : Number(input.dataset.most);
  }

  within(value, input) {
    return Math.min(Math.max(value, Number(input.dataset.least)), this.most(input));
  }

  clamped(input) {
    return this.within(this.value(input) ?? 0, input);
  }

  // What is wrong with the points of a field; nothing where they count as they stand.
  fault(input) {
    const value = this.value(input);
    const counted = this.clamped(input);
    const texts = this.form.dataset;
    if (value === null) return texts.noNumber;
    if (value !== counted) {
      const isUnder = value < counted && this.most(input) !== 0;
      return (isUnder ? texts.under : texts.over).replace("{1}", this.number(counted));
    }
    const row = input.closest(".score-row");
    const { maximum } = row.dataset;
    if (this.most(input) < Infinity || maximum === undefined) return "";
    return value > 0 && this.gained(row) > Number(maximum)
      ? texts.overPosition.replace("{1}", this.number(Number(maximum))) : "";
  }

  number(value) {
    return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 }).replace("-", "−");
  }

  // The arrows count a point up or down, within the limits.
  step(event) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || !this.inputs.includes(event.target)) return;
    event.preventDefault();
    const value = this.within((this.value(event.target) ?? 0) + by, event.target);
    event.target.value = this.number(value);
    this.keep();
    this.show();
  }

  // The points that a position's own fields give; what is taken off stands apart.
  gained(row) {
    return [...row.querySelectorAll("input")].reduce((sum, input) => sum + Math.max(this.clamped(input), 0), 0);
  }

  // No position gives more than its maximum, even where a field's own limit is lost; a penalty is taken off after that.
  // Rows below others come into their sums; a circle of rows would be a fault of the table and is cut.
  sum(index, seen) {
    if (seen.has(index)) return 0;
    seen.add(index);
    const most = Number(this.rows[index].dataset.maximum ?? Infinity);
    let points = Math.min(this.gained(this.rows[index]), most);
    for (const input of this.rows[index].querySelectorAll("input")) points += Math.min(this.clamped(input), 0);
    this.rows.forEach((row, other) => {
      if (row.dataset.above === String(index)) points += this.sum(other, seen);
    });
    return Math.min(points, most);
  }

  show() {
    // On paper stands the sheet with its points or, where there are none, the table: never both.
    this.form.toggleAttribute("data-filled", this.inputs.some((input) => input.value !== ""));
    this.rows.forEach((row, index) => {
      const points = this.number(this.sum(index, new Set()));
      const { maximum } = row.dataset;
      row.querySelector("output").textContent = maximum === undefined
        ? points : this.form.dataset.total.replace("{1}", points).replace("{2}", this.number(Number(maximum)));
    });
    for (const input of this.inputs) {
      const text = this.fault(input);
      input.setAttribute("aria-invalid", String(text !== ""));
      const fault = input.nextElementSibling;
      if (fault.textContent !== text) fault.textContent = text;
    }
  }
}

for (const form of document.querySelectorAll("form.score-sheet")) new ScoreSheet(form);
