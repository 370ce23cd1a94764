// Asks about a block before it is put in: which row holds the heads, where each column goes, what becomes of the rows that
// are no records. What is lost is said in words.

import { element, say } from "./form.js";
import { withTable } from "./gridtext.js";
import { tellOf } from "./gridtold.js";
import { unbarred as plain } from "./gridrow.js";
import { choose } from "./gridcell.js";
import { lostColumns, newColumn, read, rememberChoices, sortOf, sorts, usual } from "./pastechoices.js";
import { counted, merged, putIn, rowName, short, sorted } from "./pasteput.js";

const mostRows = 12;
let dialog = null;

/**
 * Opens the dialog. What is chosen lives in `wish.choices`, what it comes to in `wish.reading`; `wish.isRead` where that is
 * of a file, which is read once; `wish.into` puts the block into another table of the kind.
 */
export function ask(wish) {
  dialog?.remove();
  dialog = element("dialog", { className: "paste" });
  dialog.setAttribute("aria-labelledby", "paste-title");
  document.body.append(dialog);
  dialog.addEventListener("cancel", () => tellOf(wish.table, say("pastedNothing") + "."));
  dialog.addEventListener("close", () => {
    dialog.remove();
    dialog = null;
    withTable(wish.table.id, (table) => { if (document.activeElement === document.body) choose(table, wish.row, 0); });
  });
  draw(wish);
  dialog.showModal();
  dialog.querySelector("[name=_paste]").focus({ preventScroll: true });
}

function draw(wish) {
  const focused = dialog.contains(document.activeElement) ? document.activeElement.id : "";
  const top = dialog.querySelector(".scroll")?.scrollLeft ?? 0;
  dialog.replaceChildren(
    element("h2", { id: "paste-title" }, say("dialogTitle", wish.table.caption)),
    element("p", { className: "help" }, say("dialogHelp")),
    ...othersOf(wish), ...choicesOf(wish), preview(wish), element("div", { className: "foot" }, losses(wish), buttons(wish)));
  dialog.querySelector(".scroll").scrollLeft = top;
  if (focused) dialog.querySelector(`#${CSS.escape(focused)}`)?.focus();
}

// Another head or another filling of merged cells is another reading: the server is asked again.
async function readAgain(wish, wishes) {
  if (wish.isRead) return;
  const fillsMerged = wishes.fillsMerged ?? wish.choices.fillsMerged;
  const head = wishes.head === undefined ? wish.reading.head : wishes.head;
  const isOther = wishes.head !== undefined || wishes.isTurned !== undefined;
  const columns = isOther ? undefined : wish.choices.columns;
  const isTurned = wish.reading.years.length ? wishes.isTurned ?? wish.reading.isTurned : undefined;
  const reading = await read(wish.block, wish.table, wish.beside, { head, columns, fillsMerged, isTurned });
  if (!dialog) return;
  if (!reading) {
    dialog.querySelector(".losses").textContent = say("pasteNoServer");
    return;
  }
  wish.reading = reading;
  wish.choices = {
    ...wish.choices, fillsMerged, ...(isOther ? { columns: usual(reading).columns, isOver: reading.head === null } : {}),
  };
  draw(wish);
}

// MARK: What is asked

function select(id, label, options, value, act) {
  const made = element("select", { id }, ...options.map(([name, text]) => element("option", { value: name }, text)));
  made.value = value;
  made.addEventListener("change", () => act(made.value));
  const named = element("label", { htmlFor: id }, label);
  return element("div", { className: "choice" }, named, made);
}

// Heads in two rows are one here; which two, the number of the row below says.
function headName(reading, row) {
  const names = row.cells.map(plain).filter((text) => text).join(", ").slice(0, 60);
  const isTwo = row.role === "heads" && (reading.groups.length || reading.years.length)
    && !reading.rows.some((other) => other.number === row.number + 1);
  return isTwo ? say("dialogHeadRows", row.number + 1, row.number + 2, names) : say("dialogHeadRow", row.number + 1, names);
}

// Columns of another table of the kind are said first, with the way there.
function othersOf(wish) {
  return (wish.reading.others ?? []).map((other) => {
    const said = element("p", {}, say("dialogOther", short(other.columns), other.caption));
    if (!wish.into) return said;
    const button = element("button", { type: "button" }, say("dialogIntoOther", other.caption));
    button.addEventListener("click", () => {
      dialog.close();
      wish.into(other);
    });
    return element("div", { className: "choice other" }, said, button);
  });
}

