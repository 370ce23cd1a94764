// Pictures and attachments: dropped, pasted or chosen. What they are is asked first; then they are kept beside the
// material and named in the text. Who does not answer has put in nothing.

import { ask, labelled } from "./dialog.js";
import { body, element, onItsWay, outcomes, say } from "./form.js";
import { block, linesAt } from "./marks.js";
import { hint, put, tool, tools } from "./text.js";
import { takeDocument } from "./taken.js";
import { tell } from "./told.js";
import { chooser, upload } from "./upload.js";

const chosen = chooser(tools, { multiple: true }, (files) => take(files));
tool("chooseFile", () => chosen.open());

const isPicture = (file) => /^image\//.test(file.type) || /\.(png|jpe?g|gif|webp|heic|heif|avif|tiff?|bmp)$/i.test(file.name);
const isDocument = (file) => /\.(docx|odt|pptx|xlsx)$/i.test(file.name);
const megabytes = (size) => (size < 100000 ? say("kilobytes", Math.max(1, Math.round(size / 1000)))
  : say("megabytes", (size / 1000000).toFixed(1).replace(".", document.documentElement.lang === "ru" ? "," : ".")));
// Signs that would end the text of a link or a picture.
const escaped = (text) => text.replace(/\s+/g, " ").trim().replace(/[[\]\\]/g, "\\$&");

// The questions about one file.
function asked(file) {
  const box = element("fieldset", {}, element("legend", {}, `${file.name}, ${megabytes(file.size)}`));
  if (!isPicture(file)) {
    const title = element("input", { value: file.name.replace(/\.[^.]*$/, "").replace(/_/g, " ") });
    box.append(labelled(say("askFileTitle"), title));
    return { file, box, title, isSaid: () => title.value.trim() !== "", words: () => title.value, close: () => {} };
  }
  const title = element("input", { value: "" });
  const isOrnament = element("input", { type: "checkbox" });
  const address = URL.createObjectURL(file);
  const sight = element("img", { src: address, alt: "" });
  sight.addEventListener("error", () => { sight.replaceWith(element("p", { className: "help" }, say("noSight"))); });
  isOrnament.addEventListener("change", () => { title.disabled = isOrnament.checked; });
  box.append(sight, labelled(say("askAlternative"), title, say("helpAlternative")),
    element("label", { className: "choice" }, isOrnament, " ", say("isOrnament")));
  return {
    file, box, title, isPicture: true, isSaid: () => isOrnament.checked || title.value.trim() !== "",
    words: () => (isOrnament.checked ? "" : title.value), close: () => URL.revokeObjectURL(address),
  };
}

/** Asks what the files are, keeps them and names them in the text. */
export async function take(files) {
  if (!files.length) return;
  const { selectionStart, selectionEnd } = body;
  const all = [...files].map(asked);
  const answer = await ask(say("filesTitle", all.length), all.map((one) => one.box), {
    more: all.length === 1 && isDocument(files[0]) ? { document: "takeInstead" } : {},
    isReady: (fault) => {
      const missing = all.find((one) => !one.isSaid());
      if (!missing) return true;
      fault.textContent = say(missing.isPicture ? "needAlternative" : "needTitle", missing.file.name);
      missing.title.focus();
      return false;
    },
  });
  for (const one of all) one.close();
  body.focus();
  body.setSelectionRange(selectionStart, selectionEnd);
  if (answer === "ok") await onItsWay(keep(all, selectionStart, selectionEnd));
  else if (answer === "document") await takeDocument(files[0]);
}

// Refused where one of them was.
async function keep(all, start, end) {
  const marks = [];
  const told = [];
  let refused = 0;
  body.readOnly = true;
  try {
    for (const one of all) {
      hint(say("keepingFile", one.file.name));
      const kept = await upload(one.file, one.file.name, one.words());
      if (kept.said) told.push(kept.said);
      if (!kept.name) refused += 1;
      else if (kept.isPicture) marks.push(`![${escaped(one.words())}](${kept.name})`);
      else marks.push(`[${escaped(one.words()) || kept.name}](${kept.name})`);
    }
  } finally {
    body.readOnly = false;
    hint("");
  }
  tell("files", told.length ? say(refused ? "filesRefused" : "filesTold", refused) : "", told, { isFault: refused > 0 });
  if (!marks.length) return outcomes.refused;
  // Within a line they stand in it, on an empty one they are paragraphs of their own.
  const line = linesAt(body.value, start, end);
  const isAlone = body.value.slice(line.start, line.end).trim() === "" || start === end && marks.length > 1;
  put(isAlone ? block(body.value, start, end, marks.join("\n\n")) : { start, end, text: marks.join(" ") });
  return refused ? outcomes.refused : outcomes.taken;
}

// Wherever on the page files are dropped, the browser must not leave it for them.
addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault(); });
addEventListener("drop", (event) => {
  if (event.defaultPrevented || !event.dataTransfer.files.length) return;
  event.preventDefault();
  take([...event.dataTransfer.files]);
});
