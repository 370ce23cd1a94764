// Grids: the text is the truth, a grid shows its tables and writes into it.

import { body, changedWholly, element, form, say, whenLooked } from "./form.js";
import { onPaste } from "./paste.js";

let tables = [];
export const cellSelector = (table, row, column) =>
  `[data-table="${CSS.escape(table)}"] [data-row="${CSS.escape(String(row))}"][data-column="${CSS.escape(column)}"]`;
const written = (text) => text.replace(/\s*\n\s*/g, "<br>").replace(/\\?\|/g, "\\|").trim();
const plain = (text) => text.replace(/\\\|/g, "|").replace(/<br>/g, "\n");
const past = [];
let focus = null;

function showTables(found) {
  const active = document.activeElement;
  // Nobody's hand is pushed away: what is found is shown when the cell is left.
  if (isOpen && active?.closest("td")) return;
  tables = found;
  const kept = active && active.closest("[data-row]");
  if (kept && !focus) focus = { table: kept.closest("[data-table]").dataset.table, row: kept.dataset.row, column: kept.dataset.column };
  const box = form.querySelector(".grids");
  for (const grid of box.querySelectorAll(".grid")) {
    if (!found.some((table) => table.id === grid.dataset.table)) grid.remove();
  }
  for (const table of found) {
    let grid = box.querySelector(`[data-table="${CSS.escape(table.id)}"]`);
    if (!grid) {
      grid = element("section", { className: "grid" }, element("h2", {}, table.caption),
        element("div", { className: "scroll", tabIndex: -1 }, element("table")));
      grid.dataset.table = table.id;
      grid.setAttribute("aria-label", table.caption);
      box.append(grid);
    }
    draw(grid, table);
  }
  if (focus) {
    form.querySelector(cellSelector(focus.table, focus.row, focus.column))?.focus();
    focus = null;
  }
}

function draw(grid, table) {
  const head = element("tr", {}, ...table.columns.map((column) => element("th", { scope: "col" }, column.label)));
  const rows = table.rows.map((row, number) =>
    element("tr", {}, ...row.map((cell, column) => {
      const made = element("td", { tabIndex: number === 0 && column === 0 ? 0 : -1, contentEditable: "true" }, plain(cell.text));
      made.dataset.row = number;
      made.dataset.column = table.columns[column].id;
      return made;
    })));
  const drawn = grid.querySelector("table");
  drawn.replaceChildren(element("thead", {}, head), element("tbody", {}, ...rows));
  if (grid.querySelector(".rows")) return;
  const bar = element("div", { className: "rows" });
  for (const [label, act] of [["addRow", () => addRow(table.id)], ["undo", undo]]) {
    const button = element("button", { type: "button" }, say(label));
    button.addEventListener("click", act);
    bar.append(button);
  }
  grid.append(bar, element("p", { className: "outcome", role: "status" }));
  grid.addEventListener("keydown", onKey);
  grid.addEventListener("paste", onPaste);
  grid.addEventListener("dblclick", (event) => { if (event.target.closest("td")) isOpen = true; });
  grid.addEventListener("input", (event) => {
    event.stopPropagation();
    isOpen = true;
  });
  // Text alone: what makes letters bold belongs to the text below.
  grid.addEventListener("beforeinput", (event) => { if (event.inputType.startsWith("format")) event.preventDefault(); });
  grid.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td");
    if (!cell) return;
    isOpen = false;
    for (const other of grid.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    select(cell, true);
  });
  grid.addEventListener("focusout", (event) => {
    const cell = event.target.closest("td");
    if (cell && cell.isConnected && isOpen) leave(cell, null);
  });
}

export const tableOf = (id) => tables.find((table) => table.id === id);
export const placeOf = (cell) => ({ table: cell.closest("[data-table]").dataset.table, row: Number(cell.dataset.row), column: cell.dataset.column });

