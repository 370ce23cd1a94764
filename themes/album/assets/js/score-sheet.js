// Adds up the points that a reader enters into a score sheet, and keeps them in this browser alone.
// Without it the sheet stays hidden and the table stands there.
"use strict";

for (const [number, sheet] of [...document.querySelectorAll(".score-sheet")].entries()) {
  const rows = [...sheet.querySelectorAll(".score-row")];
  const inputs = [...sheet.querySelectorAll("input")];
  const key = `score-sheet:${location.pathname}:${number}`;

  const clamped = (input) => {
    const value = Number(input.value) || 0;
    return Math.min(Math.max(value, Number(input.min)), Number(input.max));
  };

  // Rows below others come into their sums; a circle of rows would be a fault of the table and is cut.
  const sum = (index, seen) => {
    if (seen.has(index)) return 0;
    seen.add(index);
    let points = 0;
    for (const input of rows[index].querySelectorAll("input")) points += clamped(input);
    rows.forEach((row, other) => {
      if (row.dataset.above === String(index)) points += sum(other, seen);
    });
    return points;
  };

  const show = () => {
    rows.forEach((row, index) => {
      const points = String(Math.round(sum(index, new Set()) * 100) / 100).replace("-", "−");
      row.querySelector("output").textContent = sheet.dataset.total
        .replace("{1}", points)
        .replace("{2}", row.dataset.maximum ?? "?");
    });
    for (const input of inputs) {
      input.setAttribute("aria-invalid", String(input.value !== "" && Number(input.value) !== clamped(input)));
    }
  };

  // A browser may forbid storage; then the points live as long as the page.
  const store = (action) => {
    try {
      return action(localStorage);
    } catch {
      return null;
    }
  };

  const saved = store((storage) => JSON.parse(storage.getItem(key)));
  if (Array.isArray(saved) && saved.length === inputs.length) {
    inputs.forEach((input, index) => {
      input.value = saved[index];
    });
  }
  sheet.addEventListener("input", () => {
    store((storage) => storage.setItem(key, JSON.stringify(inputs.map((input) => input.value))));
    show();
  });
  sheet.querySelector("button").addEventListener("click", () => {
    for (const input of inputs) input.value = "";
    store((storage) => storage.removeItem(key));
    show();
  });
  show();
  sheet.hidden = false;
}
