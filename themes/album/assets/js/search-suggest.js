// Suggestions below the search box of a page: the combobox with a listbox of the ARIA Authoring Practices (list
// autocomplete with manual selection). The focus stays in the box; the arrows go through the options, Enter opens the
// chosen one or, without a choice, leads to the page with all results; Esc closes. search-box.js loads this script
// when a box gets the focus for the first time.
//
//   form > input[role=combobox]
//          div.suggest > p.suggest-said (what is shown in place of a word that is nowhere)
//                        div[role=listbox] > a[role=option].suggest-item
//                          > span.suggest-title > mark; span.search-label or span.suggest-line > span > mark
//                        button.suggest-all (leads where Enter leads)
//          p[role=status].hidden-label
(function () {
"use strict";
const form = document.querySelector("form[data-scripts]"), input = form.querySelector("input");
const {say, counted, el, parts, load, ask, address, remember, index} = AlbumSearch.client(form);
const LIMIT = 6;
// So many milliseconds suggestions stand before their lines are looked up.
const PAUSE = 250;
// So many words stand before the first match of a line, and on a phone.
const LEAD = 3, SHORT_LEAD = 1, NARROW = 600;
const list = el("div", "suggest-list"), all = el("button", "search-action suggest-all"), said = el("p", "suggest-said"), box = el("div", "suggest", said, list, all);
const status = el("p", "hidden-label");
let turn = 0, chosen = -1, timer = 0;

list.id = "suggest-list";
// A list that scrolls is no stop of the Tab key either.
list.tabIndex = -1;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", form.querySelector("label").textContent);
status.setAttribute("role", "status");
for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", false]]) {
  input.setAttribute(name, value);
}
box.hidden = true;
// The last stop of the Tab key before the page itself is the form's own button.
all.tabIndex = -1;
input.parentNode.append(box, status);

const options = () => Array.from(list.children);
// The whole box stays within the window: below the field, or above it where there is more room.
const EDGE = 8, LEAST = 150;
function fit() {
  const field = input.getBoundingClientRect(), below = innerHeight - field.bottom - 2 * EDGE, above = field.top - 2 * EDGE;
  const up = below < LEAST && above > below;
  box.classList.toggle("suggest-up", up);
  box.style.maxHeight = Math.max(up ? above : below, 0) + "px";
}
for (const change of ["resize", "scroll"]) addEventListener(change, () => box.hidden || fit(), {passive: true});
function open(yes) {
  box.hidden = !yes;
  if (yes) fit();
  input.setAttribute("aria-expanded", yes);
  choose(-1);
}
function choose(place) {
  chosen = place;
  options().forEach((option, i) => option.setAttribute("aria-selected", i === place));
  const option = options()[place];
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({block: "nearest"});
  } else input.removeAttribute("aria-activedescendant");
}

// What was typed last is not asked for any more.
function close() {
  clearTimeout(timer);
  turn++;
  open(false);
}

async function suggest() {
  const mine = ++turn, text = input.value;
  if (!text.trim()) return open(false);
  const {is, answer} = await ask(text, {limit: LIMIT}, () => mine === turn);
  // Without an index the box leads to the search page, which says what is wrong.
  if (is !== "answer" || document.activeElement !== input) return;
  list.replaceChildren(...answer.hits.filter(hit => hit.row).map((hit, i) => item(hit, i, answer)));
  // Of what was typed; what is searched for it may itself be mended.
  const typed = text.toLowerCase().replaceAll("ё", "е"), told = (key, ...kinds) => {
    const words = answer.remarks.flatMap(([kind, word]) => kinds.includes(kind) && typed.includes(word.toLowerCase()) ? ["«" + word + "»"] : []);
    return words.length ? say(key, {a: Array.from(new Set(words)).join(", ")}) : "";
  };
  said.textContent = answer.all ? [told("similar", "layout", "spelling", "instead", "apart"), told("absent", "ignored", "noDay")].filter(Boolean).join(". ") : "";
  said.hidden = !said.textContent;
  status.textContent = said.textContent + " " + (answer.all ? counted(answer) : say("nothing"));
  all.textContent = answer.all ? say("everything", {n: answer.total || answer.all}) : say("nothing");
  open(true);
  setTimeout(() => mine === turn && lines(answer, () => mine === turn), PAUSE);
}
function item(hit, i, answer) {
  const [title, , label, summary] = hit.row;
  const marked = AlbumSearch.highlight(title, answer.terms);
  const option = el("a", "suggest-item", el("span", "suggest-title", ...parts(marked)));
  // What the title lacks is shown by a line, at first of the summary.
  if (answer.asked.some(terms => !AlbumSearch.highlight(title, terms).some(part => part[1]))) {
    hit.line = el("span", "", ...behind(label, AlbumSearch.highlight(summary, answer.terms)));
    option.append(el("span", "suggest-line", label, hit.line));
  } else option.append(el("span", "search-label", label));
  option.id = "suggest-" + i;
  option.href = address(hit);
  option.tabIndex = -1;
  option.setAttribute("role", "option");
  option.onclick = () => remember(address(hit), answer, hit.file);
  hit.option = option;
  return option;
}
// A line behind the kind of the page; some pages have no summary.
const behind = (label, line) => line.some(([text]) => text) ? [label && " · ", ...parts(line)] : [];
// A passage that begins so many words before its first match: there is little room.
function fromFirst([[text, isMatch], ...others], lead) {
  const words = text.split(" "), short = words.slice(-lead - 1).join(" ").replace(/^· /, "");
  return isMatch || words.length <= LEAD + 1 ? [[text, isMatch], ...others] : [["… " + short, false], ...others];
}
// The line of the page, or of one of its files, that has most of the words.
function lines(answer, waits) {
  const {engine} = index();
  for (const hit of answer.hits) {
    const text = hit.line && engine.text(hit.id);
    if (text) Promise.all([load("late"), load(text)]).then(() => {
      const {passages} = AlbumSearch;
      if (!waits() || !passages) return;
      const {is, list} = engine.passage(hit.id, text => passages(text, answer.terms));
      if (is !== "passages") return;
      const [{file, parts: some}] = list;
      const short = fromFirst(some, file ? 0 : innerWidth < NARROW ? SHORT_LEAD : LEAD);
      hit.line.replaceChildren(...behind(hit.row[2], file ? [[say("inFile", {a: file}) + " ", false], ...short] : short));
      hit.file = file;
      // Where the page offers its files.
      if (file) hit.option.hash = "files-title";
    });
  }
}

input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 80); });
input.addEventListener("keydown", event => {
  const count = options().length, {key} = event;
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if (key === "ArrowDown" && box.hidden) suggest();
  else if (box.hidden) {
    // What waits to be asked would open them behind somebody who wants none.
    if (key === "Escape") close();
    return;
  } else if (key === "ArrowDown" && !event.altKey) choose(chosen + 1 < count ? chosen + 1 : -1);
  else if (key === "ArrowUp" && !event.altKey) choose(chosen < 0 ? count - 1 : chosen - 1);
  else if (key === "Escape" || key === "ArrowUp") close();
  else if (key === "Enter" && chosen >= 0) options()[chosen].click();
  else return;
  event.preventDefault();
});
// A press on an option leaves the focus in the box.
box.addEventListener("mousedown", event => event.preventDefault());
form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) close(); });
if (document.activeElement === input) suggest();
})();