// Edits of the text, the last one first, so that places before them stay.
export function write(edits, at) {
  past.push({ text: body.value, at });
  let text = body.value;
  for (const edit of edits.sort((left, right) => right.start - left.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  replace(text, at);
}

function replace(text, at) {
  body.value = text;
  focus = at || null;
  return changedWholly();
}

function undo() {
  const last = past.pop();
  if (last) replace(last.text, last.at);
}

export function lineOf(row) {
  const start = body.value.lastIndexOf("\n", row[0].start - 1) + 1;
  const end = body.value.indexOf("\n", row[row.length - 1].end);
  return { start, end: end < 0 ? body.value.length : end + 1 };
}

export const rowText = (table, values) => "| " + table.columns.map((_, column) => written(values[column] || "")).join(" | ") + " |\n";

function addRow(id, behind, values = []) {
  const table = tableOf(id);
  if (!table) return;
  const last = behind === undefined ? table.rows.length - 1 : behind;
  if (last < 0) return;
  const { end } = lineOf(table.rows[last]);
  const gap = body.value[end - 1] === "\n" ? "" : "\n";
  write([{ start: end, end, text: gap + rowText(table, values) }], { table: id, row: last + 1, column: table.columns[0].id });
}

function removeRow(place) {
  const table = tableOf(place.table);
  if (table.rows.length < 2) return;
  write([{ ...lineOf(table.rows[place.row]), text: "" }], { ...place, row: Math.max(0, place.row - 1) });
}

function moveRow(place, step) {
  const table = tableOf(place.table);
  const other = place.row + step;
  if (other < 0 || other >= table.rows.length) return;
  const [first, second] = [Math.min(place.row, other), Math.max(place.row, other)].map((row) => lineOf(table.rows[row]));
  const [above, below] = [first, second].map((line) => body.value.slice(line.start, line.end));
  const ended = (text) => (text.endsWith("\n") ? text : text + "\n");
  write([{ start: first.start, end: second.end, text: ended(below) + ended(above) }], { ...place, row: other });
}

// A cell is written into where it stands. Keys move between cells until somebody types, or opens it by Enter or F2; then
// they move within it, and Enter, Tab or another place take what was written, Escape gives it up.
export let isOpen = false;

function select(cell, isWhole) {
  const range = document.createRange();
  range.selectNodeContents(cell);
  if (!isWhole) range.collapse(false);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

const before = (cell) => {
  const { table, row, column } = placeOf(cell);
  const found = tableOf(table);
  const one = found?.rows[row]?.[found.columns.findIndex((other) => other.id === column)];
  return one ? plain(one.text) : "";
};

// What was written into a cell goes to the text.
function leave(cell, to) {
  const text = cell.innerText.replace(/\n$/, "");
  isOpen = false;
  if (text !== before(cell)) fill([{ ...placeOf(cell), text }], to);
  else if (to) form.querySelector(cellSelector(to.table, to.row, to.column))?.focus();
}

// The cell before or after one, in the order of reading; nothing beyond the table.
function beside(place, step) {
  const { columns, rows } = tableOf(place.table);
  const number = place.row * columns.length + columns.findIndex((column) => column.id === place.column) + step;
  if (number < 0 || number >= rows.length * columns.length) return null;
  return { ...place, row: Math.floor(number / columns.length), column: columns[number % columns.length].id };
}

// Of an empty cell the blanks between its bars are replaced too.
export function edit(cell, text) {
  let { start, end } = cell;
  if (start !== end) return { start, end, text: written(text) };
  while (body.value[start - 1] === " ") start -= 1;
  while (body.value[end] === " ") end += 1;
  return { start, end, text: ` ${written(text)} ` };
}

function fill(cells, at) {
  const edits = cells.map(({ table, row, column, text }) => {
    const found = tableOf(table);
    const cell = found.rows[row][found.columns.findIndex((one) => one.id === column)];
    return edit(cell, text);
  });
  write(edits, at);
}

function onKey(event) {
  const cell = event.target.closest("td");
  if (!cell || event.isComposing) return;
  const place = placeOf(cell);
  const last = tableOf(place.table).rows.length - 1;
  const isControl = event.ctrlKey || event.metaKey;
  const act = (does) => {
    event.preventDefault();
    does();
  };
  const go = (to) => act(() => leave(cell, to));
  if (event.key === "Tab") {
    const to = beside(place, event.shiftKey ? -1 : 1);
    if (to) go(to);
  } else if (event.key === "Escape") act(() => { isOpen = false; cell.textContent = before(cell); select(cell, true); });
  else if (isControl && event.code === "KeyZ" && !isOpen) act(undo);
  else if (event.altKey && event.key === "ArrowUp") act(() => moveRow(place, -1));
  else if (event.altKey && event.key === "ArrowDown") act(() => moveRow(place, 1));
  else if (isControl && event.key === "Delete") act(() => removeRow(place));
  else if (isControl && event.key === "Enter") act(() => addRow(place.table, place.row));
  else if (event.key === "Enter" && !event.shiftKey) {
    if (isOpen) go({ ...place, row: Math.min(last, place.row + 1) });
    else act(() => { isOpen = true; select(cell, false); });
  } else if (event.key === "F2") act(() => { isOpen = true; select(cell, false); });
  else if (isOpen) return;
  else if (event.key === "ArrowUp") go({ ...place, row: Math.max(0, place.row - 1) });
  else if (event.key === "ArrowDown") go({ ...place, row: Math.min(last, place.row + 1) });
  else if (event.key === "ArrowLeft") go(beside(place, -1) || place);
  else if (event.key === "ArrowRight") go(beside(place, 1) || place);
  else if (event.key === "Delete" || event.key === "Backspace") act(() => fill([{ ...place, text: "" }], place));
}

whenLooked((found) => { if (found.tables) showTables(found.tables); });
