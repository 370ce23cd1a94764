// An empty table: a plain one, or one of the kind with its heads.

import { aids } from "./aids.js";
import { ask, labelled } from "./dialog.js";
import { body, element, say, whenLooked } from "./form.js";
import { block, table } from "./marks.js";
import { put, tool } from "./text.js";

let standing = [];
whenLooked((found) => { if (found.tables) standing = found.tables.map((one) => one.caption); });

const size = (value, most) => element("input", { type: "number", min: 1, max: most, value });
const within = (input, most) => Math.min(most, Math.max(1, Math.round(Number(input.value)) || 1));
const fold = (text) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("ru").replace(/ё/g, "е");

// Behind the heading that a table belongs under; nothing where there is none.
function behindHeading(heading) {
  for (const match of body.value.matchAll(/^#{2,6}[ \t]+(.*?)[ \t]*$/gm)) {
    if (fold(match[1]) === fold(heading)) return match.index + match[0].length;
  }
  return null;
}

async function askTable() {
  const { selectionStart, selectionEnd } = body;
  const { tables } = await aids();
  const free = tables.filter((one) => !standing.includes(one.heading));
  const which = element("select", {}, element("option", { value: "" }, say("tablePlain")),
    ...free.map((one, place) => element("option", { value: String(place) }, `${one.heading}: ${one.heads.join(", ")}`)));
  const [columns, rows] = [size(3, 12), size(2, 50)];
  const plain = element("div", { className: "pair" }, labelled(say("tableColumns"), columns), labelled(say("tableRows"), rows));
  which.addEventListener("change", () => { plain.hidden = which.value !== ""; });
  const answer = await ask(say("table"), [...(free.length ? [labelled(say("tableWhich"), which)] : []), plain]);
  if (answer !== "ok") {
    body.focus();
    body.setSelectionRange(selectionStart, selectionEnd);
    return;
  }
  const known = which.value === "" ? null : free[Number(which.value)];
  const heads = known ? known.heads : Array.from({ length: within(columns, 12) }, (_, place) => say("tableHead", place + 1));
  const text = table(heads, known ? 1 : within(rows, 50));
  const under = known ? behindHeading(known.heading) : null;
  const place = under ?? selectionEnd;
  const edit = block(body.value, place, place, (known && under === null ? `## ${known.heading}\n\n` : "") + text);
  // The first cell is next to be written: of a plain table its head, which is selected.
  const first = place + edit.text.indexOf("| ") + 2;
  if (!known) Object.assign(edit, { from: first, to: first + heads[0].length });
  put(edit);
}

tool("table", askTable);
