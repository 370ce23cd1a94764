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
    form.querySelector("button").addEventListener("click", () => {
      for (const input of this.inputs) input.value = "";
      this.keep();
      this.show();
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

  clamped(input) {
    const value = Number(input.value) || 0;
    return Math.min(Math.max(value, Number(input.min)), Number(input.max));
  }

  // Rows below others come into their sums; a circle of rows would be a fault of the table and is cut.
  sum(index, seen) {
    if (seen.has(index)) return 0;
    seen.add(index);
    let points = 0;
    for (const input of this.rows[index].querySelectorAll("input")) points += this.clamped(input);
    this.rows.forEach((row, other) => {
      if (row.dataset.above === String(index)) points += this.sum(other, seen);
    });
    return points;
  }

  show() {
    this.rows.forEach((row, index) => {
      const points = String(Math.round(this.sum(index, new Set()) * 100) / 100).replace("-", "−");
      const { maximum } = row.dataset;
      row.querySelector("output").textContent = maximum === undefined
        ? points : this.form.dataset.total.replace("{1}", points).replace("{2}", maximum);
    });
    for (const input of this.inputs) {
      input.setAttribute("aria-invalid", String(input.value !== "" && Number(input.value) !== this.clamped(input)));
    }
  }
}

for (const form of document.querySelectorAll("form.score-sheet")) new ScoreSheet(form);
