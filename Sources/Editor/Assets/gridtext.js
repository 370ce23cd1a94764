// The tables of the text, as they stand in it at this moment. The text is the truth: what is done to a table is written
// into it at once, and what is written elsewhere moves the tables along. What the server finds out later about the very
// same text is taken over.

import { body, check } from "./form.js";
import { lineOf, textsOf, withCell, withMovedCell, withNewCell, withNewRule, withoutCell } from "./gridrow.js";
import { carried, settle } from "./gridwide.js";

const mostSteps = 300;

const startOf = (found, text) => text.lastIndexOf("\n", found.start - 1) + 1;

/** One table: its lines, and what was done to it. `area` is the control that holds its text, as it was seen last. */
export class GridTable {
  past = [];
  future = [];
  /** Whether somebody has changed the text across its borders, so that it has to be found again. */
  isStale = false;
  /** How many of the last rows were added here: those of them that stay empty are taken off again. */
  tail = 0;
  /** For each row whether it is shown as one wide cell; nothing where the site has yet to read it. */
  wide = [];

  take(found, text) {
    Object.assign(this, {
      id: found.id, definition: found.definition, caption: found.caption, columns: found.columns, end: found.end,
      lacking: found.lacking || [],
      start: startOf(found, text), roles: found.roles, found: found.rows, isStale: false,
    });
    this.read(text);
  }

  // `fresh` is whether new rows are wide.
  read(text, fresh) {
    const old = this.lines?.slice(2) ?? [];
    this.text = text.slice(this.start, this.end);
    this.lines = this.text.split("\n");
    this.wide = carried(old, this.lines.slice(2), this.wide, fresh);
    if (this.lines.length < 2) this.isStale = true;
    this.rows = this.lines.slice(2).map((line) => textsOf(line, this.columns.length));
  }

  /** Whether the kind knows nothing of it. */
  get isPlain() { return !this.definition; }

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
const renamers = [];
/** Lets a part of the page hear that tables have other ids, as pairs. */
export const whenRenamed = (listener) => renamers.push(listener);

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
  table.read(area.text, false);
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

/** Writes a row as it was. */
export function restore(table, row, line) {
  follow();
  if (table.isStale || row >= table.rows.length) return;
  put(table, table.lines.map((other, number) => (number === row + 2 ? line : other)));
}

/** Where a step begins that is remembered later. */
export const mark = (table) => ({ before: table.text, columns: table.columns, tail: table.tail, wide: table.wide });

/** Remembers what was done since a mark as one step, with the cell it began at. */
export function remember(table, since, at, manner = "") {
  settle(table);
  if (table.text === since.before) return false;
  table.past.push({
    before: since.before, after: table.text, oldColumns: since.columns, columns: table.columns, oldTail: since.tail, tail: table.tail,
    oldWide: since.wide, wide: table.wide, at, manner,
  });
  if (table.past.length > mostSteps) table.past.shift();
  table.future = [];
  tell(table);
  return true;
}

/**
 * Changes a table as one step: `make` takes an object with its lines (the heads, the dashes, the rows) and its columns,
 * and changes them; `wide` says of rows whether they are shown as one cell from now on.
 */
export function change(table, at, make, manner) {
  follow();
  if (table.isStale) return false;
  const since = mark(table);
  const draft = { lines: [...table.lines], columns: table.columns, tail: table.tail, wide: new Map() };
  make(draft);
  table.columns = draft.columns;
  put(table, draft.lines);
  table.wide = table.wide.map((is, row) => draft.wide.get(row) ?? is);
  table.tail = Math.max(0, Math.min(draft.tail, table.rows.length - 1));
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
  table.wide = isBack ? last.oldWide : last.wide;
  table.tail = isBack ? last.oldTail : last.tail;
  to.push(last);
  tell(table);
  return last;
}

export const isEmptyRow = (texts) => texts.every((text) => text.trim() === "");

/** Takes off the empty rows at the end that were added here and never written into. */
export function dropEmptyTail(table) {
  follow();
  if (table.isStale) return;
  let count = 0;
  while (count < table.tail && isEmptyRow(table.rows.at(-1 - count) || [" - "])) count += 1;
  const last = table.past.at(-1);
  // A row that was added last of all has never been there.
  if (count === 1 && last?.manner === "grown" && last.after === table.text) {
    step(table, true);
    table.future.pop();
    tell(table);
    return;
  }
  if (count) {
    change(table, { row: table.rows.length - count - 1, column: 0 }, (draft) => {
      setRows(draft, rowsOf(draft).slice(0, -count));
      draft.tail -= count;
    }, "dropped");
  } else table.tail = 0;
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
  const there = tables.filter((table) => table.area === main);
  // A table is known by its place, which moves along with the text: its name may be another one since a table came before it.
  const same = (one) => there.find((table) => !table.isStale && table.start === startOf(one, main.text))
    || there.find((table) => table.id === one.id && !found.some((other) => startOf(other, main.text) === table.start));
  const renamed = [];
  tables = found.map((one) => {
    const table = same(one) || Object.assign(new GridTable(), { area: main });
    if (table.id && table.id !== one.id) renamed.push([table.id, one.id]);
    table.take(one, main.text);
    return table;
  }).concat(inFiles);
  for (const listener of renamers) if (renamed.length) listener(renamed);
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

// Columns that the kind does not know are named by their places.
const named = (columns) =>
  columns.map((column, place) => (/^column-\d+$/.test(column.id) ? { ...column, id: `column-${place}` } : column));

/** A column that the kind does not know. */
export const plainColumn = (label) => ({ id: "column-0", label, names: [label], picks: false, holdsSeveral: false });

/** Puts a column before that of a place, behind the last where there is none; it is empty below its head. */
export function addColumn(draft, column, at = draft.columns.length) {
  draft.lines = draft.lines.map((line, row) => (row === 1 ? withNewRule(line, at) : withNewCell(line, at, row ? "" : column.label)));
  draft.columns = named([...draft.columns.slice(0, at), column, ...draft.columns.slice(at)]);
}

/** Takes a column away. */
export function removeColumn(draft, at) {
  draft.lines = draft.lines.map((line) => withoutCell(line, at));
  draft.columns = named(draft.columns.filter((_, place) => place !== at));
}

/** Puts a column at another place. */
export function moveColumn(draft, from, to) {
  draft.lines = draft.lines.map((line) => withMovedCell(line, from, to));
  const columns = [...draft.columns];
  columns.splice(to, 0, ...columns.splice(from, 1));
  draft.columns = named(columns);
}

/** Gives a column another head. */
export function renameColumn(draft, at, label, known = plainColumn(label)) {
  draft.lines[0] = withCell(draft.lines[0], at, label);
  draft.columns = named(draft.columns.map((column, place) => (place === at ? { ...known, label } : column)));
}
