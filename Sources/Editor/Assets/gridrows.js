// What is done to rows and to chosen cells: each is one step that can be taken back, and what goes away is said.

import { say } from "./form.js";
import { area, choose, chosen, close } from "./gridcell.js";
import { withCell } from "./gridrow.js";
import { change, isEmptyRow, newLine, rowsOf, setRows, step, withTable } from "./gridtext.js";
import { show, showFound } from "./gridview.js";
import { titled, untitled } from "./gridwide.js";
import { tellOf } from "./gridtold.js";

const shortened = (text) => (text.length > 60 ? text.slice(0, 59) + "…" : text);
export const nameOf = (texts) => shortened((texts.find((text) => text.trim()) || "").replace(/\s+/g, " ").trim());

/** Shows a table after it was changed, with the focus in one of its cells. */
export function shown(table, row, column, to) {
  show(table);
  choose(table, row, column, to);
}

/** Puts empty rows above a row; behind the last one where it is beyond. */
export function addRows(table, at, count = 1, column = 0, manner) {
  close();
  change(table, { row: Math.max(0, at - 1), column }, (draft) => {
    const rows = rowsOf(draft);
    // Those at the end are taken off again where they stay empty.
    if (at > rows.length - draft.tail || at === rows.length) draft.tail += count;
    rows.splice(at, 0, ...Array.from({ length: count }, () => newLine(draft)));
    setRows(draft, rows);
  }, manner);
  shown(table, at, column);
}

// What ends a table: sums and signatures, which stand below all records.
const ends = ["total", "footer"];

/** Goes to a row below the last record: an empty one that is there already, else one more, above the sums. */
export function addLast(table, column = 0) {
  let end = table.rows.length;
  while (end > 0 && (ends.includes(table.roles[end - 1]) || isEmptyRow(table.rows[end - 1]))) end -= 1;
  // Without a sum below, empty rows at the end are there to be filled.
  const below = table.rows.slice(end).findIndex(isEmptyRow);
  if (below === 0) {
    close();
    choose(table, end, column);
  } else addRows(table, end, 1, column, "grown");
}

/** Takes back what was said to be done, unless something else was done since then. */
export function takeBack(table, done) {
  if (table.past.at(-1) === done) return undo(table.id);
  tellOf(table, say("doneSince"));
  return null;
}

/** Says what the last step has taken away, with the way back. */
export function tellStep(table, text) {
  const done = table.past.at(-1);
  tellOf(table, text, [[say("bringBack"), () => takeBack(table, done)]], done);
}

/** Takes rows away and says which. */
export function removeRows(table, from, to) {
  close();
  const gone = table.rows.slice(from, to + 1);
  if (!gone.length) return;
  change(table, { row: from, column: chosen.column }, (draft) => {
    const rows = rowsOf(draft);
    draft.tail -= Math.max(0, from + gone.length - Math.max(from, rows.length - draft.tail));
    rows.splice(from, gone.length);
    // A table keeps one row, so that there is something to write into.
    setRows(draft, rows.length ? rows : [newLine(draft)]);
  });
  shown(table, Math.min(from, table.rows.length - 1), chosen.column);
  const name = nameOf(gone[0]);
  const text = gone.length > 1 ? say("removedRows", gone.length, from + 1, to + 1)
    : name ? say("removedRow", from + 1, name) : say("removedEmptyRow", from + 1);
  tellStep(table, text);
}

/** Moves rows up or down by one. */
export function moveRows(table, from, to, by) {
  close();
  if (from + by < 0 || to + by >= table.rows.length) return;
  change(table, { row: from, column: chosen.column }, (draft) => {
    const rows = rowsOf(draft);
    rows.splice(from + by, 0, ...rows.splice(from, to - from + 1));
    setRows(draft, rows);
  });
  shown(table, from + by, chosen.column, { row: to + by, column: chosen.toColumn });
}

/** Makes a row a title of the rows below it, or a row of cells again. */
export function setTitle(table, row, isTitle) {
  close();
  change(table, { row, column: 0 }, (draft) => {
    draft.lines[row + 2] = (isTitle ? titled : untitled)(draft.lines[row + 2], draft.columns.length);
    draft.wide.set(row, isTitle);
  });
  shown(table, row, Math.max(0, table.rows[row].findIndex((text) => text.trim())));
  const done = table.past.at(-1);
  if (done) tellOf(table, say(isTitle ? "rowTitlesNow" : "rowIsCellsNow", row + 1, nameOf(table.rows[row])), [[say("undoStep"), () => takeBack(table, done)]], done);
}

// Changes the chosen cells: `make` gives the text of one, or nothing where it stays.
function fillArea(table, make) {
  close();
  const { top, bottom, left, right } = area();
  change(table, { row: chosen.row, column: chosen.column }, (draft) => {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const text = make(row, column);
        if (text !== undefined) draft.lines[row + 2] = withCell(draft.lines[row + 2], column, text);
      }
    }
  });
  show(table);
  choose(table, chosen.row, chosen.column, { row: chosen.toRow, column: chosen.toColumn });
}

/** Empties the chosen cells and says how many held something. */
export function clearCells(table, isSaid = true) {
  const { top, bottom, left, right } = area();
  const filled = table.rows.slice(top, bottom + 1).flatMap((texts) => texts.slice(left, right + 1)).filter((text) => text);
  if (!filled.length) return;
  fillArea(table, () => "");
  if (!isSaid) return;
  const text = filled.length > 1 ? say("clearedCells", filled.length) : say("clearedCell", shortened(filled[0]));
  tellStep(table, text);
}

/** Puts the texts of the first chosen row into those below; of a single row those of the row above it. */
export function fillDown(table) {
  const { top, bottom } = area();
  const from = top === bottom ? top - 1 : top;
  if (from < 0) return;
  const texts = table.rows[from];
  fillArea(table, (row, column) => (row === from ? undefined : texts[column]));
}

/** Puts a name that was meant into a cell: in place of the one that a message tells of, or of all that stands there. */
export function putName(place, name, told) {
  const [id, row, columnID] = place.split("/");
  withTable(id, (table) => {
    const column = table.column(columnID);
    const text = table.rows[row]?.[column];
    if (text === undefined) return;
    close();
    const items = text.split(";");
    const wrong = items.length > 1 ? items.findIndex((item) => item.trim() && told.includes(item.trim())) : -1;
    const now = wrong < 0 ? name : items.map((item, number) => (number === wrong ? item.replace(item.trim(), name) : item)).join(";");
    change(table, { row: Number(row), column }, (draft) => {
      draft.lines[Number(row) + 2] = withCell(draft.lines[Number(row) + 2], column, now);
    });
    shown(table, Number(row), column);
  });
}

// Rows that came and went by themselves are no steps for a person.
function stepOver(table, isBack) {
  let done = step(table, isBack);
  const next = () => (isBack ? table.past : table.future).at(-1)?.manner;
  let isOver = done?.manner === "dropped";
  while (done && !done.isGone && next() && (isOver || (!isBack && next() === "dropped"))) {
    isOver = isBack && next() === "grown";
    done = step(table, isBack);
  }
  return done;
}

function take(table, isBack) {
  close();
  const done = stepOver(table, isBack);
  if (!done) return;
  if (done.isGone) {
    tellOf(table, say("stepIsGone"));
    return;
  }
  show(table);
  showFound(table);
  choose(table, done.at.row, done.at.column);
}

export const undo = (id) => withTable(id, (table) => take(table, true));
export const redo = (id) => withTable(id, (table) => take(table, false));
