// Tables of a material that stand in files of their own: they are shown as grids too, and each is saved into its file.

import { address, check, element, form, keepTyped, key, say, whenLooked } from "./form.js";
import { close } from "./gridcell.js";
import { textsOf, unbarred } from "./gridrow.js";
import { addFile, change, dropEmptyTail, tables, whenChanged } from "./gridtext.js";
import { tellOf } from "./gridtold.js";
import { gridOf, show, showFound } from "./gridview.js";
import { tell } from "./told.js";

const files = [];

const found = async () => {
  try {
    const answer = await fetch(`${address}tables?${new URLSearchParams({ key })}`);
    return answer.ok ? await answer.json() : { tables: [], unread: [] };
  } catch {
    return { tables: [], unread: [] };
  }
};

const isChanged = (file) => file.table.text !== file.saved;

function make(one) {
  const node = element("textarea", { name: `file.${one.id}`, hidden: true, value: one.kept || one.text });
  const base = element("input", { type: "hidden", name: `file.${one.id}.base`, value: one.base });
  node.setAttribute("aria-label", one.file);
  form.append(node, base);
  const file = { ...one, base, table: addFile(one, node), saved: one.text };
  files.push(file);
  show(file.table);
  const save = element("button", { type: "button" }, say("saveFile"));
  save.addEventListener("click", () => store(file));
  file.state = element("output", {});
  gridOf(one.id).querySelector("h2").after(element("p", { className: "help" }, say("tableInFile", one.file)));
  gridOf(one.id).querySelector(".more").append(save, file.state);
  showState(file);
  if (one.other) tellOf(file.table, say("fileChangedSince"), [[say("takeTyped"), () => replace(file, one.other, one.otherColumns)]]);
}

const showState = (file) => { file.state.textContent = isChanged(file) ? say("fileNotSaved") : ""; };

function replace(file, text, columns) {
  change(file.table, { row: 0, column: 0 }, (draft) => { Object.assign(draft, { lines: text.split("\n"), columns }); });
  show(file.table);
}

// Writes a table into its file; whether it is there now.
async function store(file) {
  close();
  const { table } = file;
  dropEmptyTail(table);
  const text = table.text;
  const rows = table.lines.filter((_, number) => number !== 1).map((line) => textsOf(line, table.columns.length, unbarred));
  const query = new URLSearchParams({
    _token: form.elements._token.value, _key: key, file: file.id, base: file.base.value, rows: JSON.stringify(rows),
  });
  let answer;
  try {
    answer = await fetch(`${address}tables`, { method: "POST", body: query });
  } catch {
    tellOf(table, say("noServer"));
    return false;
  }
  const { base, said } = answer.status === 404 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) {
    tellOf(table, said || say("noServer"), answer.status === 409 ? [[say("takeTheirs"), () => readAgain(file)]] : []);
    return false;
  }
  file.base.value = base;
  file.saved = text;
  showState(file);
  file.state.textContent = say("fileSaved", file.file);
  // What is kept says the same as the file now.
  await keepTyped();
  check();
  return true;
}

// Takes what the file says now; what was typed can be brought back as a step.
async function readAgain(file) {
  const now = (await found()).tables.find((one) => one.id === file.id);
  if (!now) return;
  file.base.value = now.base;
  file.saved = now.text;
  replace(file, now.text, now.columns);
}

// How terms are understood, unless rows have come or gone since.
whenLooked((answer) => {
  for (const { id, rows } of answer.files || []) {
    const file = files.find((one) => one.id === id);
    if (file?.table.rows.length !== rows.length) continue;
    file.table.found = rows;
    showFound(file.table);
  }
});

whenChanged((table) => {
  const file = files.find((one) => one.table === table);
  if (file) showState(file);
});

// A form that is saved takes its tables along; where one is refused, nothing is sent.
form.addEventListener("submit", (event) => {
  close();
  if (!files.some(isChanged) || ["_forget", "_later"].includes(event.submitter?.name)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  (async () => {
    for (const file of files.filter(isChanged)) {
      if (!(await store(file))) {
        gridOf(file.id).scrollIntoView();
        return;
      }
    }
    form.requestSubmit(event.submitter);
  })();
}, { capture: true });

found().then(({ tables: all, unread }) => {
  if (unread.length) tell("unread", "", unread.map((name) => say("fileUnread", name)));
  all.filter((one) => !tables.some((table) => table.id === one.id)).forEach(make);
  // Nothing has been typed yet: what the tables say is only looked at.
  if (all.length) check();
});
