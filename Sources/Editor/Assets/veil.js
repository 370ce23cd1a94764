// What makes the text of the box easy to read: a veil over it that pales the marks of Markdown and tints headings, and the
// box as high as its text. The veil has the same letters as the box, unseen, so that its lines break where theirs do; it
// is no part of the page for those who do not see it, and takes no clicks.

import { body, element, say, whenLooked } from "./form.js";

const veil = element("div", { className: "veil" });
veil.setAttribute("aria-hidden", "true");
const box = element("div", { className: "text-box" });
body.before(box);
box.append(body, veil);
// The veil makes it as high as the text.
body.removeAttribute("rows");

const mark = /\*{1,3}|~~|`+|!?\[\[[^\]|\n]*\\?\||\[\[|\]\]|!?\[\^?|\]\([^)\s]*\)|\]|<\/?(?:br|sub|sup)>|\\(?=[[\]*_\\|<`])/g;
const beginning = /^[ \t]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,3}[.)])[ \t]+|>[ \t]?)/;

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
  const pale = (start, end) => {
    line.append(text.slice(place, start), element("span", { className: "mark" }, text.slice(start, end)));
    place = end;
  };
  const first = beginning.exec(text);
  if (first) pale(0, first[0].length);
  mark.lastIndex = place;
  for (let match = mark.exec(text); match; match = mark.exec(text)) pale(match.index, match.index + match[0].length);
  line.append(text.slice(place));
  return line;
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

body.addEventListener("input", draw);
whenLooked((found) => {
  draw();
  if (found.tables) showTables(found.tables);
});
addEventListener("pageshow", draw);
draw();
