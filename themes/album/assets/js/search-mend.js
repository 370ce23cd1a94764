// What the search page's engine does with what no page has: days, the other keyboard layout, spelling. search-core.js asks for
// it as for a file of the index when a word is not known or a day is named; most queries never do.
// The same as Sources/Search in Swift, rule by rule; tests compare the two.
(function (root) {
"use strict";
// <data> made of Sources/Search: RECORD=1 swift test --filter ClientDataTests
const SPELT = 4, MEANT = 2, MARGIN = 16, FEWEST_LATIN = 4, SHORT = 4, COMMON = 8, USUAL = 32, OF_TWO = 6, CERTAIN = 11;
const MONTH_NAMES = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря";
const QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.\x60{}:\"<>~";
const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё";
// </data>
const {scan, resolve, endings: ENDINGS, stemmable, sign} = root.AlbumSearch, distinct = list => Array.from(new Set(list));

// --- Days in queries: Days.swift
const MONTHS = MONTH_NAMES.split(" ");
const signless = run => run.replace(/[,.;:!?)]+$/, "");
function dayTerm(day, month, year) {
  const full = year < 100 ? 2000 + year : year, two = n => String(n).padStart(2, "0");
  return day > 0 && day < 32 && month > 0 && month < 13 && full > 999 && full < 1e4 ? full + "-" + two(month) + "-" + two(day) : null;
}
// The day that the runs from a place on are: {term, runs}, or null.
function readDay(runs, at) {
  const figures = /^(\d\d?)([./-])(\d\d?)\2(\d\d|\d{4})$/.exec(signless(runs[at]));
  let term = figures && dayTerm(+figures[1], +figures[3], +figures[4]);
  if (term) return {term, runs: 1};
  if (!/^\d\d?$/.test(runs[at]) || at + 2 >= runs.length) return null;
  const [chunk] = scan(runs[at + 1]), year = signless(runs[at + 2]);
  const month = chunk && !chunk.parts[1] ? MONTHS.indexOf(chunk.parts[0]) + 1 : 0;
  term = month && /^\d{4}$/.test(year) && dayTerm(+runs[at], month, +year);
  return term ? {term, runs: at + 3 < runs.length && ["г", "года"].includes(signless(runs[at + 3])) ? 4 : 3} : null;
}
function dayWritings(term) {
  const [year, month, day] = term.split("-"), both = s => s[0] === "0" ? [s, s[1]] : [s];
  return both(day).flatMap(d => [[d, MONTHS[month - 1], year], ...both(month).flatMap(m => [[d, m, year], [d, m, year.slice(2)]])]).map(w => w.join(" "));
}

// --- Keyboard layout, spelling: KeyboardLayout.swift, Spelling.swift
const SIGNS = new RegExp(sign.source + "{2}");
function swapLayout(text) {
  text = text.replace(/[A-ZА-ЯЁ]/g, c => c.toLowerCase());
  const cyrillic = /[а-яё]/.test(text), latin = /[a-z]/.test(text) || !cyrillic && SIGNS.test(text);
  if (latin === cyrillic) return null;
  const [from, to] = latin ? [QWERTY, CYRILLIC] : [CYRILLIC, QWERTY];
  const swapped = Array.from(text, c => from.includes(c) ? to[from.indexOf(c)] : c).join("");
  return cyrillic && (swapped.length < FEWEST_LATIN || sign.test(swapped)) ? null : swapped;
}
// Calls visit(word, at, slip) for every word one mistake away: a letter too many, two exchanged, one left out, another
// one. Slips of the hand are likelier than any other letter: an omission, an exchange, a letter doubled.
function around(word, visit) {
  for (let i = 0; i <= word.length; i++) {
    const head = word.slice(0, i), letter = word[i], rest = word.slice(i + 1);
    if (letter) visit(head + rest, i, letter === word[i - 1] || letter === rest[0]);
    if (rest) visit(head + rest[0] + letter + rest.slice(1), i, true);
    for (let c = 0x430; c < 0x450; c++) {
      const other = head + String.fromCharCode(c);
      visit(other + word.slice(i), i, true);
      if (letter) visit(other + rest, i, false);
    }
  }
}
// The mistakes between a term and a beginning of the word that an ending follows, one of them perhaps in the ending; null
// when there are more than the limit. Rows of the letters that a term shares with the one before it are kept.
function distances(word, limit) {
  const cost = Array.from(word + " ", (_, j) => {
    const rest = word.slice(j);
    let cost = 9;
    if (rest.length < 10) around(rest, other => { if (ENDINGS.has(other)) cost = 1; });
    return !rest || ENDINGS.has(rest) ? 0 : cost;
  });
  const rows = [cost.map((_, j) => j)];
  let last = "";
  return term => {
    let i = 0;
    while (i < rows.length - 1 && term[i] === last[i]) i++;
    rows.length = i + 1;
    last = term;
    for (; i < term.length; i++) {
      const above = rows[i], row = [i + 1];
      if (Math.min(...above) > limit) return null;
      for (let j = 0; j < word.length; j++) {
        let edits = Math.min(row[j] + 1, above[j + 1] + 1, above[j] + (term[i] === word[j] ? 0 : 1));
        if (i && j && term[i] === word[j - 1] && word[j] === term[i - 1]) edits = Math.min(edits, rows[i - 1][j - 1] + 1);
        row.push(edits);
      }
      rows.push(row);
    }
    const best = Math.min(...rows[i].map((edits, j) => edits + cost[j]));
    return best <= limit ? best : null;
  };
}
// The words that may have been meant, the best first: Correction.swift.
function corrected(text, {spelt, find, waits, pages}) {
  if (text.length < SPELT || !stemmable.test(text)) return [];
  const before = waits(), lists = [spelt(1, text[0])], found = [];
  const step = key => lists.reduce((known, list) => known || list.get(key), 0);
  const take = (key, at, slip, mistakes) => {
    const size = key.length + slip;
    found.push({key, value: 4 * (size + slip) + step(key) - 99 * mistakes, certainty: 2 * size + at});
  };
  // Whether one of so many pages has it.
  const isCommon = (key, of) => of * 2 ** (step(key) - 1) >= pages;
  const look = go => {
    if (waits() === before) go();
    found.sort((a, b) => b.value - a.value || b.certainty - a.certainty || (a.key < b.key ? -1 : 1));
  };
  const near = () => around(text, (word, at, slip) => {
    const key = resolve(word, step);
    if (key && (text.length > SHORT ? at || key.length >= SHORT || isCommon(key, USUAL) : at && slip && (word === key || word === key + "ь" || isCommon(key, COMMON)))) take(key, at, slip, 1);
  });
  look(near);
  if (waits() > before) return [];
  if (!found.length || found[0].certainty < CERTAIN) {
    lists.push(spelt(1, text[1]), ...Array.from(text.slice(0, 2), letter => spelt(2, letter)));
    look(near);
  }
  if (!found.length && text.length > 7) look(() => {
    const distance = distances(text, 2);
    for (const key of lists[0].keys()) {
      const mistakes = key.length < OF_TWO ? null : distance(key);
      if (mistakes !== null) take(key, 0, 0, mistakes);
    }
  });
  return waits() > before ? [] : distinct(found.filter(f => f.value > found[0].value - MARGIN).map(f => f.key)).slice(0, MEANT).map(find).filter(Boolean);
}
root.albumSearchData("mend", {readDay, dayWritings, swapLayout, distances, corrected});
})(typeof globalThis === "undefined" ? window : globalThis);
