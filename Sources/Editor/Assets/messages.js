// What was found stands beside what it is about; the page as readers will see it stands below.

import { address, changed, element, form, say, whenLooked } from "./form.js";
import { cellMessages, cellSelector } from "./gridview.js";
import { putName } from "./gridrows.js";
import "./grid.js";

function showMessages(messages, elsewhere) {
  for (const box of form.querySelectorAll("[data-message-for]")) {
    if (box.dataset.messageFor.includes("/")) box.remove();
    else box.replaceChildren();
  }
  for (const cell of form.querySelectorAll("[aria-invalid]")) cell.removeAttribute("aria-invalid");
  for (const cell of form.querySelectorAll("[data-severity]")) delete cell.dataset.severity;
  for (const message of messages) {
    let box = form.querySelector(`[data-message-for="${CSS.escape(message.for)}"]`);
    if (!box && message.for.includes("/")) box = cellMessages(message.for);
    box = box || form.querySelector('[data-message-for="_body"]');
    const text = element("p", { className: message.severity }, message.text);
    if (message.remedy) text.append(element("small", {}, message.remedy));
    if (message.candidates.length) {
      const small = element("small", {}, say("perhaps") + " ");
      for (const name of message.candidates) {
        const button = element("button", { type: "button" }, name);
        button.addEventListener("click", () => useInstead(message.for, name, message.text));
        small.append(button, " ");
      }
      text.append(small);
    }
    box.append(text);
    const [table, row, column] = message.for.split("/");
    const cell = column && form.querySelector(cellSelector(table, row, column));
    if (cell && message.severity === "error") cell.setAttribute("aria-invalid", "true");
    else if (cell) cell.dataset.severity = message.severity;
  }
  const box = form.querySelector('[data-message-for="_body"]');
  for (const text of elsewhere) box.append(element("p", { className: "error" }, text));
}

// A name that was meant, put where the wrong one stands.
function useInstead(place, name, told) {
  if (place.includes("/")) {
    putName(place, name, told);
    return;
  }
  const control = form.elements["field." + place];
  if (!control) return;
  control.value = control.tagName === "TEXTAREA" && control.value.includes("\n") ? control.value + "\n" + name : name;
  changed();
  control.focus();
}

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
  if (frame.getAttribute("src") === wanted && frame.contentWindow) {
    const top = frame.contentWindow.scrollY;
    frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
    frame.contentWindow.location.reload();
  } else {
    frame.src = wanted;
  }
}

whenLooked((found) => {
  showMessages(found.messages || [], found.elsewhere || []);
  showUnderstood(found.understood || {});
  if (found.address) showPage(found.address);
});
