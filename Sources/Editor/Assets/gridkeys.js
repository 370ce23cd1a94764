// The keys of a grid, as spreadsheets have them and as the pattern of ARIA for grids says.

import { changedWholly, say } from "./form.js";
import { area, choose, chosen, close, isOpen, isTyped, open, paint } from "./gridcell.js";
import { isEmptyRow, withTable } from "./gridtext.js";
import { cellAt, headAt, placeOf, selectText, spanning } from "./gridview.js";
import { addLast, addRows, clearCells, fillDown, moveRows, redo, removeRows, undo } from "./gridrows.js";
import { openMenu } from "./gridbar.js";
import { pickKey } from "./gridpick.js";
import { tellOf } from "./gridtold.js";

const page = 10;
// After Escape the next Tab leaves the grid.
let isLeaving = false;

// Where a run of Tabs began: Enter behind it goes to the column of its beginning, as in spreadsheets.
const run = { id: null, row: 0, column: 0, begin: 0 };
const isRunAt = ({ table, row, column }) => run.id === table.id && run.row === row && run.column === column;

// Goes to a cell, or with `isWider` chooses up to it.
function go(table, row, column, isWider) {
  if (!isWider) choose(table, row, column);
  else choose(table, chosen.row, chosen.column, { row, column });
}

function arrow(key, { row, column }, isFar, last) {
  switch (key) {
    case "ArrowUp": return { row: isFar ? 0 : row - 1, column };
    case "ArrowDown": return { row: isFar ? last.row : row + 1, column };
    case "ArrowLeft": return { row, column: isFar ? 0 : column - 1 };
    case "ArrowRight": return { row, column: isFar ? last.column : column + 1 };
    case "Home": return { row: isFar ? 0 : row, column: 0 };
    case "End": return { row: isFar ? last.row : row, column: last.column };
    case "PageUp": return { row: row - page, column };
    case "PageDown": return { row: row + page, column };
    default: return null;
  }
}

// Tab goes on in the order of reading; in the last cell it adds a row, unless this one is empty: then it leads out.
function tab(place, isBack) {
  const { table, row, column } = place;
  const begin = isRunAt(place) ? run.begin : column;
  const count = table.columns.length;
  const next = row * count + column + (isBack ? -1 : 1);
  if (next < 0) return false;
  close();
  if (next >= table.rows.length * count) {
    if (isEmptyRow(table.rows[row])) return false;
    addLast(table);
    run.id = null;
  } else {
    choose(table, Math.floor(next / count), next % count);
    Object.assign(run, { id: table.id, row: chosen.row, column: chosen.column, begin: row === chosen.row ? begin : chosen.column });
  }
  return true;
}

// Enter goes down; in the last row it adds one, unless this one is empty still.
function down(place) {
  const { table, row } = place;
  const column = isRunAt(place) ? run.begin : place.column;
  run.id = null;
  close();
  if (row + 1 >= table.rows.length) addLast(table, column);
  else choose(table, row + 1, spanning(table, row + 1) ?? column);
}

function up({ table, row, column }) {
  close();
  if (row > 0) choose(table, row - 1, spanning(table, row - 1) ?? column);
}

// A row below this one. The row that Enter has just added is such a row.
function addBelow(table, row) {
  if (table.past.at(-1)?.manner === "grown" && isEmptyRow(table.rows[row]) && row === table.rows.length - 1) changedWholly();
  else addRows(table, row + 1, 1, 0);
}

// What holds in an open cell and in a closed one.
function always(event, cell, place, isControl) {
  const { table, row } = place;
  const { top, bottom } = area();
  if (event.key === "F2") return () => open(cell, false);
  if (event.altKey && event.key === "ArrowUp") return () => moveRows(table, top, bottom, -1);
  if (event.altKey && event.key === "ArrowDown") return () => moveRows(table, top, bottom, 1);
  if (event.altKey && event.key === "Enter") return () => document.execCommand("insertLineBreak");
  if (isControl && event.key === "Enter") return () => { close(); addBelow(table, row); };
  if (isControl && event.key === "Delete") return () => removeRows(table, top, bottom);
  if (event.key === "Enter") return () => (event.shiftKey ? up : down)(place);
  if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) return () => openMenu(table, row);
  return null;
}

