// The search page. Loads the index's files by script tags, so it works over https and from a disk alike.
//
// Needs search-core.js before it, and on the page (all by id):
//   form#search-form > input#search-input, #search-results, p#search-status[role=status], #search-facets (may be absent)
// The folder of the index stands in data-search-root of this script's tag or of <html>: "search/" by default.
//
// What it makes, for styling:
//   #search-results[aria-busy]
//     div.search-remarks > p.search-remark > button.search-action     what was searched otherwise than typed
//     ol.search-list > li.search-result
//       a.search-link > span.search-title > mark;  span.search-label;  p.search-snippet > mark
//     p.search-empty;  p.search-fault;  button.search-action.search-more
//   #search-facets
//     fieldset.search-facet > legend; label.search-value > input[type=checkbox], span, span.search-count
//     button.search-action.search-reset
(function () {
"use strict";
const byId = id => document.getElementById("search-" + id);
const form = byId("form"), input = byId("input"), results = byId("results"), status = byId("status"), panel = byId("facets");
if (!form || !input || !results || !status) return;
const own = document.currentScript;
const folder = new URL((own && own.dataset.searchRoot) || document.documentElement.dataset.searchRoot || "search/", document.baseURI);
const STRINGS = {
  found: "Найдено: {n}", searching: "Ищем…", nothing: "По этому запросу ничего не нашлось.",
  hint: "Наберите слово, номер документа или сокращение.",
  advice: "Попробуйте другое слово или меньше слов: искать можно в любой форме.",
  common: "Эти слова есть почти в каждом тексте. Добавьте слово по теме.",
  layout: "«{a}» — другая раскладка. Ищем «{b}».", spelling: "«{a}» не встречается. Ищем похожее: «{b}…».",
  ignored: "Не встречается в текстах: {a}.", asTyped: "Искать как набрано", allWords: "Только со всеми словами",
  anyWords: "Хотя бы с одним словом", more: "Показать ещё", reset: "Снять все отметки",
  filtered: "С отметками слева ничего не нашлось, без них — {n}.",
  fault: "Не загрузилось: {a}. Показано то, что нашлось в остальном.", retry: "Повторить",
  unmark: "Убрать выделение найденных слов", broken: "Поиск не загрузился. Откройте разделы сайта из меню."
};
const say = (key, values = {}) => STRINGS[key].replace(/\{(\w)\}/g, (_, k) => values[k]);

// --- Files
const loaded = new Map(), loading = new Map();
let manifest = null, engine = null;
const texts = new Map();
window.albumSearchData = (name, ...values) => loaded.set(texts.get(name) || name, values);
function path(name) {
  if (name === "manifest") return "manifest.js";
  const kind = name[0], number = parseInt(name.slice(1), 10);
  const hash = kind === "x" ? name.split("-")[1] : kind === "f" ? manifest.f[number][2] : manifest[kind + "h"].substr(number * 6, 6);
  return kind + Math.floor(number / 500) + "/" + number + "-" + hash + ".js";
}
function load(name) {
  if (loaded.has(name)) return Promise.resolve();
  if (!loading.has(name)) loading.set(name, attempt(name).catch(() => attempt(name)).catch(() => loaded.set(name, null)).then(() => loading.delete(name)));
  return loading.get(name);
}
function attempt(name) {
  return new Promise((done, fail) => {
    const tag = document.createElement("script");
    const end = () => { tag.remove(); loaded.has(name) ? done() : fail(); };
    tag.onload = tag.onerror = end;
    texts.set(name.split("-")[0], name);
    tag.src = new URL(path(name), folder);
    document.head.append(tag);
  });
}

// --- State: ?q=…&f=facet:value,facet:value&all=1
const state = {q: "", filters: {}, all: false, typed: false, limit: 10};
function readAddress() {
  const p = new URLSearchParams(location.search);
  state.q = p.get("q") || "";
  state.all = p.get("all") === "1";
  state.filters = {};
  for (const pair of (p.get("f") || "").split(",")) {
    const [facet, value] = pair.split(":");
    if (value) (state.filters[facet] = state.filters[facet] || []).push(value);
  }
}
function writeAddress() {
  const f = Object.entries(state.filters).flatMap(([facet, values]) => values.map(v => facet + ":" + v));
  const parts = [["q", state.q], ["f", f.join(",")], ["all", state.all ? "1" : ""]].filter(p => p[1]);
  const query = parts.map(([k, v]) => k + "=" + encodeURIComponent(v).replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%20/g, "+")).join("&");
  try {
    history.replaceState(null, "", "?" + query + location.hash);
  } catch (error) {
    // An old browser from a disk.
  }
}

// --- Making elements
function el(tag, name, ...children) {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...children.filter(c => c !== null));
  return e;
}
function button(key, name, act) {
  const b = el("button", "search-action " + name, say(key));
  b.type = "button";
  b.onclick = act;
  return b;
}
const parts = list => list.map(([text, match]) => match ? el("mark", "", text) : text);

