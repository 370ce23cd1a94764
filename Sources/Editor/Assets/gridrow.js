// One line of a pipe table: its cells are found as the site finds them, and changed in their places.

// What the reader of tables leaves out around a cell.
const isBlank = (char) => /[ \t\r\f\v\u00A0\u00AD\u200B-\u200F\u2060\uFEFF]/.test(char);

function trimmed(line, from, to) {
  let [start, end] = [from, to];
  while (start < end && isBlank(line[start])) start += 1;
  while (end > start && isBlank(line[end - 1])) end -= 1;
  return [start, end];
}

// The bar of `[[id|text]]` parts no cells.
function linkEnd(line, at, to) {
  if (line[at] !== "[" || line[at + 1] !== "[") return 0;
  let index = at + 2;
  while (index < to && line[index] !== "[" && line[index] !== "]") index += 1;
  return index + 1 < to && line[index] === "]" && line[index + 1] === "]" ? index + 2 : 0;
}

/** The cells of a line: `from` and `to` are the places of its bars, `start` and `end` those of its text. */
export function cellsOf(line) {
  const [first, last] = trimmed(line, 0, line.length);
  const cells = [];
  let from = first < last && line[first] === "|" ? first + 1 : first;
  const add = (to) => {
    const [start, end] = trimmed(line, from, to);
    cells.push({ from, to, start, end });
    from = to + 1;
  };
  for (let index = from; index < last; ) {
    const link = linkEnd(line, index, last);
    if (line[index] === "\\" && line[index + 1] === "|") index += 2;
    else if (link) index = link;
    else {
      if (line[index] === "|") add(index);
      index += 1;
    }
  }
  if (from < last) add(last);
  return cells;
}

/** A text as it is written between two bars. */
export const written = (text) =>
  text.trim().replace(/[^\S\n]*\n[^\S\n]*/g, "<br>").split(/(\[\[[^[\]]*\]\])/)
    .map((part, number) => (number % 2 ? part : part.replace(/\\?\|/g, "\\|"))).join("");

/** What is written between two bars, with its Markdown. */
export const unbarred = (text) => text.replace(/\\\|/g, "|").replace(/<br\s*\/?>/gi, "\n");

// All of a cell in bold: the stars say what it is and are no words.
const strong = /^\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/s;

/** What an empty cell holds where its row is a row of cells, whatever its words look like; nobody sees it. */
export const recordMark = "&nbsp;";

/** What is written between two bars as a person sees it in a grid. */
export const plain = (text) => (text === recordMark ? "" : unbarred(text).replace(strong, "$1"));

/** The texts of a line, one for each column. */
export function textsOf(line, count, read = plain) {
  const texts = cellsOf(line).slice(0, count).map((cell) => read(line.slice(cell.start, cell.end)));
  while (texts.length < count) texts.push("");
  return texts;
}

/** The same line without the mark of a row of cells. */
export const unmarked = (line) => cellsOf(line).filter((cell) => line.slice(cell.start, cell.end) === recordMark)
  .reduceRight((made, { from, to }) => made.slice(0, from) + "  " + made.slice(to), line);

/** The same line with the mark of a row of cells in its last empty cell, where it has one. */
export function marked(line, count) {
  const place = textsOf(line, count).findLastIndex((text) => !text.trim());
  return place < 0 ? line : withText(unmarked(line), place, recordMark);
}

/** The same line with another text in one of its cells; everything else in it stays, and what was bold is. */
export function withCell(line, index, text) {
  const cells = line.includes(recordMark) ? cellsOf(line) : [];
  const isMark = cells[index] && line.slice(cells[index].start, cells[index].end) === recordMark;
  // Who writes where the mark stands has said nothing of the row: it goes on to another empty cell.
  return isMark && text && text !== recordMark ? marked(withText(unmarked(line), index, text), cells.length) : withText(line, index, text);
}

function withText(line, index, text) {
  const cells = cellsOf(line);
  const isThere = index < cells.length;
  const old = isThere ? line.slice(cells[index].start, cells[index].end) : "";
  if (plain(old) === text || unbarred(old) === text) return line;
  const value = strong.test(old) && text.trim() && !text.includes("*") ? `**${written(text)}**` : written(text);
  if (old === value) return line;
  const isLed = /^\s*\|/.test(line);
  if (!isLed) return withText("| " + line.trimStart(), index, text);
  if (isThere) {
    const { from, to, start, end } = cells[index];
    if (old === "" || value === "") return line.slice(0, from) + (value ? ` ${value} ` : "  ") + line.slice(to);
    return line.slice(0, start) + value + line.slice(end);
  }
  return closed(line) + "  |".repeat(index - cells.length) + ` ${value} |`;
}

const closed = (line) => line.trimEnd() + (/(^|[^\\])\|$/.test(line.trimEnd()) ? "" : " |");

// A line with its cells changed as they are written, blanks around them included; it has `count` of them at least.
function withParts(line, count, change) {
  let whole = closed(/^\s*\|/.test(line) ? line : "| " + line.trimStart());
  whole += "  |".repeat(Math.max(0, count - cellsOf(whole).length));
  const cells = cellsOf(whole);
  const parts = cells.map((cell) => whole.slice(cell.from, cell.to));
  change(parts);
  return whole.slice(0, cells[0].from) + parts.join("|") + whole.slice(cells.at(-1).to);
}

/** The same line with one more cell; the others stay as they are written. */
export const withNewCell = (line, index, text) =>
  withParts(line, index, (parts) => { parts.splice(index, 0, text ? ` ${written(text)} ` : "  "); });

/** The line below the heads with one more cell. */
export const withNewRule = (line, index) =>
  withParts(line, index, (parts) => { parts.splice(index, 0, /\|[ \t]/.test(line) ? " --- " : "---"); });

/** The same line without a cell. */
export const withoutCell = (line, index) => withParts(line, index + 1, (parts) => { parts.splice(index, 1); });

/** The same line with a cell at another place. */
export const withMovedCell = (line, from, to) =>
  withParts(line, Math.max(from, to) + 1, (parts) => { parts.splice(to, 0, ...parts.splice(from, 1)); });

/** A new line. */
export function lineOf(values, count) {
  const texts = Array.from({ length: count }, (_, column) => written(values[column] || ""));
  return "|" + texts.map((text) => ` ${text} |`).join("");
}
