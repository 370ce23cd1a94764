// What was found stands beside what it is about, when the hand has left the place or rests; the page as readers will see
// it stands beside or below.

import { address, body, changedWholly, element, form, key, say, whenLooked } from "./form.js";
import { fixButton } from "./fixes.js";
import { nameHead } from "./gridcolumns.js";
import { cellMessages, cellSelector } from "./gridview.js";
import { putName } from "./gridrows.js";
import { go } from "./places.js";
import "./grid.js";

// How long a hand rests, in milliseconds, before it is told what is wrong where it writes.
const REST = 1500;
let found = { messages: [], elsewhere: [] };
let lastTyped = 0;
let waiting = 0;
const visited = new Set();
// Of a new form nobody is told that it is empty, until it was sent or a field was left.
const isFresh = key.startsWith("new/") && !document.querySelector(".answer");

function placeOf(target) {
  const cell = target?.closest?.("[data-row][data-column]");
  if (cell) return `${cell.closest("[data-table]").dataset.table}/${cell.dataset.row}/${cell.dataset.column}`;
  return target?.closest?.(".field")?.querySelector("[data-message-for]")?.dataset.messageFor;
}

// What may be said now: at the place of the hand only what stands there already.
function mayBeTold(message) {
  if (message.missing && isFresh && !visited.has(message.for)) return false;
  const isBusy = Date.now() - lastTyped < REST && placeOf(document.activeElement) === message.for;
  return !isBusy || shownAt(message.for).includes(message.text);
}

const shownAt = (place) => [...(boxOf(place)?.querySelectorAll("p") || [])].map((text) => text.dataset.text);
const boxOf = (place) => form.querySelector(`[data-message-for="${CSS.escape(place)}"]`);

function show() {
  clearTimeout(waiting);
  const told = found.messages.filter(mayBeTold);
  if (told.length < found.messages.length) waiting = setTimeout(show, REST);
  const groups = new Map();
  const group = (place) => groups.get(place) || groups.set(place, []).get(place);
  for (const message of told) group(box(message.for).dataset.messageFor).push(message);
  for (const text of found.elsewhere) group("_body").push({ severity: "error", text, remedy: "", candidates: [] });
  for (const there of form.querySelectorAll("[data-message-for]")) fill(there, groups.get(there.dataset.messageFor) || []);
  for (const marked of form.querySelectorAll("[aria-invalid]")) marked.removeAttribute("aria-invalid");
  for (const cell of form.querySelectorAll("[data-severity]")) delete cell.dataset.severity;
  for (const message of told) mark(message);
}

// What is said already is left as it is: it is read out once, and a button in it keeps the focus.
function fill(there, messages) {
  if (!messages.length && there.dataset.messageFor.includes("/")) {
    there.remove();
    return;
  }
  const state = JSON.stringify(messages);
  if (there.dataset.state === state) return;
  there.dataset.state = state;
  // What leads to the cell stays in front.
  const lead = there.querySelector(".to-cell");
  there.replaceChildren(...(lead ? [lead] : []), ...messages.map(drawn));
}

function box(place) {
  const there = boxOf(place);
  if (there) return there;
  return (place.includes("/") && cellMessages(place)) || boxOf("_body");
}

function mark(message) {
  const [table, row, column] = message.for.split("/");
  const cell = column && form.querySelector(cellSelector(table, row, column));
  if (message.severity !== "error") {
    if (cell) cell.dataset.severity = message.severity;
    return;
  }
  const control = cell || document.getElementById(`pick-${message.for}`) || form.elements[`field.${message.for}`];
  control?.setAttribute("aria-invalid", "true");
}

