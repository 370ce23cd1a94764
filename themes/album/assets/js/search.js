// The search page. Needs search-core.js and search-client.js before it; search-late.js comes behind the first results.
//
// The results are a list of links below a field with a live count, not the options of a listbox: what stands in an
// option is read as one text without its links, marks and paragraphs, and a page of results is read, not only chosen
// from. The arrows go from the field through the links and back, Escape returns to the field. Suggestions on other pages
// are a combobox: search-suggest.js.
//
// On the page, by id: form#search-form > input#search-input; p#search-status[role=status]; #search-remarks[aria-live];
// #search-chosen; #search-results; #search-side > #search-facets; button#search-refine and dialog#search-sheet with
// form > button#search-show, where a narrow screen shows #search-facets.
//
// What it makes, for styling:
//   #search-remarks   p.search-remark > button.search-action, button.search-chip
//   #search-chosen    button.search-chip                                       a filter; pressed, it goes
//   #search-results[aria-busy]
//     ol.search-list > li.search-result.hue-N
//       a.search-link > span.search-title > mark;  p.search-label > span.chip;  p.search-snippet > mark
//     p.search-empty;  p.search-fault;  button.search-action.search-more
//   #search-facets    fieldset.search-facet > legend; label.search-value > input, span, span.search-count
//                     details > summary (values beyond the first ones)
//
// The address says it all: ?q=…&f=facet:value,facet:value&all=1&asis=…, where `asis` names what is not to be corrected or
// widened. Typing rewrites the entry of the history, what is done beside it makes a new one.
(function () {
"use strict";
const byId = id => document.getElementById("search-" + id);
const form = byId("form"), input = byId("input"), results = byId("results"), status = byId("status"), notes = byId("remarks");
const chosen = byId("chosen"), panel = byId("facets"), side = byId("side"), sheet = byId("sheet"), refine = byId("refine");
const {say, lost, counted: count, number, el, parts, load, path, forget, ask, address, remember, index, file} = AlbumSearch.client(form);
const title = document.title, STEP = 10;

// --- State
const state = {q: "", filters: {}, all: false, asis: [], limit: STEP};
// Whether the next letter begins an entry of the history of its own.
let settled = true;
// Values that have another id today.
const moved = new Map((form.dataset.former || "").split(" ").map(pair => pair.split("=")));
function read() {
  const p = new URLSearchParams(location.search);
  Object.assign(state, {q: p.get("q") || "", filters: Object.create(null), all: p.has("all"), asis: p.getAll("asis"), limit: history.state && history.state.limit || STEP});
  for (const pair of (p.get("f") || "").split(",")) {
    const [facet, value] = (moved.get(pair) || pair).split(":");
    if (value) (state.filters[facet] = state.filters[facet] || []).push(value);
  }
}
function write(anew) {
  const p = new URLSearchParams(), f = Object.entries(state.filters).flatMap(([facet, values]) => values.map(v => facet + ":" + v));
  if (state.q) p.set("q", state.q);
  if (f.length) p.set("f", f);
  if (state.all) p.set("all", 1);
  for (const word of state.asis) p.append("asis", word);
  const query = String(p).replace(/%3A/g, ":").replace(/%2C/g, ",");
  try {
    history[anew ? "pushState" : "replaceState"](null, "", query ? "?" + query : location.pathname);
  } catch {
    // An old browser from a disk.
  }
}

// --- Searching
let turn = 0, timer = 0, acted = false;
// So many milliseconds the results of an address wait for the facets.
const PATIENCE = 150;
// Whether the facets are looked at: not for a phone that shows none of a great site's. Where `place` has put them says it without
// a layout.
const counts = manifest => panel.parentNode === side || sheet.open || manifest.n <= 5000;
// The facets of which a query of several words may name values; nothing where they are not looked at.
function facets() {
  const [manifest] = file("manifest") || [];
  return manifest && counts(manifest) && Promise.all([late(), ...manifest.f.map((_, i) => load("f" + i))]);
}
const asksMore = () => /\S\s+\S/.test(state.q.trim());
const atHand = () => tools && index().manifest.f.every((_, i) => file("f" + i));
// The results of an address may wait a little for what it names; what is typed never does.
async function run(place, isPatient) {
  const mine = ++turn, waits = () => mine === turn;
  document.title = state.q ? state.q + " — " + title : title;
  if (!state.q.trim()) return blank();
  results.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => waits() && tell(say("searching")), 400);
  const options = {filters: state.filters, limit: state.limit, allWords: state.all, typed: state.asis};
  const columns = isPatient && asksMore() && load("manifest").then(facets);
  const {is, answer} = await ask(state.q, options, waits);
  clearTimeout(slow);
  if (is === "answer") {
    if (needsWords(answer)) await late();
    // Results that have been seen are not moved: what the query names is known in time, or said behind them.
    if (columns) await Promise.race([columns, new Promise(done => setTimeout(done, PATIENCE))]);
    if (asksMore() && counts(index().manifest) && atHand()) answer.offers = await tools.offers(answer, options, waits);
    if (!waits()) return;
    show(answer);
    let y = back(place);
    // Snippets are longer than summaries, and labels come with the counts: unless the reader has moved on, the place is
    // looked for once more.
    const hold = () => { if (y !== null && waits() && scrollY === y) y = back(place); };
    late().then(tools => { if (tools && waits()) { tools.miss(answer); return tools.snippets(answer, waits); } }).then(() => { if (waits() && !notes.contains(document.activeElement)) remarks(answer); hold(); });
    // Counts come after the results are painted; they cost a file for each facet.
    await new Promise(done => setTimeout(done));
    if (!counts(index().manifest)) return;
    const counted = await ask(state.q, {...options, facets: true}, waits);
    if (counted.is !== "answer") return;
    if (answer.partial) tell(found(counted.answer));
    fault(counted.answer.faults);
    if (!await late() || !waits()) return;
    tools.facets(counted.answer, answer);
    hold();
    if (answer.offers) return;
    const offers = await tools.offers(answer, options, waits);
    if (waits()) results.append(...tools.offered(offers));
  } else if (is === "broken") {
    settle(el("p", "search-fault", say("broken"), " ", again()));
    tell(say("broken"));
  }
}
function settle(...children) {
  results.replaceChildren(...children);
  results.removeAttribute("aria-busy");
  // What was pressed may be gone: the results are next.
  if (acted && document.activeElement === document.body) {
    results.focus({preventScroll: true});
    if (results.getBoundingClientRect().top < 0) status.scrollIntoView();
  }
  acted = false;
}
function tell(text) { if (status.textContent !== text) status.textContent = text; }
function blank() {
  settle();
  for (const e of [notes, chosen, panel]) e.replaceChildren();
  refine.hidden = true;
  tell(say("hint"));
  // At hand when the first word is typed, and when there are several.
  load("manifest").then(() => setTimeout(() => state.q || facets(), 300));
}

// --- Showing
function button(text, act, name = "search-action") {
  const b = el("button", name, text);
  b.type = "button";
  b.onclick = act;
  return b;
}
// Something beside typing: an entry of the history.
const act = change => () => { change(); state.limit = STEP; settled = acted = true; write(true); run(); };
const chip = (text, label, change) => {
  const b = button(text, act(change), "search-chip");
  b.setAttribute("aria-label", label);
  return b;
};
// How much was found, in true words.
function found(answer) {
  if (!answer.all) return say("nothing");
  if (answer.partial) return say("least", {n: answer.total});
  if (lost(answer) || answer.split || state.all || answer.whole === answer.total) return count(answer);
  if (!answer.left.length) return say("replaced", {n: answer.total});
  if (answer.whole) return say("some", {n: answer.total, a: answer.whole});
  // An own theme may have no words for it.
  return chosen.childElementCount && answer.main && say("noneChosen", {n: answer.total}) || say(answer.main ? "none" : "found", {n: answer.total});
}
// Pages with all words, then the others, then what stands aside, each under its heading.
function lists(answer) {
  const shown = answer.hits.filter(hit => hit.row), part = (...groups) => shown.filter(hit => groups.includes(hit.group));
  const list = hits => el("ol", "search-list", ...hits.map(hit => item(hit, answer)));
  const made = [];
  for (const [title, hits] of [["", part(0, 1)], [say("others", {n: answer.rest}), part(2)], [say("aside", {n: answer.all - answer.main}), part(3)]]) {
    if (!hits.length) continue;
    if (title) made.push(el("h2", "search-group", title));
    made.push(list(hits));
  }
  return made;
}
function show(answer) {
  const mine = turn;
  filters();
  tell(found(answer));
  remarks(answer);
  settle(...(answer.all ? lists(answer) : [el("p", "search-empty", say(answer.unfiltered ? "filtered" : answer.is === "words" ? "advice" : answer.is))]));
  // What would find something.
  if (!answer.all) late().then(tools => tools && mine === turn && results.append(...tools.ways(answer)));
  fault(answer.faults);
  if (answer.all > answer.hits.length) results.append(button(say("more"), () => {
    state.limit += STEP;
    run().then(() => { const link = links()[answer.hits.length]; if (link) link.focus(); });
  }, "search-action search-more"));
}
function again() { return button(say("retry"), () => { forget(); run(); }); }
// Names the files that failed twice.
function fault(names) {
  if (!names.size) return;
  const old = results.querySelector(".search-fault");
  if (old) old.remove();
  results.append(el("p", "search-fault", say("fault", {a: Array.from(names, path).join(", ")}), " ", again()));
}
function item(hit, answer) {
  const [title, , label, summary] = hit.row, link = el("a", "search-link", el("span", "search-title", ...parts(AlbumSearch.highlight(title, answer.terms))));
  link.href = address(hit);
  // The second click of two on what stood there before is none on this.
  link.onclick = event => event.detail > 1 ? event.preventDefault() : remember(address(hit), answer, hit.file);
  hit.label = el("p", "search-label", label);
  hit.passage = el("p", "search-snippet", ...parts(AlbumSearch.highlight(summary, answer.terms)));
  return hit.item = el("li", "search-result", link, hit.label, hit.passage);
}
// What was searched otherwise than typed, each with its way back; then whether all words are wanted.
function remarks(answer) {
  const said = needsWords(answer) && tools ? tools.remarks(answer) : [];
  // Of one word there is no choice.
  if (state.all ? /\S\s+\S/.test(state.q) : !lost(answer) && answer.whole && answer.whole < answer.total + answer.rest) {
    said.push(el("p", "search-remark", button(state.all ? say("anyWords") : say("allWords", {n: answer.whole}), act(() => { state.all = !state.all; }))));
  }
  // Read out when something else is said than before.
  const text = said.map(p => p.textContent).join("");
  if (notes.textContent !== text || notes.children.length !== said.length) notes.replaceChildren(...said);
}
const needsWords = answer => answer.phrases || answer.remarks.length || answer.offers || state.asis.length;
function filters() {
  const {manifest, engine} = index(), list = [];
  for (const [i, [id]] of manifest.f.entries()) for (const {id: value, name} of state.filters[id] && engine.facet(i) || []) {
    if ((state.filters[id] || []).includes(value)) list.push(chip(name, say("drop", {a: name}), () => choose(id, value, false)));
  }
  chosen.replaceChildren(...list);
  refine.textContent = say("refine") + (list.length ? " (" + list.length + ")" : "");
}
// What is shown behind the first results, or of few queries alone: null when its file failed.
let tools = null;
async function late() {
  await load("late");
  const make = file("late");
  return tools = tools || make && make[0]({state, act, button, chip, choose, panel, chosen, say, number, el, parts, load, ask, address, remember, lost, index, input, fault, hide: yes => { refine.hidden = yes; }, label: text => { byId("show").textContent = text; }});
}
function choose(id, value, on) {
  const others = (state.filters[id] || []).filter(v => v !== value);
  state.filters[id] = on ? [...others, value] : others;
}
// --- Facets: search-late.js
// Beside the results, or in a sheet where the styles leave no room for that.
const roomy = () => side.offsetParent !== null;
function place() {
  const home = roomy() ? side : sheet;
  if (panel.parentNode === home) return;
  if (sheet.open) sheet.close();
  home.prepend(panel);
}
refine.onclick = () => { sheet.showModal(); run(); };
sheet.addEventListener("click", event => { if (event.target === sheet) sheet.close(); });
new ResizeObserver(place).observe(document.body);

// --- Leaving and coming back: the place in the results goes with the entry of the history
const links = () => Array.from(results.querySelectorAll("a.search-link"));
function keep() {
  const at = links().indexOf(document.activeElement), top = at < 0 ? 0 : links()[at].getBoundingClientRect().top;
  try {
    history.replaceState({limit: state.limit, at, top, y: scrollY}, "");
  } catch {
    // An old browser from a disk.
  }
}
function back(place) {
  if (!place) return null;
  const link = links()[place.at];
  if (link) link.focus({preventScroll: true});
  scrollTo(0, link ? scrollY + link.getBoundingClientRect().top - place.top : place.y);
  return scrollY;
}
history.scrollRestoration = "manual";
addEventListener("pagehide", keep);

// --- What the reader does
function type() {
  if (input.value === state.q) return;
  const anew = settled && state.q;
  settled = false;
  state.q = input.value;
  state.limit = STEP;
  state.asis = state.asis.filter(word => state.q.toLowerCase().includes(word.split(" ")[0].toLowerCase()));
  run();
  // After the results: the history answers slowly.
  setTimeout(() => write(anew));
}
input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(type, 80); });
form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(timer);
  type();
  settled = true;
  // The keyboard of a phone makes room for the results.
  if (matchMedia("(pointer: coarse)").matches) input.blur();
});
document.addEventListener("keydown", event => {
  const all = links(), at = all.indexOf(document.activeElement), field = document.activeElement === input;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || sheet.open) return;
  if (event.key === "ArrowDown" && (field || at >= 0) && all[at + 1]) all[at + 1].focus();
  else if (event.key === "ArrowUp" && at >= 0) (all[at - 1] || input).focus();
  else if (event.key === "Escape" && at >= 0) input.focus();
  else if (event.key === "Escape" && field && input.value) { input.value = ""; type(); }
  else return;
  event.preventDefault();
});
function open() {
  read();
  input.value = state.q;
  settled = true;
  run(history.state, true);
}
addEventListener("popstate", open);
place();
open();
try {
  if (localStorage.getItem("album-missed")) late();
} catch {
  // Storage is refused.
}
})();