// --- Searching: an answer that lacks files is asked for again when they are there
let turn = 0, timer = 0;
async function run() {
  const mine = ++turn, text = state.q;
  if (!text.trim()) return blank();
  results.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => { if (mine === turn) status.textContent = say("searching"); }, 400);
  await load("manifest");
  if (!engine) start();
  if (mine !== turn) return clearTimeout(slow);
  if (!engine) { clearTimeout(slow); results.replaceChildren(el("p", "search-fault", say("broken"))); status.textContent = say("broken"); return; }
  const answer = await complete(mine, false);
  clearTimeout(slow);
  if (!answer) return;
  show(answer);
  snippets(answer, mine);
  // Counts cost a file for each facet: while the panel is folded nobody sees them.
  const fold = panel && panel.closest("details");
  if (panel && manifest.f.length && (!fold || fold.open)) {
    const counted = await complete(mine, true);
    if (counted) showFacets(counted);
  }
}
function start() {
  const values = loaded.get("manifest");
  if (!values || values[0].v !== 2) return;
  manifest = values[0];
  Object.assign(STRINGS, manifest.s);
  engine = AlbumSearch.engine(manifest, name => loaded.get(name));
}
async function complete(mine, facets) {
  for (;;) {
    const answer = engine.search(state.q, {filters: state.filters, limit: state.limit, allWords: state.all, typed: state.typed, facets});
    if (!answer.pending.size) return answer;
    await Promise.all(Array.from(answer.pending, load));
    if (mine !== turn) return null;
  }
}
function blank() {
  results.replaceChildren();
  results.removeAttribute("aria-busy");
  status.textContent = say("hint");
  load("manifest"); // at hand when the first word is typed
  if (panel) panel.replaceChildren();
}

