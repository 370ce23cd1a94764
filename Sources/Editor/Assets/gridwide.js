// Which rows of a table are shown as one wide cell: those that titled others when they were read, and those that somebody
// has called titles. A row that is being filled stays a row of cells, whatever the site would read in it at this moment.

import { cellsOf, marked, textsOf, unmarked, withCell } from "./gridrow.js";

const filled = (texts) => texts.filter((text) => text.trim()).length;
const notWide = ["", "record", undefined];

/**
 * The same knowledge of rows that stand elsewhere now: `was` of the old lines, true or false, for the new ones. `fresh` is
 * what is known of a row that is new; nothing where the site has yet to read it.
 */
export function carried(old, now, was, fresh) {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let rest = 0;
  while (rest < most - start && old.at(-1 - rest) === now.at(-1 - rest)) rest += 1;
  const end = now.length - rest;
  const isSame = old.length === now.length;
  const left = old.slice(start, old.length - rest).map((line, place) => ({ line, is: was[start + place] }));
  const between = now.slice(start, end).map((line, place) => {
    const found = left.findIndex((one) => one?.line === line);
    if (found >= 0) return left.splice(found, 1, null)[0].is;
    if (!isSame) return fresh;
    return fresh === undefined ? fresh : was[start + place];
  });
  return [...was.slice(0, start), ...between, ...(rest ? was.slice(-rest) : [])];
}

/** Takes over what the site reads in rows of which nothing was known. */
export function learn(table) {
  table.wide = table.rows.map((texts, row) =>
    table.wide[row] ?? (table.roles[row] === undefined ? undefined : !notWide.includes(table.roles[row]) && filled(texts) === 1));
}

/** What has more than one text, or none, is no title any longer. */
export function settle(table) {
  table.wide = table.wide.map((is, row) => is && filled(table.rows[row] ?? []) === 1);
}

/** Whether a row may be made a title of others: it has one text, and its table has sections. */
export const canTitle = (table, row) => !table.isPlain && table.columns.length > 2 && filled(table.rows[row]) === 1;

/** A line as a title: its one text stands in the first cell, in bold. */
export function titled(line, count) {
  const texts = textsOf(line, count);
  const text = texts.find((one) => one.trim()).replace(/\s*\n\s*/g, " ");
  return withCell(emptied(line), 0, `**${text}**`);
}

/** A line whose one text is not in bold, and which says that it is a row of cells: its words may be those of a title. */
export function untitled(line, count) {
  const texts = textsOf(line, count);
  const place = texts.findIndex((one) => one.trim());
  return place < 0 ? line : marked(withCell(emptied(line), place, texts[place]), count);
}

const emptied = (line) => cellsOf(line).reduce((made, _, place) => withCell(made, place, ""), unmarked(line));
