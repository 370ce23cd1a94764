// What was done to a table is said above it, with the ways to go on, until somebody closes it.

import { element, say } from "./form.js";
import { gridOf } from "./gridview.js";

/** Says something about a table; `ways` are labels with what each does. */
export function tellOf(table, text, ways = []) {
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
}

/** Takes away what was said. */
export function hush(table) {
  const box = gridOf(table.id).querySelector(".outcome");
  box.classList.remove("says");
  box.querySelector("p").textContent = "";
  box.querySelector(".ways").replaceChildren();
}

/** The place where it is said: it is there from the beginning, so that readers of the screen hear of a change. */
export function makeOutcome() {
  const text = element("p");
  text.setAttribute("role", "status");
  return element("div", { className: "outcome" }, text, element("div", { className: "ways" }));
}
