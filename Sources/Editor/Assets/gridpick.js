// The list of names that may stand in a cell: it opens below the cell while somebody types, and narrows to what was typed.

import { address, element, key, say } from "./form.js";
import { isOpen, open, typed } from "./gridcell.js";
import { placeOf, selectText } from "./gridview.js";

const most = 50;
const list = element("div", { className: "picks", id: "picks", hidden: true });
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", say("pickList"));
document.body.append(list);
// Names by table and column: asked for once.
const known = new Map();
let owner = null;

const fold = (text) => text.trim().toLocaleLowerCase("ru").replaceAll("ё", "е");

function namesOf(table, column) {
  const name = `${table.definition}/${column.id}`;
  if (!known.has(name)) {
    const query = new URLSearchParams({ key, table: table.definition, column: column.id });
    const asked = fetch(`${address}names?${query}`).then((answer) => (answer.ok ? answer.json() : []));
    known.set(name, asked.catch(() => {
      known.delete(name);
      return [];
    }));
  }
  return known.get(name);
}

// The part of a cell that is typed at its end: behind the last `;` where it holds several.
function parts(cell, column) {
  const text = cell.textContent;
  const at = column.holdsSeveral ? text.lastIndexOf(";") + 1 : 0;
  return { before: text.slice(0, at), last: text.slice(at) };
}

function near(names, text) {
  const words = fold(text).split(/\s+/).filter((word) => word);
  const fits = (does) => names.filter((name) => words.every((word) => does(fold(name), word)));
  const begun = fits((name, word) => name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)));
  // Middles of words count where nothing begins so.
  const found = begun.length ? begun : fits((name, word) => name.includes(word));
  return found.sort((one, other) => Number(fold(other).startsWith(words[0] || "")) - Number(fold(one).startsWith(words[0] || ""))).slice(0, most);
}

/** Shows what may stand in a cell; with `isAll` whatever stands in it now. */
export async function offer(cell, isAll = false) {
  const place = placeOf(cell);
  const column = place?.table.columns[place.column];
  if (!column?.picks) return hide();
  const names = await namesOf(place.table, column);
  if (document.activeElement !== cell) return;
  const { last } = parts(cell, column);
  const found = near(names, isAll && !isOpen() ? "" : last);
  if (!found.length || (found.length === 1 && fold(found[0]) === fold(last))) return hide();
  owner = { cell, column };
  list.replaceChildren(...found.map((name, number) => {
    const option = element("div", { id: `pick-${number}` }, name);
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    return option;
  }));
  list.hidden = false;
  stand();
  cell.setAttribute("aria-controls", list.id);
  // What one name alone means is taken by Enter, as in fields; of several, and where nothing was typed, none is meant yet.
  const isSole = found.length === 1 || found.filter((name) => fold(name) === fold(last)).length === 1;
  if (isSole && last.trim() && !(isAll && !isOpen())) mark(list.children[Math.max(0, found.findIndex((name) => fold(name) === fold(last)))]);
}

function stand() {
  if (list.hidden) return;
  const box = owner.cell.getBoundingClientRect();
  const isBelow = box.bottom + Math.min(list.offsetHeight, 200) < innerHeight;
  list.style.left = `${Math.max(4, Math.min(box.left, innerWidth - list.offsetWidth - 4)) + scrollX}px`;
  list.style.top = `${(isBelow ? box.bottom : box.top - list.offsetHeight) + scrollY}px`;
}

export function hide() {
  if (list.hidden) return;
  list.hidden = true;
  owner?.cell.removeAttribute("aria-controls");
  owner?.cell.removeAttribute("aria-activedescendant");
  owner = null;
}

function take(name) {
  const { cell, column } = owner;
  const { before } = parts(cell, column);
  if (!isOpen()) open(cell, true);
  cell.textContent = before ? `${before.trimEnd()} ${name}` : name;
  selectText(cell, false);
  hide();
  typed();
}

function mark(option) {
  for (const other of list.children) other.setAttribute("aria-selected", String(other === option));
  option.scrollIntoView({ block: "nearest" });
  owner.cell.setAttribute("aria-activedescendant", option.id);
}

/** Whether a key was meant for the list. */
export function pickKey(event, cell) {
  if (event.altKey && event.key === "ArrowDown") {
    if (!placeOf(cell).table.columns[placeOf(cell).column]?.picks) return false;
    offer(cell, true);
    return true;
  }
  if (list.hidden || owner?.cell !== cell) return false;
  const marked = list.querySelector('[aria-selected="true"]');
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const to = event.key === "ArrowDown" ? marked ? marked.nextElementSibling : list.firstElementChild : marked?.previousElementSibling;
    if (to) mark(to);
    return true;
  }
  if (event.key === "Escape") {
    hide();
    return true;
  }
  if (event.key === "Enter" && marked) {
    take(marked.textContent);
    return true;
  }
  return false;
}

// The list stays at its cell.
for (const name of ["scroll", "resize"]) addEventListener(name, (event) => { if (event.target !== list) stand(); }, { passive: true, capture: true });

list.addEventListener("pointerdown", (event) => {
  const option = event.target.closest("[role=option]");
  event.preventDefault();
  if (option) take(option.textContent);
});

/** Lets the cells of a grid offer names. */
export function watchPicks(grid) {
  grid.addEventListener("input", (event) => { if (event.target.closest("td")) offer(event.target.closest("td")); });
  grid.addEventListener("dblclick", (event) => { if (event.target.closest("td")) offer(event.target.closest("td"), true); });
  grid.addEventListener("focusout", hide);
}
