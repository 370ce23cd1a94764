// How a table is shown: a head, rows with a button each, cells that are changed in their places and never thrown away.

import { element, form, say } from "./form.js";
import { tableOf } from "./gridtext.js";

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

/** The cell that somebody writes into at this moment: it is left as it is. */
export const written = { cell: null };

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

function furnish(grid, table) {
  const shown = element("table", {}, element("colgroup"), element("thead"), element("tbody"));
  shown.setAttribute("role", "grid");
  shown.setAttribute("aria-label", table.caption);
  shown.setAttribute("aria-multiselectable", "true");
  grid.querySelector("table").replaceWith(shown);
  const scroll = grid.querySelector(".scroll");
  scroll.removeAttribute("tabindex");
  scroll.addEventListener("scroll", () => showEdges(scroll), { passive: true });
  grid.append(element("div", { className: "faults" }));
  for (const make of makers) make(grid, table.id);
}

const roled = (node, role) => { node.setAttribute("role", role); return node; };

function showHead(grid, table) {
  const heads = table.columns.map((column) => column.label).join("\n");
  const head = grid.querySelector("thead");
  if (head.dataset.heads === heads) return;
  head.dataset.heads = heads;
  const corner = roled(element("th", { className: "number", scope: "col" }, element("span", { className: "unseen" }, say("rowNumber"))), "columnheader");
  const row = roled(element("tr", {}, corner,
    ...table.columns.map((column) => roled(element("th", { scope: "col" }, column.label), "columnheader"))), "row");
  roled(head, "rowgroup").replaceChildren(row);
}

function showRows(grid, table) {
  const body = roled(grid.querySelector("tbody"), "rowgroup");
  while (body.rows.length > table.rows.length) body.lastElementChild.remove();
  while (body.rows.length < table.rows.length) body.append(newRow(body.rows.length));
  table.rows.forEach((texts, row) => showRow(body.rows[row], texts, row, table));
}

function newRow(row) {
  const button = element("button", { type: "button", className: "row-menu", tabIndex: -1 }, String(row + 1));
  button.dataset.word = say("rowNumber");
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
    delete cell.dataset.understood;
    delete cell.dataset.severity;
    cell.removeAttribute("aria-invalid");
    cell.removeAttribute("aria-describedby");
  });
}

/** What the server has found out about the cells: how terms are understood, which rows are no records. */
export function showFound(table) {
  const rows = gridOf(table.id).querySelector("tbody").rows;
  table.found.forEach((cells, row) => {
    if (!rows[row]) return;
    rows[row].dataset.role = table.roles[row] ?? "";
    const role = { section: "rowIsSection", total: "rowIsTotal" }[table.roles[row]] || "rowIsOther";
    rows[row].title = ["", "record", undefined].includes(table.roles[row]) ? "" : say(role);
    cells.forEach((found, column) => {
      const cell = rows[row].cells[column + 1];
      if (!cell) return;
      if (found.understood) cell.dataset.understood = say("understood", found.understood);
      else delete cell.dataset.understood;
    });
  });
}

// Each column as wide as its words want it: no word is broken, long texts go over some lines.
function fitColumns(grid, table) {
  const longest = (text) => Math.max(0, ...text.split(/[\s/-]+/).map((word) => word.length));
  const widths = table.columns.map((column, number) => {
    let [word, text] = [longest(column.label) + 1, column.label.length / 2];
    for (const row of table.rows.slice(0, 300)) {
      word = Math.max(word, Math.min(18, longest(row[number])));
      text = Math.max(text, Math.min(180, row[number].length) / 4);
    }
    return Math.round(Math.min(36, Math.max(word + 2, text, 7)));
  });
  const shown = widths.join(" ");
  const group = grid.querySelector("colgroup");
  if (group.dataset.widths === shown) return;
  group.dataset.widths = shown;
  // What is left of the page goes to the widest.
  const widest = widths.indexOf(Math.max(...widths)) + 1;
  const columns = ["2.25rem", ...widths.map((width) => `${width}ch`)].map((width, number) => {
    const column = element("col");
    if (number !== widest) column.style.width = width;
    return column;
  });
  group.replaceChildren(...columns);
  grid.querySelector("table").style.setProperty("--whole", `${widths.reduce((sum, width) => sum + width, 4)}ch`);
}

// Shadows where the table goes on beyond the edge.
function showEdges(scroll) {
  scroll.classList.toggle("goes-left", scroll.scrollLeft > 2);
  scroll.classList.toggle("goes-right", scroll.scrollLeft + scroll.clientWidth < scroll.scrollWidth - 2);
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
  const label = table.columns[table.column(column)]?.label ?? column;
  const lead = element("button", { type: "button", className: "to-cell" }, say("atCell", Number(row) + 1, label));
  lead.addEventListener("click", () => form.querySelector(cellSelector(id, row, column))?.focus());
  made.append(lead);
  grid.querySelector(".faults").append(made);
  form.querySelector(cellSelector(id, row, column))?.setAttribute("aria-describedby", made.id);
  return made;
}
