// A block from a spreadsheet that is put into a grid.

import { body, say } from "./form.js";
import { edit, isOpen, lineOf, placeOf, rowText, tableOf, write } from "./grid.js";

// A block from a spreadsheet: rows of lines, cells by tabs, quoted where they hold either (as CSV).
function block(text) {
  const rows = [[""]];
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const row = rows[rows.length - 1];
    const last = row.length - 1;
    const char = text[index];
    if (isQuoted) {
      if (char !== '"') row[last] += char;
      else if (text[index + 1] === '"') { row[last] += '"'; index += 1; }
      else isQuoted = false;
    } else if (char === '"' && row[last] === "") isQuoted = true;
    else if (char === "\t") row.push("");
    else if (char === "\n") rows.push([""]);
    else if (char !== "\r") row[last] += char;
  }
  while (rows.length && rows[rows.length - 1].every((cell) => cell.trim() === "")) rows.pop();
  return rows;
}

export function onPaste(event) {
  const cell = event.target.closest("td");
  if (!cell) return;
  event.preventDefault();
  if (isOpen) {
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
    return;
  }
  const rows = block(event.clipboardData.getData("text/plain"));
  if (!rows.length) return;
  const place = placeOf(cell);
  const table = tableOf(place.table);
  const fold = (text) => text.trim().toLocaleLowerCase("ru").replace(/ё/g, "е");
  const names = table.columns.map((column) => column.names.map(fold));
  const columnOf = (text) => names.findIndex((all) => all.includes(fold(text)));
  // A row of heads tells the columns; without one they follow from the cell.
  const head = rows.slice(0, 5).findIndex((row) => row.filter((text) => columnOf(text) >= 0).length >= Math.min(2, row.length));
  const first = table.columns.findIndex((column) => column.id === place.column);
  const columns = head < 0
    ? rows[0].map((_, number) => (first + number < table.columns.length ? first + number : -1))
    : rows[head].map(columnOf);
  const skipped = rows.slice(0, head + 1).filter((row) => row.some((text) => text.trim()));
  const pasted = rows.slice(head + 1).filter((row) => row.some((text) => text.trim()));
  const lost = columns.map((column, number) => column < 0 && pasted.some((row) => (row[number] || "").trim())
    ? (head < 0 ? String(number + 1) : rows[head][number].trim() || String(number + 1)) : null).filter((name) => name);
  const edits = [];
  const added = [];
  pasted.forEach((row, number) => {
    const target = place.row + number;
    const values = [];
    row.forEach((text, index) => { if (columns[index] >= 0) values[columns[index]] = text; });
    if (target < table.rows.length) {
      values.forEach((text, column) => {
        const found = table.rows[target][column];
        if (!found || text === undefined) return;
        edits.push(edit(found, text));
      });
    } else added.push(rowText(table, values));
  });
  if (added.length) {
    const { end } = lineOf(table.rows[table.rows.length - 1]);
    edits.push({ start: end, end, text: (body.value[end - 1] === "\n" ? "" : "\n") + added.join("") });
  }
  write(edits, place);
  const outcome = cell.closest(".grid").querySelector(".outcome");
  const heads = head < 0 ? [] : rows[head].filter((text) => text.trim());
  outcome.textContent = [
    say("pastedRows", pasted.length), heads.length ? say("pastedHeads", heads.join("», «")) : "",
    skipped.length > 1 ? say("pastedAbove", skipped.length - 1) : "",
    lost.length ? say("pastedLost", lost.join("», «")) : "",
  ].filter((text) => text).join("; ") + ".";
}
