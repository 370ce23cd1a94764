// The text and its tools. What they change goes through `put`, as one step that can be taken back.

import { body, element, form, say } from "./form.js";
import { besideTable, blockAt, bullets, heading, newParagraph, nextItem, numbers, stars, styleAt } from "./marks.js";
import { asStep, redo, undo } from "./texthistory.js";

export const tools = form.querySelector(".tools");
tools.setAttribute("aria-controls", body.id);

/** Carries out an edit as if it were typed. */
export function put({ start, end, text, from = start + text.length, to = from }) {
  body.focus();
  body.setSelectionRange(start, end);
  asStep(() => {
    const isDone = text ? document.execCommand("insertText", false, text) : start === end || document.execCommand("delete");
    if (isDone) return;
    body.setRangeText(text, start, end, "end");
    body.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  body.setSelectionRange(from, to);
  showPlace();
}

/** Puts another text in place of the whole, of which only what differs is typed; the caret goes to `place`. */
export function putWhole(text, place) {
  const old = body.value;
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
  let same = 0;
  const most = Math.min(old.length, text.length) - start;
  while (same < most && old[old.length - 1 - same] === text[text.length - 1 - same]) same += 1;
  put({ start, end: old.length - same, text: text.slice(start, text.length - same), from: place });
}

/** Carries out what a function makes of the text and its selection; in a table there is nothing to be done. */
export function apply(make) {
  hint("");
  const edit = make(body.value, body.selectionStart, body.selectionEnd, say("sample"));
  if (edit) put(edit);
  else {
    hint(say("notInTable"));
    body.focus();
  }
}

// MARK: The toolbar (WAI-ARIA Authoring Practices, toolbar)

/** Adds a button; `properties.keys` is its shortcut as people write it. */
export function tool(name, act, { keys = "", ...properties } = {}) {
  const button = element("button", { type: "button", tabIndex: tools.querySelector("button") ? -1 : 0, ...properties }, say(name));
  button.dataset.tool = name;
  if (keys) {
    button.title = `${say(name)} (${keys})`;
    button.setAttribute("aria-keyshortcuts", keys.replace("Ctrl", "Control"));
  }
  button.addEventListener("click", act);
  tools.append(button);
  return button;
}

tools.addEventListener("keydown", (event) => {
  const buttons = [...tools.querySelectorAll("button")];
  const place = buttons.indexOf(document.activeElement);
  const step = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (place < 0 || step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  buttons[(step + buttons.length) % buttons.length].focus();
});
tools.addEventListener("focusin", (event) => {
  for (const button of tools.querySelectorAll("button")) button.tabIndex = button === event.target ? 0 : -1;
});
// A button that is pressed leaves the selection of the text where it is.
tools.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });

const bold = stars(2);
const italic = stars(1);
const pressed = {
  section: tool("section", () => apply(heading(2))),
  subsection: tool("subsection", () => apply(heading(3))),
  bullets: tool("bullets", () => apply(bullets)),
  numbers: tool("numbers", () => apply(numbers)),
  bold: tool("bold", () => apply(bold), { keys: "Ctrl+B" }),
  italic: tool("italic", () => apply(italic), { keys: "Ctrl+I" }),
};

// What the line is on which the caret stands: said beside the tools, and by those that are pressed.
const place = element("span", { className: "place" });
const said = element("span", { className: "hint" });
said.setAttribute("role", "status");

/** Says for a moment what is going on, beside the tools. */
export const hint = (text) => { said.textContent = text; };

export function showPlace() {
  const { selectionStart: start, selectionEnd: end, value } = body;
  const { name, level } = blockAt(value, start);
  const style = styleAt(value, start, end);
  const is = {
    section: level === 2, subsection: level === 3, bullets: name === "bullets", numbers: name === "numbers",
    bold: style.bold, italic: style.italic,
  };
  for (const [tool, button] of Object.entries(pressed)) button.setAttribute("aria-pressed", String(is[tool]));
  place.textContent = say({ heading: "atHeading", bullets: "atItem", numbers: "atItem", table: "atTable", plain: "atText" }[name], level);
}

for (const name of ["keyup", "click", "focus", "input"]) body.addEventListener(name, showPlace);
document.addEventListener("selectionchange", () => { if (document.activeElement === body) showPlace(); });

/** To be called when all tools are there. */
export function showTools() {
  for (const [name, act, keys] of [["undoText", undo, "Ctrl+Z"], ["redoText", redo, "Ctrl+Y"]]) {
    tool(name, () => {
      body.focus();
      act();
      showPlace();
    }, { keys });
  }
  tools.after(element("p", { className: "help place-of-text" }, place, " ", said));
  tools.hidden = false;
  showPlace();
}

const shortcuts = { KeyB: bold, KeyI: italic };
const onShortcut = {};

/** Lets a part of the page answer to Ctrl and a key of the text. */
export const whenPressed = (code, act) => { onShortcut[code] = act; };

// Letters behind a table are no part of it.
body.addEventListener("beforeinput", (event) => {
  if (event.inputType !== "insertText" || event.isComposing || body.selectionStart !== body.selectionEnd) return;
  if (!event.data || /^[|\s]/.test(event.data)) return;
  const place = body.selectionStart;
  const gap = besideTable(body.value, place);
  if (!gap) return;
  event.preventDefault();
  put({ start: place, end: place, text: gap + event.data });
});
// Letters that are composed are left alone until they are whole.
let composed = null;
body.addEventListener("compositionstart", () => {
  const place = body.selectionStart;
  composed = place === body.selectionEnd ? { place, gap: besideTable(body.value, place) } : null;
});
body.addEventListener("compositionend", ({ data }) => {
  const began = composed;
  composed = null;
  if (!began?.gap || !data || /^[|\s]/.test(data)) return;
  // The last letters are in the text when this event is over.
  setTimeout(() => {
    const { place, gap } = began;
    if (body.value.slice(place, place + data.length) !== data) return;
    put({ start: place, end: place, text: gap, from: place + gap.length + data.length });
  });
});

// Where Enter has just begun a paragraph.
let begun = -1;

body.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const isControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const act = shortcuts[event.code] ? () => apply(shortcuts[event.code]) : onShortcut[event.code];
  if (isControl && act) {
    event.preventDefault();
    act();
  } else if (event.key === "Enter" && !event.shiftKey && !isControl && !event.altKey && body.selectionStart === body.selectionEnd) {
    const place = body.selectionStart;
    // Who presses twice wants a paragraph, and has one.
    const isSecond = begun === place && body.value.slice(place - 2, place) === "\n\n";
    begun = -1;
    const edit = isSecond ? { start: place, end: place, text: "" } : nextItem(body.value, place) || newParagraph(body.value, place);
    if (!edit) return;
    event.preventDefault();
    put(edit);
    if (edit.isParagraph) begun = body.selectionStart;
  }
});
