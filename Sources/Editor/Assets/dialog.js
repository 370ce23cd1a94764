// A question in a window of its own: a way to go on, and a way back by which nothing happens.

import { element, say } from "./form.js";

let count = 0;

/** A control with its label, and what helps to fill it. */
export function labelled(label, control, help = "") {
  control.id = `ask-${(count += 1)}`;
  const box = element("div", { className: "asked" }, element("label", { htmlFor: control.id }, label), control);
  if (help) {
    const note = element("p", { className: "help", id: `${control.id}-help` }, help);
    control.setAttribute("aria-describedby", note.id);
    box.append(note);
  }
  return box;
}

/**
 * Shows a window until it is answered: "ok", the name of a further button, or null. A button's word may be a list of it
 * and what it names.
 *
 * `isReady` says whether the answer can be taken; what is wrong it writes into the element that it is given.
 */
export function ask(title, content, { ok = "putIn", more = {}, isReady = () => true } = {}) {
  return new Promise((resolve) => {
    const heading = element("h2", { id: `ask-${(count += 1)}` }, title);
    const fault = element("p", { className: "error", role: "alert" });
    const buttons = element("div", { className: "buttons" }, element("button", { className: "go" }, say(...[ok].flat())));
    const frame = element("form", { noValidate: true }, heading, ...content, fault, buttons);
    const dialog = element("dialog", { className: "ask" }, frame);
    dialog.setAttribute("aria-labelledby", heading.id);
    const close = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    for (const [name, word] of Object.entries(more)) {
      const button = element("button", { type: "button" }, say(...[word].flat()));
      button.addEventListener("click", () => close(name));
      buttons.append(button);
    }
    const back = element("button", { type: "button" }, say("cancel"));
    back.addEventListener("click", () => close(null));
    buttons.append(back);
    frame.addEventListener("submit", (event) => {
      event.preventDefault();
      fault.textContent = "";
      if (isReady(fault)) close("ok");
    });
    dialog.addEventListener("cancel", () => close(null));
    document.body.append(dialog);
    dialog.showModal();
    const first = dialog.querySelector("input:not([type=file]), textarea, select");
    (first || dialog.querySelector("button")).focus();
    if (first?.select) first.select();
  });
}
