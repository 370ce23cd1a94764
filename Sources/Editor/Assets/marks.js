// What the tools do to a text: from a text and the places of a selection to an edit, and nothing else.
//
// An edit puts `text` in place of what stands from `start` to `end`, and selects from `from` to `to`.

const blockMark = /^[ \t]*(?:(?:[-*+•·▪●–—]|\d{1,3}[.)])[ \t]+|#{1,6}[ \t]+|#{2,6}(?=\p{L}))?/u;
const bullet = /^[ \t]*[-*+][ \t]+/;
const number = /^[ \t]*\d{1,3}[.)][ \t]+/;
const isTable = (line) => /^[ \t]*\|/.test(line);
const isBlank = (line) => line.trim() === "";

/** The whole lines that a selection touches. */
export function linesAt(value, start, end) {
  const last = end > start && value[end - 1] === "\n" ? end - 1 : end;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const to = value.indexOf("\n", last);
  return { start: from, end: to < 0 ? value.length : to };
}

const lineBefore = (value, place) => (place < 2 ? "" : value.slice(value.lastIndexOf("\n", place - 2) + 1, place - 1));
const lineAfter = (value, place) => {
  const next = value.indexOf("\n", place + 1);
  return value.slice(place + 1, next < 0 ? value.length : next);
};

// Lines changed by `change`; what is written stands apart from a paragraph above or below.
function changeLines(value, start, end, { isDone, change, remove, joint, fits }) {
  const range = linesAt(value, start, end);
  const lines = value.slice(range.start, range.end).split("\n");
  if (lines.some(isTable)) return null;
  const filled = lines.filter((line) => !isBlank(line));
  const isOff = filled.length > 0 && filled.every(isDone);
  let text = isOff ? filled.map(remove).join(joint.off) : (filled.length ? filled : [""]).map(change).join(joint.on);
  const above = lineBefore(value, range.start);
  const below = lineAfter(value, range.end);
  const gapAbove = !isOff && range.start > 0 && !isBlank(above) && !fits(above) ? "\n" : "";
  const gapBelow = !isOff && !isBlank(below) && !fits(below) ? "\n" : "";
  const from = range.start + gapAbove.length;
  text = gapAbove + text + gapBelow;
  const to = range.start + text.length - gapBelow.length;
  return { ...range, text, from: start === end ? to : from, to };
}

const bare = (line) => line.replace(blockMark, "");

/** All lines as items, or, where all are, as paragraphs. */
export const bullets = (value, start, end) => changeLines(value, start, end, {
  isDone: (line) => bullet.test(line),
  change: (line) => "- " + bare(line),
  remove: bare,
  joint: { on: "\n", off: "\n\n" },
  fits: (line) => bullet.test(line),
});

/** The same with numbers. */
export const numbers = (value, start, end) => changeLines(value, start, end, {
  isDone: (line) => number.test(line),
  change: (line, place) => `${place + 1}. ${bare(line)}`,
  remove: bare,
  joint: { on: "\n", off: "\n\n" },
  fits: (line) => number.test(line),
});

/** Lines as headings of a level, or, where all are, as paragraphs. */
export const heading = (level) => (value, start, end) => changeLines(value, start, end, {
  isDone: (line) => levelOf(line) === level,
  // Bold letters of a whole line were to make it one.
  change: (line) => "#".repeat(level) + " " + bare(line).trim().replace(/^(\*{1,3})(\S[^*]*\S|\S)\1$/, "$2"),
  remove: bare,
  joint: { on: "\n\n", off: "\n\n" },
  fits: () => false,
});