function drawn(message) {
  const text = element("p", { className: message.severity }, message.text);
  text.dataset.text = message.text;
  if (message.remedy) text.append(element("small", {}, message.remedy));
  if (message.for === "_body" && message.wrong) {
    const show = element("button", { type: "button", className: "to-place" }, say("showPlace"));
    show.setAttribute("aria-label", `${say("showPlace")}: ${message.text}`);
    show.addEventListener("click", () => go("_body", message.wrong.start, message.wrong.end));
    text.append(" ", show);
  }
  if (message.code) text.append(fixButton(message, text));
  if (message.addition) text.append(" ", additionButton(message.addition));
  // Where nothing is near a wrong name, the list is at hand.
  const picker = !message.candidates.length && message.wrong && document.getElementById(`pick-${message.for}`);
  if (picker) {
    const opener = element("button", { type: "button", className: "fix" }, say("pickOpen"));
    opener.addEventListener("click", () => { picker.focus(); picker.click(); });
    text.append(" ", opener);
  }
  if (!message.candidates.length) return text;
  const small = element("small", {}, say("perhaps") + " ");
  for (const candidate of message.candidates) {
    if (!message.wrong && !message.head && !message.for.includes("/")) {
      small.append(candidate.label, " ");
      continue;
    }
    const button = element("button", { type: "button" }, candidate.label);
    button.addEventListener("click", () => useInstead(message, candidate.value));
    small.append(button, " ");
  }
  text.append(small);
  return text;
}

// A value that answers the message stands behind those that the field has.
function additionButton({ field, value, label }) {
  const button = element("button", { type: "button", className: "fix" }, label);
  button.addEventListener("click", async () => {
    const control = form.elements[`field.${field}`];
    control.value = [...control.value.split("\n").filter((line) => line.trim()), value].join("\n");
    control.dispatchEvent(new Event("input", { bubbles: true }));
    const folded = control.closest("details");
    if (folded) folded.open = true;
    await changedWholly();
    (document.getElementById(`pick-${field}`) || control).focus();
  });
  return button;
}

// A field that is left moves what stands below it: a button that is pressed meanwhile would be missed.
form.addEventListener("mousedown", (event) => { if (event.target.closest(".messages button")) event.preventDefault(); });

// What was meant, put where the wrong words stand: these and no others.
function useInstead(message, value) {
  // Heads and cells of tables in files stand in no text of the form.
  if (message.head) {
    nameHead(message.head, value);
    return;
  }
  if (!message.wrong) {
    putName(message.for, value, message.text);
    return;
  }
  const control = form.elements[`field.${message.for}`] || body;
  const { start, end, text } = message.wrong;
  const at = control.value.slice(start, end) === text ? start : control.value.indexOf(text);
  if (at < 0) return;
  control.setRangeText(value, at, at + text.length, "end");
  control.dispatchEvent(new InputEvent("input", { bubbles: true }));
  lastTyped = 0;
  const [table, row, column] = message.for.split("/");
  const cell = column && form.querySelector(cellSelector(table, row, column));
  cell?.focus();
  changedWholly().then(() => { if (!cell) (document.getElementById(`pick-${message.for}`) || control).focus(); });
}

// A word that is pasted or picked is whole; one that is typed grows letter by letter.
form.addEventListener("input", (event) => {
  const isTyped = /^(insertText|insertCompositionText|delete)/.test(event.inputType || "");
  lastTyped = isTyped && !event.target.classList.contains("truth") ? Date.now() : 0;
});
form.addEventListener("focusout", (event) => {
  const place = placeOf(event.target);
  if (place) visited.add(place);
  lastTyped = 0;
  setTimeout(show);
});

function showUnderstood(understood) {
  for (const note of form.querySelectorAll(".understood")) note.remove();
  for (const [field, text] of Object.entries(understood)) {
    const control = form.elements["field." + field];
    if (control) control.after(element("p", { className: "understood" }, say("understood", text)));
  }
}

// The page as readers will see it.
const shown = document.querySelector(".shown");
const frame = shown.querySelector("iframe");
function showPage(path) {
  shown.hidden = false;
  const wanted = address + "shown/" + path;
  // Where the browser shows that no program answers there is no document of ours.
  if (frame.getAttribute("src") === wanted && frame.contentDocument) {
    const top = frame.contentWindow.scrollY;
    frame.addEventListener("load", () => frame.contentDocument && frame.contentWindow.scrollTo(0, top), { once: true });
    frame.contentWindow.location.reload();
  } else {
    frame.src = wanted;
  }
}

whenLooked((looked) => {
  found = { messages: looked.messages || [], elsewhere: looked.elsewhere || [] };
  show();
  showUnderstood(looked.understood || {});
  if (looked.address) showPage(looked.address);
});
