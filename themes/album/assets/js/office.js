// Files for office programs, made in the browser of what stands on the page: page.js loads this at the click, with what reads a page
// (office-page.js), packs (zip.js) and writes (office-word.js, office-excel.js); office-pictures.js only where there are any,
// office-blank.js for empty forms. Nothing is sent, and it works from a disk.
"use strict";
const AlbumOffice = (() => {
const FORMATS = "application/vnd.openxmlformats-", OFFICE = FORMATS + "officedocument.", PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// --- XML, and the package of parts around it (ECMA-376, part 2)

const SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"};
// Characters that XML does not know are none of a text's, nor are marks of where words may be parted.
const escape = text => String(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\xad\ufffe\uffff]/g, "").replace(/[&<>"]/g, sign => SIGNS[sign]);

// An element: what has no value is left out.
function tag(name, values, ...inner) {
  const head = Object.entries(values || {}).map(([key, value]) => value === undefined ? "" : " " + key + "=\"" + escape(value) + "\""), text = inner.flat(9).join("");
  return "<" + name + head.join("") + (text ? ">" + text + "</" + name + ">" : "/>");
}
const part = (name, text) => ({name, bytes: new TextEncoder().encode("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text)});

const relations = (name, list) => part(name, tag("Relationships", {xmlns: PACKAGE + "relationships"}, list.map(({id, type, target, mode}) =>
  tag("Relationship", {Id: id, Type: type.includes(":") ? type : RELATIONS + type, Target: target, TargetMode: mode}))));

// `parts` are {name, type, bytes}, the main one first; those without a type are told by their endings.
function packed({title, site, lang}, prefix, parts) {
  const core = "docProps/core.xml", endings = {rels: FORMATS + "package.relationships+xml", xml: "application/xml", png: "image/png", jpeg: "image/jpeg"};
  const typed = parts.filter(one => one.type).map(({name, type}) => [name, OFFICE + prefix + type + "+xml"]).concat([[core, FORMATS + "package.core-properties+xml"]]);
  return AlbumZip([
    part("[Content_Types].xml", tag("Types", {xmlns: PACKAGE + "content-types"}, Object.entries(endings).map(([Extension, ContentType]) => tag("Default", {Extension, ContentType})),
      typed.map(([name, ContentType]) => tag("Override", {PartName: "/" + name, ContentType})))),
    relations("_rels/.rels", [{id: "r1", type: "officeDocument", target: parts[0].name}, {id: "r2", type: PACKAGE + "relationships/metadata/core-properties", target: core}]),
    part(core, tag("cp:coreProperties", {"xmlns:cp": PACKAGE + "metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/"},
      tag("dc:title", null, escape(title)), tag("dc:creator", null, escape(site)), tag("dc:language", null, lang))),
    ...parts,
  ]);
}

// The text of blocks, a paragraph a line.
const plain = blocks => blocks.filter(block => block.runs).map(block => (block.item ? "• " : "") + block.runs.map(({text, isBreak, note, picture}) =>
  isBreak ? "\n" : picture ? picture.alt : note ? "[" + note + "]" : text).join("")).join("\n");

const text = words => words.replace(/\u00ad/g, "").replace(/[ \t\r\n]+/g, " ");
const cell = words => ({blocks: words ? [{runs: [{text: text(words).trim() || words}]}] : [], span: 1});
const table = (title, rows) => ({title, rows, columns: Math.max(1, ...rows.map(row => row.cells.reduce((sum, one) => sum + one.span, 0)))});

// The address of the page; none on a disk where the site has none of its own.
const base = () => document.querySelector("link[rel=canonical]")?.href || (location.protocol === "file:" ? "" : location.href);

// --- The file; what is told of it

async function save({ending, blank: form}, words) {
  const lang = {en: "en-GB", tt: "tt-RU"}[document.documentElement.lang] || "ru-RU", isWord = ending === "docx", {AlbumEdition: day} = window;
  const page = form ? AlbumOffice.blank(JSON.parse(form), words) : new AlbumReader({...words, isWorkbook: !isWord}).read(document.getElementById("main"));
  const title = plain([page.blocks.find(block => block.level) || {runs: [{text: document.title}]}]);
  let lost = 0;
  if (isWord && page.pictures.length) {
    await loadScript(words.pictures);
    lost = await AlbumOffice.takePictures(page.pictures);
  }
  const date = new Date(day).toLocaleDateString([lang, "ru-RU"], {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  const facts = [title, words.site, decodeURI(base()).split("#")[0], words.edition.replace("{1}", date)];
  const bytes = AlbumOffice[ending](page, {title, lang, site: words.site, facts, words});
  const link = document.createElement("a"), name = title.replace(/[\\/:*?"<>|\s\0-\x1f]+/g, " ").slice(0, 100).replace(/[. ]+$/, "") + "." + ending;
  link.href = URL.createObjectURL(new Blob([bytes], {type: OFFICE + (isWord ? "wordprocessingml.document" : "spreadsheetml.sheet")}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return words.ready.replace("{1}", isWord ? "Word" : "Excel").replace("{2}", () => name) + (lost ? " " + words.lost.replace("{1}", lost) : "");
}

return {RELATIONS, escape, tag, part, relations, packed, plain, text, cell, table, base, save};
})();
