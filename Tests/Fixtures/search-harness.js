// Runs the browser's search engine in Node for the Swift tests.
//   node search-harness.js analysis CORE FIXTURE    prints one line for each case of the fixture that fails
//   node search-harness.js endings CORE             prints the endings, sorted, one a line
//   node search-harness.js queries CORE SITE        reads JSON requests, one a line; prints one JSON answer a line
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const [, , mode, core, argument] = process.argv;
const context = vm.createContext({atob});
const parts = new Map();
context.albumSearchData = (name, ...values) => parts.set(name, values);
// The parts that a page loads when they are needed lie beside the engine.
for (const script of [core, ...["mend", "late"].map(name => core.replace("search-core", "search-" + name))]) {
  vm.runInContext(fs.readFileSync(script, "utf8"), context);
}
const search = context.AlbumSearch, [{swapLayout, distances}] = parts.get("mend");
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function analysis() {
  const fixture = JSON.parse(fs.readFileSync(argument, "utf8"));
  const fail = (kind, c, got) => console.log(kind + " " + JSON.stringify(c) + " gave " + JSON.stringify(got));
  for (const c of fixture.scan) {
    const got = search.scan(c.text).map(k => k.whole ? {parts: k.parts, whole: k.whole} : {parts: k.parts});
    if (!same(got, c.chunks)) fail("scan", c, got);
  }
  for (const c of fixture.resolve) {
    const got = search.resolve(c.word, s => c.stems.includes(s));
    if (got !== c.stem) fail("resolve", c, got);
  }
  for (const e of fixture.endings.contained) if (!search.endings.has(e)) fail("endings", e, "absent");
  for (const e of fixture.endings.absent) if (search.endings.has(e)) fail("endings", e, "contained");
  for (const c of fixture.layout) if (swapLayout(c.text) !== c.swapped) fail("layout", c, swapLayout(c.text));
  for (const c of fixture.spelling) {
    const got = distances(c.word, c.limit)(c.term);
    if (got !== c.distance) fail("spelling", c, got);
  }
  for (const c of fixture.snippets) {
    // Neighbouring parts of a kind may be divided differently.
    const join = parts => parts.reduce((all, [text, match]) => {
      const last = all[all.length - 1];
      if (last && last[1] === match) last[0] += text; else all.push([text, match]);
      return all;
    }, []);
    const got = search.passages(c.text, c.terms), first = got.list && got.list[0];
    if (got.is !== (c.parts ? "passages" : c.is) || c.parts && !same(join(first.parts), join(c.parts)) || first && first.file !== (c.file || "")) fail("snippets", c, got);
  }
}

function queries() {
  const files = new Map();
  context.albumSearchData = (name, ...values) => files.set(name, values);
  const run = file => {
    try { vm.runInContext(fs.readFileSync(path.join(argument, "search", file), "utf8"), context); } catch (error) { /* a fault */ }
  };
  run("manifest.js");
  const manifest = files.get("manifest")[0];
  // As in a browser, a file is on its way when it is first asked for.
  const shard = name => {
    if (files.has(name)) return files.get(name);
    if (parts.has(name)) files.set(name, parts.get(name));
    else run(engine.path(name));
    if (!files.has(name)) files.set(name, null);
    return undefined;
  };
  const engine = search.engine(manifest, shard);
  for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const request = JSON.parse(line);
    const {query, filters, limit, allWords, typed, facets} = request;
    let answer = null;
    do answer = engine.search(query, {filters, limit, allWords, typed, facets}); while (answer.pending.size);
    console.log(JSON.stringify({
      total: answer.total, whole: answer.whole, partial: answer.partial, phrases: answer.phrases,
      results: answer.hits.filter(h => h.row).map(h => {
        const join = passage => passage.parts.map(p => p[0]).join("");
        const passage = () => engine.passage(h.id, text => search.passages(text, answer.terms));
        passage();
        const snippet = passage();
        if (snippet.is === "failed") answer.faults.add(engine.text(h.id));
        return {url: h.row[1], score: h.score, snippet: snippet.list ? join(snippet.list[0]) : h.row[3], files: (snippet.list || []).filter(p => p.file).map(p => p.file + ": " + join(p))};
      }),
      remarks: answer.remarks.map(r => r.join("|")),
      offers: offers(engine, manifest, request),
      faults: answer.faults.size,
      counts: answer.counts
    }));
  }
}

// As the page makes them: ids and values, the rest of the query, how much that finds.
function offers(engine, manifest, {query, filters = {}, allWords, typed}) {
  const ask = (text, options) => {
    let answer = null;
    do answer = engine.search(text, options); while (answer.pending.size);
    return answer;
  };
  manifest.f.forEach((_, i) => { if (!engine.facet(i)) engine.facet(i); });
  const columns = manifest.f.map(([id], i) => (filters[id] || []).length ? null : engine.facet(i));
  const meant = ask(query, {filters, limit: 0, allWords, typed}).remarks.reduce((text, [kind, a, b]) => kind === "layout" ? text.split(a).join(b) : text, query);
  return search.named(meant, columns).flatMap(({values, rest}) => {
    const chosen = values.map(({facet, value}) => [manifest.f[facet][0], columns[facet][value].id]);
    const narrowed = {...filters, ...Object.fromEntries(chosen.map(([id, value]) => [id, [value]]))};
    const {total, whole, partial, remarks} = ask(rest, {filters: narrowed, limit: 0, allWords, typed});
    const lost = remarks.some(r => ["ignored", "apart", "unread", "noDay"].includes(r[0]));
    return whole > 0 && !partial && !lost ? [[chosen.map(pair => pair.join("=")).join("&"), rest, whole, Boolean(allWords || whole === total)].join("|")] : [];
  }).slice(0, 2);
}

if (mode === "analysis") analysis();
else if (mode === "endings") console.log(Array.from(search.endings).sort().join("\n"));
else queries();
