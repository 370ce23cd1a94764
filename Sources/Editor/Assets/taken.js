// «Загрузить из Word или Excel»: a document fills the fields that are empty and gives the text. What of it did not come in
// by itself is offered; the server keeps nothing, so the file is sent again with each choice.

import { ask } from "./dialog.js";
import { body, changed, element, form, key, onItsWay, outcomes, say, titleOf } from "./form.js";
import { isEmpty, renumbered } from "./marks.js";
import { addRows, targetOf, textAround } from "./takenrows.js";
import { put, putWhole } from "./text.js";
import { tell, toldPlace } from "./told.js";
import { askDesk, chooser, keepPictures } from "./upload.js";

const largest = 64 * 1024 * 1024;
// So many lines are read; the others are folded.
const mostLines = 10;
const button = element("button", { type: "button" }, say("takeDocument"));
button.setAttribute("aria-live", "polite");
const place = element("div", { className: "take-document" }, button, element("p", { className: "help" }, say("aboutTaking")));
(form.querySelector(".fields") || form.querySelector(".field")).before(place);
// What cannot be read may be chosen too: a file that a window does not show is one of which nobody says why.
const accept = ".docx,.odt,.pptx,.xlsx,.html,.htm,.doc,.xls,.ppt,.rtf,.ods,.pdf";
const chosen = chooser(button, { accept }, ([file]) => { if (file) takeDocument(file, beside); });
// What is said stands beside the button that was pressed.
const beside = toldPlace();
place.append(beside);
button.addEventListener("click", () => chosen.open());
place.addEventListener("drop", (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  takeDocument(file, beside);
});

/** Takes a document in: fields, text and pictures, with a report of what was lost; `at` is where it is said. */
export async function takeDocument(file, at) {
  if (file.size > largest) {
    tell("document", say("fileTooLarge", file.name), [], { isFault: true, at });
    return;
  }
  await onItsWay(carryOut({ file, at, choices: [], filled: [], before: body.value }));
}

async function carryOut(taking) {
  const made = await read(taking);
  if (made.body === undefined) {
    tell("document", say("documentRefused", taking.file.name), [made.said || ""], { isFault: true, at: taking.at });
    return outcomes.refused;
  }
  if (!taking.how) taking.how = isEmpty(body.value) ? "replace" : await askHow(taking.file.name, made);
  else if (body.value !== taking.after && !(await askAgain())) return outcomes.declined;
  if (!taking.how) {
    button.focus();
    return outcomes.declined;
  }
  const { text, told } = await keepPictures(made.body, made.pictures);
  told.push(...(await putIn(taking, text, made)));
  taking.after = body.value;
  const kept = fill(made.fields, taking.filled);
  changed();
  report(taking, made, told, kept);
  return outcomes.taken;
}

async function read({ file, choices }) {
  const query = new URLSearchParams({
    token: form.elements._token.value, key, name: file.name, title: form.elements["field.title"]?.value || "",
  });
  for (const choice of choices) query.append("with", choice);
  button.disabled = true;
  button.textContent = say("takingDocument", file.name);
  const made = await askDesk(`taken?${query}`, { body: file });
  button.disabled = false;
  button.textContent = say("takeDocument");
  return made;
}

async function askHow(name, made) {
  const target = made.tables.map(targetOf).find(Boolean);
  const answer = await ask(say("textStands", name), [element("p", {}, say("textStandsHelp"))], target
    ? { ok: ["addRowsTo", target.caption], more: { append: "appendAsText", replace: "replaceText" } }
    : { ok: "replaceText", more: { append: "appendText" } });
  return answer === "ok" ? (target ? "rows" : "replace") : answer;
}

async function askAgain() {
  return (await ask(say("textChanged"), [element("p", {}, say("textChangedHelp"))], { ok: "takeAnew" })) === "ok";
}

// Puts what came into the text as it was before, and gives what is to be told of that.
async function putIn(taking, text, made) {
  const { how, before } = taking;
  if (how === "rows") {
    if (body.value !== before) putWhole(before, before.length);
    const told = [];
    const added = [];
    for (const table of made.tables) {
      const outcome = await addRows(table);
      if (outcome) added.push(table);
      if (outcome) told.push(...outcome);
    }
    const rest = textAround(text, added);
    return rest ? [...told, say("aroundNotAdded", rest)] : told;
  }
  const coming = how === "replace" ? text : renumbered(text.trimStart(), before);
  const gap = how === "replace" || !before.trim() ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const start = how === "replace" ? 0 : before.length;
  if (taking.after === undefined) put({ start, end: body.value.length, text: gap + coming, from: start + gap.length });
  else putWhole(before.slice(0, start) + gap + coming, start + gap.length);
  return [];
}