// --- Showing
function show(answer) {
  results.removeAttribute("aria-busy");
  status.textContent = answer.total ? say("found", {n: answer.total}) : say("nothing");
  const list = el("ol", "search-list");
  for (const hit of answer.hits) if (hit.row) list.append(item(hit, answer.terms));
  results.replaceChildren(remarks(answer), ...(answer.total ? [list] : empty(answer)));
  fault(answer.faults);
  if (answer.total > answer.hits.length) results.append(button("more", "search-more", () => {
    const shown = answer.hits.length;
    state.limit += 10;
    run().then(() => { const link = links()[shown]; if (link) link.focus(); });
  }));
}
// Names the files that failed twice, and offers to try again.
function fault(names) {
  if (!names.size) return;
  const old = results.querySelector(".search-fault");
  if (old) old.remove();
  results.append(el("p", "search-fault", say("fault", {a: Array.from(names, path).join(", ")}) + " ", button("retry", "", () => {
    for (const name of names) loaded.delete(name);
    engine = null;
    run();
  })));
}
function item(hit, terms) {
  const [title, url, label, summary] = hit.row;
  const link = el("a", "search-link", el("span", "search-title", ...parts(AlbumSearch.highlight(title, terms))));
  link.href = new URL("../" + url, folder);
  link.onclick = () => remember(link.href, terms);
  hit.passage = el("p", "search-snippet", ...parts(AlbumSearch.highlight(summary, terms)));
  return el("li", "search-result", link, label ? " " : null, label ? el("span", "search-label", label) : null, hit.passage);
}
// What theme.js marks on the page that is opened, and with which script.
function remember(url, terms) {
  const core = document.querySelector('script[src*="search-core"]');
  try {
    sessionStorage.setItem("album-found", JSON.stringify({url, terms, core: core.src, unmark: say("unmark")}));
  } catch (error) {
    // Storage is refused: the page opens unmarked.
  }
}
function snippets(answer, mine) {
  for (const hit of answer.hits) {
    const text = engine.text(hit.id);
    if (text) load(text).then(() => {
      if (mine !== turn || !hit.passage || !engine) return;
      if (loaded.get(text) === null) fault(answer.faults.add(text));
      const passage = engine.snippet(hit.id, answer.terms);
      if (passage) hit.passage.replaceChildren(...parts(passage));
    });
  }
}
function remarks(answer) {
  const box = el("div", "search-remarks");
  const note = (text, action) => box.append(el("p", "search-remark", text + " ", action));
  const ignored = new Set(answer.remarks.filter(r => r[0] === "ignored").map(r => "«" + r[1] + "»"));
  for (const [kind, a, b] of answer.remarks) {
    if (kind !== "ignored") note(say(kind, {a, b}), button("asTyped", "", () => { state.typed = true; run(); }));
  }
  if (ignored.size) note(say("ignored", {a: Array.from(ignored).join(", ")}), null);
  if (state.all || answer.whole && answer.whole < answer.total) {
    note("", button(state.all ? "anyWords" : "allWords", "", () => { state.all = !state.all; change(); }));
  }
  return box;
}
function empty(answer) {
  const text = answer.unfiltered ? say("filtered", {n: answer.unfiltered}) : say(answer.remarks.length ? "advice" : "common");
  return [el("p", "search-empty", text), ...(answer.unfiltered ? [button("reset", "search-reset", reset)] : [])];
}
function reset() { state.filters = {}; change(); }

function showFacets(answer) {
  const focused = panel.contains(document.activeElement) ? document.activeElement.value : null;
  const sets = manifest.f.map(([id, label, , values], i) => {
    const chosen = state.filters[id] || [], counts = answer.counts[i];
    if (!counts) return null;
    const rows = values.map(([value, name], k) => {
      if (!counts[k] && !chosen.includes(value)) return null;
      const box = el("input");
      box.type = "checkbox";
      box.value = id + ":" + value;
      box.checked = chosen.includes(value);
      box.onchange = () => {
        state.filters[id] = box.checked ? [...chosen, value] : chosen.filter(v => v !== value);
        change();
      };
      return el("label", "search-value", box, " ", el("span", "", name), " ", el("span", "search-count", String(counts[k])));
    }).filter(Boolean);
    return rows.length ? el("fieldset", "search-facet", el("legend", "", label), ...rows) : null;
  }).filter(Boolean);
  const any = Object.values(state.filters).some(v => v.length);
  panel.replaceChildren(...sets, ...(any ? [button("reset", "search-reset", reset)] : []));
  for (const box of focused ? panel.querySelectorAll("input") : []) if (box.value === focused) box.focus();
}

// --- What the reader does
function change() { state.limit = 10; writeAddress(); run(); }
function type() {
  state.q = input.value;
  state.typed = false;
  change();
}
const links = () => Array.from(results.querySelectorAll("a.search-link"));
input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(type, 80); });
form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(timer); type(); });
document.addEventListener("keydown", event => {
  const at = document.activeElement, all = links(), place = all.indexOf(at);
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) input.focus();
  else if (event.key === "ArrowDown" && (at === input || place >= 0) && all[place + 1]) all[place + 1].focus();
  else if (event.key === "ArrowUp" && place >= 0) (place ? all[place - 1] : input).focus();
  else if (event.key === "Escape" && place >= 0) input.focus();
  else if (event.key === "Escape" && at === input && input.value) { input.value = ""; type(); }
  else return;
  event.preventDefault();
});
window.addEventListener("popstate", open);
if (panel && panel.closest("details")) panel.closest("details").addEventListener("toggle", () => run());
function open() {
  readAddress();
  input.value = state.q;
  run();
}
open();
})();
