// Buttons for what keys do: a bar above each grid, a menu at each row, a button below for one more row.

import { element, say } from "./form.js";
import { area, choose, chosen } from "./gridcell.js";
import { openColumns } from "./gridcolumns.js";
import { addLast, addRows, moveRows, redo, removeRows, setTitle, undo } from "./gridrows.js";
import { tableOf, whenChanged, withTable } from "./gridtext.js";
import { gridOf } from "./gridview.js";
import { makeOutcome } from "./gridtold.js";
import { canTitle } from "./gridwide.js";

// The chosen rows of a table; the last one where none is.
function rowsOf(table) {
  if (chosen.id === table.id && area().bottom < table.rows.length) return { ...area(), column: chosen.column };
  const last = table.rows.length - 1;
  return { top: last, bottom: last, column: 0 };
}

const acts = [
  ["insertAbove", (table, { top, bottom, column }) => addRows(table, top, bottom - top + 1, column)],
  ["insertBelow", (table, { top, bottom, column }) => addRows(table, bottom + 1, bottom - top + 1, column)],
  ["moveUp", (table, { top, bottom }) => moveRows(table, top, bottom, -1)],
  ["moveDown", (table, { top, bottom }) => moveRows(table, top, bottom, 1)],
  ["removeRows", (table, { top, bottom }) => removeRows(table, top, bottom)],
];

function button(label, act, title) {
  const made = element("button", { type: "button" }, say(label));
  if (title) made.title = say(title);
  made.addEventListener("click", act);
  return made;
}

const group = (...buttons) => element("div", { className: "group" }, ...buttons);

/** Puts the bar and the button for one more row into a grid. */
export function makeBar(grid) {
  // A table may be called otherwise by the time that somebody presses a button.
  const id = () => grid.dataset.table;
  const onRows = (act) => () => withTable(id(), (table) => act(table, rowsOf(table)));
  const [back, again] = [button("undoStep", () => undo(id()), "undoStepKeys"), button("redoStep", () => redo(id()), "redoStepKeys")];
  const columns = button("columns", () => withTable(id(), (table) => openColumns(table, columns)));
  columns.setAttribute("aria-haspopup", "menu");
  const rows = group(...acts.map(([label, act]) => button(label, onRows(act), label + "Keys")));
  rows.classList.add("rows");
  const bar = element("div", { className: "bar" }, rows, group(columns), group(back, again));
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", say("tableActions"));
  const help = element("p", { className: "help keys" }, say("gridKeys"));
  const touch = element("p", { className: "help touch" }, say("gridTouch"));
  grid.querySelector(".scroll").before(bar, help, touch, makeOutcome());
  const below = group(button("addRow", () => withTable(id(), (table) => addLast(table))));
  below.classList.add("more");
  grid.querySelector(".below").after(below);
  grid.addEventListener("click", (event) => {
    const row = event.target.closest(".row-menu")?.closest("tr").sectionRowIndex;
    if (row !== undefined) withTable(id(), (table) => openMenu(table, row));
  });
  const showSteps = (table) => {
    back.setAttribute("aria-disabled", String(!table.past.length));
    again.setAttribute("aria-disabled", String(!table.future.length));
  };
  showSteps(tableOf(id()));
  whenChanged((table) => { if (table.id === id()) showSteps(table); });
}

const menu = element("div", { className: "menu", hidden: true });
menu.setAttribute("role", "menu");
document.body.append(menu);
// Where one was before it opened.
let before = null;
function closeMenu() {
  if (menu.hidden) return;
  const returns = menu.contains(document.activeElement);
  menu.hidden = true;
  if (returns) before?.focus();
}
addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) closeMenu(); }, true);
menu.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.stopPropagation();
    return closeMenu();
  }
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") closeMenu();
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length].focus();
});

// A row that is shown as one cell may be a row of cells again, and one with a single text a title.
function titling(table, row, { top, bottom }) {
  if (top !== bottom) return [];
  if (table.wide[row]) return [["rowIsCells", () => setTitle(table, row, false)]];
  return canTitle(table, row) ? [["rowTitles", () => setTitle(table, row, true)]] : [];
}

/** Opens the menu of a row; its rows are the chosen ones where it is one of them. */
export function openMenu(table, row) {
  const { top, bottom } = chosen.id === table.id ? area() : { top: row, bottom: row };
  if (row < top || row > bottom || top === bottom) choose(table, row, 0, { row, column: table.columns.length - 1 });
  const rows = row < top || row > bottom ? { top: row, bottom: row } : { top, bottom };
  menu.replaceChildren(...[...acts, ...titling(table, row, rows)].map(([label, act]) => {
    const item = button(label, () => {
      closeMenu();
      act(table, rows);
    });
    item.setAttribute("role", "menuitem");
    item.tabIndex = -1;
    return item;
  }));
  menu.setAttribute("aria-label", say("rowActions", row + 1));
  openAt(gridOf(table.id).querySelectorAll(".row-menu")[row]);
}

/** Opens a menu of further acts: labels, what each does, and whether it can be done. */
export function openActs(opener, label, items) {
  menu.replaceChildren(...items.map(([text, act, isPossible = true]) => {
    const item = element("button", { type: "button", tabIndex: -1 }, text);
    item.setAttribute("role", "menuitem");
    if (!isPossible) item.setAttribute("aria-disabled", "true");
    item.addEventListener("click", () => {
      if (!isPossible) return;
      closeMenu();
      act();
    });
    return item;
  }));
  menu.setAttribute("aria-label", label);
  openAt(opener);
}

function openAt(opener) {
  const place = opener.getBoundingClientRect();
  before = document.activeElement;
  menu.hidden = false;
  menu.style.left = `${Math.max(8, Math.min(place.left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${place.bottom + menu.offsetHeight < innerHeight ? place.bottom : Math.max(8, place.top - menu.offsetHeight)}px`;
  menu.firstElementChild.focus();
}
