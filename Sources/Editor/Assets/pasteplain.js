// A block that is put into a plain table: nothing is known of its columns, so its cells go where they are put.

import { element, say } from "./form.js";
import { ask } from "./dialog.js";
import { close } from "./gridcell.js";
import { withCell } from "./gridrow.js";
import { shown, takeBack } from "./gridrows.js";
import { addColumn, change, isEmptyRow, newLine, plainColumn, rowsOf, setRows, withTable } from "./gridtext.js";
import { tellOf } from "./gridtold.js";
import { counted, fit, short } from "./pasteput.js";

const fold = (text) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("ru").replace(/ё/g, "е");
const sample = (place) => say("tableHead", place + 1);

// Whether a table is as the page has made it: «Столбец 1», «Столбец 2», nothing below.
const isUntouched = (table) =>
  table.rows.every(isEmptyRow) && table.columns.every(({ label }, place) => !label || fold(label) === fold(sample(place)));

// Heads in two rows as one, «2023: план», with what stood over several of them; nothing where they are no such heads: a
// name of the upper row stands over names of the lower one, and nothing stands below the others. As `ForeignTable` joins them.
function joinedHeads([upper, lower, ...rest]) {
  if (!rest.length) return null;
  const groups = [];
  const heads = [];
  for (let column = 0; column < upper.length;) {
    const start = column;
    column += 1;
    while (column < upper.length && !upper[column] && lower[column]) column += 1;
    const isGroup = column - start > 1 && upper[start] && lower[start];
    if (!isGroup && lower.slice(start, column).some((text) => text)) return null;
    if (isGroup) groups.push(upper[start]);
    for (let place = start; place < column; place += 1) heads.push(isGroup ? `${upper[start]}: ${lower[place]}` : upper[place]);
  }
  const isNamed = heads.every((text) => text && text.length <= 120) && lower.every((text) => !text || /\p{L}/u.test(text));
  return isNamed && groups.length && heads.length > groups.length ? { heads, groups } : null;
}

/** Puts a block in from a cell on; one that comes into an empty table brings its heads, in two rows when somebody says so. */
export async function putPlain(table, row, column, block) {
  const joined = isUntouched(table) ? joinedHeads(block.cells) : null;
  if (!joined) return putCellsIn(table, row, column, block);
  const answer = await ask(say("headsInTwo"), [
    element("p", {}, say("headsInTwoHelp", short(joined.groups))), element("p", {}, say("headsInTwoBecome", short(joined.heads, 6))),
  ], { ok: "headsJoined", more: { rows: "headsAreRows" } });
  const whole = answer === "ok" ? { ...block, cells: [joined.heads, ...block.cells.slice(2)], merges: block.merges.filter(([at]) => at > 1) } : block;
  if (answer) withTable(table.id, (found) => putCellsIn(found, row, column, whole));
  else tellOf(table, say("pastedNothing") + ".");
}

function putCellsIn(table, row, column, block) {
  close();
  const width = Math.max(...block.cells.map((texts) => texts.length));
  const isWhole = isUntouched(table) && block.cells.length > 1 && block.cells[0].every((text) => text.trim());
  const [left, top] = isWhole ? [0, 0] : [column, row];
  const isHead = !isWhole && block.cells.length > 1
    && block.cells[0].every((text, place) => fold(text) === fold(table.columns[left + place]?.label ?? "\n"));
  const rows = block.cells.slice(isWhole || isHead ? 1 : 0);
  // Rows of no words empty those that are there, and add none.
  const room = isWhole ? 0 : table.rows.length - top;
  while (rows.length > Math.max(1, room) && isEmptyRow(rows.at(-1))) rows.pop();
  change(table, { row: top, column: left }, (draft) => {
    while (draft.columns.length < left + width) {
      const place = draft.columns.length;
      addColumn(draft, plainColumn((isWhole && block.cells[0][place - left]) || sample(place)));
    }
    if (isWhole) {
      block.cells[0].forEach((text, place) => { draft.lines[0] = withCell(draft.lines[0], place, text); });
      draft.columns = draft.columns.map((one, place) => (block.cells[0][place] ? { ...one, ...plainColumn(block.cells[0][place]), id: one.id } : one));
    }
    const lines = rowsOf(draft);
    while (lines.length < top + rows.length) lines.push(newLine(draft));
    rows.forEach((texts, down) => texts.forEach((text, right) => { lines[top + down] = withCell(lines[top + down], left + right, text); }));
    setRows(draft, isWhole ? lines.slice(0, Math.max(1, rows.length)) : lines);
  });
  const done = table.past.at(-1);
  fit(table);
  shown(table, top, left, { row: top + rows.length - 1, column: left + width - 1 });
  const parts = [say("pasted", counted("countRows", rows.length)), ...(isWhole ? [say("pastedHeads")] : []), ...(isHead ? [say("pastedHeadsLeft")] : [])];
  if (block.merges.length) {
    const cells = block.merges.reduce((sum, [, , height, across]) => sum + height * across, 0);
    parts.push(say("pastedMerged", `${counted("countBlocks", block.merges.length)}, ${counted("countCells", cells)}`));
  }
  tellOf(table, parts.join("; ") + ".", [[say("pasteBack"), () => takeBack(table, done)]], done);
}
