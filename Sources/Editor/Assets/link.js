// A link is asked for in words: its text, and where it leads, be it an address or a material of the site.

import { ask, labelled } from "./dialog.js";
import { aids } from "./aids.js";
import { body, element, say } from "./form.js";
import { linesAt } from "./marks.js";
import { put, tool, whenPressed } from "./text.js";

const mostShown = 8;
// Endings of files that are put beside a material, and of what is no address though it looks like one.
const endings = "pdf|docx?|xlsx?|pptx?|od[tsp]|zip|png|jpe?g|gif|webp|csv|txt";
const fold = (text) => text.trim().toLocaleLowerCase("ru").replace(/ё/g, "е");

// The link that a selection stands in: `[text](address)`, or `[[name|text]]` to a material.
function linkAt(value, start, end) {
  const line = linesAt(value, start, start);
  const text = value.slice(line.start, line.end);
  for (const match of text.matchAll(/\[\[([^\]|]+)(?:\|([^\]]*))?\]\]|(?<!!)\[([^\]]*)\]\(([^)\s]*)\)/g)) {
    const range = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    if (start < range.start || end > range.end) continue;
    return match[1] === undefined ? { ...range, text: match[3], address: match[4] } : { ...range, text: match[2] || "", name: match[1].trim() };
  }
  return null;
}

/** An address as a link needs it; nothing for what is none. */
export function addressOf(text) {
  const address = text.trim();
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return "mailto:" + address;
  const digits = address.replace(/\D/g, "").length;
  if (/^\+?[\d\s()-]+$/.test(address) && digits >= 10 && digits <= 15) return "tel:" + address.replace(/[^+\d]/g, "");
  const isAddress = /^(https?:\/\/\S|mailto:\S|tel:\S|#\S|\.{0,2}\/?[\w.-]+(\/[\w.-]+)*\.\w{2,5}(#\S*)?$)/i.test(address);
  const isBare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.(\p{L}{2,})(\/\S*)?$/iu.test(address);
  const isFile = new RegExp(`\\.(md|${endings})(#.*)?$`, "i").test(address);
  const whole = isBare && !isFile && !/^\.{0,2}\//.test(address) ? "https://" + address : isAddress ? address : "";
  return whole.replace(/ /g, "%20").replace(/\(/g, "%28").replace(/\)/g, "%29").replace(/</g, "%3C").replace(/>/g, "%3E");
}

const escaped = (text) => text.replace(/\s+/g, " ").replace(/(?<!\\)[[\]]/g, "\\$&");

// A field in which materials are looked for while one types.
function search(materials, target) {
  const input = element("input", { value: target.address || target.name || "", autocomplete: "off" });
  const list = element("ul", { className: "found" });
  const count = element("p", { className: "help", role: "status" });
  const choice = { material: materials.find((one) => one.name === target.name || one.id === target.name) || null };
  if (choice.material) input.value = choice.material.title;
  const choose = (material) => {
    choice.material = material;
    input.value = material.title;
    list.replaceChildren();
    count.textContent = say("linkChosen", material.title);
    input.focus();
  };
  input.addEventListener("input", () => {
    const told = input.closest("form")?.querySelector(".error");
    if (told) told.textContent = "";
    choice.material = null;
    const words = fold(input.value).split(/\s+/).filter((word) => word);
    const found = addressOf(input.value) || !words.length ? []
      : materials.filter((one) => words.every((word) => fold(`${one.title} ${one.name}`).includes(word)));
    list.replaceChildren(...found.slice(0, mostShown).map((material) => {
      const button = element("button", { type: "button" }, material.title, element("small", {}, " ", material.kind, ...(material.isDraft ? [" — ", say("linkDraft")] : [])));
      button.addEventListener("click", () => choose(material));
      return element("li", {}, button);
    }));
    count.textContent = words.length && !addressOf(input.value) ? say("linkFound", found.length) : "";
  });
  // Arrows go through what was found; Enter takes what alone was found, and of several leads to the first.
  const buttons = () => [...list.querySelectorAll("button")];
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !buttons().length || !["ArrowDown", "Enter"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "Enter" && buttons().length === 1) buttons()[0].click();
    else buttons()[0].focus();
  });
  list.addEventListener("keydown", (event) => {
    const place = buttons().indexOf(document.activeElement);
    const step = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
    if (place < 0 || step === undefined) return;
    event.preventDefault();
    if (step < 0) input.focus();
    else buttons()[Math.min(step, buttons().length - 1)].focus();
  });
  return { input, list, count, choice };
}

async function askLink() {
  const { selectionStart, selectionEnd, value } = body;
  const found = linkAt(value, selectionStart, selectionEnd)
    || { start: selectionStart, end: selectionEnd, text: value.slice(selectionStart, selectionEnd).replace(/\s*\n\s*/g, " ").trim() };
  const { materials } = await aids();
  const words = element("input", { value: found.text, autocomplete: "off" });
  const { input, list, count, choice } = search(materials, found);
  const isOld = found.address !== undefined || found.name !== undefined;
  const answer = await ask(say("link"), [labelled(say("linkText"), words), labelled(say("linkTo"), input, say("linkHelp")), count, list], {
    more: isOld ? { remove: "linkRemove" } : {},
    isReady: (fault) => {
      const isFile = new RegExp(`^[^/:]+\\.(${endings})$`, "i").test(input.value.trim())
        && input.value.trim() !== found.address;
      if (choice.material || addressOf(input.value) && !isFile) return true;
      fault.textContent = say(isFile ? "linkIsFile" : "linkNowhere");
      input.focus();
      return false;
    },
  });
  if (answer === "ok") {
    const text = escaped(words.value.trim());
    const material = choice.material;
    const address = material ? "" : addressOf(input.value);
    // A bar would end the cell of a table.
    const bar = /^[ \t]*\|/.test(value.slice(linesAt(value, found.start, found.start).start)) ? "\\|" : "|";
    const link = material
      ? `[[${material.name}${text && text !== material.title ? bar + text : ""}]]`
      : `[${text || escaped(input.value.trim())}](${address})`;
    // Put beside a word it stands apart from it.
    const isGlued = !isOld && found.start === found.end;
    const head = isGlued && /[\p{L}\p{N}.,;:!?»)]/u.test(value[found.start - 1] || "") ? " " : "";
    const tail = isGlued && /[\p{L}\p{N}«(]/u.test(value[found.end] || "") ? " " : "";
    put({ start: found.start, end: found.end, text: head + link + tail });
  } else if (answer === "remove") {
    const title = choice.material ? choice.material.title : "";
    put({ start: found.start, end: found.end, text: found.text || title });
  } else {
    body.focus();
    body.setSelectionRange(selectionStart, selectionEnd);
  }
}

tool("link", askLink, { keys: "Ctrl+K" });
whenPressed("KeyK", askLink);
