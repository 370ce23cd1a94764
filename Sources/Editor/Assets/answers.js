// What is asked before something is lost, and the way from what was answered to its place.

import { body, changedWholly, element, form, keepNow, say, state, whenLooked } from "./form.js";
import { go } from "./places.js";
import { putWhole } from "./text.js";

/**
 * Asks a question with two answers; tells whether it was agreed to.
 *
 * `further` is a part of the form that is filled in with it: it stands in the window meanwhile, and stays part of the form.
 */
export function asks(question, agreement, further = null) {
  return new Promise((resolve) => {
    const text = element("p", { id: "question" }, question);
    const cancel = element("button", { type: "button", autofocus: true }, say("askCancel"));
    const agree = element("button", { type: "button", className: "sure" }, agreement);
    const dialog = element("dialog", { className: further ? "asking further" : "asking" }, text, element("div", { className: "buttons" }, agree, cancel));
    const home = further?.parentElement;
    if (further) text.after(further);
    dialog.setAttribute("aria-labelledby", "question");
    let isAgreed = false;
    agree.addEventListener("click", () => { isAgreed = true; dialog.close(); });
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      if (further) home.append(further);
      dialog.remove();
      resolve(isAgreed);
    });
    (further ? form : document.body).append(dialog);
    dialog.showModal();
  });
}

for (const button of form.querySelectorAll("button[data-ask]")) {
  button.addEventListener("click", async (event) => {
    if (button.dataset.agreed) return;
    event.preventDefault();
    const further = button.dataset.further ? document.querySelector(button.dataset.further) : null;
    if (!await asks(button.dataset.ask, button.dataset.confirm, further)) {
      button.focus();
      return;
    }
    button.dataset.agreed = "yes";
    form.requestSubmit(button);
  });
}

// What was put aside comes back unasked only where nothing else was typed since: that is put aside for it then.
const aside = document.querySelector(".forgotten");
if (aside) {
  const button = aside.querySelector("button");
  form.addEventListener("typed", () => {
    if (aside.dataset.typed) return;
    aside.dataset.typed = "yes";
    aside.querySelector("p").textContent = aside.dataset.earlier;
    button.textContent = aside.dataset.instead;
  });
  let isReady = false;
  aside.addEventListener("submit", async (event) => {
    if (isReady || !aside.dataset.typed) return;
    event.preventDefault();
    if (!await asks(aside.dataset.ask, aside.dataset.confirm)) {
      button.focus();
      return;
    }
    try {
      await keepNow();
    } catch {
      state.textContent = say("notSent");
      state.classList.add("failed");
      return;
    }
    isReady = true;
    aside.requestSubmit(button);
  });
}

// Enter goes to no button: a material is not saved by the end of a line.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.tagName === "INPUT" && !event.isComposing) event.preventDefault();
});

const answer = document.querySelector(".answer");
if (answer) {
  answer.focus();
  for (const link of answer.querySelectorAll("a[data-place]")) {
    link.addEventListener("click", (event) => {
      if (go(link.dataset.place, link.dataset.start, link.dataset.end)) event.preventDefault();
    });
  }
  answer.querySelector(".back")?.addEventListener("click", (event) => {
    event.preventDefault();
    const first = answer.querySelector("a[data-place]");
    if (first) go(first.dataset.place, first.dataset.start, first.dataset.end);
    answer.remove();
  });
}

// What is mended is crossed out at once: a list that stays red is read as still wrong.
if (answer) {
  const heading = answer.querySelector("h2");
  const links = [...answer.querySelectorAll("a[data-place]")];
  const [title, isBad] = [heading.textContent, answer.classList.contains("bad")];
  const anyway = answer.querySelector("[name=_sure]");
  whenLooked((looked) => {
    if (!looked.messages || !links.length) return;
    const open = [...looked.messages, ...(looked.asks || [])];
    for (const link of links) {
      const isThere = open.some((message) => message.for === link.dataset.place && message.text === link.dataset.text);
      // Of a title nothing else is told while one writes: it is only needed when a new text is saved.
      const isUntitled = link.dataset.place === "title" && !form.elements["field.title"]?.value.trim();
      link.closest("li").classList.toggle("mended", !isThere && !isUntitled);
    }
    const isMended = links.every((link) => link.closest("li").classList.contains("mended")) && !(looked.elsewhere || []).length;
    // What is left is asked at the next press: nobody is told before that all is well.
    const isAll = isMended && !(looked.asks || []).length && !looked.messages.some(({ severity }) => severity === "error");
    answer.classList.toggle("bad", isBad && !isMended);
    if (anyway) anyway.hidden = isAll;
    const said = isAll ? answer.dataset.mended : isMended ? say("mendedButMore") : title;
    if (heading.textContent !== said) heading.textContent = said;
  });
}

// Sections with nothing in them are removed beside the button that would show them to readers; one step back has them again.
if (answer) {
  const cut = element("button", { type: "button", className: "cut", hidden: true });
  const said = element("p", { className: "cut-said" });
  said.setAttribute("role", "status");
  let found = null;
  const isOfNow = () => found?.empty && found.body === body.value;
  const end = answer.querySelector(".buttons");
  if (end) end.querySelector(".back").after(cut);
  else answer.append(element("div", { className: "buttons" }, cut));
  answer.append(said);
  cut.addEventListener("click", async () => {
    if (!isOfNow()) await changedWholly();
    if (!isOfNow()) return;
    const { cuts, done } = found.empty;
    const text = cuts.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), body.value);
    putWhole(text, Math.min(cuts[0].start, text.length));
    said.textContent = done;
    answer.focus();
    changedWholly();
  });
  whenLooked((looked) => {
    if (!looked.messages) return;
    found = looked;
    cut.hidden = !looked.empty;
    if (looked.empty) cut.textContent = looked.empty.label;
  });
}

// Of two texts the wanted one, field by field.
for (const button of document.querySelectorAll("button[data-take]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const control = form.elements[button.dataset.take];
    control.value = button.dataset.value;
    control.dispatchEvent(new InputEvent("input", { bubbles: true }));
    for (const other of button.closest(".differing").querySelectorAll("button[data-take]")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    const open = form.elements._unsettled;
    if (open) open.value = open.value.split(" ").filter((name) => name !== button.dataset.take).join(" ");
    changedWholly();
  });
}