function choicesOf(wish) {
  const { reading, choices } = wish;
  const known = columnsOf(wish);
  const set = (name) => (value) => {
    choices[name] = value;
    draw(wish);
  };
  const heads = [["", say("dialogNoHead")], ...reading.rows.slice(0, 15).filter((row) => row.cells.some((text) => text)).map((row) => [String(row.number), headName(reading, row)])];
  const made = wish.isRead ? [] : [select("paste-head", say("dialogHead"), heads, reading.head === null ? "" : String(reading.head),
    (value) => readAgain(wish, { head: value === "" ? null : Number(value) }))];
  if (reading.years?.length) {
    const box = element("input", { type: "checkbox", id: "paste-turn", checked: reading.isTurned });
    box.addEventListener("change", () => readAgain(wish, { isTurned: box.checked }));
    made.push(element("div", { className: "choice check" }, box, element("label", { htmlFor: "paste-turn" }, say("dialogTurn", reading.years.join(", ")))));
  }
  if (reading.groups?.length) made.push(element("p", { className: "help" }, say("dialogJoined", short(reading.groups))));
  const labels = { title: "dialogTitles", section: "dialogSections", total: "dialogTotals", other: "dialogOthers", hidden: "dialogHidden" };
  for (const sort of sorts) {
    const rows = reading.rows.filter((row) => sortOf(row) === sort);
    if (!rows.length) continue;
    const options = [["out", say("dialogOut")], ["row", say("dialogRow")]];
    if (sort === "section") options.push(...known.map(({ id, label }) => [id, say("dialogInto", label)]));
    made.push(select(`paste-${sort}`, `${say(labels[sort])}: ${rows.slice(0, 3).map(rowName).join("; ")}${rows.length > 3 ? "; …" : ""}`,
      options, choices[sort], set(sort)));
  }
  if (reading.mergeCount) {
    const box = element("input", { type: "checkbox", id: "paste-fill", checked: choices.fillsMerged });
    box.addEventListener("change", () => readAgain(wish, { fillsMerged: box.checked }));
    made.push(element("div", { className: "choice check" }, box, element("label", { htmlFor: "paste-fill" }, say("dialogMerged", merged(reading)))));
  }
  made.push(select("paste-where", say("dialogWhere"), [["new", say("dialogWhereNew")], ["over", say("dialogWhereOver", wish.row + 1)]],
    choices.isOver ? "over" : "new", (value) => { choices.isOver = value === "over"; }));
  return made;
}

// The columns that something may go into: those of the table first, then those that the kind knows.
function columnsOf({ table, reading }) {
  const there = table.columns.map(({ id, label }) => ({ id, label }));
  return [...there, ...reading.known.filter((one) => !there.some((other) => other.id === one.id))];
}

// MARK: What it comes to

function preview(wish) {
  const { reading, choices } = wish;
  const known = columnsOf(wish);
  const selects = reading.columns.map((column, number) => {
    const name = column.title || say("dialogNth", number + 1);
    const options = [["", say("dialogNoColumn")], ...known.map(({ id, label }) => [id, label]), [newColumn, say("dialogNewColumn", name)]];
    const made = element("select", { id: `paste-column-${number}` }, ...options.map(([value, text]) => element("option", { value }, text)));
    made.setAttribute("aria-label", say("dialogColumn", name));
    made.value = choices.columns[number];
    made.addEventListener("change", () => map(wish, number, made.value));
    return element("th", { scope: "col" }, made);
  });
  const corner = element("th", { scope: "col" }, element("span", { className: "unseen" }, say("rolePart")));
  const shown = reading.rows.filter((row, number) => number < mostRows || sortOf(row));
  const rows = shown.slice(0, 60).map((row) => {
    const label = row.role === "heads" ? say("roleHeads") : { title: say("roleTitle"), section: say("roleSection"), total: say("roleTotal"), other: say("roleOther"), hidden: say("roleHidden") }[sortOf(row)] ?? "";
    const line = element("tr", { className: row.role === "heads" ? "heads" : sortOf(row) ? "special" : "" },
      element("th", { scope: "row" }, `${row.number + 1} ${label}`.trim()),
      ...cellsOf(row, reading, choices));
    if (sortOf(row) && choices[sortOf(row)] === "out") line.classList.add("lost");
    return line;
  });
  const table = element("table", {}, element("caption", {}, say("dialogPreview")), element("thead", {}, element("tr", {}, corner, ...selects)), element("tbody", {}, ...rows));
  const rest = reading.rows.length - Math.min(60, shown.length);
  const scroll = element("div", { className: "scroll", tabIndex: 0 }, table);
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", say("dialogPreview"));
  return element("div", {}, scroll, ...(rest > 0 ? [element("p", { className: "help" }, say("dialogMore", counted("countRows", rest)))] : []));
}

// What titles other rows goes over all of its row.
function cellsOf(row, reading, choices) {
  const filled = row.cells.filter((text) => text);
  if (reading.head !== null && sortOf(row) && filled.length === 1) return [element("td", { colSpan: row.cells.length }, plain(filled[0]))];
  return row.cells.map((text, column) => element("td", { className: choices.columns[column] || row.role !== "record" ? "" : "lost" }, plain(text)));
}

// A column of the table takes one column of the block.
function map(wish, number, value) {
  const { columns } = wish.choices;
  if (value && value !== newColumn) columns.forEach((id, other) => { if (id === value) columns[other] = ""; });
  columns[number] = value;
  draw(wish);
  readAgain(wish, {});
}

function losses({ reading, choices }) {
  // What else is lost of a row that is left out is told of the row.
  const { left, records } = sorted(reading, choices);
  const lost = lostColumns(reading, choices).map((column) => {
    const filled = records.filter((row) => row.cells[column]).length;
    return say("dialogLostColumn", reading.columns[column].title || say("dialogNth", column + 1), counted("countCells", filled));
  });
  if (left.length) lost.push(say("dialogLostRows", left.map(rowName).map((name) => `«${name}»`).join(", ")));
  const text = element("p", { className: "losses" }, lost.length ? say("dialogLost", lost.join("; ")) : say("dialogNoLoss"));
  text.setAttribute("role", "status");
  return text;
}

function buttons(wish) {
  const paste = element("button", { type: "button", name: "_paste" }, say("dialogPaste"));
  paste.addEventListener("click", () => {
    if (!wish.isRead) rememberChoices(wish.reading, wish.table, wish.choices);
    dialog.close();
    withTable(wish.table.id, (table) => putIn(table, wish.row, wish.reading, wish.choices, wish.block.around, () => ask(wish)));
  });
  const cancel = element("button", { type: "button" }, say("dialogCancel"));
  cancel.addEventListener("click", () => {
    dialog.close();
    tellOf(wish.table, say("pastedNothing") + ".");
  });
  return element("div", { className: "buttons" }, paste, cancel);
}
