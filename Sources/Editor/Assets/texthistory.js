// What was done to the text, whoever did it: the keyboard, a tool, the button of a message, a file that was taken in, a grid
// below. Browsers remember only what is typed, and put it back at wrong places once a script has written between; so all
// steps are remembered here, and those of the browser are not used.

import { body, key } from "./form.js";

const mostSteps = 1000;
// Letters that come within this time, in milliseconds, are one step.
const pause = 1000;

/** What stood at `at` and what came there instead. */
let past = [];
let future = [];
let isHeld = false;
let known = body.value;

// A refused save makes the page anew; what could be taken back before still can be, where the text is the same.
const KEPT = `album-steps ${key}`;
const mostKept = 200;
try {
  const kept = JSON.parse(sessionStorage.getItem(KEPT));
  if (kept?.known === known) ({ past, future } = kept);
  // Nobody types on in what was typed in another page.
  for (const step of past) step.isTyped = false;
} catch {
  // A browser may forbid a page to keep anything: the steps then end with it.
}
addEventListener("pagehide", () => {
  note();
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ known, past: past.slice(-mostKept), future: future.slice(-mostKept) }));
  } catch {
    sessionStorage.removeItem(KEPT);
  }
});

// What differs between the text and the one that is known, as a step; letters that are typed on belong to the last one.
function note() {
  const now = body.value;
  if (isHeld || now === known) return;
  const most = Math.min(known.length, now.length);
  let at = 0;
  while (at < most && known[at] === now[at]) at += 1;
  let same = 0;
  while (same < most - at && known[known.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  const step = { at, gone: known.slice(at, known.length - same), come: now.slice(at, now.length - same), time: performance.now() };
  step.isTyped = step.gone.length + step.come.length === 1 && step.come !== "\n";
  known = now;
  future = [];
  if (!goesOn(past.at(-1), step)) past.push(step);
  if (past.length > mostSteps) past.shift();
}

function goesOn(last, step) {
  if (!last?.isTyped || !step.isTyped || step.time - last.time > pause) return false;
  if (step.come && !last.gone && step.at === last.at + last.come.length) last.come += step.come;
  else if (step.gone && !last.come && step.at + 1 === last.at) [last.at, last.gone] = [step.at, step.gone + last.gone];
  else return false;
  last.time = step.time;
  return true;
}

/** Does something that is one step, in however many pieces a browser does it. */
export function asStep(act) {
  note();
  isHeld = true;
  try {
    act();
  } finally {
    isHeld = false;
  }
  note();
}

function move(from, to, isBack) {
  note();
  const step = from.pop();
  if (!step) return;
  const [old, now] = isBack ? [step.come, step.gone] : [step.gone, step.come];
  step.isTyped = false;
  body.setRangeText(now, step.at, step.at + old.length, "end");
  known = body.value;
  to.push(step);
  body.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: isBack ? "historyUndo" : "historyRedo" }));
  const line = body.value.slice(0, step.at).split("\n").length - 1;
  document.querySelector(".veil")?.children[line]?.scrollIntoView({ block: "nearest" });
}

/** Takes the last step back. */
export const undo = () => { note(); move(past, future, true); };
/** Makes the step again that was taken back last. */
export const redo = () => { note(); move(future, past, false); };

// Letters that are composed are one step once they are whole.
body.addEventListener("input", (event) => { if (!event.isComposing) note(); });
body.addEventListener("compositionend", () => setTimeout(note));
// A menu of the browser takes steps back as the keys do.
body.addEventListener("beforeinput", (event) => {
  const act = { historyUndo: undo, historyRedo: redo }[event.inputType];
  if (!act) return;
  event.preventDefault();
  act();
});
body.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  const act = { KeyZ: event.shiftKey ? redo : undo, KeyY: event.shiftKey ? null : redo }[event.code];
  if (!act) return;
  event.preventDefault();
  act();
});
// A browser may have filled the form again from its memory.
addEventListener("pageshow", () => { if (!past.length && !future.length) known = body.value; });
