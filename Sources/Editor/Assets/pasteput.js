// A block that was read becomes rows of a table, as one step, and what came of it is said.

import { say } from "./form.js";
import { close } from "./gridcell.js";
import { textsOf, unbarred as plain, withCell } from "./gridrow.js";
import { nameOf, shown, takeBack } from "./gridrows.js";
import { addColumn, change, newLine, plainColumn, rowsOf, setRows } from "./gridtext.js";
import { gridOf } from "./gridview.js";
import { titled } from "./gridwide.js";
import { fitColumns } from "./gridwidths.js";
import { tellOf } from "./gridtold.js";
import { lostColumns, newColumn, sortOf } from "./pastechoices.js";

const plurals = new Intl.PluralRules(document.documentElement.lang || "ru");
/** «12 строк»: a number with the noun that goes with it. */
export function counted(name, number) {
  const forms = say(name, number).split("|");
  return forms[{ one: 0, few: 1 }[plurals.select(number)] ?? 2];
}

const quoted = (text) => (document.documentElement.lang === "en" ? `"${text}"` : `«${text}»`);
/** The first of some names, quoted. */
export const short = (texts, most = 10) => texts.slice(0, most).map(quoted).join(", ") + (texts.length > most ? ", …" : "");
/** What a row of a block is called: its first words, else its first number. */
export function rowName(row) {
  const texts = row.cells.map(plain);
  return nameOf(texts.filter((text) => /\p{L}/u.test(text))) || nameOf(texts) || String(row.number + 1);
}

/** Which rows of a block are put in, and which are not. */
export function sorted(reading, choices) {
  const result = { rows: [], left: [], kept: [], sections: [], records: [] };
  let section = "";
  for (const row of reading.rows) {
    if (row.role === "heads") continue;
    const sort = sortOf(row);
    const choice = sort ? choices[sort] : "row";
    if (sort === "section" && choice !== "row" && choice !== "out") {
      section = rowName(row);
      result.sections.push(section);
    } else if (choice === "out") result.left.push(row);
    else {
      const values = row.cells.map((text, column) => [choices.columns[column], plain(text), column]).filter(([id]) => id);
      const isRecord = row.role === "record";
      if (isRecord) {
        result.records.push(row);
        if (section) values.push([choices.section, section, -1]);
      } else result.kept.push(row);
      // Without heads a cell stays where it stands.
      const line = isRecord || reading.head === null ? values : asLine(values, row);
      result.rows.push(Object.assign(line, { isWide: !isRecord, needsBold: row.needsBold }));
    }
  }
  return result;
}

// A row that is no record keeps its words though its columns are left out: they stand in the first cell then. What titles
// the rows below it and would be taken for a record is set in bold; «Раздел 1» says by itself what it is.
function asLine(values, row) {
  const isTitle = row.needsBold || row.role === "title";
  const bold = (text) => (isTitle && text && !/^\*\*.*\*\*$/s.test(text) ? `**${text.replace(/\s*\n\s*/g, " ")}**` : text);
  const isShown = values.some(([, text]) => text) || !rowName(row);
  const texts = isShown ? values : [["", row.cells.map(plain).filter((text) => text).join(" "), -1]];
  return texts.map(([id, text, column]) => [id, bold(text), column]);
}

// Where each column of the block comes to stand; columns that the table has not are added to it.
function placesOf(draft, table, reading, choices, hasSections) {
  const added = [];
  const wanted = choices.columns.map((id, column) => ({ id, title: reading.columns[column].title }));
  if (hasSections) wanted.push({ id: choices.section, title: "" });
  const places = new Map([["", 0]]);
  wanted.forEach(({ id, title }, column) => {
    if (!id) return;
    const name = id === newColumn ? `${newColumn}${column}` : id;
    let place = id === newColumn ? -1 : draft.columns.findIndex((one) => one.id === id);
    if (place < 0) {
      const label = id === newColumn ? title || say("dialogNth", column + 1) : reading.known.find((one) => one.id === id).label;
      place = draft.columns.length;
      addColumn(draft, id === newColumn ? plainColumn(label) : { ...plainColumn(label), ...table.lacking.find((one) => one.id === id), id, label });
      added.push(label);
    }
    places.set(name, place);
  });
  return { places, added };
}

const isBlank = (texts) => texts.every((text) => text.trim() === "");

// The first row to write into, and how many rows that are there already are written over.
// A title or a total below them is none of them, unless such a row is put there.
function target(table, row, choices, coming) {
  const count = coming.length;
  if (choices.isOver) {
    let over = Math.min(1, count, table.rows.length - row);
    while (over > 0 && over < count && row + over < table.rows.length
      && (!table.wide[row + over] || isBlank(table.rows[row + over]) || coming[over].isWide)) over += 1;
    return { from: row, over };
  }
  if (!table.rows[row] || !isBlank(table.rows[row])) return { from: Math.min(table.rows.length, row + 1), over: 0 };
  let over = 0;
  while (over < count && row + over < table.rows.length && isBlank(table.rows[row + over])) over += 1;
  return { from: row, over };
}

// What titled rows in the block is shown as one cell, and without heads set in bold where nothing stands beside it.
function markTitle(draft, lines, row, { isWide, needsBold }, isHeadless) {
  const texts = textsOf(lines[row], draft.columns.length);
  const isLone = isWide && texts.filter((text) => text.trim()).length === 1 && texts[0].trim() !== "";
  draft.wide.set(row, isLone);
  if (isLone && isHeadless && needsBold) lines[row] = titled(lines[row], draft.columns.length);
}