// Fields that say nothing take what the document says; of the others it is told what it says.
function fill(fields, filled) {
  const kept = [];
  for (const [id, value] of Object.entries(fields)) {
    const control = form.elements["field." + id];
    if (!control || !value) continue;
    const label = titleOf(control) || id;
    if (control.value.trim() === "") {
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
      if (control.value === value) filled.push(label);
      else kept.push(say("fieldKept", label, value));
      const folded = control.closest("details");
      if (folded) folded.open = true;
    } else if (control.value.trim() !== value.trim()) kept.push(say("fieldKept", label, value));
  }
  return kept;
}

const titleLabel = () => form.elements["field.title"] && titleOf(form.elements["field.title"]);

function report(taking, made, told, kept) {
  const { file, at, filled } = taking;
  const checks = [...made.privacy, ...(taking.how === "rows" ? made.checksOfRows : made.checks)];
  const lines = [
    // Where the title comes from, if it was taken.
    filled.includes(titleLabel()) ? made.origin : "", ...checks.slice(0, mostLines), ...told, ...kept, filled.length ? say("fieldsFilled", filled.join(", ")) : "",
    made.pictures.length ? say("picturesKept", made.pictures.length) : "",
  ].filter((line) => line);
  const title = made.short ? say("documentTakenRows", file.name, made.short) : say("documentTaken", file.name);
  const more = [...checks.slice(mostLines), ...made.details];
  keep({ file: file.name, title, lines, more, offers: made.offers.filter(({ isTaken }) => !isTaken).map(({ label }) => label) });
  tell("document", title, lines, {
    at, isShown: true, more, moreTitle: say("documentDetails"), whenClosed: () => keep(null),
    controls: made.offers.length ? [offers(taking, made.offers)] : [],
  });
  if (at === beside) button.focus({ preventScroll: true });
}

// What else the file has: each is asked for by a box.
function offers(taking, all) {
  const set = element("fieldset", {}, element("legend", {}, say("documentOffers")));
  const boxes = all.map(({ choice, label, isTaken }) => {
    const box = element("input", { type: "checkbox", value: choice, checked: isTaken });
    set.append(element("label", { className: "choice" }, box, " ", label));
    return box;
  });
  set.addEventListener("change", async ({ target: { value } }) => {
    const old = taking.choices;
    taking.choices = boxes.filter((box) => box.checked).map((box) => box.value);
    set.disabled = true;
    if (await onItsWay(carryOut(taking)) === outcomes.taken) {
      // The boxes are new ones: whoever ticks them by the keyboard goes on where she was.
      form.querySelector(`[data-told=document] input[value="${CSS.escape(value)}"]`)?.focus({ preventScroll: true });
      return;
    }
    taking.choices = old;
    set.disabled = false;
    for (const box of boxes) box.checked = old.includes(box.value);
  });
  return set;
}

// MARK: Kept

// So much of a report goes along with each key that is typed.
const longest = 20_000;
const control = form.elements._told;

// A report goes with what was typed: a save that is refused leaves it where it stands.
function keep(report) {
  const kept = report && { ...report };
  while (kept?.more.length && JSON.stringify(kept).length > longest) kept.more = kept.more.slice(0, Math.floor(kept.more.length / 2));
  control.value = kept ? JSON.stringify(kept) : "";
  delete control.dataset.saved;
  changed();
}

// Shows what was told of a file before the page was loaded; one line of it where the material was saved since. The file is
// not here any more: what else it has is in it still.
function showKept() {
  if (!control.value) return;
  const { file, title, lines, more, offers: rest } = JSON.parse(control.value);
  const left = rest.length && !("saved" in control.dataset) ? [say("offersLater", rest.map((one) => `«${one}»`).join(", "))] : [];
  tell("document", title, [...lines, ...left], {
    at: beside, more, moreTitle: say("documentDetails"), whenClosed: () => keep(null),
    foldedAs: "saved" in control.dataset ? say("reportOf", file) : "",
  });
}

showKept();
