// The search engine of the site's index: folding, stems, query, scores, snippets. No document, no network.
// The same as Sources/Search in Swift, rule by rule; tests compare the two. File formats: ShardFormat.swift there.
//
//   AlbumSearch.engine(manifest, shard) → {search(query, filters, limit, allWords)}
//   shard(name) gives the values of a file: undefined while it is on its way, null when it failed.
//   An answer with `pending` is to be asked for again when more files are there.
//   The file `mend` is search-mend.js, which words that are not known and days want.
(function (root) {
"use strict";
// <data> made of Sources/Search: RECORD=1 swift test --filter ClientDataTests
const MAX = 40, VERSION = 7, BEST = 3000, CHECKED = 50, LONGEST = 4, LETTERS = 400, WORDS = 16, EXPANSIONS = 8, EXACT = 10, GUESS = 8, RELATED = 6, PART = 3, DOUBT = 1, RARE = 8, LONGEST_ENDING = 8;
const NOUNS = "а я о е у ю ы и ь й ам ям ом ем ой ей ою ею ов ев ах ях ами ями ию ия ие ии ий ью ья ье ьи ьям ьях ьями ьев ьем ьей иям иях иями ием ией иев еи ьми ости ость остью остей остям остями остях ост";
const ADJECTIVES = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ою ею ых их ыми ими ей";
const MIDDLES = "ейш айш ем им ом нн вш ющ ущ ащ ящ щ ивш ывш авш явш евш ующ ающ яющ еющ енн анн янн аем яем уем";
const VERBS = "ть л ла ло ли ет ит ут ют ат ят ешь ишь ете ите ем им у ю й йте в вши н на но ны нно а я ти ив ивши уй уйте ует уют уем уя ую";
const AFTER = "ть л ла ло ли";
const AFTER_OPEN = "ет ют ешь ете ем й йте в вши н на но ны";
const SHORTEST = "а я о е у ю ы и ь ой ей ою ею ам ям ах ях ами ями ом ем ью";
const STOP_WORDS = "а без бы в во вы где для до его ее если есть ею же за и из или им их к как какая какие какое какой ко которая которого которое которой котором которому которую которые который которым которыми которых кто ли мне мое моего моей моем моему мои моим моими моих мой мою моя мы на нам нас наш наша наше нашего нашей нашем нашему наши нашим нашими наших нашу не нее ней нем нему ним ними них но о об он она они оно от по под при с себе себя со собой та так также те теми тех то того той тому тот ту у чем что эта эти этим этими этих это этого этой этом этому этот эту";
const FIRM_WORDS = "остров готов здоров покров здоровь основ любов церков";
const VOWELS = "аяеиуы";
const OPEN = "аяе";
const LATIN = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";
const LATIN_TWINS = "abcehkmoptxy";
const CYRILLIC_TWINS = "авсенкмортху";
const IRREGULAR = ["день дня дню днем дне дни дней дням днями днях", "год лет", "люди людьми", "дети детьми", "мать матери матерью матерям матерей матерями матерях", "семья семей", "статья статей"];
const DASH = /[\u002d\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/, NOTHING = /[\u00ad\u0483-\u0489\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const COMPOSED = {"\u0438\u0306": "\u0439", "\u0443\u0306": "\u045e", "\u0456\u0308": "\u0457"};
// </data>
const words = s => s.trim().split(/\s+/);

// --- Folding and scanning: LetterFolding.swift, WordScanner.swift
// A folded letter, "-" or "/", "" for nothing, "+" for a combining mark, null for what parts words.
const folded = new Map();
function fold(ch) {
  if (!folded.has(ch)) folded.set(ch, foldAnew(ch));
  return folded.get(ch);
}
function foldAnew(ch) {
  const c = ch.charCodeAt(0), low = ch.toLowerCase();
  if (c >= 0x430 && c <= 0x44f) return ch;
  if (c < 0x80) return /[a-z\d/-]/.test(low) ? low : null;
  if (low === "ё") return "е";
  if (DASH.test(ch)) return "-";
  if (NOTHING.test(ch)) return "";
  if (c >= 0xc0 && c <= 0xff) return LATIN[c - 0xc0].trim() || null;
  if (c >= 0x300 && c <= 0x36f) return "+";
  return c < 0x400 || c > 0x52f || c === 0x482 ? null : low;
}

// A part in two alphabets is of that in which all its letters can be written: «пoдмена» with a Latin o is Cyrillic.
const TWINS = new Map();
Array.from(CYRILLIC_TWINS, (letter, i) => TWINS.set(LATIN_TWINS[i], letter).set(letter, LATIN_TWINS[i]));
function unmixed(part) {
  if (!/[a-z]/.test(part) || !/[а-я]/.test(part)) return part;
  const foreign = [/[a-z]/g, /[а-я]/g].find(letters => part.match(letters).every(letter => TWINS.has(letter)));
  return foreign ? part.replace(foreign, letter => TWINS.get(letter)) : part;
}

// What needs no folding is taken as a whole.
const PLAIN = /[а-я]*/y;
// Chunks of a text: {parts, whole (or null), start, end, apart: whether a line or cell ends before it}.
function scan(text) {
  const chunks = [];
  let parts = [], part = "", partLength = 0, length = 0, connector = "", all = "", digit = false, slash = false;
  let start = 0, end = 0, apart = false;
  function finish() {
    if (!length) return;
    parts.push(part = unmixed(part));
    const whole = parts.length > 1 && parts.length < 5 && (!slash || digit) && length <= MAX;
    chunks.push({parts, whole: whole ? all + part : null, start, end, apart});
    apart = false;
    parts = []; part = all = connector = ""; partLength = length = 0; digit = slash = false;
  }
  for (let i = 0; i < text.length; i++) {
    const f = fold(text[i]);
    if (f === null) {
      finish();
      if (text[i] < " ") apart = true;
    }
    else if (f === "-" || f === "/") {
      if (length) { if (connector) finish(); else connector = f; }
    } else if (f === "+") {
      if (length && !connector) {
        const made = partLength <= MAX && COMPOSED[part.slice(-1) + text[i]];
        if (made) part = part.slice(0, -1) + made;
        end = i + 1;
      }
    } else if (f) {
      if (!length) start = i;
      else if (connector) {
        parts.push(part = unmixed(part)); all += part + connector; part = "";
        if (connector === "/") slash = true;
        connector = ""; partLength = 0; length++;
      }
      if (f >= "0" && f <= "9") digit = true;
      PLAIN.lastIndex = i + 1;
      PLAIN.test(text);
      end = PLAIN.lastIndex;
      if (partLength < MAX) part += f + text.slice(i + 1, Math.min(end, i + MAX - partLength));
      length += end - i;
      partLength += end - i;
      i = end - 1;
    }
  }
  finish();
  return chunks;
}

// --- Words as data: Endings.swift, WordLists.swift
const ENDINGS = new Set(words(NOUNS + " " + ADJECTIVES));
for (const middle of words(MIDDLES)) {
  ENDINGS.add(middle + "о");
  for (const a of words(ADJECTIVES)) ENDINGS.add(middle + a).add(middle + a + "ся");
}
const verbs = words(VERBS);
for (const v of VOWELS) for (const e of words(AFTER)) verbs.push(v + e);
for (const v of OPEN) for (const e of words(AFTER_OPEN)) verbs.push(v + e);
for (const verb of verbs) ENDINGS.add(verb).add(verb + "ся").add(verb + "сь");
const STOP = new Set(words(STOP_WORDS));
const REGULAR = new Map();
for (const line of IRREGULAR) {
  const [base, ...forms] = words(line);
  for (const form of forms) REGULAR.set(form, base);
}
const FIRM = new Set(words(FIRM_WORDS));

// --- Stems: Stems.swift
const CONSONANT = /[бвгджзклмнпрстфхцчшщ]/, STEMMABLE = /^[\u0400-\u052f-]+$/;
const bytes = s => { let n = 0; for (const c of s) n += c < "\u0080" ? 1 : 2; return n; };
function aliases(stem) {
  const n = stem.length;
  if (n < 4 || bytes(stem) < 8 || !CONSONANT.test(stem[n - 1])) return [];
  const head = stem.slice(0, n - 2), last = stem[n - 1];
  return stem[n - 2] === "о" ? [head + last] : stem[n - 2] === "е" ? [head + last, head + "ь" + last] : [];
}
// Two letters are a stem when a vowel begins them and a short ending follows: «Аша», «Аши».
const SHORT = new Set(words(SHORTEST));
const isShort = (stem, ending) => /^[аеиоуыэюя].$/.test(stem) && CONSONANT.test(stem[1]) && SHORT.has(ending);
// The stem of a word among those for which has() holds, or null.
function resolve(word, has) {
  word = REGULAR.get(word) || word;
  const stems = STEMMABLE.test(word);
  for (let cut = 0; cut <= LONGEST_ENDING; cut++) {
    const at = word.length - cut, stem = word.slice(0, at), ending = word.slice(at);
    if (cut && (!stems || bytes(stem) < 6 && !isShort(stem, ending))) return null;
    if (cut && !ENDINGS.has(ending)) continue;
    if (has(stem)) {
      const noun = word.slice(0, -2);
      return !cut && bytes(noun) > 5 && /[ое]в$/.test(word) && !FIRM.has(word) && has(noun) ? noun : stem;
    }
    if (stems) for (const alias of aliases(stem)) if (has(alias)) return alias;
  }
  return null;
}

// --- Names: Query+Names.swift
const wholes = text => scan(text).map(chunk => chunk.whole || chunk.parts.join("-"));
const isName = list => list.length > 1 && list.some(w => STOP.has(w)) && !list.every(w => STOP.has(w));

// Signs that are letters of the other layout.
const SIGN = /[[\];',.\x60{}:"<>~]/;

// --- Reading shards: ShardFormat.swift
// А…я and ?…~ change places: LetterExchange.swift.
const exchange = text => text.replace(/[?-~А-я]/g, c => String.fromCharCode(c.charCodeAt() + (c < "\x7f" ? 977 : -977)));
function unfront(coded) {
  let last = "";
  return coded ? exchange(coded).split(" ").map(e => last = last.slice(0, e.charCodeAt() - 48) + e.slice(1)) : [];
}
const damaged = () => { throw new Error("damaged"); };
// Thirteen bits in two characters: PackedBits.swift.
function packed(text) {
  let at = 0, hold = 0, left = 0;
  const digit = () => { const c = text.charCodeAt(at++); return c < 92 ? c - 35 : c - 36; };
  const fill = () => {
    if (at >= text.length) damaged();
    hold = hold << 13 | digit() * 91 + digit();
    left += 13;
  };
  const bits = {
    take(count) {
      while (left < count) fill();
      left -= count;
      return hold >>> left & (1 << count) - 1;
    },
    unary() {
      for (let zeros = 0; ; fill()) {
        const ahead = left ? Math.min(Math.clz32(hold << 32 - left), left) : 0;
        zeros += ahead;
        left -= ahead;
        if (left) { left--; return zeros; }
      }
    },
    number() { const digits = bits.unary(); return 1 << digits | bits.take(digits); },
    finish() { if (at !== text.length || left > 12) damaged(); }
  };
  return bits;
}
// So many ascending documents, as id << 4 | impact where they have impacts: PostingCode.swift.
function list(bits, count, n, weighed) {
  if (count > n) damaged();
  const ids = new Uint32Array(count);
  let low = 0, next = 0;
  while (count && 3 * count * 2 ** (low + 1) <= 2 * n) low++;
  for (let i = 0; i < count; i++) {
    const id = next + (bits.unary() << low | bits.take(low));
    if (id >= n) damaged();
    ids[i] = weighed ? id << 4 | (bits.unary() << 1 | bits.take(1)) : id;
    next = id + 1;
  }
  return ids;
}
// The name of a file of further postings: a number of 52 bits.
const fileName = bits => "p" + (bits.take(18) * 2 ** 34 + bits.take(18) * 2 ** 16 + bits.take(16)).toString(36);
// Terms by name: {key, df, best: postings, file: of further postings}; sets of phrases that mean the same: {text, keys},
// the key of each word is what stands before the dot or colon, folded: Phrase.swift.
function termShard([coded, text, sets], n) {
  const bits = packed(text), terms = new Map();
  for (const key of unfront(coded)) {
    const df = bits.number(), file = df > BEST ? fileName(bits) : null;
    terms.set(key, {key, df, file, best: list(bits, Math.min(df, BEST), n, true)});
  }
  bits.finish();
  const first = word => { const [chunk] = scan(word.split(/[.:]/)[0]); return chunk && (chunk.whole || chunk.parts[0]); };
  const phrase = text => ({text: text.replace(/\./g, "").replace(/[^ ]*:/g, ""), keys: text.split(" ").map(first).filter(Boolean)});
  return {terms, sets: sets.map(set => set.map(text => phrase(exchange(text))))};
}
function facetColumn([names, text], n) {
  const bits = packed(text), values = names.map(([id, name, forms]) => ({id, name, forms, ids: list(bits, bits.number() - 1, n)}));
  bits.finish();
  return values;
}

// --- Ranking: Ranking.swift
function rarity(df, n) {
  let value = (2 * n + 2) / (2 * df + 1), result = 0;
  while (value >= 2) { value /= 2; result++; }
  for (let i = 0; i < RARE; i++) {
    value *= value; result *= 2;
    if (value >= 2) { value /= 2; result++; }
  }
  return Math.max(1, result);
}

// --- Snippets: Snippet.swift.
// The terms of an answer, which many texts are compared with: {phrases: [[word]], known: words, heads: their beginnings}.
const termLists = new WeakMap();
function partedTerms(terms) {
  if (!termLists.has(terms)) {
    const phrases = terms.map(t => t.split(" ")), known = new Set(phrases.flat());
    termLists.set(terms, {phrases, known, heads: new Set(Array.from(known, t => t.slice(0, 2)))});
  }
  return termLists.get(terms);
}
// For each chunk the first of the terms that it is, or of the phrases (terms parted by spaces) that it is a part of: the
// words of a phrase follow one another in a line or cell, stop words aside. TermSequences.swift.
function match(chunks, terms) {
  const {phrases, known, heads} = partedTerms(terms);
  const stem = word => heads.has(word.slice(0, 2)) || REGULAR.has(word) ? resolve(word, s => known.has(s)) : null;
  const stems = [], places = [], matches = chunks.map(() => -1);
  chunks.forEach((chunk, i) => {
    if (chunk.apart) { stems.push(null); places.push(i); }
    for (const part of chunk.parts) if (!STOP.has(part)) { stems.push(stem(part)); places.push(i); }
  });
  const wholes = chunks.map(chunk => chunk.whole && stem(chunk.whole));
  phrases.forEach((phrase, number) => {
    const take = i => { if (matches[i] < 0) matches[i] = number; };
    stems.forEach((_, at) => { if (phrase.every((t, k) => stems[at + k] === t)) phrase.forEach((_, k) => take(places[at + k])); });
    wholes.forEach((whole, i) => { if (whole && !phrase[1] && whole === phrase[0]) take(i); });
  });
  return matches;
}
function mark(text, chunks, matches) {
  const parts = [];
  let at = chunks.length ? chunks[0].start : 0;
  // A tab parts cells, the end of a line what ends no sentence.
  const plain = (to) => { const t = text.slice(at, to).replace(/[ \t-\r]+/g, (gap, i) => /\t/.test(gap) || /[\n-\r]/.test(gap) && !/[.!?:;,…][»)]?$/.test(text.slice(Math.max(0, at + i - 2), at + i)) ? " · " : " "); if (t) parts.push([t, false]); };
  chunks.forEach((c, i) => {
    if (matches[i] < 0) return;
    plain(c.start);
    parts.push([text.slice(c.start, c.end), true]);
    at = c.end;
  });
  if (chunks.length) plain(chunks[chunks.length - 1].end);
  return parts;
}
// A title with its matches: [text, isMatch] of the whole text.
function highlight(text, terms) {
  const chunks = scan(text);
  if (!chunks.length) return [[text, false]];
  const parts = mark(text, chunks, match(chunks, terms));
  if (chunks[0].start) parts.unshift([text.slice(0, chunks[0].start), false]);
  parts.push([text.slice(chunks[chunks.length - 1].end), false]);
  return parts;
}

// --- The engine: IndexReader.swift, Query.swift, Scores.swift
const distinct = list => [...new Set(list)];
function engine(manifest, shard) {
  const keys = unfront(manifest.t), n = manifest.n, decoded = new Map();
  let pending = new Set(), faults = new Set(), remarks = [], waits = 0, misses = 0;
  const place = id => Math.floor(id / manifest.dp);
  // The names of the term shards: by the first two characters of their least keys, and a number among those alike.
  const hex = text => Array.from(text, c => c.charCodeAt().toString(16).padStart(3, "0")).join(""), alike = new Map();
  const shards = keys.map(key => {
    const head = key.slice(0, 2), number = alike.get(head) || 0;
    alike.set(head, number + 1);
    return "t" + hex(head) + "-" + number;
  });

  function values(name) {
    const value = shard(name);
    if (value === undefined) pending.add(name), waits++;
    if (value === null) faults.add(name);
    return value;
  }
  function decode(name, make) {
    if (decoded.has(name)) {
      if (!decoded.get(name)) faults.add(name);
      return decoded.get(name);
    }
    const value = values(name);
    if (!value) return value;
    let made = null;
    try { made = make(value, n); } catch (error) { faults.add(name); }
    decoded.set(name, made);
    return made;
  }
  function shardNumber(key) {
    let low = 0, high = keys.length;
    while (low + 1 < high) {
      const middle = low + high >> 1;
      if (key < keys[middle]) high = middle; else low = middle;
    }
    return low;
  }
  // Of a file that failed nothing is known: `misses` tells it from one without the term.
  function terms(number) {
    const shard = number < keys.length ? decode(shards[number], termShard) : {terms: new Map(), sets: []};
    if (shard === null) misses++;
    return shard || {terms: new Map(), sets: []};
  }
  const find = key => terms(shardNumber(key)).terms.get(key) || null;
  const synonyms = key => terms(shardNumber(key)).sets.filter(set => set.some(phrase => phrase.keys[0] === key));
  function beginning(prefix) {
    const first = shardNumber(prefix), found = [];
    for (const number of [first, first + 1]) {
      if (number !== first && !(keys[number] || "").startsWith(prefix)) continue;
      for (const term of terms(number).terms.values()) if (term.key.startsWith(prefix)) found.push(term);
    }
    return found.sort((a, b) => b.df - a.df || (a.key < b.key ? -1 : 1)).slice(0, EXPANSIONS);
  }

  function resolveWord(text, required, open) {
    const word = {text, required, terms: [], alternatives: []};
    // A shard on its way stops the search for a stem: it will be asked again.
    const before = waits, missed = misses;
    const stem = resolve(text, key => find(key) !== null || waits > before);
    if (waits > before) return word;
    word.unread = misses > missed;
    if (stem !== null) {
      word.terms = [find(stem)];
      word.alternatives = [[required ? EXACT : PART, word.terms]];
      // «оценив» is a form of a word and may be the beginning of another.
      const longer = open && bytes(text) >= 10 ? beginning(text) : [];
      for (const term of longer) if (term.key !== stem && bytes(term.key) <= bytes(text) + 6) word.alternatives.push([PART, [term]]);
    } else if (open && bytes(text) > 1) {
      word.terms = beginning(text);
      word.alternatives = word.terms.map(t => [GUESS, [t]]);
    }
    return word;
  }
  // A word that the texts lack may have a synonym, as an abbreviation has its expansion.
  const synonym = text => resolve(text, key => synonyms(key).some(set => set.some(({keys}) => keys[0] === key && !keys[1])));
  const isKnown = word => word.terms.length > 0 || synonym(word.text) !== null;
  // Whether parts are those of a number or of a mark such as «Р-139», «АЗ-1061/08»: three digits at least, few letters; two years are none.
  const isMark = parts => parts.join("").replace(/[^0-9]/g, "").length > 2 && parts.every(part => bytes(part) <= 6 || /^[0-9]+$/.test(part)) && !parts.every(part => /^[0-9]{4}$/.test(part));
  // Two years as one word, «2022/2023», «2022-23»: texts write one span in each way, and with a dash. «2023-05» is a month.
  function years([from, to, ...more]) {
    if (more.length || !/^(19|20)\d\d$/.test(from) || !/^\d+$/.test(to)) return null;
    const second = to.length === 2 ? from.slice(0, 2) + to : to, span = second - from;
    return second.length === 4 && second < 2100 && (to.length === 2 ? span === 1 : span > 0) ? [from, second] : null;
  }
  // A number or mark of the texts that has other signs between its parts: «02-2807» is «02/2807».
  function withOtherSigns(text) {
    const [first, ...parts] = text.split(/[-/]/);
    for (let choice = 0; choice < 1 << parts.length; choice++) {
      const key = first + parts.map((part, bit) => "-/"[choice >> bit & 1] + part).join(""), term = find(key);
      if (term) return {text: key, required: true, terms: [term], alternatives: [[EXACT, [term]]]};
    }
    return null;
  }
  // Each way in which texts write a span as one word; a page that has it so is worth more.
  const spans = ([from, to]) => [to, to.slice(2)].flatMap(second => ["-", "/"].map(sign => from + sign + second))
    .map(text => resolveWord(text, false, false)).filter(word => word.terms.length)
    .map(word => ({...word, compound: true, alternatives: [[EXACT, word.terms]]}));
  function resolveRun(run, last) {
    const found = [], chunks = scan(run);
    chunks.forEach((chunk, i) => {
      const open = last && i === chunks.length - 1 && chunk.end === run.length;
      const span = years(chunk.parts);
      if (span) return found.push(...spans(span), ...span.map(year => resolveWord(year, true, false)));
      const mark = isMark(chunk.parts), isNumber = chunk.whole && !/[^\d-/]/.test(chunk.whole), typed = chunk.whole && resolveWord(chunk.whole, true, open);
      const compound = typed && !typed.terms.length && (mark || isNumber) && withOtherSigns(chunk.whole) || typed, whole = compound && compound.terms.length > 0;
      let parts = [];
      if (compound) compound.compound = true;
      chunk.parts.forEach((part, place) => {
        if (STOP.has(part)) return;
        const word = resolveWord(part, !whole, open && !whole && place === chunk.parts.length - 1);
        if (!whole || word.terms.length) parts.push(word);
      });
      const gone = parts.some(w => !w.terms.length && !w.unread);
      // Where a part of a number is nowhere, the others mean nothing: «03/961» asks for no «03», «Р-138» for no «Р»; and beside
      // a mark that is found its parts are those of others.
      if (compound && (gone && (mark || isNumber) || mark && whole)) found.push(compound);
      else {
        // Nor does it stand for them when both are somewhere.
        if (compound && !whole && !compound.unread && mark) {
          // The long figures say most: of «01/2807» no other number by «01» is meant.
          const long = parts.filter(w => /^\d{3,}$/.test(w.text));
          if (long.length) parts = long;
          for (const word of parts) word.apart = run.slice(chunk.start, chunk.end);
        }
        found.push(...whole ? [compound] : [], ...parts);
      }
    });
    return found;
  }
  // A run in the other layout, with the signs at its end as letters and as signs.
  const trim = run => run.replace(/[,.;:]+$/, "");
  const others = run => { const tools = mend(); return tools ? distinct([run, trim(run)]).map(tools.swapLayout).filter(text => text !== null) : []; };
  // What is asked for when a word is not known, or is a day: search-mend.js; none while it is on its way or when it failed.
  const mend = () => { const tools = values("mend"); return tools && tools[0]; };
  const corrected = text => { const tools = mend(); return tools ? tools.corrected(text, {spelt, find, waits: () => waits, pages: n}) : []; };
  // The words of a run in the other layout, of which any must be known, or each.
  function swapped(run, last, each) {
    for (const text of others(run)) {
      const list = resolveRun(text, last);
      if (list.some(isKnown) && (!each || list.every(isKnown))) return [list.filter(isKnown), text];
    }
    return null;
  }
  // The words of a run whose letters and digits were typed together: «р139» is «Р-139». Query+Parted.swift
  function parted(run, last) {
    for (const {index} of run.matchAll(/(?=\p{L}\d|\d\p{L})/gu)) {
      const list = resolveRun(run.slice(0, index + 1) + "-" + run.slice(index + 1), last);
      if (list.some(w => w.compound) && list.every(w => w.terms.length)) return list;
    }
    return null;
  }
  const isStop = text => scan(text).every(chunk => chunk.parts.every(part => STOP.has(part)));
  // The words that have a letter first or second: by term a digit of its commonness.
  const spelt = (which, letter) => manifest[which === 1 ? "sl" : "sm"].includes(letter) && decode("s" + which + hex(letter), ([coded, steps]) => {
    const found = unfront(coded);
    return found.length === steps.length ? new Map(found.map((key, k) => [key, parseInt(steps[k], 36)])) : damaged();
  }) || new Map();
  // What is said of the query, each thing once.
  const remark = (...made) => { if (!remarks.some(r => r.join() === made.join())) remarks.push(made); };
  const SPACE = /[\t-\r \u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]+/;
  // Whether straight quotes are the letter Э of the other layout: «"rjkjubz» is «Экология».
  function quotesAreLetters(text) {
    const tools = text.includes("\"") && !/[а-яё]/i.test(text) && mend();
    return tools && tools.swapLayout(text) !== null && text.split(SPACE).some(run => {
      const swap = run.includes("\"") && tools.swapLayout(run), list = swap ? resolveRun(swap, false) : [];
      return list.length > 0 && list.every(isKnown);
    });
  }
  function parse(text, typed) {
    const doubtful = new Set(), cut = Array.from(text.slice(0, 2 * LETTERS)).slice(0, LETTERS).join("");
    const space = SPACE, pieces = cut.split(quotesAreLetters(cut) ? /[«»“”„]/ : /["«»“”„]/);
    let list = [], quoted = [];
    // Runs as they were typed, which may be stop words of the other layout.
    const plain = [];
    remarks = [];
    pieces.forEach((piece, number) => {
      const first = list.length, runs = piece.split(space).filter(Boolean), end = number === pieces.length - 1;
      // Every second piece stands in quotes, the last one only when they are closed.
      const isQuoted = number % 2 && !end;
      let skip = 0;
      runs.forEach((run, i) => {
        if (skip-- > 0) return;
        skip = isQuoted ? 0 : addDay(runs, i, list, typed);
        if (skip-- > 0) return;
        const last = end && i === runs.length - 1 && piece.endsWith(run);
        const before = waits, found = resolveRun(run, last);
        if (waits > before) return;
        const signs = /[a-z]/i.test(run) ? SIGN.test(trim(run)) : !scan(run).length;
        const doubted = (signs || !found.every(w => isKnown(w) || w.unread)) && !typed.has(run);
        const number = doubted && parted(run, last);
        if (waits > before) return;
        if (number) { list.push(...number); return; }
        const other = doubted ? swapped(run, last, found.some(isKnown)) : null;
        if (other) {
          list.push(...other[0]);
          remark("layout", run, other[1]);
          return;
        }
        if (/[a-z]/i.test(run) || SIGN.test(run)) plain.push([run, found]);
        for (const word of found) {
          if (word.apart) remark("apart", word.apart);
          if (word.unread && !isKnown(word)) { remark("unread", word.text); continue; }
          const known = isKnown(word), meant = known || typed.has(word.text) ? [] : corrected(word.text);
          meant.forEach((term, i) => {
            word.terms.push(term);
            word.alternatives.push([i ? DOUBT : GUESS, [term]]);
            word.meant = true;
            remark("spelling", word.text, term.key);
          });
          if (known || meant.length) list.push(word);
          else remark("ignored", word.text);
        }
      });
      if (isQuoted) quoted.push(list.slice(first).filter(word => !word.compound));
    });
    // Where other words were typed in the other layout, its stop words were meant too: «d irjkt» is «в школе».
    if (remarks.some(r => r[0] === "layout")) for (const [run, found] of plain) if (others(run).some(isStop)) for (const word of found) doubtful.add(word.text);
    if (doubtful.size) {
      list = list.filter(word => !doubtful.has(word.text));
      remarks = remarks.filter(r => r[0] !== "ignored" || !doubtful.has(r[1]));
    }
    if (cut.length < text.length || list.length > WORDS) remark("cut", String(Math.min(list.length, WORDS)));
    list = list.slice(0, WORDS);
    const phrases = quoted.map(phrase => phrase.filter(word => list.includes(word))).filter(phrase => phrase.length > 1);
    relate(list, typed, phrases);
    addNames(list, cut);
    return {words: list, phrases};
  }
  // «14.03.2025», «14 марта 2025»
  const mayBeDay = (runs, at) => /^\d\d?[./-]\d\d?[./-]\d\d/.test(runs[at]) || /^\d\d?$/.test(runs[at]) && /^\d{4}/.test(runs[at + 2] || "");
  // As many runs as a day has, 0 where there is none. The words of one that no text has are not searched: each is of something else.
  function addDay(runs, at, list, typed) {
    const tools = !typed.has(runs[at]) && mayBeDay(runs, at) && mend(), day = tools && tools.readDay(runs, at), missed = misses;
    if (!day) return 0;
    const term = find(day.term);
    if (term) list.push({text: day.term, required: true, terms: [term], alternatives: [[EXACT, [term]]], writings: tools.dayWritings(day.term)});
    else if (misses === missed) remark("noDay", runs.slice(at, at + day.runs).join(" ").replace(/[,.;:!?)]+$/, ""));
    else remark("unread", runs[at]);
    return day.runs;
  }
  // Pages that have a name of the query are worth more; none is left out for lacking it.
  function addNames(list, text) {
    if (!list.length) return;
    const names = list.filter(w => /\d/.test(w.text) && w.terms.length).map(w => "#" + w.text), all = wholes(text).slice(0, WORDS);
    for (let count = 2; count <= LONGEST; count++) for (let at = 0; at + count <= all.length; at++) {
      const some = all.slice(at, at + count);
      if (isName(some)) names.push("#" + some.join("-"));
    }
    for (const name of distinct(names)) {
      const term = find(name);
      if (term) list.push({text: name, name: true, required: false, terms: [term], alternatives: [[EXACT, [term]]]});
    }
  }
  // A phrase stands as it is.
  function relate(list, typed, quoted) {
    const own = list.map(w => w.terms.length ? w.terms[0].key : synonym(w.text) || w.text);
    const required = list.map((_, i) => i).filter(i => list[i].required && !quoted.some(phrase => phrase.includes(list[i])));
    required.forEach((number, position) => {
      for (const set of synonyms(own[number])) for (const phrase of set) {
        const {keys} = phrase;
        if (keys[0] !== own[number]) continue;
        for (let at = Math.max(0, position - keys.length + 1); at <= position && at + keys.length <= required.length; at++) {
          const places = required.slice(at, at + keys.length), text = places.map(p => list[p].text).join(" "), added = [];
          // In any order.
          if (typed.has(text) || !places.every(p => keys.includes(own[p])) || !keys.every(t => places.some(p => own[p] === t))) continue;
          for (const other of set) {
            const found = other === phrase ? [null] : other.keys.map(find);
            if (!found.every(Boolean)) continue;
            for (const p of places) list[p].alternatives.push([RELATED, found]);
            added.push(other.text);
          }
          if (added.length) remark(places.every(p => list[p].terms.length) ? "related" : "instead", text, added.join(", "));
        }
      }
    });
  }

  // Totals by document; `touched` are the documents of the query, `mine` those of a word.
  const totals = new Float64Array(n), covered = new Float64Array(n), worths = new Uint16Array(n), seen = new Uint8Array(n);
  const touched = new Uint32Array(n), mine = new Uint32Array(n);
  let touchedCount = 0, mineCount = 0;
  // The postings of a term: the best ones, or all.
  function postings(term, exact) {
    const rest = exact && term.file && decode(term.file, ([text]) => {
      const bits = packed(text), further = list(bits, term.df - BEST, n, true);
      bits.finish();
      return further;
    });
    return rest ? [term.best, rest] : [term.best];
  }
  // The weight times the least worth of the terms, for documents that have all of them.
  function add([weight, list], exact) {
    let least = null;
    list.forEach((term, place) => {
      const next = new Map();
      for (const block of postings(term, exact)) for (let i = 0; i < block.length; i++) {
        const id = block[i] >>> 4;
        let worth = 2 * (block[i] & 15) + 1;
        if (least) {
          if (!least.has(id)) continue;
          worth = Math.min(worth, least.get(id));
        }
        if (place < list.length - 1) { next.set(id, worth); continue; }
        worth *= weight;
        if (!worths[id]) mine[mineCount++] = id;
        if (worth > worths[id]) worths[id] = worth;
      }
      least = next;
    });
  }
  function score(list, exact) {
    let sum = 0;
    while (touchedCount) { const id = touched[--touchedCount]; totals[id] = covered[id] = seen[id] = 0; }
    for (const word of list) {
      const count = word.terms.length ? word.terms.reduce((s, t) => s + t.df, 0)
        : Math.min(...word.alternatives.flatMap(a => a[1]).map(t => t.df));
      const rare = rarity(isFinite(count) ? Math.min(count, n) : 0, n);
      if (word.required) sum += rare;
      for (const alternative of word.alternatives) add(alternative, exact);
      while (mineCount) {
        const id = mine[--mineCount];
        if (!seen[id]) { seen[id] = 1; touched[touchedCount++] = id; }
        totals[id] += rare * worths[id];
        if (word.required) covered[id] += rare;
        worths[id] = 0;
      }
    }
    return sum;
  }

  const column = i => decode("f" + i, facetColumn);
  // For each facet, null or by document whether it has a chosen value.
  function filterMasks(filters) {
    return manifest.f.map(([id], i) => {
      const chosen = filters[id], values = chosen && chosen.length && column(i);
      if (!values) return null;
      const mask = new Uint8Array(n);
      for (const value of values) if (chosen.includes(value.id)) for (const d of value.ids) mask[d] = 1;
      return mask;
    });
  }
  // By facet its values with the number of found pages that pass the other facets; null where a column is not there.
  function counts(masks, found) {
    return manifest.f.map((_, i) => {
      const values = column(i), others = masks.filter((mask, k) => mask && k !== i);
      const passing = values && others.length ? found.map((isFound, d) => isFound && others.every(mask => mask[d])) : found;
      return values && values.map(({id, name, ids}) => {
        let count = 0;
        for (let k = 0; k < ids.length; k++) count += passing[ids[k]];
        return {id, name, count};
      });
    });
  }
  // The best hits so far, in order; a hit is worth looking at when it is better than the last of them.
  const before = (a, b) => a.group < b.group || a.group === b.group && (a.score > b.score || a.score === b.score && a.id < b.id);
  function keep(hits, hit, limit) {
    if (hits.length === limit && !before(hit, hits[limit - 1])) return;
    let at = hits.length;
    while (at && before(hit, hits[at - 1])) at--;
    hits.splice(at, 0, hit);
    if (hits.length > limit) hits.pop();
  }
  // Title, address, label, summary, file of the text, place there.
  function row(id) {
    const rows = values("d" + place(id)), row = rows && rows[0][id % manifest.dp];
    return row && [exchange(row[1]), row[0], exchange(row[2]), exchange(row[3]), "x" + row[4].slice(0, -1), parseInt(row[4].slice(-1), 36)];
  }
  // The best hits that have all phrases in title, summary or text.
  function check(answer, phrases) {
    const checked = answer.hits.slice(0, CHECKED), held = checked.filter(({id}) => {
      const shown = row(id), texts = shown && values(shown[4]);
      if (!shown) return false;
      const found = new Set([shown[0], shown[3], texts ? exchange(texts[0][shown[5]]) : ""].flatMap(text => match(scan(text), phrases)));
      return phrases.every((_, i) => found.has(i));
    });
    answer.phrases = {checked: checked.length, held: held.length};
    return held;
  }
  // The page that the whole query names, such as the calendar.
  function named(list) {
    const key = list.filter(w => w.required).map(w => w.terms.length ? w.terms[0].key : "?").sort().join(" ");
    return Object.hasOwn(manifest.g, key) ? manifest.g[key] : n;
  }
  // Groups of hits: HitOrder.swift. Pages from `manifest.a` on stand aside.
  function collect(answer, list, {allWords, facets, quoted}, masks, limit, exact) {
    const sum = score(list, exact), active = masks.filter(Boolean), first = named(list);
    const isWhole = id => covered[id] === sum, passes = id => active.every(mask => mask[id]);
    const all = touched.subarray(0, touchedCount).filter(id => covered[id] && (!allWords || isWhole(id)));
    const main = all.filter(id => id < manifest.a), whole = main.filter(isWhole);
    const split = quoted && whole.length > 0 && whole.length < main.length, counted = split ? whole : main.length ? main : all;
    const held = active.length ? all.filter(passes) : all, passing = active.length ? main.filter(passes) : main;
    const group = id => id === first ? 0 : id >= manifest.a ? 3 : split && !isWhole(id) ? 2 : 1;
    Object.assign(answer, {
      total: active.length ? counted.filter(passes).length : counted.length, whole: (active.length ? whole.filter(passes) : whole).length,
      unfiltered: counted.length, all: held.length, main: passing.length, split, hits: [], partial: !exact
    });
    answer.rest = split ? passing.length - answer.total : 0;
    if (limit) for (const id of held) keep(answer.hits, {id, group: group(id), score: Math.floor(totals[id] * covered[id] / sum)}, limit);
    if (facets) {
      const found = new Uint8Array(n);
      for (const id of counted) found[id] = 1;
      answer.counts = counts(masks, found);
    }
    return sum;
  }

  return {
    // {is: "words", "common" when all its words stand in nearly every text, or "wordless",
    // total, all, whole, rest, split, hits: [{id, score, group, row}], remarks, terms, asked, pending, faults, partial, phrases, counts (with `facets`)}
    // `phrases`, for a query with quotation marks: {checked, held}, so many of the best pages were looked through, so many
    // have the phrases; where some have, these alone are found.
    // `typed` lists words that are searched as they stand: neither corrected nor related to others.
    // A word of very many pages is looked up among its best as long as these fill the answer: then it is `partial`, and
    // there may be more than `total`. With `facets` or `allWords` an answer is exact.
    search(text, {filters = {}, limit = 10, allWords = false, facets = false, typed = []} = {}) {
      pending = new Set(); faults = new Set();
      const query = parse(text, new Set(typed)), found = query.words.flatMap(w => w.alternatives).flatMap(a => a[1]);
      const kind = query.words.length || remarks.length ? "words" : scan(text).length ? "common" : "wordless";
      const answer = {is: kind, phrases: null, remarks, counts: null, pending, faults};
      const masks = filterMasks(filters), options = {allWords, facets, quoted: query.phrases.length > 0};
      if (pending.size) return answer;
      // Words of the query that are searched as they stand, and whether others are searched for some.
      answer.left = distinct(query.words.filter(w => w.required && !w.meant && w.terms.length).map(w => w.text));
      answer.replaced = query.words.some(w => w.required && (w.meant || !w.terms.length));
      const exact = facets || allWords || !found.some(term => term.file), wanted = query.phrases.length ? Math.max(limit, CHECKED) : limit;
      let sum = collect(answer, query.words, options, masks, wanted, exact);
      if (answer.partial && answer.all < wanted) sum = collect(answer, query.words, options, masks, wanted, true);
      if (pending.size) return answer;
      const phrases = distinct(query.phrases.map(phrase => phrase.flatMap(w => w.terms.slice(0, 1)).map(t => t.key).join(" ")));
      const held = phrases.length ? check(answer, phrases) : [];
      if (pending.size) return answer;
      if (held.length) {
        const ids = new Uint8Array(n);
        for (const hit of held) ids[hit.id] = 1;
        for (const hit of held) hit.group = 1;
        Object.assign(answer, {total: held.length, all: held.length, rest: 0, split: false, whole: held.filter(hit => covered[hit.id] === sum).length, hits: held, partial: false});
        if (facets) answer.counts = counts(masks, ids);
      }
      answer.hits = answer.hits.slice(0, limit);
      const others = held.length ? query.words.filter(w => !query.phrases.some(phrase => phrase.includes(w))) : query.words;
      answer.terms = [...(held.length ? phrases : []), ...distinct(others.filter(w => !w.name).flatMap(w => [...w.alternatives.map(a => a[1].map(t => t.key).join(" ")), ...(w.writings || [])]))];
      // For each word of the query the terms of which it wants one.
      answer.asked = query.words.filter(w => w.required).map(w => w.alternatives.map(a => a[1].map(t => t.key).join(" ")));
      for (const hit of answer.hits) hit.row = row(hit.id);
      return answer;
    },
    // The values of a facet, {id, name, ids of documents}, when its column is there.
    facet: column,
    // For each facet the document's values by number; none where a column is not there.
    values: id => manifest.f.map((_, i) => (column(i) || []).flatMap((value, k) => value.ids.includes(id) ? [k] : [])),
    // The address of a file below the folder of the index: ShardFormat.swift. Texts and further postings have a hash for
    // a name; the mark of any other file stands in the manifest.
    path(name) {
      const kind = name[0], rest = name.slice(1), folder = Math.floor(+rest / 32), {sl, sm} = manifest;
      if (kind === "x" || kind === "p") return kind + rest[0] + "/" + rest + ".js";
      const letter = rest[0] === "1" ? Array.from(sl, hex).indexOf(rest.slice(1)) : sl.length + Array.from(sm, hex).indexOf(rest.slice(1));
      const number = {t: shards.indexOf(name), d: folder, s: letter, f: +rest}[kind];
      const within = {t: rest.slice(0, 3), d: folder}[kind] ?? "";
      return kind + within + "/" + rest + "-" + manifest[kind + "h"].substr(number * 5, 5) + ".js";
    },
    // The name of the file with a document's text; the document shard's value that is not there.
    text: id => shard("d" + place(id)) && row(id)[4],
    // The text of a document as found(text) makes it, or {is: "waiting"} while it is on its way, {is: "failed"} when its file
    // did not come.
    passage(id, found) {
      const name = this.text(id), value = name && shard(name);
      return value ? found(exchange(value[0][row(id)[5]])) : {is: value === undefined ? "waiting" : "failed"};
    }
  };
}
root.AlbumSearch = {engine, version: VERSION, scan, stop: STOP, resolve, endings: ENDINGS, stemmable: STEMMABLE, sign: SIGN, match, mark, highlight};
})(typeof globalThis === "undefined" ? window : globalThis);
