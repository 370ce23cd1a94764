// Rows of a table that was taken in go into the table of the text that is the same one by its kind, as those of a pasted
// block do: sections come in as such, totals are left out, and each can be had otherwise.

import { check, say } from "./form.js";
import { tables, withTable } from "./gridtext.js";
import { lostColumns, newColumn, usual } from "./pastechoices.js";
import { ask } from "./pastedialog.js";
import { putIn, rowName, short } from "./pasteput.js";
import { fold } from "./pick.js";

/** The table of the text that a table is rows for; nothing where there is none. */
export const targetOf = (coming) => tables.find((table) => table.definition === coming.definition && !table.isStale);

const isBlank = (texts) => texts.every((text) => text.trim() === "");
const isNumber = (label) => /^(№|n\s*п)/i.test(label.trim());

// Where each column comes to stand. Those that the table lacks are added; numbers of rows go only where there is a column
// for them, and a column without a name nowhere.
function columnsOf(coming, table) {
  const free = new Set(table.columns.map((one) => one.id));
  return coming.columns.map(({ id, title, isRowNumber }) => {
    const own = table.columns.find((one) => free.has(one.id) && (id ? one.id === id : fold(one.label) === fold(title)))
      || (!id && isRowNumber && table.columns.find((one) => free.has(one.id) && isNumber(one.label)));
    if (own) free.delete(own.id);
    return own ? own.id : id || (isRowNumber || !title ? "" : newColumn);
  });
}

// A row that is no record keeps the words of columns that go nowhere: they stand in its first cell.
function withWords(row, columns, first) {
  if (row.role === "record" || first < 0) return row;
  const stray = row.cells.filter((text, column) => !columns[column] && text.trim());
  if (!stray.length) return row;
  const cells = row.cells.map((text, column) => (columns[column] ? text : ""));
  cells[first] = [...stray, cells[first]].filter((text) => text.trim()).join(" ");
  return { ...row, cells };
}

// The table as a block that the server has read.
function readingOf(coming, table) {
  const columns = columnsOf(coming, table);
  const places = columns.map((id) => (id ? table.columns.findIndex((one) => one.id === id) : -1));
  const first = places.includes(0) ? places.indexOf(0) : columns.findIndex((id) => id);
  // A column that is new to the table is called as in the file.
  const known = coming.known.map((one) => ({ ...one, label: coming.columns.find(({ id, title }) => id === one.id && title)?.title ?? one.label }));
  const heads = { number: 0, role: "heads", cells: coming.columns.map((column) => column.title) };
  return {
    kind: "", head: 0, known, mergeCount: 0, mergedCells: 0, filledCount: 0, groups: [], years: [], days: [],
    columns: coming.columns.map(({ title, isRowNumber }, place) => ({ title, isRowNumber, column: columns[place] })),
    rows: [heads, ...coming.rows.map((row) => withWords(row, columns, first))],
  };
}

/** Adds the rows as one step, and gives what is to be told; nothing where the text has no such table. */
export async function addRows(coming) {
  await check();
  const table = targetOf(coming);
  if (!table) return null;
  const reading = readingOf(coming, table);
  const choices = usual(reading);
  // Rows that wait to be filled in are written into.
  let row = table.rows.length;
  while (row > 0 && isBlank(table.rows[row - 1])) row -= 1;
  row = Math.min(row, table.rows.length - 1);
  const block = { around: "" };
  const again = () => withTable(table.id, (found) => ask({ block, table: found, row, reading, choices, isRead: true }));
  const { made, added } = putIn(table, row, reading, choices, "", again);
  const lost = lostColumns(reading, choices).map((column) => reading.columns[column].title || say("dialogNth", column + 1));
  return [
    say("rowsAdded", table.caption, made.records.length),
    ...(added.length ? [say("columnsAdded", added.join(", "))] : []),
    ...(made.kept.length ? [say("rowsKept", short(made.kept.map(rowName)))] : []),
    ...(made.left.length ? [say("rowsLeft", short(made.left.map(rowName)))] : []),
    ...(lost.length ? [say("columnsLeft", short(lost))] : []),
  ];
}

/** What a text says besides some of its tables and its headings, in short. */
export function textAround(text, without) {
  for (const table of without) text = text.replace(table.markdown, "");
  const words = text.split("\n").filter((line) => !/^#+ /.test(line)).join(" ").replace(/\s+/g, " ").trim();
  return words.length > 80 ? words.slice(0, 79) + "…" : words;
}
