// Rows of a table that was taken in go into the table of the text that is the same one by its kind.

import { check, say } from "./form.js";
import { close } from "./gridcell.js";
import { plain, withCell } from "./gridrow.js";
import { addColumn, change, newLine, rowsOf, setRows, tables } from "./gridtext.js";
import { fold } from "./pick.js";

/** The table of the text that a table is rows for; nothing where there is none. */
export const targetOf = (coming) => tables.find((table) => table.definition === coming.definition && !table.isStale);

const isBlank = (texts) => texts.every((text) => text.trim() === "");

// Where each column comes to stand. Numbers of rows go only where there is a column for them.
function placesOf(draft, coming, added) {
  return coming.columns.map(({ id, title, isRowNumber }) => {
    const known = draft.columns.findIndex((one) => (id ? one.id === id : fold(one.label) === fold(title)));
    if (known >= 0 || (!id && (isRowNumber || !title))) return known;
    const place = draft.columns.length;
    addColumn(draft, { id: id || `column-${place}`, label: title, names: [title], picks: false, holdsSeveral: false });
    added.push(title);
    return place;
  });
}

/** Adds the rows as one step, and gives what is to be told; nothing where the text has no such table. */
export async function addRows(coming) {
  await check();
  const table = targetOf(coming);
  if (!table) return null;
  close();
  const added = [];
  change(table, { row: table.rows.length, column: 0 }, (draft) => {
    const places = placesOf(draft, coming, added);
    const lines = rowsOf(draft);
    // Rows that wait to be filled in are no rows yet.
    while (lines.length && isBlank(table.rows[lines.length - 1] ?? [])) lines.pop();
    for (const row of coming.rows) {
      let line = newLine(draft);
      row.forEach((text, column) => { if (places[column] >= 0) line = withCell(line, places[column], plain(text)); });
      lines.push(line);
    }
    setRows(draft, lines);
  });
  return [say("rowsAdded", table.caption, coming.rows.length), ...(added.length ? [say("columnsAdded", added.join(", "))] : [])];
}

/** What a text says besides some of its tables and its headings, in short. */
export function textAround(text, without) {
  for (const table of without) text = text.replace(table.markdown, "");
  const words = text.split("\n").filter((line) => !/^#+ /.test(line)).join(" ").replace(/\s+/g, " ").trim();
  return words.length > 80 ? words.slice(0, 79) + "…" : words;
}
