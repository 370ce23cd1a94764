// What somebody types as a file of the album: YAML for the fields, Markdown that says what was typed and nothing else.
// No document, no network; a test holds it against the reader of Markdown.
//
//   AlbumShare.slug("Квест-игра", 60)            "kvest-igra"
//   AlbumShare.markdown("— раз\n— *два*")        "- раз\n- \\*два\\*"
//   AlbumShare.markdown("Класс\tУроков\n7А\t3")   a table
//   AlbumShare.file({kind, yes, fields, parts, attachments})    the text of the whole file
(function (root) {
"use strict";
const AlbumShare = root.AlbumShare = root.AlbumShare || {};

// --- Names of files: Transliteration.swift (ICAO Doc 9303)
const LETTERS = ("a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia").split(" ");
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
function latin(letter) {
  const code = letter.charCodeAt(0);
  if (/[a-z\d]/.test(letter)) return letter;
  if (code >= 0x430 && code <= 0x44f) return LETTERS[code - 0x430];
  return letter === "ё" ? "e" : "-";
}
AlbumShare.slug = (text, limit = 60) => {
  const plain = text.normalize("NFC").replace(UNSEEN, "").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const words = Array.from(plain, letter => letter === "ь" ? "" : latin(letter)).join("").split("-").filter(Boolean);
  let slug = "";
  for (const word of words) {
    if (slug && slug.length + word.length >= limit) break;
    slug += (slug ? "-" : "") + word;
  }
  return slug.slice(0, limit);
};

// --- Markdown: MarkdownText.swift
const seen = text => Array.from(text.normalize("NFC").replace(UNSEEN, ""), sign => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(sign) ? " " : sign).join("");
const isWord = sign => sign !== undefined && /[A-Za-z\d]|[^\u0000-\u007f]/.test(sign);
function isMark(sign, text, place) {
  if ("\\`*[]<|".includes(sign)) return true;
  if (sign === "_") return !(isWord(text[place - 1]) && isWord(text[place + 1]));
  if (sign === "~") return place > 0 && text[place - 1] > " " || text[place + 1] === "~";
  if (sign === "&") return /^#?[A-Za-z\d]{1,40};/.test(text.slice(place + 1).replace(/^#+/, "#"));
  return false;
}
// A piece of running text on one line.
function inline(text) {
  let result = "", isAddress = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    if (sign === " ") isAddress = false;
    else if (/^(?:https?:\/\/|www\.)/i.test(text.slice(place, place + 8))) isAddress = true;
    // The bracket of a footnote is one whatever stands before it; in an address that becomes a link a backslash is a sign.
    const isReference = sign === "[" && text[place + 1] === "^" || isAddress;
    if (!isMark(sign, text, place)) result += sign;
    else result += isReference ? "&#" + sign.charCodeAt(0) + ";" : "\\" + sign;
  }
  return result;
}
// What would begin a heading, a list, a quote or a rule does not.
function guarded(line) {
  if (/^(>|#{1,6}( |$)|[-+]( |$)|: |[-=+]+ *$|(- ?){3,}$|(_ ?){3,}$)/.test(line)) return "\\" + line;
  return line.replace(/^(\d{1,9})([.)])(?= |$)/, "$1\\$2");
}
const oneLine = text => seen(text).split(/\s+/).filter(Boolean).join(" ");
const written = text => guarded(inline(text));

// What begins a point of a list, and a numbered one; a tab behind the mark is what Word writes.
const POINT = /^[-–—•*·▪◦●○■□‣]\s+(.+)$/, NUMBER = /^(\d{1,3})[.)]\s+(.+)$/;
const indentOf = raw => /^[ \u00a0]*/.exec(raw)[0].length;
// Cells of a line that spreadsheets and Word part by tabs; one is no row, nor is a mark of a list with its words.
function cellsOf(raw) {
  const cells = raw.split("\t").map(oneLine);
  const isPoint = cells.length === 2 && /^(?:[-–—•*·▪◦●○■□‣]|\d{1,3}[.)])?$/.test(cells[0]);
  return cells.length > 1 && !isPoint ? cells : null;
}
// Rows that follow one another from a line on; a table has two.
function rowsFrom(lines, start) {
  const rows = [];
  for (let n = start; n < lines.length && cellsOf(lines[n]); n += 1) rows.push(cellsOf(lines[n]));
  return rows.length > 1 ? rows : null;
}

// A line that stays one: in an address that becomes a link a backslash would be a sign.
const broken = (before, line) => before + (/(?:https?:\/\/|www\.)\S*$/i.test(before) ? "  \n" : "\\\n") + line;

