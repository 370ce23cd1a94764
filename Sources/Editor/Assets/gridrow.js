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

/** What is written between two bars as a person sees it in a grid. */
export const plain = (text) => text.replace(/\\\|/g, "|").replace(/<br\s*\/?>/gi, "\n");

/** The texts of a line, one for each column. */
export function textsOf(line, count) {
  const texts = cellsOf(line).slice(0, count).map((cell) => plain(line.slice(cell.start, cell.end)));
  while (texts.length < count) texts.push("");
  return texts;
}

/** The same line with another text in one of its cells; everything else in it stays. */
export function withCell(line, index, text) {
  const value = written(text);
  const cells = cellsOf(line);
  const isThere = index < cells.length;
  const old = isThere ? line.slice(cells[index].start, cells[index].end) : "";
  if (old === value || plain(old) === text) return line;
  const isLed = /^\s*\|/.test(line);
  if (!isLed) return withCell("| " + line.trimStart(), index, text);
  if (isThere) {
    const { from, to, start, end } = cells[index];
    if (old === "" || value === "") return line.slice(0, from) + (value ? ` ${value} ` : "  ") + line.slice(to);
    return line.slice(0, start) + value + line.slice(end);
  }
  const closed = line.trimEnd();
  const isClosed = /(^|[^\\])\|$/.test(closed);
  return closed + (isClosed ? "" : " |") + "  |".repeat(index - cells.length) + ` ${value} |`;
}

/** A new line. */
export function lineOf(values, count) {
  const texts = Array.from({ length: count }, (_, column) => written(values[column] || ""));
  return "|" + texts.map((text) => ` ${text} |`).join("");
}
