// What is done to columns: from the menu of a head, which keys reach from the first row, and from the button of the bar.

import { ask, labelled } from "./dialog.js";
import { element, say } from "./form.js";
import { openActs } from "./gridbar.js";
import { choose, close } from "./gridcell.js";
import { tellStep } from "./gridrows.js";
import { addColumn, change, moveColumn, plainColumn, removeColumn, renameColumn, tableOf, withTable } from "./gridtext.js";
import { headAt, show } from "./gridview.js";
import { counted } from "./pasteput.js";

const fold = (text) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("ru").replace(/ё/g, "е");
const nameOf = (column) => column.label || say("unnamed");
const isIn = (names, name) => names.some((one) => fold(one) === fold(name));
// The columns that the kind knows and that the table has not got meanwhile.
const lackingOf = (table) => table.lacking.filter((one) => table.column(one.id) < 0);

// Carries out what is done to the columns as one step, and goes to the head of one of them.
function act(table, at, make) {
  close();
  change(table, { row: 0, column: Math.min(at, table.columns.length - 1) }, make);
  show(table);
  headAt(table, at)?.focus();
}

// What is wrong with a name that was typed; nothing where it is good.
function faultOf(table, name, own = -1) {
  if (!name) return say("needColumnName");
  const isTaken = table.columns.some((column, place) => place !== own && fold(column.label) === fold(name));
  return isTaken ? say("columnTaken", name) : "";
}

async function rename(table, at) {
  const input = element("input", { type: "text", value: table.columns[at].label, autocomplete: "off" });
  const names = element("datalist", { id: "column-names" }, ...lackingOf(table).map(({ label }) => element("option", { value: label })));
  input.setAttribute("list", names.id);
  const answer = await ask(say("renameColumn").replace("…", ""), [labelled(say("columnName"), input), names], {
    ok: "renameGo",
    isReady: (fault) => !(fault.textContent = faultOf(table, input.value.trim(), at)),
  });
  const name = input.value.trim();
  if (answer !== "ok" || name === table.columns[at].label) return headAt(table, at)?.focus();
  const own = table.columns[at];
  const known = isIn(own.names.slice(1), name) ? own : lackingOf(table).find((one) => isIn(one.names, name));
  return withTable(table.id, (found) => act(found, at, (draft) => renameColumn(draft, at, name, known)));
}

/** Gives a column the name that was meant; `place` is its table's id and its own. */
export function nameHead(place, name) {
  const [id, columnID] = place.split("/");
  return withTable(id, (table) => {
    const at = table.column(columnID);
    if (at < 0) return;
    const known = lackingOf(table).find((one) => isIn(one.names, name));
    act(table, at, (draft) => renameColumn(draft, at, name, known));
  });
}

// Behind the last of those that stand before it in tables of its kind.
const placeIn = (table, column) => 1 + table.columns.findLastIndex(({ id }) => column.behind.includes(id));

// Without a place a column goes where tables of the kind have it, and another one to the end.
async function add(table, wanted = null) {
  const lacking = lackingOf(table);
  const which = element("select", {}, ...lacking.map((column) => element("option", { value: column.id }, column.label)),
    element("option", { value: "" }, say("otherColumn")));
  const input = element("input", { type: "text", autocomplete: "off" });
  const own = labelled(say("columnName"), input);
  const help = element("p", { className: "help" });
  const showOwn = () => {
    own.hidden = which.value !== "";
    help.textContent = lacking.find((column) => column.id === which.value)?.help || "";
  };
  which.addEventListener("change", showOwn);
  showOwn();
  const answer = await ask(say("newColumn"), [...(lacking.length ? [labelled(say("whichColumn"), which), help] : []), own], {
    ok: "addGo",
    isReady: (fault) => which.value !== "" || !(fault.textContent = faultOf(table, input.value.trim())),
  });
  if (answer !== "ok") return headAt(table, Math.min(wanted ?? table.columns.length, table.columns.length - 1))?.focus();
  const name = input.value.trim();
  const known = lacking.find((one) => one.id === which.value) || lacking.find((one) => isIn(one.names, name));
  const column = known || plainColumn(name);
  const at = wanted ?? (known ? placeIn(table, known) : table.columns.length);
  return withTable(table.id, (found) => {
    const label = which.value === "" ? name : column.label;
    act(found, at, (draft) => addColumn(draft, { ...column, label }, at));
    choose(found, 0, at);
  });
}

async function remove(table, at) {
  const name = nameOf(table.columns[at]);
  const filled = table.rows.filter((texts) => texts[at].trim()).length;
  const question = element("p", {}, say("askRemoveColumn", name, counted("columnWords", filled)));
  if (filled && (await ask(say("removeColumn"), [question], { ok: "removeColumn" })) !== "ok") return headAt(table, at)?.focus();
  return withTable(table.id, (found) => {
    act(found, at, (draft) => removeColumn(draft, at));
    headAt(found, Math.min(at, found.columns.length - 1))?.focus();
    tellStep(found, say("removedColumn", name));
  });
}

const move = (table, from, to) => act(table, to, (draft) => moveColumn(draft, from, to));

/** Opens the menu of a column. */
export function openColumn(table, at, opener = headAt(table, at)) {
  close();
  const last = table.columns.length - 1;
  openActs(opener, say("columnActions", nameOf(table.columns[at])), [
    [say("renameColumn"), () => rename(table, at)],
    [say("addLeft"), () => add(table, at)],
    [say("addRight"), () => add(table, at + 1)],
    [say("moveLeft"), () => move(table, at, at - 1), at > 0],
    [say("moveRight"), () => move(table, at, at + 1), at < last],
    last ? [say("removeColumn"), () => remove(table, at)] : [say("lastColumn"), () => {}, false],
  ]);
}

/** Opens a menu of all columns, each of which has its own. */
export function openColumns(table, opener) {
  openActs(opener, say("columns").replace("…", ""), [
    ...table.columns.map((column, at) => [nameOf(column), () => openColumn(table, at, opener)]),
    [say("newColumn") + "…", () => add(table)],
  ]);
}

// Keys on a head, as the pattern of ARIA for grids says.
function onKey(event) {
  const head = event.target.closest(".head-menu");
  const table = head && tableOf(head.closest("[data-table]").dataset.table);
  if (!table || event.ctrlKey || event.metaKey || event.isComposing) return;
  const at = Number(head.dataset.place);
  const last = table.columns.length - 1;
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
  if (event.key === "F2") rename(table, at);
  else if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) openColumn(table, at);
  else if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    if (to >= 0 && to <= last) move(table, at, to);
  } else if (event.key === "ArrowDown" && !event.altKey) choose(table, 0, at);
  else if (event.altKey && event.key === "ArrowDown") openColumn(table, at);
  else if (to !== undefined && !event.altKey) headAt(table, Math.max(0, Math.min(last, to)))?.focus();
  else return;
  event.preventDefault();
}

/** Lets the heads of a grid be pressed and reached. */
export function watchHeads(grid) {
  const here = () => tableOf(grid.dataset.table);
  grid.addEventListener("keydown", onKey);
  for (const name of ["click", "contextmenu"]) {
    grid.addEventListener(name, (event) => {
      const head = event.target.closest("thead th")?.querySelector(".head-menu");
      if (!head || !here()) return;
      event.preventDefault();
      withTable(here().id, (table) => openColumn(table, Number(head.dataset.place)));
    });
  }
}
