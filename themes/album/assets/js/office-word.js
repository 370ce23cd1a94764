// A document of Word from the blocks of a page (ECMA-376): styles that Word knows by name, lists, tables whose heads return on each
// page, footnotes, links, pictures, wide tables on pages that lie on their side.
//
//   AlbumOffice.docx({blocks, notes}, {title, facts, lang, words})     its bytes; pictures of runs have {bytes, type, width, height}
"use strict";
(() => {
const {RELATIONS, escape, tag, part, relations, packed, plain} = AlbumOffice;
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/", PICTURE = DRAWING + "picture";
const SPACES = {"xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "xmlns:r": RELATIONS.slice(0, -1), "xmlns:wp": DRAWING + "wordprocessingDrawing", "xmlns:a": DRAWING + "main", "xmlns:pic": PICTURE};
// Twentieths of a point: A4 with margins of 2 cm. Drawings are measured in 635ths of these, 9525ths of a pixel.
const SHORT = 11906, LONG = 16838, MARGIN = 1134;
const room = isWide => (isWide ? LONG : SHORT) - 2 * MARGIN, sum = list => list.reduce((one, other) => one + other, 0);

// An element of Word's: one value alone is its `val`.
const w = (name, values, ...inner) => tag("w:" + name, Object.fromEntries(Object.entries(values === undefined || typeof values === "object" ? values || {} : {val: values}).map(([key, value]) => [/:/.test(key) ? key : "w:" + key, value])), ...inner);
const when = (is, ...made) => is ? w(...made) : "";
const font = name => w("rFonts", {ascii: name, hAnsi: name, cs: name}), size = points => w("sz", points * 2);
const space = (before, after, line = 259) => w("spacing", {before, after, line, lineRule: "auto"});

const main = [], media = [];
let lists, isWide, isNote, across;
function relation(type, target, mode) {
  const id = "r" + (main.length + 1);
  main.push({id, type, target, mode});
  return id;
}

// --- Runs

function run({text, note, isBreak, picture: shown, href, bold, italic, code, strike, sup, sub}, isHead) {
  if (shown) return picture(shown);
  if (note) return w("r", null, w("rPr", null, w("rStyle", "FootnoteReference")), w("footnoteReference", {id: note}));
  if (isBreak) return w("r", null, w("br"));
  const look = [when(href, "rStyle", "Hyperlink"), code ? font("Courier New") : "", when(bold || isHead, "b"), when(italic, "i"), when(strike, "strike"), when(sup || sub, "vertAlign", sup ? "superscript" : "subscript")];
  const made = w("r", null, w("rPr", null, look), w("t", {"xml:space": "preserve"}, escape(text)));
  return href ? w("hyperlink", {"r:id": relation("hyperlink", href, "External")}, made) : made;
}

// What could not be taken is named.
function picture({bytes, type, width, height, alt}) {
  if (!bytes || isNote) return run({text: "[" + alt + "]", italic: true});
  const id = media.length + 1, name = "media/image" + id + "." + type, scale = Math.min(9525, across * 635 / width, 8e6 / height), said = {id, name, descr: alt}, [cx, cy] = [width, height].map(side => Math.round(side * scale));
  media.push({name: "word/" + name, bytes});
  return w("r", null, w("drawing", null, tag("wp:inline", {distT: 0, distB: 0, distL: 0, distR: 0}, tag("wp:extent", {cx, cy}), tag("wp:docPr", said), tag("a:graphic", null, tag("a:graphicData", {uri: PICTURE}, tag("pic:pic", null,
    tag("pic:nvPicPr", null, tag("pic:cNvPr", said), tag("pic:cNvPicPr")), tag("pic:blipFill", null, tag("a:blip", {"r:embed": relation("image", name)}), tag("a:stretch", null, tag("a:fillRect"))),
    tag("pic:spPr", null, tag("a:xfrm", null, tag("a:off", {x: 0, y: 0}), tag("a:ext", {cx, cy})), tag("a:prstGeom", {prst: "rect"}, tag("a:avLst")))))))));
}

// --- Paragraphs

// Bullets share one numbering; each numbered list begins its own.
function number(item) {
  if (!item.isOrdered) return 1;
  if (!lists.has(item.list)) lists.set(item.list, {...item, number: lists.size + 2});
  return lists.get(item.list).number;
}

function paragraph({runs, level, look, item, indent, breaksPage}, {style, isHead, isNumber, mark, keepsNext} = {}) {
  const own = style || (level ? "Heading" + Math.min(level, 4) : look || item && "ListParagraph");
  return w("p", null, w("pPr", null, when(own, "pStyle", own), when(keepsNext, "keepNext"), when(breaksPage, "pageBreakBefore"), item ? w("numPr", null, w("ilvl", item.level), w("numId", number(item))) : "",
    when(indent, "ind", {left: indent * 425}), when(isNumber, "jc", "right")), mark || "", runs.map(one => run(one, isHead)));
}
const gap = section => w("p", null, w("pPr", null, w("pStyle", "Gap"), section || ""));

// --- Tables

// Each column as wide as its longest word, the rest by how much stands in it.
function widths({columns, rows}) {
  const least = Array(columns).fill(550), much = Array(columns).fill(1);
  for (const {cells} of rows) if (cells.length === columns) cells.forEach((cell, place) => {
    const text = plain(cell.blocks);
    least[place] = Math.max(least[place], ...text.split(/[ \n-]/).map(word => word.length * 128 + 230));
    much[place] = Math.max(much[place], Math.sqrt(text.length));
  });
  const spare = room(isWide) - sum(least);
  return least.map((own, place) => Math.floor(spare > 0 ? own + spare * much[place] / sum(much) : own * room(isWide) / sum(least)));
}

function table(block) {
  const {columns, rows} = block, sizes = widths(block);
  return w("tbl", null, w("tblPr", null, w("tblStyle", "TableGrid"), w("tblW", {w: room(isWide), type: "dxa"}), w("tblLayout", {type: "fixed"})), w("tblGrid", null, sizes.map(own => w("gridCol", {w: own}))), rows.map(row => {
    let place = 0;
    return w("tr", null, w("trPr", null, w("cantSplit"), when(row.height, "trHeight", row.height), when(row.isHead, "tblHeader")), row.cells.map((cell, count) => {
      // A row may be shorter than its table.
      const span = count === row.cells.length - 1 ? columns - place : cell.span, own = sum(sizes.slice(place, place += span));
      across = own - 220;
      const {isNumber} = cell, isHead = cell.isHead || row.isHead, texts = cell.blocks.filter(one => one.runs).map(one => paragraph(one, {style: "TableText", isHead: isHead || one.level, isNumber}));
      return w("tc", null, w("tcPr", null, w("tcW", {w: own, type: "dxa"}), when(span > 1, "gridSpan", span), when(row.isHead, "shd", {val: "clear", fill: "E9EEF2"})), texts.length ? texts : paragraph({runs: []}, {style: "TableText"}));
    }));
  }));
}

// --- Pages

// Six columns, or four with long texts, lie on their side, with the heading above them.
function wide(blocks) {
  const list = [];
  for (let place = blocks.length; place--;) {
    const {rows, columns, level} = blocks[place];
    list[place] = rows ? columns > 5 || columns > 3 && sum(rows.map(row => sum(row.cells.map(cell => plain(cell.blocks).length)))) / rows.length > 600 : Boolean(place && level && list[place + 1]);
  }
  return list;
}

const section = () => w("sectPr", null, w("footerReference", {type: "default", "r:id": "r1"}), w("pgSz", isWide ? {w: LONG, h: SHORT, orient: "landscape"} : {w: SHORT, h: LONG}),
  w("pgMar", {top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 567, footer: 567, gutter: 0}));

function body(blocks) {
  const sides = wide(blocks), parts = [];
  isWide = sides[0];
  blocks.forEach((block, place) => {
    const next = blocks[place + 1] || {}, isTurned = sides[place] !== isWide;
    if (isTurned || blocks[place - 1]?.rows) parts.push(gap(isTurned && section()));
    isWide = sides[place];
    across = room(isWide);
    parts.push(block.rows ? table(block) : paragraph(block, {keepsNext: next.rows || block.runs[0].picture}));
  });
  return [parts, gap(), section()];
}

// Those of the separators are Word's own.
function footnotes(notes) {
  isNote = true;
  return [["separator", -1], ["continuationSeparator", 0]].map(([type, id]) => w("footnote", {type, id}, w("p", null, w("r", null, w(type))))).concat(notes.map((blocks, place) => w("footnote", {id: place + 1}, blocks.filter(one => one.runs).map((block, count) =>
    paragraph(block, {style: "FootnoteText", mark: count ? "" : w("r", null, w("rPr", null, w("rStyle", "FootnoteReference")), w("footnoteRef")) + run({text: " "})})))));
}

// The site, its edition and the page's address; the number of the page.
function footer({facts, words}) {
  const style = "Footer", field = name => w("fldSimple", {instr: name}, run({text: "1"})), [before, between, after] = words.numbers.split(/\{\d\}/).map(text => run({text}));
  return [paragraph({runs: [{text: facts.slice(1).filter(Boolean).join(" · ")}]}, {style}), paragraph({runs: []}, {style, isNumber: true, mark: before + field("PAGE") + between + field("NUMPAGES") + after})];
}

function numbering() {
  const levels = (id, format, text) => w("abstractNum", {abstractNumId: id}, Array.from({length: 9}, (_, level) =>
    w("lvl", {ilvl: level}, w("start", 1), w("numFmt", format), w("lvlText", text(level)), w("pPr", null, w("ind", {left: 425 * (level + 1), hanging: 425})))));
  return [levels(0, "bullet", level => "•–·"[level % 3]), levels(1, "decimal", level => "%" + (level + 1) + "."), w("num", {numId: 1}, w("abstractNumId", 0)),
    Array.from(lists.values(), one => w("num", {numId: one.number}, w("abstractNumId", 1), w("lvlOverride", {ilvl: one.level}, w("startOverride", one.start))))];
}

function styles(lang) {
  const style = (styleId, name, paragraph, look, type = "paragraph") => w("style", {type, styleId, default: name === "Normal" ? 1 : undefined}, w("name", name), when(name !== "Normal" && type === "paragraph", "basedOn", "Normal"), w("qFormat"), when(paragraph, "pPr", null, paragraph), when(look, "rPr", null, look));
  const side = name => w(name, {val: "single", sz: 4, color: "808080"}), margin = name => w(name, {w: 108, type: "dxa"});
  return [w("docDefaults", null, w("rPrDefault", null, w("rPr", null, font("Times New Roman"), size(12), w("lang", lang)))), style("Normal", "Normal", space(0, 120)),
    [18, 15, 13, 12].map((points, level) => style("Heading" + (level + 1), "heading " + (level + 1), w("keepNext") + space(level ? 280 : 0, 120, 240) + w("outlineLvl", level), w("b") + size(points))),
    style("Subtitle", "Subtitle", space(0, 200), size(14)), style("ListParagraph", "List Paragraph", space(0, 60)), style("Caption", "caption", w("keepNext") + space(60, 120), w("b")),
    style("Quote", "Quote", w("pBdr", null, w("left", {val: "single", sz: 18, space: 8, color: "808080"})) + w("ind", {left: 284})), style("TableText", "Table Text", space(20, 20, 240), size(9.5)), style("Gap", "Gap", space(0, 80, 240), size(2)),
    style("Footer", "footer", space(0, 0, 240), w("color", "595959") + size(8)), style("FootnoteText", "footnote text", space(0, 40, 240), size(10)),
    style("FootnoteReference", "footnote reference", "", w("vertAlign", "superscript"), "character"), style("Hyperlink", "Hyperlink", "", w("color", "1F4E79") + w("u", "single"), "character"),
    w("style", {type: "table", styleId: "TableGrid"}, w("name", "Table Grid"), w("tblPr", null, w("tblBorders", null, ["top", "left", "bottom", "right", "insideH", "insideV"].map(side)), w("tblCellMar", null, margin("left"), margin("right"))))];
}

AlbumOffice.docx = ({blocks, notes, inner}, about) => {
  if (inner?.size) blocks.push({level: 2, runs: [{text: about.words.links}]}, ...Array.from(inner, ([path, text]) => ({runs: [{text: text + " — " + path}]})));
  lists = new Map();
  isNote = false;
  main.length = media.length = 0;
  ["footer", "styles", "numbering", "footnotes", "settings"].forEach(type => relation(type, type + ".xml"));
  const made = (name, root, inner, type = name) => ({...part("word/" + name + ".xml", w(root, SPACES, inner)), type});
  const parts = [made("document", "document", w("body", null, body(blocks)), "document.main"), made("footnotes", "footnotes", footnotes(notes)), made("footer", "ftr", footer(about)), made("numbering", "numbering", numbering()), made("styles", "styles", styles(about.lang)),
    made("settings", "settings", w("footnotePr", null, [-1, 0].map(id => w("footnote", {id}))) + w("compat", null, w("compatSetting", {name: "compatibilityMode", uri: "http://schemas.microsoft.com/office/word", val: 15})))];
  return packed(about, "wordprocessingml.", [...parts, relations("word/_rels/document.xml.rels", main), relations("word/_rels/footnotes.xml.rels", main.filter(one => one.mode)), ...media]);
};
})();
