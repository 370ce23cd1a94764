// What is pasted from Word, a spreadsheet or a page becomes Markdown; Ctrl+Shift+V pastes the words alone.

import { body, form, key, onItsWay, say } from "./form.js";
import { take } from "./files.js";
import { addressOf } from "./link.js";
import { block, blockAt, renumbered, withoutDoubles } from "./marks.js";
import { hint, put, putWhole } from "./text.js";
import { tell } from "./told.js";
import { askDesk, keepPictures } from "./upload.js";

// What is sent, in bytes: letters that are not Latin have six each.
const largest = 60 * 1024 * 1024;
// What is more than words. A page that is made of it would be refused its styles by this page's own rules.
const formed = /<(?:h[1-6]|li|table|a\s[^>]*href|b|strong|i|em|s|del|sup|sub|img|blockquote|pre)[\s>/]|mso-list|mso-element|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/i;
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
  onItsWay(paste(html, words, start, end));
});

// Editors of programs copy their colours with the words: what is set in one face all through has no form.
function isFormed(html) {
  const bare = html.replace(/<!--[\s\S]*?-->|<(style|script)[\s>][\s\S]*?<\/\1>/gi, "");
  if (/^(?:\s|<meta[^>]*>|<\/?html>|<body>)*<(?:div|pre|span)[^>]*(?:monospace|consolas|courier)/i.test(bare)) return false;
  return formed.test(bare) || (bare.match(/<p[\s>]/gi) || []).length > 1;
}

async function paste(html, words, start, end) {
  const fields = new URLSearchParams({
    _token: form.elements._token.value, _key: key, _html: html, _before: body.value.slice(0, start),
    _title: form.elements["field.title"]?.value || "",
  }).toString();
  if (fields.length > largest) {
    putWords(words, start, end);
    tell("paste", say("pasteTooLarge"), [], { isFault: true });
    return;
  }
  hint(say("pasting"));
  body.readOnly = true;
  let [made, text, told] = [{}, "", []];
  try {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    made = await askDesk("paste", { body: fields, headers });
    if (made.markdown !== undefined) ({ text, told } = await keepPictures(made.markdown, made.pictures));
  } finally {
    body.readOnly = false;
    hint("");
  }
  if (!text.trim()) {
    putWords(words, start, end);
    tell("paste", say("pastedPlain"), [made.said || say("pastedNothing"), ...(made.told || [])], { isFault: Boolean(made.said) });
    return;
  }
  const stands = putMarkdown(renumbered(text.trim(), body.value), words, start, end);
  const all = [...made.told, ...told, ...stands];
  tell("paste", all.length ? say("pastedTold") : "", all, { more: made.places, moreTitle: say("toldPlaces") });
}

function putWords(words, start, end) {
  put({ start, end, text: words.replace(/\r\n?/g, "\n") });
}

// A piece of a line goes into the line, blocks stand apart; in a cell of a table all is one line. Gives what is to be told.
function putMarkdown(text, words, start, end) {
  if (blockAt(body.value, start).name === "table") {
    const line = text.includes("\n") ? words.trim().replace(/\\?\|/g, "\\|") : text.replace(/(?<!\\)\|/g, "\\|");
    put({ start, end, text: line.replace(/\s*[\r\n]+\s*/g, "<br>").replace(/\t/g, " ") });
    return [];
  }
  if (!/\n/.test(text) && !/^(#{1,6} |[-*+] |\d+\. |> |\||```|!\[)/.test(text)) {
    put({ start, end, text });
    return [];
  }
  const { value, place, markdown, stands } = withoutDoubles(body.value.slice(0, start) + body.value.slice(end), start, text);
  const edit = block(value, place, place, markdown);
  putWhole(value.slice(0, place) + edit.text + value.slice(place), edit.from);
  return stands.map((name) => say("tableStands", name));
}
