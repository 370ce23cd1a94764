// The tables of the text, as they stand in it at this moment. The text is the truth: what is done to a table is written
// into it at once, and what is written elsewhere moves the tables along. What the server finds out later about the very
// same text is taken over.

import { body, check } from "./form.js";
import { lineOf, textsOf, withCell } from "./gridrow.js";

const mostSteps = 300;

/** One table: its lines, and what was done to it. `area` is the control that holds its text, as it was seen last. */
export class GridTable {
  past = [];
  future = [];
  /** Whether somebody has changed the text across its borders, so that it has to be found again. */
  isStale = false;

  take(found, text) {
    Object.assign(this, {
      id: found.id, definition: found.definition, caption: found.caption, columns: found.columns, end: found.end,
      start: text.lastIndexOf("\n", found.start - 1) + 1, roles: found.roles, found: found.rows, isStale: false,
    });
    this.read(text);
  }

  read(text) {
    this.text = text.slice(this.start, this.end);
    this.lines = this.text.split("\n");
    if (this.lines.length < 2) this.isStale = true;
    this.rows = this.lines.slice(2).map((line) => textsOf(line, this.columns.length));
  }

  /** The position of a column by its id. */
  column(id) { return this.columns.findIndex((column) => column.id === id); }
}

/** In the order of the text. */
export let tables = [];
export const tableOf = (id) => tables.find((table) => table.id === id);

const main = { node: body, text: body.value };
const areas = [main];
let isOwn = false;
const listeners = [];

/** Lets a part of the page hear that tables are other ones now. */
export const whenChanged = (listener) => listeners.push(listener);
const tell = (table) => { for (const listener of listeners) listener(table); };

// Where two texts differ.
function difference(old, now) {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let rest = 0;
  while (rest < most - start && old[old.length - 1 - rest] === now[now.length - 1 - rest]) rest += 1;
  return { start, end: old.length - rest, now: now.length - rest };
}

/** Moves the tables along with what was done to their texts by others. */
export const follow = () => areas.forEach(followIn);

function followIn(area) {
  const now = area.node.value;
  if (now === area.text) return;
  const { start, end, now: newEnd } = difference(area.text, now);
  const moved = newEnd - end;
  area.text = now;
  for (const table of tables) {
    if (table.area !== area) continue;
    if (end <= table.start) {
      table.start += moved;
      table.end += moved;
    } else if (start >= table.start && end <= table.end) {
      table.end += moved;
      table.read(now);
      tell(table);
    } else if (start < table.end) table.isStale = true;
  }
}

body.addEventListener("input", () => { if (!isOwn) follow(); });

// Writes the lines of a table into the text; nothing else in it changes.
function put(table, lines) {
  const now = lines.join("\n");
  const { start, end, now: newEnd } = difference(table.text, now);
  if (start === end && start === newEnd) return;
  const { area } = table;
  area.node.setRangeText(now.slice(start, newEnd), table.start + start, table.start + end, "preserve");
  const moved = newEnd - end;
  for (const other of tables) {
    if (other === table || other.area !== area || other.start < table.end) continue;
    other.start += moved;
    other.end += moved;
  }
  table.end += moved;
  area.text = area.node.value;
  table.read(area.text);
  isOwn = true;
  area.node.dispatchEvent(new InputEvent("input", { bubbles: true }));
  isOwn = false;
}

/** Writes a cell while it is typed; `remember` closes the step. */
export function type(table, row, column, value) {
  follow();
  if (table.isStale || row >= table.rows.length) return;
  const lines = [...table.lines];
  lines[row + 2] = withCell(lines[row + 2], column, value);
  put(table, lines);
}

/** Where a step begins that is remembered later. */
export const mark = (table) => ({ before: table.text, columns: table.columns });

/** Remembers what was done since a mark as one step, with the cell it began at. */
export function remember(table, since, at, manner = "") {
  if (table.text === since.before) return false;
  table.past.push({ before: since.before, after: table.text, oldColumns: since.columns, columns: table.columns, at, manner });
  if (table.past.length > mostSteps) table.past.shift();
  table.future = [];
  tell(table);
  return true;
}

/**
 * Changes a table as one step: `make` takes an object with its lines (the heads, the dashes, the rows) and its columns,
 * and changes them.
 */
export function change(table, at, make, manner) {
  follow();
  if (table.isStale) return false;
  const since = mark(table);
  const draft = { lines: [...table.lines], columns: table.columns };
  make(draft);
  table.columns = draft.columns;
  put(table, draft.lines);
  return remember(table, since, at, manner);
}

/** Takes the last step back, or makes it again; gives the step, nothing where there is none or the text is another one. */
export function step(table, isBack) {
  follow();
  const [from, to] = isBack ? [table.past, table.future] : [table.future, table.past];
  const last = from.pop();
  if (!last) return null;
  if (table.text !== (isBack ? last.after : last.before)) {
    table.past = [];
    table.future = [];
    tell(table);
    return { isGone: true };
  }
  table.columns = isBack ? last.oldColumns : last.columns;
  put(table, (isBack ? last.before : last.after).split("\n"));
  to.push(last);
  tell(table);
  return last;
}

/** Does something with a table as soon as its place in the text is certain. */
export async function withTable(id, does) {
  follow();
  if (!tableOf(id) || tableOf(id).isStale) await check();
  const table = tableOf(id);
  if (table && !table.isStale) does(table);
}

/** Takes over what was found in a text, unless it is another one by now. */
export function adopt(found, looked) {
  follow();
  if (looked !== main.text) return false;
  const inFiles = tables.filter((table) => table.area !== main);
  tables = found.map((one) => {
    const table = tableOf(one.id) || Object.assign(new GridTable(), { area: main });
    table.take(one, main.text);
    return table;
  }).concat(inFiles);
  return true;
}

/** A table that stands in a file of its own: its text is all that a control holds. */
export function addFile(found, node) {
  const area = { node, text: node.value };
  areas.push(area);
  const table = Object.assign(new GridTable(), { area });
  table.take({ ...found, start: 0, end: node.value.length, rows: [], roles: [] }, node.value);
  tables = [...tables, table];
  return table;
}

/** Puts a new table into the text. */
export function insert(at, added) {
  body.setRangeText(added, at, at, "preserve");
  follow();
  return check();
}

// MARK: Lines of a table

export const rowsOf = (draft) => draft.lines.slice(2);
export const setRows = (draft, rows) => { draft.lines = [...draft.lines.slice(0, 2), ...rows]; };
export const newLine = (draft, values = []) => lineOf(values, draft.columns.length);

/** Adds a column behind the others. */
export function addColumn(draft, column) {
  const count = draft.columns.length;
  draft.lines[0] = withCell(draft.lines[0], count, column.label);
  draft.lines[1] = withCell(draft.lines[1], count, "---");
  draft.columns = [...draft.columns, column];
}
