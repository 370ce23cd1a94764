// The page beside the form follows the place that is edited, and leads back: it shows the section in which the caret or a
// cell is, and a heading that is pressed there is gone to in the text. The focus stays where somebody writes.

import { body, form, say } from "./form.js";
import { tableOf } from "./gridtext.js";
import { scrollTo } from "./places.js";

const frame = document.querySelector(".shown iframe");
const HEADINGS = "h1, h2, h3, h4, h5, h6";
// How long a caret rests before it is followed, and how far above a heading the page is shown.
const [REST, ABOVE] = [200, 16];
// A page that is made anew meanwhile is brought to the same section, in milliseconds.
const FRESH = 3000;

// Words alone: a page has soft hyphens and signs that a text has not, a text marks.
const bare = (text) => text.replace(/\]\([^)]*\)/g, "").replace(/\[\[[^\]|]*\|/g, "").toLocaleLowerCase("ru").replace(/[^\p{L}\p{N}]+/gu, "");

/** The headings of a text, each with its place and its number among those of the same name. */
export function headingsOf(text) {
  const found = [];
  const counts = new Map();
  let [offset, isCode] = [0, false];
  for (const line of text.split("\n")) {
    if (/^ {0,3}(```|~~~)/.test(line)) isCode = !isCode;
    const match = !isCode && /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line);
    const name = match ? bare(match[1]) : "";
    if (name) {
      const number = counts.get(name) || 0;
      counts.set(name, number + 1);
      found.push({ name, number, start: offset, end: offset + line.length });
    }
    offset += line.length + 1;
  }
  return found;
}

// Those of the page, which may have more: what a section of the text is called comes first.
function shownHeadings() {
  try {
    return [...frame.contentDocument.querySelectorAll(HEADINGS)].filter((one) => one.tagName !== "H1");
  } catch {
    return [];
  }
}
const named = (name) => shownHeadings().filter((one) => bare(one.textContent) === name);

let followed = "";
let aimed = null;
let waiting = 0;

const isShown = () => frame.checkVisibility() && frame.contentDocument && frame.contentDocument.readyState !== "loading";

// Brings a section into view; tells whether the page has it.
function showSection(section, isSmooth) {
  const view = frame.contentWindow;
  const there = section.name ? named(section.name)[section.number] : frame.contentDocument.documentElement;
  if (!there) return false;
  const isCalm = !isSmooth || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const top = section.name ? there.getBoundingClientRect().top + view.scrollY - ABOVE : 0;
  view.scrollTo({ top: Math.max(0, top), behavior: isCalm ? "instant" : "smooth" });
  return true;
}

function followTo(offset) {
  const headings = headingsOf(body.value);
  const section = headings.findLast(({ start }) => start <= offset) || { name: "", number: 0 };
  const key = `${section.number} ${section.name}`;
  if (key === followed || !isShown()) return;
  followed = key;
  aimed = { section, at: Date.now() };
  showSection(section, true);
}

function followSoon(offset) {
  clearTimeout(waiting);
  waiting = setTimeout(() => followTo(offset()), REST);
}

document.addEventListener("selectionchange", () => { if (document.activeElement === body) followSoon(() => body.selectionStart); });
form.addEventListener("focusin", (event) => {
  const id = event.target.closest(".grid")?.dataset.table;
  const table = id && tableOf(id);
  if (!table) return;
  // A table in a file stands below the heading that it is called by.
  const ofFile = () => headingsOf(body.value).find(({ name }) => name === bare(table.caption))?.start ?? body.value.length;
  followSoon(() => (table.area.node === body ? table.start : ofFile()));
});

// A heading that is pressed leads to the end of its line in the text.
function goTo(heading) {
  const name = bare(heading.textContent);
  const number = named(name).indexOf(heading);
  const own = headingsOf(body.value).find((one) => one.name === name && one.number === number);
  if (!own) return;
  followed = `${own.number} ${own.name}`;
  body.focus({ preventScroll: true });
  body.setSelectionRange(own.end, own.end);
  scrollTo(body, own.start);
}

frame.addEventListener("load", () => {
  const page = frame.contentDocument;
  if (!page) return;
  const own = new Set(headingsOf(body.value).map(({ name }) => name));
  for (const heading of shownHeadings()) {
    if (!own.has(bare(heading.textContent))) continue;
    heading.style.cursor = "pointer";
    heading.title = say("goToText");
  }
  page.addEventListener("click", (event) => {
    const heading = event.target.closest(HEADINGS);
    if (heading && !event.target.closest("a, button")) goTo(heading);
  });
  // After the place at which the page stood is found again.
  setTimeout(() => { if (aimed && Date.now() - aimed.at < FRESH) showSection(aimed.section, false); });
});
