// What is pasted from Word, Excel, LibreOffice, Google Docs or a page: as plain text that the form keeps, or as rows.
// Nothing of it is run or loaded: the page that HTML makes is never shown.
//
//   AlbumShare.lines("а\tб\n\"в\nг\"\tд")                [["а", "б"], ["в\nг", "д"]]
//   AlbumShare.placed(rows, columns, 0)                what of rows goes into which column of a table of the form
//   AlbumShare.pasted(clipboardData)                    {rows, text, lost}: rows of a table, the whole as text, what is lost
(function (root) {
"use strict";
const AlbumShare = root.AlbumShare = root.AlbumShare || {};

// --- Rows of lines: cells by tabs, quoted where they hold line ends, as spreadsheets write them
function closes(text, start) {
  for (let place = start + 1; place < text.length; place += 1) {
    if (text[place] !== "\"") continue;
    if (text[place + 1] === "\"") place += 1;
    else return place + 1 === text.length || "\t\r\n".includes(text[place + 1]);
  }
  return false;
}
AlbumShare.lines = text => {
  const rows = [[""]];
  let isQuoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const row = rows[rows.length - 1], last = row.length - 1, sign = text[place];
    if (isQuoted) {
      if (sign !== "\"") row[last] += sign;
      else if (text[place + 1] === "\"") row[last] += text[place += 1];
      else isQuoted = false;
    } else if (sign === "\"" && row[last] === "" && closes(text, place)) isQuoted = true;
    else if (sign === "\t") row.push("");
    else if (sign === "\n") rows.push([""]);
    else if (sign !== "\r") row[last] += sign;
  }
  return rows.map(row => row.map(cell => cell.trim())).filter(row => row.some(Boolean));
};

// --- Where rows go: NameFolding.swift
AlbumShare.folded = text => text.normalize("NFC").toLowerCase().replaceAll("ё", "е").replace(/[«»"„“”'’]/g, "")
  .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\s+/g, " ").trim();
const isNumber = cell => /^\d{1,3}[.)]?$/.test(cell);
const isNumberHead = cell => /^(?:№|n|no)(?: ?п ?[/.]? ?п\.?)?$|^п ?\/ ?п$/.test(cell);
// Which of the first rows names the columns: at least half of its cells do.
function headOf(rows, columns) {
  return rows.slice(0, 3).findIndex(row => {
    const cells = row.map(AlbumShare.folded).filter(cell => cell && !isNumberHead(cell));
    const known = cells.filter(cell => columns.some(column => column.names.includes(cell))).length;
    return known > 0 && known * 2 >= cells.length;
  });
}
// columns: [{label, names}], names folded; from: the column that is pasted into. Gives rows as wide as the table, and what
// of the block is left out: titles of columns, rows above the heads.
AlbumShare.placed = (block, columns, from) => {
  const rows = block.filter(row => row.some(Boolean)), head = headOf(rows, columns), width = Math.max(0, ...rows.map(row => row.length));
  const body = rows.slice(head + 1), at = (row, n) => row[n] || "", lost = [], taken = new Set();
  const isFilled = n => body.some(row => at(row, n));
  const isCounted = n => body.length > 1 && body.every(row => isNumber(at(row, n)) || !at(row, n)) && isNumber(at(body[0], n));
  const begin = head < 0 && from === 0 && width > 1 && isCounted(0) ? 1 : 0;
  const places = Array.from({length: width}, (_, n) => {
    if (n < begin) return -1;
    const title = head < 0 ? "" : at(rows[head], n), name = AlbumShare.folded(title);
    const place = head < 0 ? from + n - begin : columns.findIndex((column, one) => column.names.includes(name) && !taken.has(one));
    if (place >= 0 && place < columns.length) {
      taken.add(place);
      return place;
    }
    if (isFilled(n) && !isNumberHead(name)) lost.push(title || at(body.find(row => at(row, n)), n).slice(0, 40));
    return -1;
  });
  const made = body.map(row => {
    const cells = columns.map(() => "");
    places.forEach((place, n) => { if (place >= 0) cells[place] = at(row, n); });
    return cells;
  }).filter(row => row.some(Boolean));
  return {rows: made, hasHead: head >= 0, above: Math.max(head, 0), lost};
};

// --- HTML
// The page's policy allows no styles, not even in a page that is never shown: they get another name first.
const TAG = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
function parsed(html) {
  const plain = html.replace(TAG, tag => tag.replace(/^(<\/?)style\b/i, "$1template").replace(/([\s"'])style(\s*=)/gi, "$1data-style$2"));
  return new DOMParser().parseFromString(plain, "text/html");
}
const styleOf = node => node.getAttribute("data-style") || "";
const UNREAD = ["STYLE", "SCRIPT", "TITLE", "META", "LINK", "XML", "DEL", "TEMPLATE", "IFRAME", "OBJECT"];
const APART = /^(?:P|H[1-6]|BLOCKQUOTE|PRE|UL|OL|DL|TABLE|FIGURE)$/, LINES = /^(?:DIV|LI|TR|DT|DD|SECTION|ARTICLE|HEADER|FOOTER)$/;
const isHidden = node => /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/i.test(styleOf(node));
const isBold = node => /^(?:B|STRONG|I|EM|U|S|SUP|SUB|FONT)$/.test(node.tagName) && !/font-weight:\s*(?:normal|400)/.test(styleOf(node))
  || /font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/i.test(styleOf(node));

class Writer {
  constructor() {
    this.text = "";
    this.pictures = 0;
    this.looks = false;
  }

  // At least so many line ends stand before what follows.
  part(count) {
    this.text = this.text.replace(/[ \u00a0]+$/, "");
    const ends = /\n*$/.exec(this.text)[0].length;
    if (this.text) this.text += "\n".repeat(Math.max(0, count - ends));
  }

  words(data) {
    const words = data.replace(/[ \t\r\n]+/g, " ");
    this.text += this.text === "" || /[ \n]$/.test(this.text) ? words.replace(/^ /, "") : words;
  }

  inner(node, list) { node.childNodes.forEach(child => this.read(child, list)); }

  read(node, list) {
    if (node.nodeType === Node.TEXT_NODE) this.words(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || UNREAD.includes(node.tagName) || isHidden(node)) return;
    const {tagName} = node, word = /mso-list:\s*(?!ignore|none)\S+\s+level(\d)/i.exec(styleOf(node));
    if (tagName === "IMG") this.pictures += 1;
    else if (tagName === "BR") this.text = this.text.replace(/ +$/, "") + "\n";
    else if (tagName === "TABLE") this.table(node);
    else if (tagName === "LI" || word) this.point(node, word ? {depth: Number(word[1]), mark: markOfWord(node)} : list);
    else if (tagName === "A") this.link(node, list);
    else {
      const isList = tagName === "UL" || tagName === "OL", gap = isList && list ? 1 : APART.test(tagName) ? 2 : LINES.test(tagName) ? 1 : 0;
      this.looks = this.looks || isBold(node) && node.textContent.trim() !== "" || /^H[1-6]$/.test(tagName);
      if (gap) this.part(gap);
      const depth = list ? list.depth + 1 : 1;
      this.inner(node, isList ? {depth, number: tagName === "OL" ? Number(node.getAttribute("start")) || 1 : 0} : list);
      if (gap) this.part(gap);
    }
  }

  point(node, list) {
    const {depth, number, mark} = list || {depth: 1};
    this.part(1);
    this.text += "    ".repeat(depth - 1) + (mark || (number ? number + ". " : "— "));
    if (number) list.number += 1;
    this.inner(node, list || {depth});
    this.part(1);
  }

  link(node, list) {
    const start = this.text.length;
    this.inner(node, list);
    const address = node.getAttribute("href") || "", text = this.text.slice(start).trim();
    if (/^https?:/i.test(address) && text && !AlbumShare.folded(address).includes(AlbumShare.folded(text))) this.text += " (" + address + ")";
  }

  table(node) {
    this.part(2);
    for (const row of grid(node)) this.text += row.map(cell => cell.replace(/\s*\n\s*/g, "; ").replace(/([.,;:!?]);/g, "$1")).join("\t") + "\n";
    this.text += "\n";
    this.pictures += node.querySelectorAll("img").length;
  }
}
// «·» and its like, or a number, before the words of a point: Word writes it as text.
function markOfWord(node) {
  const mark = Array.from(node.querySelectorAll("[data-style]")).find(part => /mso-list:\s*ignore/i.test(styleOf(part)));
  const number = mark && /(\d+)[.)]/.exec(mark.textContent);
  return number ? number[1] + ". " : "— ";
}
function textOf(node) {
  const writer = new Writer();
  writer.inner(node, null);
  return writer.text.replace(/\u00a0/g, " ").replace(/ *\n\s*/g, "\n").trim();
}
// Cells where they are seen: one that is joined of several fills the first.
function grid(table) {
  const rows = Array.from(table.rows).filter(row => row.closest("table") === table), made = rows.map(() => []), taken = new Set();
  const span = (cell, name, most) => Math.max(1, Math.min(most, Number.parseInt(cell.getAttribute(name), 10) || 1));
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (taken.has(at + "/" + column)) made[at][column++] = "";
      const height = span(cell, "rowspan", rows.length - at), width = span(cell, "colspan", 100);
      for (let below = 0; below < height; below += 1) for (let beside = 0; beside < width; beside += 1) taken.add(at + below + "/" + (column + beside));
      made[at][column] = textOf(cell);
      for (let beside = 1; beside < width; beside += 1) made[at][column + beside] = "";
      column += width;
    }
  });
  return made.filter(row => row.some(Boolean));
}

AlbumShare.pasted = data => {
  const html = data.getData("text/html"), plain = data.getData("text/plain");
  const hasForm = /<(?:table|li|h[1-6]|img|br|p|div|a)[\s>/]/i.test(html), doc = hasForm ? parsed(html) : null;
  const tables = doc ? Array.from(doc.querySelectorAll("table")).filter(table => !table.parentElement.closest("table")) : [];
  const rows = tables.length ? tables.flatMap(grid) : plain.includes("\t") ? AlbumShare.lines(plain) : null;
  if (!doc) {
    const text = rows ? rows.map(row => row.map(cell => cell.replace(/\s*\n\s*/g, "; ")).join("\t")).join("\n") : null;
    return {rows, text, lost: {pictures: 0, looks: false}};
  }
  const writer = new Writer();
  writer.inner(doc.body, null);
  const text = writer.text.replace(/\u00a0/g, " ").replace(/[ ]+$/gm, "").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\s+$/g, "");
  return {rows, text: text || null, lost: {pictures: writer.pictures, looks: writer.looks}};
};
})(typeof window === "undefined" ? globalThis : window);
