// What was done to a table is said above it, with the ways to go on, until somebody closes it.

import { element, say } from "./form.js";
import { whenChanged } from "./gridtext.js";
import { gridOf } from "./gridview.js";

// What each table was told of: it is said no more when that was taken back.
const steps = new Map();
whenChanged((table) => {
  const done = steps.get(table);
  if (done && !table.past.includes(done)) hush(table);
});

/** Says something about a table; `ways` are labels with what each does, `done` the step that it is about. */
export function tellOf(table, text, ways = [], done = null) {
  steps.set(table, done);
  const box = gridOf(table.id).querySelector(".outcome");
  const buttons = ways.map(([label, act]) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", act);
    return button;
  });
  const away = element("button", { type: "button", className: "away" }, say("closeOutcome"));
  away.addEventListener("click", () => hush(table));
  box.querySelector("p").textContent = text;
  box.querySelector(".ways").replaceChildren(...buttons, away);
  box.classList.add("says");
  box.closest(".grid").classList.add("says");
}

/** Takes away what was said. */
export function hush(table) {
  steps.delete(table);
  const box = gridOf(table.id)?.querySelector(".outcome");
  if (!box) return;
  const isFocused = box.contains(document.activeElement);
  box.classList.remove("says");
  box.closest(".grid").classList.remove("says");
  box.querySelector("p").textContent = "";
  box.querySelector(".ways").replaceChildren();
  if (isFocused) gridOf(table.id).querySelector('td[tabindex="0"]')?.focus();
}

/** The place where it is said: it is there from the beginning, so that readers of the screen hear of a change. */
export function makeOutcome() {
  const text = element("p");
  text.setAttribute("role", "status");
  return element("div", { className: "outcome" }, text, element("div", { className: "ways" }));
}
