// What the search page and the suggestions of the search boxes share: the files of the index, the words of the
// interface, elements. Needs search-core.js before it.
//
// The index is loaded by script tags, so that it works over https and from a disk alike. Its folder lies beside the page
// that the form leads to. Words stand in the form's data attributes, else among the strings of the manifest; a word with
// plural forms has them in the order of the language, parted by bars: «{n} страница|{n} страницы|{n} страниц».
//
//   const {ask, …} = AlbumSearch.client(form);
//   const {is, answer} = await ask("квест", {limit: 10}, () => true);     // "answer", see search-core.js; "broken" without
//                                                  an index; "stale" when nobody waits any more
AlbumSearch.client = form => {
"use strict";
const folder = new URL("search/", form.action), lang = document.documentElement.lang;
const plural = new Intl.PluralRules([lang, "ru"]), forms = plural.resolvedOptions().pluralCategories.length > 2 ? ["one", "few", "many"] : ["one", "other"];
let manifest = null, engine = null;

// --- Words, elements
const format = new Intl.NumberFormat([lang, "ru"]), number = n => format.format(n);
function say(key, values = {}) {
  let text = form.dataset[key] || (manifest && manifest.s[key]) || "";
  if (text.includes("|")) text = text.split("|")[forms.indexOf(plural.select(values.n))];
  return text.replace(/\{(\w)\}/g, (_, k) => k === "n" ? number(values.n) : values[k]);
}
function el(tag, name, ...children) {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...children.filter(c => c || c === 0));
  return e;
}
const parts = list => list.map(([text, match]) => match ? el("mark", "", text) : text);

// --- Files
const loaded = new Map(), loading = new Map();
window.albumSearchData = (name, ...values) => {
  loaded.set(name, values);
  if (name === "manifest") start();
};
// Parts of the scripts that few queries want stand in the form's data, too.
const path = name => name === "manifest" ? "manifest.js" : form.dataset[name + "Script"] ? new URL(form.dataset[name + "Script"], location).href : engine.path(name);
// A file that fails twice is null.
function load(name) {
  if (loaded.has(name)) return Promise.resolve();
  if (!loading.has(name)) loading.set(name, attempt(name).catch(() => attempt(name)).catch(() => loaded.set(name, null)).then(() => loading.delete(name)));
  return loading.get(name);
}
function attempt(name) {
  const address = new URL(path(name), folder);
  return new Promise((done, fail) => {
    const tag = el("script");
    tag.onload = tag.onerror = () => { tag.remove(); loaded.has(name) ? done() : fail(); };
    tag.src = address;
    document.head.append(tag);
  });
}
// Failed files are asked for again.
function forget() {
  for (const [name, values] of loaded) if (!values) loaded.delete(name);
  start();
}
function start() {
  const values = loaded.get("manifest");
  if (!values || values[0].v !== AlbumSearch.version) return;
  manifest = values[0];
  engine = AlbumSearch.engine(manifest, name => loaded.get(name));
}

// An answer that lacks files is asked for again when they are there.
async function ask(text, options, waits) {
  await load("manifest");
  while (engine && waits()) {
    const answer = engine.search(text, options);
    if (!answer.pending.size) return {is: "answer", answer};
    await Promise.all(Array.from(answer.pending, load));
  }
  return {is: waits() ? "broken" : "stale"};
}

const address = hit => new URL("../" + hit.row[1], folder).href;
// What an answer counts: pages with all words where these stand first.
// A word that no page has, that or that could not be looked up leaves none with all.
const gone = ["ignored", "unread", "noDay"], lost = answer => answer.remarks.some(r => r[0] === "apart" || gone.includes(r[0]));
// By which words, where some are lost: all, of a number its parts; the only one; the others; those that stand for what was typed.
const left = ({left, replaced, remarks}) => !remarks.some(r => gone.includes(r[0])) ? "found" : !left.length ? "replaced" : left.length > 1 || replaced ? "remaining" : "remainingOne";
const counted = answer => say(lost(answer) ? left(answer) : answer.split && !answer.partial ? answer.left.length ? "whole" : "replaced" : "found", {n: answer.total, a: answer.left[0]});
// What search-box.js marks on the page that is opened, and by which it finds the section.
function remember(url, {terms, asked}, file) {
  try {
    sessionStorage.setItem("album-found", JSON.stringify({url, terms, asked, file, marks: say("marks"), previous: say("previous"), next: say("next"), unmark: say("unmark")}));
  } catch {
    // Storage is refused: the page opens unmarked.
  }
}
return {say, lost, counted, number, el, parts, load, path, forget, ask, address, remember, file: name => loaded.get(name), index: () => ({manifest, engine})};
};
