// A block on the clipboard as rows of cells: a table of HTML where there is one, as Excel, Word and LibreOffice put it
// there, else lines parted by tabs.

import { ownMark } from "./gridclip.js";

const mostSpan = 1000;

/** Rows of texts; beside them what only HTML knows: merges, bold cells, links, hidden rows, the text around. */
export function blockOf(data) {
  const html = data.getData("text/html");
  const page = html ? parsed(html) : null;
  const tables = page ? [...page.querySelectorAll("table")].filter((table) => !table.parentElement.closest("table")) : [];
  const block = { cells: [], strong: [], links: [], merges: [], hidden: [], unseen: new Set(), around: "", isOwn: false, isTable: tables.length > 0 };
  if (tables.length) {
    block.isOwn = tables[0].hasAttribute(ownMark);
    const bold = boldClasses(page);
    for (const table of tables) readTable(table, block, bold);
    for (const table of tables) table.remove();
    block.around = textOf(page.body).trim();
    // Excel ends a table by a row that nobody sees.
    while (block.cells.length && block.unseen.has(block.cells.length - 1)) block.cells.pop();
  } else {
    block.cells = linesOf(data.getData("text/plain"));
    // A line end behind the last row begins no row.
    while (block.cells.length && block.cells.at(-1).length === 1 && !block.cells.at(-1)[0]) block.cells.pop();
  }
  if (block.cells.every((texts) => texts.every((text) => !text))) block.cells = [];
  // Each row has all the cells of the longest: an empty cell is a cell.
  const width = Math.max(0, ...block.cells.map((texts) => texts.length));
  for (const texts of block.cells) texts.push(...Array(width - texts.length).fill(""));
  return block;
}

// The page's policy allows no styles within HTML, not even in a page that is never shown: they get other names first.
const tag = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
function parsed(html) {
  const plain = html.replace(tag, (one) => one.replace(/^(<\/?)style\b/i, "$1album-style").replace(/([\s"'])style(\s*=)/gi, "$1data-style$2"));
  return new DOMParser().parseFromString(plain, "text/html");
}

/** Rows of lines, cells by tabs, quoted where they hold either. */
function linesOf(text) {
  const rows = [[""]];
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const row = rows.at(-1);
    const last = row.length - 1;
    const char = text[index];
    if (isQuoted) {
      if (char !== '"') row[last] += char;
      else if (text[index + 1] === '"') { row[last] += '"'; index += 1; }
      else isQuoted = false;
    } else if (char === '"' && row[last] === "" && closes(text, index)) isQuoted = true;
    else if (char === "\t") row.push("");
    else if (char === "\n") rows.push([""]);
    else if (char !== "\r") row[last] += char;
  }
  return rows.map((row) => row.map((cell) => cell.trim()));
}

// Whether a quotation mark that begins a cell has one that ends it: «"Радуга" и другие» is no quoted cell.
function closes(text, at) {
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] !== '"') continue;
    if (text[index + 1] === '"') index += 1;
    else return index + 1 === text.length || "\t\r\n".includes(text[index + 1]);
  }
  return false;
}

// Excel says in its style sheet which classes of cells are bold.
function boldClasses(page) {
  const styles = [...page.querySelectorAll("album-style")].map((style) => style.textContent).join("\n");
  return new Set([...styles.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)]
    .filter((rule) => /font-weight:\s*(bold|[6-9]00)/.test(rule[2])).map((rule) => rule[1]));
}

const isHidden = (node) => /display:\s*none|mso-hide:\s*all/i.test(node.getAttribute?.("data-style") || "");

function readTable(table, block, bold) {
  const first = block.cells.length;
  // Cells that a cell above or to the left has taken.
  const taken = new Set();
  const rows = [...table.rows].filter((row) => row.closest("table") === table);
  rows.forEach((row, number) => {
    const at = first + number;
    const texts = (block.cells[at] = []);
    let column = 0;
    for (const cell of row.cells) {
      while (taken.has(`${at}/${column}`)) texts[column++] = "";
      const [height, width] = [span(cell, "rowspan", rows.length - number), span(cell, "colspan", mostSpan)];
      readCell(cell, at, column, block, bold);
      for (let below = 0; below < height; below += 1) {
        for (let beside = 0; beside < width; beside += 1) taken.add(`${at + below}/${column + beside}`);
      }
      if (height * width > 1 && texts[column]) block.merges.push([at, column, height, width]);
      for (let beside = 1; beside < width; beside += 1) texts[column + beside] = "";
      column += width;
    }
    while (taken.has(`${at}/${column}`)) texts[column++] = "";
    if (!isHidden(row)) return;
    if (texts.some((text) => text)) block.hidden.push(at);
    else block.unseen.add(at);
  });
}

const span = (cell, name, most) => Math.max(1, Math.min(most, mostSpan, Number.parseInt(cell.getAttribute(name), 10) || 1));

function readCell(cell, row, column, block, bold) {
  let text = textOf(cell).trim();
  // A column that is too narrow shows no number; Excel and LibreOffice tell it beside.
  if (/^#+$/.test(text)) text = cell.getAttribute("x:num") || cell.getAttribute("sdval") || text;
  block.cells[row][column] = text;
  if (!text) return;
  if ([...cell.classList].some((name) => bold.has(name)) || isStrong(cell, text)) block.strong.push([row, column]);
  const links = cell.querySelectorAll("a[href]");
  const address = links.length === 1 && textOf(links[0]).trim() === text ? links[0].getAttribute("href") : "";
  if (/^(https?:|mailto:)/i.test(address)) block.links.push([row, column, address]);
}

function isStrong(cell, text) {
  if (/font-weight:\s*(bold|[6-9]00)/.test(cell.getAttribute("data-style") || "")) return true;
  return [...cell.querySelectorAll("b, strong, th")].some((part) => textOf(part).trim() === text) || cell.tagName === "TH";
}

const parts = new Set(["P", "DIV", "LI", "UL", "OL", "TR", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6"]);
const unread = new Set(["ALBUM-STYLE", "STYLE", "SCRIPT", "TITLE", "META", "XML", "DEL", "TEMPLATE"]);

// The words of a part of a page: blanks are one, as a browser shows them, lines end where it shows them to end.
function textOf(node) {
  let text = "";
  const breakLine = () => { if (text && !text.endsWith("\n")) text += "\n"; };
  const read = (part) => {
    if (part.nodeType === Node.TEXT_NODE) {
      const words = part.data.replace(/[ \t\r\n]+/g, " ").replace(/[ \u00A0]{2,}/g, " ");
      text += text === "" || /\s$/.test(text) ? words.trimStart() : words;
    } else if (part.nodeType === Node.ELEMENT_NODE && !unread.has(part.tagName) && !isHidden(part)) {
      if (part.tagName === "BR") text += "\n";
      else {
        if (parts.has(part.tagName)) breakLine();
        part.childNodes.forEach(read);
        if (parts.has(part.tagName)) breakLine();
      }
    }
  };
  node.childNodes.forEach(read);
  return text.replace(/ *\n */g, "\n").replace(/\n{2,}/g, "\n");
}
