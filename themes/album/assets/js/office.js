// Files for office programs, made in the browser of what stands on the page: page.js loads this at the click, with what reads a page
// (office-page.js), packs (zip.js) and writes (office-word.js, office-excel.js). Nothing is sent, and it works from a disk.
"use strict";
const AlbumOffice = (() => {
const FORMATS = "application/vnd.openxmlformats-", OFFICE = FORMATS + "officedocument.", PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const isOnDisk = location.protocol === "file:";

// --- XML, and the package of parts around it (ECMA-376, part 2)

const SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"};
// Characters that XML does not know are none of a text's.
const escape = text => String(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, "").replace(/[&<>"]/g, sign => SIGNS[sign]);

// An element: what has no value is left out.
function tag(name, values, ...inner) {
  const head = Object.entries(values || {}).map(([key, value]) => value === undefined ? "" : " " + key + "=\"" + escape(value) + "\""), text = inner.flat(9).join("");
  return "<" + name + head.join("") + (text ? ">" + text + "</" + name + ">" : "/>");
}
const part = (name, text) => ({name, bytes: new TextEncoder().encode("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text)});

const relations = (name, list) => part(name, tag("Relationships", {xmlns: PACKAGE + "relationships"}, list.map(({id, type, target, mode}) =>
  tag("Relationship", {Id: id, Type: type.includes(":") ? type : RELATIONS + type, Target: target, TargetMode: mode}))));

// `parts` are {name, type, bytes}, the main one first; those without a type are told by their endings.
function packed({title, site, day, lang}, prefix, parts) {
  const core = "docProps/core.xml", endings = {rels: FORMATS + "package.relationships+xml", xml: "application/xml", png: "image/png", jpeg: "image/jpeg"};
  const typed = parts.filter(one => one.type).map(({name, type}) => [name, OFFICE + prefix + type + "+xml"]).concat([[core, FORMATS + "package.core-properties+xml"]]);
  return AlbumZip([
    part("[Content_Types].xml", tag("Types", {xmlns: PACKAGE + "content-types"}, Object.entries(endings).map(([Extension, ContentType]) => tag("Default", {Extension, ContentType})),
      typed.map(([name, ContentType]) => tag("Override", {PartName: "/" + name, ContentType})))),
    relations("_rels/.rels", [{id: "r1", type: "officeDocument", target: parts[0].name}, {id: "r2", type: PACKAGE + "relationships/metadata/core-properties", target: core}]),
    part(core, tag("cp:coreProperties", {"xmlns:cp": PACKAGE + "metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"},
      tag("dc:title", null, escape(title)), tag("dc:creator", null, escape(site)), tag("dc:language", null, lang), day && tag("dcterms:created", {"xsi:type": "dcterms:W3CDTF"}, day + "T00:00:00Z"))),
    ...parts,
  ]);
}

// The text of blocks, a paragraph a line.
const plain = blocks => blocks.filter(block => block.runs).map(block => (block.item ? "• " : "") + block.runs.map(({text, isBreak, note, picture}) =>
  isBreak ? "\n" : picture ? picture.alt : note ? "[" + note + "]" : text).join("")).join("\n");

// --- Pictures

function loaded(element, address) {
  return new Promise((done, fail) => {
    element.onload = () => done(element);
    element.onerror = fail;
    element.src = address;
    if (element.text === "") document.head.append(element);
  });
}

// From a disk a canvas that has drawn a file gives nothing back: the same bytes stand in a script beside it.
async function source(address) {
  if (!isOnDisk || address.startsWith("data:")) return address;
  await loaded(document.createElement("script"), address + ".js");
  const path = decodeURI(address), [, bytes] = Object.entries(AlbumPictures).find(([name]) => path.endsWith("/" + name));
  return "data:image/" + path.split(".").pop().replace("jpg", "jpeg").replace("svg", "svg+xml") + ";base64," + bytes;
}

// A drawing with the looks that the page's style gives it, in the colours of paper.
function drawing(picture, element) {
  const look = document.documentElement.dataset, kept = {...look}, copy = element.cloneNode(true), copies = [copy, ...copy.querySelectorAll("*")];
  for (const name in kept) delete look[name];
  look.mode = "light";
  const em = parseFloat(getComputedStyle(element).fontSize), {width, height} = element.viewBox.baseVal || {};
  // Bars go by parts of the width, texts by letters: one width for every window.
  Object.assign(picture, {width: width || 42 * em, height: height || element.height.baseVal.value});
  [element, ...element.querySelectorAll("*")].forEach((one, place) => {
    const style = getComputedStyle(one);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "paint-order", "font-family", "font-size", "font-weight", "text-anchor"]) copies[place].style.setProperty(name, style.getPropertyValue(name));
  });
  delete look.mode;
  Object.assign(look, kept);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const side of ["width", "height"]) copy.setAttribute(side, picture[side]);
  return "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
}

async function take(picture) {
  const {element} = picture, isDrawn = element.tagName !== "IMG", address = isDrawn ? drawing(picture, element) : await source(element.src);
  const image = await loaded(new Image(), address);
  if (!isDrawn) Object.assign(picture, {width: image.naturalWidth || element.width, height: image.naturalHeight || element.height});
  // Paper needs no more than 1800 pixels across.
  const scale = Math.min(isDrawn ? 3 : 1, 1800 / picture.width), canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const type = /\.jpe?g$|^data:image.jpe/i.test(address) ? "jpeg" : "png", blob = await new Promise(done => canvas.toBlob(done, "image/" + type, 0.9));
  picture.type = type;
  picture.bytes = new Uint8Array(await blob.arrayBuffer());
}

// --- An empty form of a kind: what is asked, and room for it

function blank({title, fields, sections, tables}, words) {
  const {cell, table} = AlbumReader, heading = (level, text) => ({level, runs: [{text}]}), lines = Array(3).fill({runs: [{text: "\xa0"}]});
  const grid = (columns, count) => table("", [{isHead: true, cells: columns.map(cell)}, ...Array(count).fill({cells: columns.map(() => cell(""))})]);
  const below = name => tables.filter(one => one.title === name).map(one => grid(one.columns, 8));
  return {notes: [], pictures: [], blocks: [
    heading(1, words.blankTitle.replace("{1}", title)), table("", fields.map(text => ({cells: [{...cell(text), isHead: true}, cell("\xa0".repeat(60))]}))),
    ...tables.filter(one => !sections.includes(one.title)).flatMap(one => [heading(2, one.title), grid(one.columns, 12)]),
    ...sections.flatMap(name => [heading(2, name), ...below(name).concat(lines).slice(0, below(name).length || 3)]),
  ]};
}

// --- The file; what is told of it

async function save({ending, blank: form}, words) {
  const lang = document.documentElement.lang === "ru" ? "ru-RU" : "en-GB", isWord = ending === "docx", {AlbumEdition: day} = window;
  const page = form ? blank(JSON.parse(form), words) : new AlbumReader({...words, isWorkbook: !isWord}).read(document.getElementById("main"));
  const title = plain([page.blocks.find(block => block.level) || {runs: [{text: document.title}]}]);
  let lost = 0;
  for (const picture of isWord ? page.pictures : []) await take(picture).catch(() => lost += 1);
  const date = new Date(day).toLocaleDateString(lang, {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"}), {canonical} = AlbumReader;
  const facts = [title, words.site, decodeURI(canonical() || (isOnDisk ? "" : location.href)).split("#")[0], words.edition.replace("{1}", date)];
  const bytes = AlbumOffice[ending](page, {title, lang, day, site: words.site, facts, words});
  const link = document.createElement("a"), name = title.replace(/[\\/:*?"<>|\s\0-\x1f]+/g, " ").slice(0, 100).replace(/[. ]+$/, "") + "." + ending;
  link.href = URL.createObjectURL(new Blob([bytes], {type: OFFICE + (isWord ? "wordprocessingml.document" : "spreadsheetml.sheet")}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return words.ready.replace("{1}", isWord ? "Word" : "Excel").replace("{2}", () => name) + (lost ? " " + words.lost.replace("{1}", lost) : "");
}

return {RELATIONS, escape, tag, part, relations, packed, plain, save};
})();