export const levelOf = (line) => (/^(#{1,6})[ \t]/.exec(line) || ["", ""])[1].length;

// MARK: Stars

// Stars at both sides of a piece, within the selection and beside it: two are bold, one is italic.
function starsAt(value, start, end) {
  while (start < end && value[start] === "*") start += 1;
  while (start < end && value[end - 1] === "*") end -= 1;
  let [outer, beyond] = [start, end];
  while (value[outer - 1] === "*") outer -= 1;
  while (value[beyond] === "*") beyond += 1;
  const count = Math.min(start - outer, beyond - end, 3);
  return { start, end, count };
}

// The pieces of a selection that can be marked each by itself: lines without their marks, cells without their bars.
function pieces(value, start, end) {
  const found = [];
  let place = start;
  for (const line of value.slice(start, end).split("\n")) {
    const whole = linesAt(value, place, place);
    const text = value.slice(whole.start, whole.end);
    const skipped = isTable(text) ? 0 : whole.start + blockMark.exec(text)[0].length - place;
    let from = place + Math.max(0, skipped);
    const isRule = /^[ \t]*\|[ \t:|-]+$/.test(text);
    for (const part of isRule ? [] : isTable(text) ? line.split(/(?<!\\)\|/) : [line.slice(Math.max(0, skipped))]) {
      const head = part.length - part.trimStart().length;
      const inner = part.trim();
      if (inner) found.push({ start: from + head, end: from + head + inner.length });
      from += part.length + 1;
    }
    place += line.length + 1;
  }
  return found;
}

const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Bold (2) or italic (1), or neither, where all that is selected is; of no selection the word. */
export const stars = (width) => (value, start, end, sample) => {
  const mark = "*".repeat(width);
  const isCaret = start === end;
  const caret = start;
  if (isCaret) {
    // At the end of what is bold: what follows is not.
    const style = styleAt(value, start, end);
    const stands = (width === 2 ? style.bold : style.italic) && !isLetter(value[end]) && value.startsWith(mark, end)
      && !value.slice(0, start).endsWith("*");
    if (stands) return { start: end + width, end: end + width, text: "" };
    while (isLetter(value[start - 1])) start -= 1;
    while (isLetter(value[end])) end += 1;
  }
  if (start === end) {
    return { start, end, text: mark + sample + mark, from: start + width, to: start + width + sample.length };
  }
  const parts = pieces(value, start, end).map((part) => starsAt(value, part.start, part.end));
  if (!parts.length) return null;
  const has = (count) => (width === 2 ? count >= 2 : count % 2 === 1);
  const isOff = parts.every((part) => has(part.count));
  const first = parts[0].start - parts[0].count;
  const last = parts[parts.length - 1];
  let [text, at] = ["", first];
  let [from, to] = [0, 0];
  for (const part of parts) {
    const signs = "*".repeat(part.count + (isOff ? -width : has(part.count) ? 0 : width));
    text += value.slice(at, part.start - part.count) + signs;
    if (part === parts[0]) from = first + text.length;
    text += value.slice(part.start, part.end);
    to = first + text.length;
    text += signs;
    at = part.end + part.count;
  }
  // The word at which the caret stood is not chosen: the next letter would take its place.
  const stays = from + caret - parts[0].start;
  return { start: first, end: last.end + last.count, text, from: isCaret ? stays : from, to: isCaret ? stays : to };
};

/** Whether a place is bold or italic, as far as stars beside it tell. */
export function styleAt(value, start, end) {
  const line = linesAt(value, start, start);
  const text = value.slice(line.start, line.end);
  for (const match of text.matchAll(/(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?!\*)/g)) {
    const from = line.start + match.index;
    if (from <= start && end <= from + match[0].length) return { bold: match[1].length > 1, italic: match[1].length !== 2 };
  }
  return { bold: false, italic: false };
}

// MARK: Where one is

/** What the line of a place is: "heading" with its level, "bullets", "numbers", "table" or "plain". */
export function blockAt(value, place) {
  const range = linesAt(value, place, place);
  const line = value.slice(range.start, range.end);
  const level = levelOf(line);
  if (level) return { name: "heading", level };
  if (bullet.test(line)) return { name: "bullets", level };
  if (number.test(line)) return { name: "numbers", level };
  return { name: isTable(line) ? "table" : "plain", level };
}

/** What Enter does at the end of an item: the next one begins, or, of an empty one, the list ends. */
export function nextItem(value, place) {
  const range = linesAt(value, place, place);
  const line = value.slice(range.start, range.end);
  const mark = /^([ \t]*)(?:([-*+])|(\d{1,3})([.)]))[ \t]+/.exec(line);
  if (!mark || place < range.start + mark[0].length) return null;
  if (line.length === mark[0].length) {
    // An empty line parts what follows from the list.
    const gap = isBlank(lineBefore(value, range.start)) ? "" : "\n";
    return { ...range, text: gap, from: range.start + gap.length, to: range.start + gap.length };
  }
  const next = mark[1] + (mark[2] || Number(mark[3]) + 1 + mark[4]) + " ";
  return { start: place, end: place, text: "\n" + next, from: place + 1 + next.length, to: place + 1 + next.length };
}

/**
 * What Enter does in a paragraph or a heading: an empty line parts it from the next one, which else it would run into.
 *
 * Nothing where the line is a row, an item, a quotation or stands in a block of code.
 */
export function newParagraph(value, place) {
  const range = linesAt(value, place, place);
  const line = value.slice(range.start, range.end);
  const isCode = (value.slice(0, range.start).match(/^[ \t]*(?:```|~~~)/gm) || []).length % 2 === 1 || /^[ \t]*(?:```|~~~)/.test(line);
  if (isBlank(line) || isTable(line) || isCode || /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,3}[.)][ \t]|\[\^)|\t| {4})/.test(line)) return null;
  return { start: place, end: place, text: "\n\n", isParagraph: true };
}