// What holds while keys move between cells.
function between(event, place, isControl) {
  const { table, row, column } = place;
  const last = { row: table.rows.length - 1, column: table.columns.length - 1 };
  const from = event.shiftKey ? { row: chosen.toRow, column: chosen.toColumn } : { row, column };
  const to = event.altKey ? null : arrow(event.key, from, isControl, last);
  if (to?.row < 0 && event.key === "ArrowUp" && !event.shiftKey) return () => { close(); headAt(table, column)?.focus(); };
  if (to) {
    const within = (value, most) => Math.max(0, Math.min(most, value));
    const at = within(to.row, last.row);
    const spanned = at !== row && !event.shiftKey ? spanning(table, at) : null;
    return () => go(table, at, spanned ?? within(to.column, last.column), event.shiftKey);
  }
  if (event.key === "Delete" || event.key === "Backspace") return () => clearCells(table, event.key === "Delete");
  if (event.shiftKey && event.key === " ") return () => choose(table, row, 0, { row, column: last.column });
  if (!isControl || event.altKey) return null;
  switch (event.code) {
    case "KeyA": return () => { choose(table, 0, 0, last); };
    case "KeyD": return () => fillDown(table);
    case "KeyY": return () => redo(table.id);
    case "KeyZ": return () => (event.shiftKey ? redo : undo)(table.id);
    default: return null;
  }
}

function escape(cell, place) {
  if (isOpen()) {
    close(false);
    selectText(cell, true);
    return;
  }
  isLeaving = true;
  choose(place.table, place.row, place.column);
  tellOf(place.table, say("leaveByTab"));
}

function onKey(event) {
  const cell = event.target.closest("td");
  if (!cell || event.isComposing) return;
  const place = placeOf(cell);
  if (!place) return;
  if (place.table.isStale) {
    withTable(place.table.id, () => {});
    return;
  }
  const isControl = event.ctrlKey || event.metaKey;
  const wasLeaving = isLeaving;
  if (!["Shift", "Tab", "Control", "Alt"].includes(event.key)) isLeaving = false;
  if (pickKey(event, cell)) {
    event.preventDefault();
    return;
  }
  if (event.key === "Tab") {
    if (wasLeaving || !tab(place, event.shiftKey)) isLeaving = false;
    else event.preventDefault();
    return;
  }
  const does = event.key === "Escape" ? () => escape(cell, place)
    : always(event, cell, place, isControl)
      || (isOpen() && isTyped() && event.key.startsWith("Arrow") && !event.shiftKey && !isControl
        ? () => { close(); between(event, place, false)(); }
        : !isOpen() && between(event, place, isControl));
  if (!does) return;
  event.preventDefault();
  does();
}

// A mouse chooses cells and, drawn over them, a block; a double click opens one. A finger writes at once.
function watchMouse(grid) {
  let isDrawn = false;
  grid.addEventListener("pointerdown", (event) => {
    const cell = event.target.closest("td");
    isDrawn = false;
    if (!cell || event.button !== 0 || event.pointerType === "touch") return;
    const place = placeOf(cell);
    if (!place) return;
    isDrawn = !(isOpen() && cell === document.activeElement);
  });
  grid.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("td");
    if (!cell || isOpen()) return;
    open(cell, false);
    // The caret goes where the mouse is.
    const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    if (at && cell.contains(at.offsetNode)) getSelection().collapse(at.offsetNode, at.offset);
  });
  grid.addEventListener("mousedown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || !isDrawn) return;
    event.preventDefault();
    const place = placeOf(cell);
    if (event.shiftKey && chosen.id === place.table.id) {
      close();
      choose(place.table, chosen.row, chosen.column, { row: place.row, column: place.column });
    } else {
      cell.focus();
      choose(place.table, place.row, place.column);
    }
  });
  grid.addEventListener("pointerover", (event) => {
    const cell = isDrawn && event.buttons & 1 && event.target.closest("td");
    const place = cell && placeOf(cell);
    if (!place || chosen.id !== place.table.id) return;
    Object.assign(chosen, { toRow: place.row, toColumn: place.column });
    paint(place.table);
  });
  addEventListener("pointerup", () => { isDrawn = false; });
}

/** Lets a grid hear keys and the mouse. */
export function watchKeys(grid) {
  grid.addEventListener("keydown", onKey);
  watchMouse(grid);
  // Text alone: what makes letters bold belongs to the text below.
  grid.addEventListener("beforeinput", (event) => {
    if (event.inputType.startsWith("format")) event.preventDefault();
    // What closed cells hold is not taken back by the browser, which knows nothing of the table.
    if (!isOpen() && event.inputType.startsWith("history")) event.preventDefault();
  });
}

/** The cell that has the focus of a table, or the first. */
export const activeRow = (table) => (chosen.id === table.id && cellAt(table, chosen.row, chosen.column) ? area() : null);