/** Measures the columns of a table that has other texts now. */
export const fit = (table) => fitColumns(gridOf(table.id), table, true);

/** Puts a block in and gives what came of it; `again` opens the dialog for another choice. */
export function putIn(table, row, reading, choices, around, again) {
  close();
  const made = sorted(reading, choices);
  // Rows of no words are no rows to be added; they empty those that are there.
  const room = choices.isOver ? table.rows.length - row : 0;
  while (reading.head === null && made.rows.length > room && isBlank(made.rows.at(-1).map(([, text]) => text))) made.rows.pop();
  const { from, over } = target(table, row, choices, made.rows);
  let added = [];
  const replaced = [];
  change(table, { row, column: 0 }, (draft) => {
    const found = placesOf(draft, table, reading, choices, made.sections.length > 0);
    added = found.added;
    const lines = rowsOf(draft);
    const fresh = made.rows.slice(over).map(() => newLine(draft));
    lines.splice(from + over, 0, ...fresh);
    made.rows.forEach((values, number) => {
      for (const [id, text, column] of values) {
        const place = found.places.get(id === newColumn ? `${newColumn}${column}` : id);
        const old = number < over ? table.rows[from + number]?.[place] : "";
        if (old && old !== text) replaced.push(old);
        lines[from + number] = withCell(lines[from + number], place, text);
      }
      markTitle(draft, lines, from + number, values, reading.head === null);
    });
    setRows(draft, lines);
  });
  const step = table.past.at(-1);
  fit(table);
  if (made.rows.length) shown(table, from, 0);
  const ways = [
    [say("pasteChange"), async () => {
      const isLast = table.past.at(-1) === step;
      await takeBack(table, step);
      if (isLast) again();
    }],
    [say("pasteBack"), () => takeBack(table, step)],
  ];
  tellOf(table, outcome(table, reading, choices, made, { added, replaced, around }), ways, step);
  return { made, added };
}

/** «1 блок, 3 ячейки»: what was merged. */
export const merged = ({ mergeCount, mergedCells }) => `${counted("countBlocks", mergeCount)}, ${counted("countCells", mergedCells)}`;

function outcome(table, reading, choices, made, { added, replaced, around }) {
  const terms = made.records.reduce((sum, row) => sum + row.termCount, 0);
  const unread = made.records.flatMap((row) => row.unreadTerms);
  const yearless = made.records.flatMap((row) => row.yearlessTerms);
  const isHeadless = reading.head === null;
  const counts = [counted("countRows", (isHeadless ? 0 : made.records.length) || made.rows.length)];
  if (terms) counts.push(counted("countTerms", terms));
  const lost = lostColumns(reading, choices).map((column) => reading.columns[column].title || say("dialogNth", column + 1));
  const parts = [made.rows.length ? say("pasted", counts.join(", ")) : say("pastedNothing")];
  const add = (isSaid, name, ...values) => { if (isSaid) parts.push(say(name, ...values)); };
  add(made.left.length, "pastedSkipped", made.left.length, short(made.left.map(rowName)));
  add(!isHeadless && made.records.length && made.kept.length, "pastedKept", short(made.kept.map(rowName)));
  add(made.sections.length, "pastedSections", reading.known.find((one) => one.id === choices.section)?.label ?? "");
  add(lost.length, "pastedLostColumns", short(lost));
  for (const other of reading.others ?? []) add(true, "pastedOther", short(other.columns), other.caption);
  add(reading.emptyColumnCount, "pastedEmptyColumns", reading.emptyColumnCount);
  add(added.length, "pastedNewColumns", short(added));
  add(reading.filledCount, "pastedFilled", reading.filledCount);
  add(reading.mergeCount && !reading.filledCount, "pastedMerged", merged(reading));
  add(reading.isTurned, "pastedTurned", reading.years?.join(", "));
  add(reading.groups.length, "pastedGroups", short(reading.groups));
  add(reading.days.length, "pastedDays", short([...new Set(reading.days)], 3));
  add(unread.length, "pastedUnread", short(unread));
  add(yearless.length, "pastedYearless", short(yearless));
  add(replaced.length, "pastedOver", replaced.length, short(replaced, 3));
  add(around, "pastedAround", quoted(nameOf([around])));
  return parts.join("; ") + ".";
}

/** Puts cells in as they are, from one cell on: what was copied here, or a block that is but cells. */
export function putCells(table, row, column, cells, wide) {
  close();
  const [height, width] = [Math.max(cells.length, wide?.height ?? 0), Math.max(cells[0].length, wide?.width ?? 0)];
  const last = Math.min(width, table.columns.length - column);
  change(table, { row, column }, (draft) => {
    const lines = rowsOf(draft);
    while (lines.length < row + height) lines.push(newLine(draft));
    for (let down = 0; down < height; down += 1) {
      const texts = cells[down % cells.length];
      for (let right = 0; right < last; right += 1) {
        lines[row + down] = withCell(lines[row + down], column + right, texts[right % texts.length] ?? "");
      }
    }
    setRows(draft, lines);
  });
  if (height * last > 1) fit(table);
  shown(table, row, column, { row: row + height - 1, column: column + last - 1 });
}
