// What is decided about a block: guessed by the server, chosen in the dialog, and remembered for blocks of the same heads.

import { address, form, key } from "./form.js";
import { isEmptyRow } from "./gridtext.js";

/** What a block is to a table, as the server reads it; nothing when it does not answer. */
export async function read(block, table, beside, wishes = {}) {
  const { cells, strong, links, merges, hidden } = block;
  const query = new URLSearchParams({
    _token: form.elements._token.value, _key: key, table: table.definition,
    block: JSON.stringify({ cells, strong, links, merges, hidden }), beside: beside.join(","),
  });
  if (wishes.head !== undefined) query.set("head", wishes.head === null ? "none" : String(wishes.head));
  if (wishes.columns) query.set("columns", wishes.columns.map((id) => (id === newColumn ? "" : id)).join(","));
  if (wishes.fillsMerged) query.set("fill", "1");
  if (wishes.isTurned !== undefined) query.set("turn", wishes.isTurned ? "1" : "0");
  if (table.rows.every(isEmptyRow)) query.set("empty", "1");
  try {
    const answer = await fetch(`${address}table`, { method: "POST", body: query });
    return answer.ok ? { ...(await answer.json()), beside } : null;
  } catch {
    return null;
  }
}

/** Stands for a column that the table gets for what the kind does not know. */
export const newColumn = "+";

/** The rows of a sort that is asked about. */
export const sorts = ["title", "section", "total", "other", "hidden"];

/** Which sort a row is of; nothing of heads and records. */
export function sortOf(row) {
  if (row.role === "heads") return null;
  if (row.isHidden) return "hidden";
  if (row.role === "record") return null;
  return ["title", "section", "total"].includes(row.role) ? row.role : "other";
}

/** What is done with a block where nobody says otherwise. */
export function usual(reading) {
  const isHeadless = reading.head === null;
  return {
    // Without heads each goes where it stands, into columns that the kind does not know as well.
    // Columns of years that stay as they are come in as they are.
    columns: reading.columns.map((column, place) => (isHeadless ? reading.beside[place] ?? ""
      : column.column || (reading.years?.length && !reading.isTurned && column.title && !column.isRowNumber ? newColumn : ""))),
    title: "out", section: "row", total: isHeadless ? "row" : "out", other: isHeadless ? "row" : "out", hidden: "out",
    fillsMerged: false, isOver: isHeadless,
  };
}

const columnHasText = (reading, column) =>
  reading.rows.some((row) => (row.role === "record" || reading.head === null) && !row.isHidden && (row.cells[column] || "") !== "");

/** The columns of a block that go nowhere, though they hold something. */
export const lostColumns = (reading, choices) =>
  reading.columns.map((_, column) => column).filter((column) => !choices.columns[column] && columnHasText(reading, column));

/** Whether somebody has to look at a block before it is put in. */
export function isDoubtful(reading) {
  // Heads in two rows are guessed, and so is what a year over some of them is.
  if (reading.groups?.length || reading.years?.length || reading.others?.length) return true;
  if (reading.mergeCount > 0 || reading.rows.some((row) => row.isHidden)) return true;
  return lostColumns(reading, usual(reading)).some((column) => !reading.columns[column].isRowNumber);
}

const nameOf = (reading, table) => {
  const heads = reading.columns.map((column) => column.title.trim().toLocaleLowerCase()).join("\t");
  return `album.paste/${reading.kind}/${table.definition}/${heads}`;
};

/** What was chosen for the last block of the same heads. */
export function remembered(reading, table) {
  if (reading.head === null) return null;
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(reading, table)));
    return kept && kept.columns.length === reading.columns.length ? { ...usual(reading), ...kept } : null;
  } catch {
    // A browser may forbid to keep anything, and what is kept may be of another program.
    return null;
  }
}

export function rememberChoices(reading, table, choices) {
  if (reading.head === null) return;
  try {
    localStorage.setItem(nameOf(reading, table), JSON.stringify(choices));
  } catch {
    // Then it is asked again.
  }
}
