// What happens when a block is pasted into a grid: one that is plain is put in at once, another one is asked about.

import { say } from "./form.js";
import { area, close, isOpen } from "./gridcell.js";
import { addTable } from "./gridoffers.js";
import { tables, withTable } from "./gridtext.js";
import { placeOf } from "./gridview.js";
import { tellOf } from "./gridtold.js";
import { blockOf } from "./pasteblock.js";
import { isDoubtful, read, remembered, usual } from "./pastechoices.js";
import { ask } from "./pastedialog.js";
import { putPlain } from "./pasteplain.js";
import { putCells, putIn } from "./pasteput.js";

const mostCells = 100_000;

function onPaste(event) {
  const cell = event.target.closest("td");
  const place = cell && placeOf(cell);
  if (!place) return;
  event.preventDefault();
  const block = blockOf(event.clipboardData);
  const { table, row, column } = place;
  const width = Math.max(0, ...block.cells.map((texts) => texts.length));
  if (isOpen() && width < 2) {
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
    return;
  }
  if (!width) return;
  const isOne = block.cells.length === 1 && width === 1;
  if (isOne || (block.isOwn && column + width <= table.columns.length)) {
    const { top, left, bottom, right } = isOpen() ? { top: row, left: column, bottom: row, right: column } : area();
    const wide = isOne ? { height: bottom - top + 1, width: right - left + 1 } : null;
    withTable(table.id, (found) => putCells(found, top, left, block.cells, wide));
    return;
  }
  if (block.cells.length * width > mostCells) tellOf(table, say("pasteTooLarge"));
  else if (table.isPlain) withTable(table.id, (found) => putPlain(found, row, column, block));
  else take(block, table.id, row, column);
}

// Reads a block and puts it in, or asks first.
async function take(block, id, row, column) {
  close();
  await withTable(id, async (table) => {
    const beside = table.columns.slice(column).map((one) => one.id);
    let reading = await read(block, table, beside);
    const known = reading && remembered(reading, table);
    if (known?.fillsMerged && reading.mergeCount) reading = await read(block, table, beside, { fillsMerged: true });
    if (!reading) {
      tellOf(table, say("pasteNoServer"));
      return;
    }
    const again = (choices) => ask({ block, table, row, beside, reading, choices, into: (other) => takeInto(block, other) });
    if (reading.mergeCount || reading.years.length || reading.rows.some((one) => one.isHidden) || (!known && isDoubtful(reading))) {
      again(known || usual(reading));
      return;
    }
    const choices = known || usual(reading);
    if (choices.fillsMerged) choices.fillsMerged = false;
    withTable(id, (found) => putIn(found, row, reading, choices, block.around, () => again(choices)));
  });
}

// Puts a block below the rows of another table of the kind, which the text gets where it has none.
async function takeInto(block, { table: definition, caption }) {
  const found = () => tables.find((one) => one.definition === definition);
  if (!found()) await addTable(caption);
  const table = found();
  if (table) take(block, table.id, Math.max(0, table.rows.length - 1), 0);
}

/** Lets a grid take blocks. */
export const watchPaste = (grid) => grid.addEventListener("paste", onPaste);
