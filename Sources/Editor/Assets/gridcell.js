// The chosen cells of a grid, and the one that is open. Keys move between cells until somebody types or opens one; what is
// typed goes into the text with each key.

import { form } from "./form.js";
import { dropEmptyTail, follow, mark, remember, restore, tableOf, tables, type, whenRenamed, withTable } from "./gridtext.js";
import { cellAt, gridOf, joinCells, placeOf, selectText, show, showCells, written } from "./gridview.js";

/** From the cell with the focus to the other corner; columns by their positions. */
export const chosen = { id: null, row: 0, column: 0, toRow: 0, toColumn: 0 };

/** What is chosen of a table, its upper left corner first. */
export function area() {
  const [top, bottom] = [chosen.row, chosen.toRow].sort((one, other) => one - other);
  const [left, right] = [chosen.column, chosen.toColumn].sort((one, other) => one - other);
  return { top, bottom, left, right, isOne: top === bottom && left === right };
}

// What was written into the open cell, as its step began.
let opened = null;
export const isOpen = () => opened !== null;
/** Whether the arrows of the keyboard leave the open cell: it was opened by typing. */
export const isTyped = () => opened?.isTyped ?? false;

// A finger that touches a cell writes into it: nothing is replaced by the first letter.
let isTouched = false;
addEventListener("pointerdown", (event) => { isTouched = event.pointerType === "touch"; }, { capture: true });
addEventListener("keydown", (event) => { if (/^(Arrow|Tab|F2)/.test(event.key)) isTouched = false; }, { capture: true });

whenRenamed((pairs) => { chosen.id = pairs.find(([old]) => old === chosen.id)?.[1] ?? chosen.id; });

const textOf = (cell) => cell.innerText.replace(/\n$/, "");

/** Opens a cell: keys move within it from now on. The caret goes behind its text, or stays where it was put. */
export function open(cell, isTyped, isCaretKept = isTyped) {
  const place = placeOf(cell);
  if (!place || opened?.cell === cell) return;
  opened = { cell, ...place, isTyped, since: mark(place.table), line: place.table.lines[place.row + 2] };
  written.cell = cell;
  cell.classList.add("open");
  if (!isCaretKept) selectText(cell, false);
}

/** The text of the open cell goes to the table at once. */
export function typed() {
  const { cell, table, row, column } = opened;
  follow();
  if (tableOf(table.id) === table && !table.isStale) {
    delete cell.dataset.understood;
    type(table, row, column, textOf(cell));
    return;
  }
  const value = textOf(cell);
  withTable(table.id, (found) => { if (row < found.rows.length) type(found, row, column, value); });
}

/** Closes the open cell, and keeps or gives up what was written into it. */
export function close(isKept = true) {
  if (!opened) return;
  const { cell, table, row, column, since, line } = opened;
  if (!isKept) restore(table, row, line);
  opened = null;
  written.cell = null;
  cell.classList.remove("open");
  if (tableOf(table.id) !== table) return;
  remember(table, since, { row, column });
  show(table);
}

/** Gives the focus to a cell of a table; those of `to` are chosen together with it. */
export function choose(table, row, column, to = { row, column }) {
  const last = { row: table.rows.length - 1, column: table.columns.length - 1 };
  const within = (value, most) => Math.max(0, Math.min(most, value));
  Object.assign(chosen, {
    id: table.id, row: within(row, last.row), column: within(column, last.column),
    toRow: within(to.row, last.row), toColumn: within(to.column, last.column),
  });
  const cell = cellAt(table, chosen.row, chosen.column);
  if (!cell) return;
  showCells(cell);
  if (document.activeElement !== cell) {
    cell.focus();
    if (isTouched) selectText(cell, false);
  } else if (!opened) selectText(cell, true);
  // Of a whole row the beginning is seen.
  const isRow = chosen.column === 0 && chosen.toColumn === last.column;
  const far = isRow ? cellAt(table, chosen.toRow, 0) : cellAt(table, chosen.toRow, chosen.toColumn);
  (far || cell).scrollIntoView({ block: "nearest", inline: "nearest" });
  paint(table);
}

export function paint(table) {
  const { top, bottom, left, right, isOne } = area();
  for (const cell of gridOf(table.id).querySelectorAll("[aria-selected]")) cell.removeAttribute("aria-selected");
  if (isOne) return;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cellAt(table, row, column)?.setAttribute("aria-selected", "true");
  }
}

/** Follows the focus within a grid. */
export function watchFocus(grid) {
  grid.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td");
    const place = cell && placeOf(cell);
    if (!place) return;
    for (const other of grid.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    if (chosen.id !== place.table.id || chosen.row !== place.row || chosen.column !== place.column) {
      Object.assign(chosen, { id: place.table.id, row: place.row, column: place.column, toRow: place.row, toColumn: place.column });
      paint(place.table);
    }
    if (isTouched) open(cell, false, true);
    else if (!opened) selectText(cell, true);
  });
  grid.addEventListener("focusout", (event) => {
    if (opened?.cell === event.target) close();
    // Whoever looks something up in another window comes back to the row that was begun.
    setTimeout(() => {
      const focused = document.activeElement;
      joinCells(focused);
      if (focused === document.body || grid.contains(focused) || !document.hasFocus() || focused.closest("dialog, .menu")) return;
      const table = tableOf(grid.dataset.table);
      if (table) leave(table);
    });
  });
  grid.addEventListener("input", (event) => {
    event.stopPropagation();
    const cell = event.target.closest("td");
    if (!cell) return;
    if (opened?.cell !== cell) open(cell, true);
    typed();
  });
}

function leave(table) {
  const count = table.rows.length;
  dropEmptyTail(table);
  if (table.rows.length !== count) show(table);
}

// A form that is sent has what is still open, and no row that nobody has written into.
function leaveAll() {
  close();
  tables.forEach(leave);
}
form.addEventListener("submit", leaveAll, { capture: true });
addEventListener("pagehide", leaveAll, { capture: true });
