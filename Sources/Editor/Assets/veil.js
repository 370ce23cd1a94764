// What makes the text of the box easy to read: a veil over it that pales the marks of Markdown, draws headings and words in
// bold heavier and links as links, and the box as high as its text. The veil has the same letters as the box, unseen, so that its lines break where theirs do; it
// is no part of the page for those who do not see it, and takes no clicks.

import { body, element, form, say, whenLooked } from "./form.js";

const veil = element("div", { className: "veil" });
veil.setAttribute("aria-hidden", "true");
const box = element("div", { className: "text-box" });
body.before(box);
box.append(body, veil);
// The veil makes it as high as the text.
body.removeAttribute("rows");

// What stands between marks: words of their own, links, what is bold.
const styled = /\*\*(?<bold>[^*\n]+)\*\*|\[\[(?:[^\]|\n]*\\?\|)?(?<link>[^\]\n]+)\]\]|!?\[(?!\[)(?<named>[^\]\n]*)\]\([^)\s]*\)/dg;
const mark = /\*{1,3}|~~|`+|!?\[\[[^\]|\n]*\\?\||\[\[|\]\]|!?\[\^?|\]\([^)\s]*\)|\]|<\/?(?:br|sub|sup)>|\\(?=[[\]*_\\|<`])/g;
const beginning = /^[ \t]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,3}[.)])[ \t]+|>[ \t]?)/;

// How near to the bar of buttons or the tools a caret comes, in pixels.
const NEAR = 8;

let shown = [];
// Lines above a table, with this.
let tables = new Map();

function lineOf(text) {
  const line = element("div");
  if (/^[ \t]*\|/.test(text)) line.className = "row";
  else if (/^[ \t]*#{1,6}[ \t]/.test(text)) line.className = "head";
  if (line.className === "row") {
    line.textContent = text;
    return line;
  }
  let place = 0;
  for (const { start, end, name } of partsOf(text)) {
    line.append(text.slice(place, start), element("span", { className: name }, text.slice(start, end)));
    place = end;
  }
  line.append(text.slice(place));
  return line;
}

// Parts of a line that look other than the rest, in order: where a mark stands in a link, the mark.
function partsOf(text) {
  const first = beginning.exec(text)?.[0].length || 0;
  const marks = first ? [{ start: 0, end: first, name: "mark" }] : [];
  const words = [];
  for (const match of text.matchAll(mark)) if (match.index >= first) marks.push({ start: match.index, end: match.index + match[0].length, name: "mark" });
  for (const { index, indices } of text.matchAll(styled)) {
    for (const [name, [start, end] = []] of Object.entries(indices.groups)) {
      if (index >= first && end > start) words.push({ start, end, name: name === "bold" ? "bold" : "link" });
    }
  }
  const parts = [...marks];
  for (const word of words) {
    let { start } = word;
    for (const one of marks.filter((one) => one.end > start && one.start < word.end)) {
      if (one.start > start) parts.push({ ...word, start, end: one.start });
      start = one.end;
    }
    if (start < word.end) parts.push({ ...word, start });
  }
  return parts.sort((one, other) => one.start - other.start);
}

// Only lines that are others than before are drawn.
function draw() {
  const lines = body.value.split("\n");
  let start = 0;
  while (start < lines.length && start < shown.length && lines[start] === shown[start]) start += 1;
  let same = 0;
  const most = Math.min(lines.length, shown.length) - start;
  while (same < most && lines[lines.length - 1 - same] === shown[shown.length - 1 - same]) same += 1;
  const old = [...veil.children].slice(start, shown.length - same);
  const next = veil.children[shown.length - same] || null;
  for (const line of old) line.remove();
  for (const text of lines.slice(start, lines.length - same)) veil.insertBefore(lineOf(text), next);
  shown = lines;
}

// Above a table stands which one it is, how many rows it has, and that they are edited below: a click leads there.
function showTables(found) {
  tables = new Map();
  for (const table of found) {
    const first = body.value.slice(0, table.start).split("\n").length - 1;
    tables.set(first > 0 && /^\s*$|^[ \t]*#/.test(shown[first - 1]) ? first - 1 : first, table);
  }
  for (const [number, line] of [...veil.children].entries()) {
    const table = tables.get(number);
    const text = table ? say("tableBelow", table.caption, table.rows.length) : "";
    const said = line.querySelector(".jump");
    if ((said?.textContent ?? "") === text && said?.dataset.table === table?.id) continue;
    said?.remove();
    if (!table) continue;
    const made = element("span", { className: "jump" }, text);
    made.dataset.table = table.id;
    line.append(made);
  }
}

veil.addEventListener("click", (event) => {
  const said = event.target.closest(".jump");
  const cell = said && document.querySelector(`.grid[data-table="${CSS.escape(said.dataset.table)}"] td`);
  cell?.scrollIntoView({ block: "center" });
  cell?.focus({ preventScroll: true });
});

// Where the caret is drawn, as a rectangle of the window; nothing where the text is not drawn.
function caretBox() {
  const before = body.value.slice(0, body.selectionStart);
  const number = before.split("\n").length - 1;
  const line = veil.children[number];
  if (!line) return null;
  let rest = before.length - before.lastIndexOf("\n") - 1;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentNode.className === "jump") break;
    if (rest > node.length) {
      rest -= node.length;
      continue;
    }
    const range = document.createRange();
    range.setStart(node, rest);
    range.collapse(true);
    // Where a line breaks both its ends are the caret's: that of now is the last.
    const box = [...range.getClientRects()].at(-1);
    if (box) return box;
    break;
  }
  return line.getBoundingClientRect();
}

// The line on which somebody types lies neither below the bar of buttons nor below the tools.
const bars = { top: document.querySelector(".tools"), bottom: form.querySelector(":scope > .buttons") };
const isStuck = (bar) => getComputedStyle(bar).position === "sticky";
function keepCaretInSight() {
  if (document.activeElement !== body || body.selectionStart !== body.selectionEnd) return;
  const caret = caretBox();
  if (!caret) return;
  const top = isStuck(bars.top) ? bars.top.getBoundingClientRect().bottom : 0;
  const bottom = isStuck(bars.bottom) ? Math.min(innerHeight, bars.bottom.getBoundingClientRect().top) : innerHeight;
  if (caret.bottom > bottom - NEAR) scrollBy({ top: caret.bottom - bottom + NEAR, behavior: "instant" });
  else if (caret.top < top + NEAR) scrollBy({ top: caret.top - top - NEAR, behavior: "instant" });
}
addEventListener("keyup", keepCaretInSight);

body.addEventListener("input", () => {
  draw();
  keepCaretInSight();
});
whenLooked((found) => {
  draw();
  if (found.tables) showTables(found.tables);
});
addEventListener("pageshow", draw);
draw();