/**
 * Where a paragraph that is typed at a place has to begin, since it would become a row of the table there: what is put in
 * before it. Nothing elsewhere.
 */
export function besideTable(value, place) {
  const range = linesAt(value, place, place);
  const line = value.slice(range.start, range.end);
  const above = lineBefore(value, range.start);
  if (isBlank(line)) return range.start > 0 && isTable(above) ? "\n" : "";
  const bars = (text) => (text.match(/(?<!\\)\|/g) || []).length;
  const isWhole = isTable(line) && place === range.end && line.endsWith("|") && isTable(above) && bars(line) >= bars(above);
  return isWhole ? "\n\n" : "";
}

// MARK: Blocks

/** A block of its own in place of a selection: empty lines part it from what stands around. */
export function block(value, start, end, text) {
  const before = value.slice(0, start);
  const after = value.slice(end);
  const head = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = after === "" ? "\n" : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  const behind = start + head.length + text.length;
  if (!isTable(text.split("\n").at(-1))) return { start, end, text: head + text + tail, from: behind, to: behind };
  // What is typed behind a table is no part of it: it has a line of its own.
  return { start, end, text: head + text + (after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n"), from: behind + 2, to: behind + 2 };
}

/** A table with empty rows. */
export function table(heads, rows) {
  const line = (cells) => "| " + cells.join(" | ") + " |";
  return [line(heads), line(heads.map(() => "---")), ...Array.from({ length: rows }, () => line(heads.map(() => " ")))].join("\n");
}

// MARK: Sections

const fold = (name) => name.trim().replace(/\s+/g, " ").toLocaleLowerCase("ru").replace(/ё/g, "е");

/** Numbers the notes of a piece on from those of the text that it comes into. */
export function renumbered(piece, value) {
  const most = Math.max(0, ...[...value.matchAll(/\[\^(\d{1,6})\]/g)].map((match) => Number(match[1])));
  return most ? piece.replace(/\[\^(\d{1,6})\]/g, (_, number) => `[^${Number(number) + most}]`) : piece;
}

/** Whether a text has nothing but what a new material begins with: headings, and tables without a word below their heads. */
export function isEmpty(text) {
  let isBelowHeads = false;
  return text.split("\n").every((line) => {
    if (!isTable(line)) {
      isBelowHeads = false;
      return /^\s*(#.*)?$/.test(line);
    }
    if (/^[\s|:-]+$/.test(line) && line.includes("-")) isBelowHeads = true;
    else if (isBelowHeads) return /^[\s|]*$/.test(line);
    return true;
  });
}

// The name of a section without marks of bold and the like.
const bareName = (text) => text.replace(/\*{1,3}|__|~~|`/g, "").trim();

/**
 * A text and what is to be put into it, without sections that both have.
 *
 * A section that is empty makes way for the one that comes; a table that comes under a heading where one stands already
 * has no heading of its own, and its name is among `stands`.
 */
export function withoutDoubles(value, place, markdown) {
  const coming = new Map([...markdown.matchAll(/^## (.*)$/gm)].map((match) => [fold(bareName(match[1])), match[1]]));
  const stands = [];
  const sections = [...value.matchAll(/^##[ \t]+(.*)$/gm)];
  for (const [number, match] of sections.entries()) {
    sections[number] = { name: fold(bareName(match[1])), start: match.index };
  }
  for (const [number, { name, start }] of [...sections.entries()].reverse()) {
    const end = sections[number + 1]?.start ?? value.length;
    if (!coming.has(name)) continue;
    const content = value.slice(start, end);
    if (isEmpty(content)) {
      value = value.slice(0, start) + value.slice(end);
      if (place > start) place = Math.max(start, place - (end - start));
      // Places of sections behind it are no more asked for: the last one came first.
    } else if (/^\|/m.test(content)) {
      const heading = `## ${coming.get(name)}\n\n`;
      const at = markdown.indexOf(heading);
      const first = markdown.slice(at + heading.length).split(/\n\n/).find((part) => part.startsWith("|") || part.startsWith("#"));
      if (at < 0 || !first?.startsWith("|")) continue;
      markdown = markdown.slice(0, at) + markdown.slice(at + heading.length);
      stands.push(bareName(coming.get(name)));
    }
  }
  return { value, place, markdown, stands };
}
