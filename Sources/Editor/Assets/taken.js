// «Загрузить из Word или Excel»: a document fills the fields that are empty and gives the text.

import { ask } from "./dialog.js";
import { body, changed, element, form, key, say } from "./form.js";
import { isEmpty, renumbered } from "./marks.js";
import { put } from "./text.js";
import { tell } from "./told.js";
import { askDesk, chooser, keepPictures } from "./upload.js";

const largest = 64 * 1024 * 1024;
const button = element("button", { type: "button" }, say("takeDocument"));
button.setAttribute("aria-live", "polite");
const place = element("div", { className: "take-document" }, button, element("p", { className: "help" }, say("aboutTaking")));
(form.querySelector(".fields") || form.querySelector(".field")).before(place);
const chosen = chooser(button, { accept: ".docx,.odt,.pptx,.xlsx,.html,.htm" }, ([file]) => { if (file) takeDocument(file); });
button.addEventListener("click", () => chosen.open());

/** Takes a document in: fields, text and pictures, with a report of what was lost. */
export async function takeDocument(file) {
  if (file.size > largest) {
    tell("document", say("fileTooLarge", file.name), [], { isFault: true });
    return;
  }
  const query = new URLSearchParams({
    token: form.elements._token.value, key, name: file.name, title: form.elements["field.title"]?.value || "",
  });
  button.disabled = true;
  button.textContent = say("takingDocument", file.name);
  const made = await askDesk(`taken?${query}`, { body: file });
  button.disabled = false;
  button.textContent = say("takeDocument");
  if (made.body === undefined) {
    tell("document", say("documentRefused", file.name), [made.said || ""], { isFault: true });
    return;
  }
  const how = isEmpty(body.value) ? "replace" : await askHow(file.name);
  if (!how) {
    button.focus();
    return;
  }
  const { text, told } = await keepPictures(made.body, made.pictures);
  const [filled, kept] = fill(made.fields);
  const coming = how === "replace" ? text : renumbered(text.trimStart(), body.value);
  const [start, end] = how === "replace" ? [0, body.value.length] : [body.value.length, body.value.length];
  const gap = how === "replace" || !body.value.trim() ? "" : body.value.endsWith("\n") ? "\n" : "\n\n";
  put({ start, end, text: gap + coming, from: start + gap.length });
  changed();
  report(file.name, made, told, filled, kept);
}

async function askHow(name) {
  const answer = await ask(say("textStands", name), [element("p", {}, say("textStandsHelp"))], {
    ok: "replaceText", more: { append: "appendText" },
  });
  return answer === "ok" ? "replace" : answer;
}

// Fields that say nothing take what the document says; of the others it is told what it says.
function fill(fields) {
  const [filled, kept] = [[], []];
  for (const [id, value] of Object.entries(fields)) {
    const control = form.elements["field." + id];
    if (!control || !value) continue;
    const label = form.querySelector(`label[for="${CSS.escape(control.id)}"]`)?.firstChild?.textContent.trim() || id;
    if (control.value.trim() === "") {
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
      if (control.value === value) filled.push(label);
      else kept.push(`${label}: ${value}`);
      const folded = control.closest("details");
      if (folded) folded.open = true;
    } else if (control.value.trim() !== value.trim()) kept.push(`${label}: ${value}`);
  }
  return [filled, kept];
}

function report(name, made, told, filled, kept) {
  const lines = [
    filled.length ? say("fieldsFilled", filled.join(", ")) : "", ...kept.map((one) => say("fieldKept", one)),
    ...made.privacy, ...told, ...made.report, made.pictures.length ? say("picturesKept", made.pictures.length) : "",
  ].filter((line) => line);
  tell("document", say("documentTaken", name), lines)?.scrollIntoView({ block: "nearest" });
}