// Blocks of lines: a paragraph, whose lines stay lines; a list of points; a list of numbers that count on; a table.
function blocks(text) {
  const result = [], lines = text.split(/\r\n|[\n\r\u2028\u2029\u000b\u000c]/);
  let block = null;
  const begin = (sort, raw) => result.push(block = {sort, lines: [], indent: indentOf(raw)});
  const isList = () => block !== null && block.sort !== "lines";
  for (let n = 0; n < lines.length; n += 1) {
    const raw = lines[n], line = oneLine(raw), point = POINT.exec(line), number = NUMBER.exec(line), rows = rowsFrom(lines, n);
    const isWithin = isList() && indentOf(raw) > block.indent + 1, gap = () => block.sort === "points" ? "  " : "    ";
    if (!line) {
      block = null;
    } else if (rows) {
      result.push({sort: "table", lines: [table(rows[0], rows.slice(1))]});
      block = null;
      n += rows.length - 1;
    } else if ((point || number) && isWithin) {
      block.lines.push(gap() + (point ? "- " : Number(number[1]) + ". ") + written((point || number)[point ? 1 : 2]));
    } else if (point) {
      if (!block || block.sort !== "points") begin("points", raw);
      block.lines.push("- " + written(point[1]));
    } else if (number && (!block || block.sort !== "numbers" || block.next === Number(number[1]))) {
      if (!block || block.sort !== "numbers") begin("numbers", raw);
      block.lines.push(Number(number[1]) + ". " + written(number[2]));
      block.next = Number(number[1]) + 1;
    } else if (isList() && !number && (isWithin || /^\p{Ll}/u.test(line))) {
      block.lines.push(broken(block.lines.pop(), gap() + written(line)));
    } else if (block && block.sort === "lines") {
      block.lines[0] = broken(block.lines[0], written(line));
    } else {
      begin("lines", raw);
      block.lines.push(written(line));
    }
  }
  return result;
}
AlbumShare.markdown = text => blocks(text).map(block => block.lines.join("\n")).join("\n\n");
// A cell holds no line ends.
AlbumShare.cell = text => text.split(/\r\n|[\n\r]/).map(oneLine).filter(Boolean).map(inline).join("<br>");
// Columns without a word are none; a short row has empty cells.
function table(heads, rows) {
  const all = [heads].concat(rows), width = Math.max(...all.map(row => row.length));
  const kept = Array.from({length: width}, (_, n) => n).filter(n => all.some(row => (row[n] || "").trim()));
  const line = row => "| " + kept.map(n => AlbumShare.cell(row[n] || "")).join(" | ") + " |";
  return [line(heads), "|" + "---|".repeat(kept.length)].concat(rows.map(line)).join("\n");
}

// --- YAML: YAMLSpelling.swift
const quoted = text => "\"" + Array.from(text, sign => {
  if (sign === "\"" || sign === "\\") return "\\" + sign;
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]/.test(sign) && sign.length === 1 ? "" : sign;
}).join("") + "\"";
const WORDS = ["null", "true", "false", "yes", "no", "on", "off"];
const name = text => /^\p{L}[\p{L}\d -]*$/u.test(text) && !WORDS.includes(text.toLowerCase()) ? text : quoted(text);
function value(field) {
  if (field.sort === "names") return "[" + field.values.map(name).join(", ") + "]";
  if (field.sort === "texts") return "[" + field.values.map(text => quoted(oneLine(text))).join(", ") + "]";
  return (field.sort === "name" ? name : quoted)(oneLine(field.values[0]));
}

// The text of the file: fields = [{id, sort, values}], parts = [{heading, text, link, tables: [{columns, rows}], pictures: [{name, alt}]}].
AlbumShare.file = ({kind, yes, fields, parts, attachments}) => {
  const head = ["kind: " + kind].concat(fields.map(field => field.id + ": " + value(field)));
  if (attachments.length) head.push("attachments: [" + attachments.map(quoted).join(", ") + "]");
  head.push("draft: " + yes);
  const body = parts.map(part => {
    const pieces = [part.link || "", AlbumShare.markdown(part.text)].concat(
      part.tables.map(({columns, rows}) => table(columns, rows)),
      part.pictures.map(({name: file, alt}) => "![" + inline(oneLine(alt)) + "](" + file + ")")).filter(Boolean);
    return pieces.length && part.heading ? ["## " + part.heading].concat(pieces) : pieces;
  }).flat();
  return ["---"].concat(head, ["---", ""]).join("\n") + "\n" + body.join("\n\n") + "\n";
};
})(typeof window === "undefined" ? globalThis : window);
