// How a table is shown: a head, rows with a button each, cells that are changed in their places and never thrown away.

import { element, form, say } from "./form.js";
import { tableOf, whenRenamed } from "./gridtext.js";
import { fitColumns } from "./gridwidths.js";
import { learn } from "./gridwide.js";

export const cellSelector = (table, row, column) =>
  `[data-table="${CSS.escape(table)}"] [data-row="${CSS.escape(String(row))}"][data-column="${CSS.escape(column)}"]`;

const box = form.querySelector(".grids");
export const gridOf = (id) => box.querySelector(`.grid[data-table="${CSS.escape(id)}"]`);
export const cellAt = (table, row, column) => gridOf(table.id)?.querySelector("tbody")?.rows[row]?.cells[column + 1];

/** The table, the row and the position of the column of a cell; nothing where its table is gone. */
export function placeOf(cell) {
  const table = tableOf(cell.closest("[data-table]").dataset.table);
  return table && { table, row: Number(cell.dataset.row), column: table.column(cell.dataset.column) };
}

// A grid keeps all it has when its table is called otherwise.
whenRenamed((pairs) => {
  const grids = pairs.map(([old, id]) => [gridOf(old), id]);
  for (const [grid, id] of grids) if (grid) grid.dataset.table = id;
});

/** Chooses the text of a cell, or puts the caret behind it. */
export function selectText(cell, isWhole) {
  const range = document.createRange();
  range.selectNodeContents(cell);
  if (!isWhole) range.collapse(false);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

/** The cell that somebody writes into at this moment: it is left as it is. */
export const written = { cell: null };

// From so many rows on a table scrolls within its frame.
const mostRows = 30;
const makers = [];
/** Lets a part of the page furnish each grid once. */
export const whenMade = (maker) => makers.push(maker);

/** Shows these tables and no others. */
export function showAll(tables) {
  for (const grid of box.querySelectorAll(".grid")) {
    if (!tables.some((table) => table.id === grid.dataset.table)) grid.remove();
  }
  for (const table of tables) show(table);
}

/** Shows a table as it is now. */
export function show(table) {
  const grid = gridOf(table.id) || made(table);
  showCaption(grid, table);
  if (!grid.querySelector("table[role]")) furnish(grid, table);
  showHead(grid, table);
  showRows(grid, table);
  if (!grid.querySelector('td[tabindex="0"]')) grid.querySelector("td")?.setAttribute("tabindex", "0");
  if (!written.cell) fitColumns(grid, table);
  showEdges(grid.querySelector(".scroll"));
}

function made(table) {
  const grid = element("section", { className: "grid" }, element("h2", {}, table.caption),
    element("div", { className: "scroll" }, element("table")));
  grid.dataset.table = table.id;
  grid.setAttribute("aria-label", table.caption);
  box.append(grid);
  return grid;
}

function showCaption(grid, table) {
  const head = grid.querySelector("h2");
  if (head.textContent === table.caption) return;
  head.textContent = table.caption;
  grid.setAttribute("aria-label", table.caption);
  grid.querySelector("table[role]")?.setAttribute("aria-label", table.caption);
}

function furnish(grid, table) {
  const shown = element("table", {}, element("colgroup"), element("thead"), element("tbody"));
  shown.setAttribute("role", "grid");
  shown.setAttribute("aria-label", table.caption);
  shown.setAttribute("aria-multiselectable", "true");
  grid.querySelector("table").replaceWith(shown);
  const scroll = grid.querySelector(".scroll");
  scroll.removeAttribute("tabindex");
  scroll.addEventListener("scroll", () => showEdges(scroll), { passive: true });
  scroll.after(element("p", { className: "help below", hidden: true }));
  grid.append(element("div", { className: "faults" }));
  for (const make of makers) make(grid);
}

const roled = (node, role) => { node.setAttribute("role", role); return node; };

function showHead(grid, table) {
  const heads = table.columns.map((column) => column.label).join("\n");
  const head = grid.querySelector("thead");
  if (head.dataset.heads === heads) return;
  head.dataset.heads = heads;
  const corner = roled(element("th", { className: "number", scope: "col" }, element("span", { className: "unseen" }, say("rowNumber"))), "columnheader");
  const row = roled(element("tr", {}, corner,
    ...table.columns.map((column, number) => roled(element("th", { scope: "col" }, headButton(column, number)), "columnheader"))), "row");
  roled(head, "rowgroup").replaceChildren(row);
}

function headButton({ label }, number) {
  const button = element("button", { type: "button", className: "head-menu", tabIndex: -1 }, element("span", {}, label || say("unnamed")));
  button.dataset.place = number;
  button.setAttribute("aria-haspopup", "menu");
  return button;
}

/** The button in the head of a column. */
export const headAt = (table, column) => gridOf(table.id)?.querySelectorAll(".head-menu")[column];

function showRows(grid, table) {
  const body = roled(grid.querySelector("tbody"), "rowgroup");
  while (body.rows.length > table.rows.length) body.lastElementChild.remove();
  while (body.rows.length < table.rows.length) body.append(newRow(body.rows.length));
  table.rows.forEach((texts, row) => showRow(body.rows[row], texts, row, table));
  grid.querySelector(".scroll").classList.toggle("long", table.rows.length > mostRows);
}

function newRow(row) {
  const number = element("span", {}, String(row + 1));
  const button = element("button", { type: "button", className: "row-menu", tabIndex: -1 }, number);
  number.dataset.word = say("rowNumber");
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-label", say("rowActions", row + 1));
  return roled(element("tr", {}, roled(element("th", { className: "number", scope: "row" }, button), "rowheader")), "row");
}

function showRow(line, texts, row, table) {
  while (line.cells.length > texts.length + 1) line.lastElementChild.remove();
  texts.forEach((text, column) => {
    const { id, label } = table.columns[column];
    let cell = line.cells[column + 1];
    if (!cell) {
      cell = roled(element("td", { tabIndex: -1, contentEditable: "plaintext-only", spellcheck: true }), "gridcell");
      line.append(cell);
    }
    if (cell.dataset.row !== String(row)) cell.dataset.row = row;
    if (cell.dataset.column !== id) cell.dataset.column = id;
    if (cell.dataset.label !== label) cell.dataset.label = label;
    if (cell === written.cell || cell.textContent === text) return;
    cell.textContent = text;
    if (document.activeElement === cell) selectText(cell, true);
    delete cell.dataset.understood;
    delete cell.dataset.named;
    delete cell.dataset.severity;
    cell.removeAttribute("aria-invalid");
    cell.removeAttribute("aria-describedby");
  });
  line.classList.toggle("wide", Boolean(table.wide[row]));
  showSpan(line);
}

// Titles, totals and the like stand in one cell, whose neighbours are empty: it is shown as wide as the table. While
// somebody writes into one of the neighbours all of them are there.
function showSpan(line) {
  if (!line.matches(".wide") && !line.querySelector(":scope > [hidden]")) return;
  const cells = [...line.cells].slice(1);
  const filled = cells.filter((cell) => cell.textContent.trim());
  const one = line.classList.contains("wide") && cells.length > 1 && filled.length === 1 ? filled[0] : null;
  const isWritten = cells.includes(document.activeElement) && (document.activeElement !== one || written.cell === one);
  if (one && isWritten && one.colSpan === 1) apart = line;
  const spans = one && (!isWritten || one.colSpan > 1) ? one : null;
  setSpan(line, spans);
}

function setSpan(line, one) {
  const cells = [...line.cells].slice(1);
  for (const cell of cells) {
    const width = cell === one ? cells.length : 1;
    if (cell.colSpan !== width) cell.colSpan = width;
    const isHidden = Boolean(one) && cell !== one;
    if (cell.hidden !== isHidden) cell.hidden = isHidden;
  }
}

/** The column of the cell that is shown as wide as its row; nothing in other rows. */
export function spanning(table, row) {
  const cells = [...(gridOf(table.id)?.querySelector("tbody")?.rows[row]?.cells || [])].slice(1);
  const place = cells.findIndex((cell) => cell.colSpan > 1);
  return place < 0 ? null : place;
}

let apart = null;
/** Shows all cells of a row, since one of those that are not seen gets the focus. */
export function showCells(cell) {
  if (!cell.hidden) return;
  apart = cell.parentElement;
  setSpan(apart, null);
}
/** Shows a row as one cell again, since the focus is elsewhere. */
export function joinCells(focused) {
  if (!apart || apart.contains(focused)) return;
  if (apart.isConnected) showSpan(apart);
  apart = null;
}

/** What the server has found out about the cells: how terms are understood, which rows are no records. */
export function showFound(table) {
  learn(table);
  const rows = gridOf(table.id).querySelector("tbody").rows;
  table.found.forEach((cells, row) => {
    if (!rows[row]) return;
    rows[row].dataset.role = table.roles[row] ?? "";
    const role = { section: "rowIsSection", total: "rowIsTotal" }[table.roles[row]] || "rowIsOther";
    rows[row].title = ["", "record", undefined].includes(table.roles[row]) ? "" : say(role);
    cells.forEach((found, column) => {
      const cell = rows[row].cells[column + 1];
      if (!cell) return;
      if (found.named) cell.dataset.named = found.named;
      else delete cell.dataset.named;
      if (found.understood) cell.dataset.understood = say("understood", found.understood);
      else if (found.concerns) cell.dataset.understood = found.concerns;
      else delete cell.dataset.understood;
    });
    rows[row].classList.toggle("wide", Boolean(table.wide[row]));
    showSpan(rows[row]);
  });
  if (!written.cell) fitColumns(gridOf(table.id), table);
  showEdges(gridOf(table.id).querySelector(".scroll"));
}

// Shadows where the table goes on beyond the edge.
function showEdges(scroll) {
  scroll.classList.toggle("goes-left", scroll.scrollLeft > 2);
  scroll.classList.toggle("goes-right", scroll.scrollLeft + scroll.clientWidth < scroll.scrollWidth - 2);
  const note = scroll.parentElement.querySelector(".below");
  if (!note) return;
  const bottom = scroll.scrollTop + scroll.clientHeight;
  const isCut = scroll.classList.contains("long") && bottom < scroll.scrollHeight - 2;
  const below = isCut ? [...scroll.querySelectorAll("tbody tr")].filter((row) => row.offsetTop + row.offsetHeight / 2 > bottom).length : 0;
  note.hidden = !below;
  const text = below ? say("rowsBelow", below) : "";
  if (note.textContent !== text) note.textContent = text;
}
addEventListener("resize", () => { for (const scroll of box.querySelectorAll(".scroll")) showEdges(scroll); });

/** The place for the messages about a cell, below its grid; nothing where there is no such cell. */
export function cellMessages(place) {
  const [id, row, column] = place.split("/");
  const grid = column && gridOf(id);
  const table = tableOf(id);
  if (!grid || !table) return null;
  const made = element("div", { className: "messages", id: `for-${place}` });
  made.dataset.messageFor = place;
  const nth = table.column(column);
  const label = table.columns[nth]?.label;
  const lead = element("button", { type: "button", className: "to-cell" },
    label ? say("atCell", Number(row) + 1, label) : say("atNameless", Number(row) + 1, nth + 1));
  lead.addEventListener("click", () => form.querySelector(cellSelector(id, row, column))?.focus());
  made.append(lead);
  grid.querySelector(".faults").append(made);
  form.querySelector(cellSelector(id, row, column))?.setAttribute("aria-describedby", made.id);
  return made;
}
