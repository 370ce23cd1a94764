// What is pasted from Word, a spreadsheet or a page becomes Markdown; Ctrl+Shift+V pastes the words alone.

import { body, form, key, say, state } from "./form.js";
import { take } from "./files.js";
import { addressOf } from "./link.js";
import { block, blockAt } from "./marks.js";
import { put } from "./text.js";
import { tell } from "./told.js";
import { askDesk, keepPictures } from "./upload.js";

const largest = 16 * 1024 * 1024;
// What is more than words; a lone link or picture counts.
const formed = "h1,h2,h3,h4,h5,h6,li,table,a[href],b,strong,i,em,s,del,sup,sub,img,blockquote,pre,p ~ p,[style*='mso-list'],[style*='font-weight:7'],[style*='font-weight: 7'],[style*='bold'],[style*='italic']";
let isPlainWanted = false;

body.addEventListener("keydown", (event) => {
  isPlainWanted = event.code === "KeyV" && event.shiftKey && (event.ctrlKey || event.metaKey);
});
body.addEventListener("keyup", () => { isPlainWanted = false; });

body.addEventListener("paste", (event) => {
  const data = event.clipboardData;
  const words = data.getData("text/plain");
  if (data.files.length && !words) {
    event.preventDefault();
    take([...data.files]);
    return;
  }
  const html = data.getData("text/html");
  const { selectionStart: start, selectionEnd: end, value } = body;
  const chosen = value.slice(start, end);
  // An address that is put over words is where they lead.
  if (chosen.trim() && !/[\n[\]]/.test(chosen) && /^(https?:\/\/\S+|mailto:\S+)$/.test(words.trim())) {
    event.preventDefault();
    put({ start, end, text: `[${chosen}](${addressOf(words)})` });
    return;
  }
  if (isPlainWanted || !html || !isFormed(html)) {
    isPlainWanted = false;
    return;
  }
  event.preventDefault();
  paste(html, words, start, end);
});

// Editors of programs copy their colours with the words: what is set in one face all through has no form.
function isFormed(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const style of page.querySelectorAll("style, script")) style.remove();
  const whole = page.body.firstElementChild;
  if (whole && whole === page.body.lastElementChild && /monospace|consolas|courier/i.test(whole.getAttribute("style") || "")) return false;
  return page.querySelector(formed) !== null;
}

async function paste(html, words, start, end) {
  if (html.length > largest) {
    putWords(words, start, end);
    tell("paste", say("pasteTooLarge"), [], { isFault: true });
    return;
  }
  state.textContent = say("pasting");
  body.readOnly = true;
  const fields = new URLSearchParams({
    _token: form.elements._token.value, _key: key, _html: html, _before: body.value.slice(0, start),
    _title: form.elements["field.title"]?.value || "",
  });
  const made = await askDesk("paste", { body: fields });
  const { text, told } = made.markdown === undefined ? { text: "", told: [] } : await keepPictures(made.markdown, made.pictures);
  body.readOnly = false;
  state.textContent = "";
  if (!text.trim()) {
    putWords(words, start, end);
    tell("paste", say("pastedPlain"), [made.said || say("pastedNothing"), ...(made.told || [])], { isFault: Boolean(made.said) });
    return;
  }
  putMarkdown(text.trim(), words, start, end);
  const all = [...made.told, ...told];
  tell("paste", all.length ? say("pastedTold") : "", all, { more: made.places, moreTitle: say("toldPlaces") });
}

function putWords(words, start, end) {
  put({ start, end, text: words.replace(/\r\n?/g, "\n") });
}

// A piece of a line goes into the line, blocks stand apart; in a cell of a table all is one line.
function putMarkdown(text, words, start, end) {
  if (blockAt(body.value, start).name === "table") {
    const line = text.includes("\n") ? words.trim().replace(/\\?\|/g, "\\|") : text.replace(/(?<!\\)\|/g, "\\|");
    put({ start, end, text: line.replace(/\s*[\r\n]+\s*/g, "<br>").replace(/\t/g, " ") });
    return;
  }
  const isBlock = /\n/.test(text) || /^(#{1,6} |[-*+] |\d+\. |> |\||```|!\[)/.test(text);
  put(isBlock ? block(body.value, start, end, text) : { start, end, text });
}
