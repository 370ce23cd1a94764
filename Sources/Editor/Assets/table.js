// An empty table: a plain one, or one of the kind with its heads.

import { aids } from "./aids.js";
import { ask, labelled } from "./dialog.js";
import { body, changedWholly, element, say, whenLooked } from "./form.js";
import { choose } from "./gridcell.js";
import { written } from "./gridrow.js";
import { tables } from "./gridtext.js";
import { block, table } from "./marks.js";
import { put, tool } from "./text.js";

let standing = [];
whenLooked((found) => { if (found.tables) standing = found.tables.filter((one) => one.definition).map((one) => one.caption); });

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

const nameOf = (names, place) => written(names.querySelectorAll("input")[place]?.value ?? "");

async function askTable() {
  const { selectionStart, selectionEnd } = body;
  const { tables: all } = await aids();
  const free = all.filter((one) => !standing.includes(one.heading));
  const which = element("select", {}, element("option", { value: "" }, say("tablePlain")),
    ...free.map((one, place) => element("option", { value: String(place) }, `${one.heading}: ${one.heads.join(", ")}`)));
  const [columns, rows] = [size(3, 12), size(2, 50)];
  const plain = element("div", { className: "pair" }, labelled(say("tableColumns"), columns), labelled(say("tableRows"), rows));
  const names = element("fieldset", {}, element("legend", {}, say("tableNames")));
  const showNames = () => {
    const inputs = [...names.querySelectorAll("input")];
    const count = within(columns, 12);
    for (const input of inputs.slice(count)) input.remove();
    for (let place = inputs.length; place < count; place += 1) {
      const input = element("input", { type: "text", placeholder: say("tableHead", place + 1), autocomplete: "off" });
      input.setAttribute("aria-label", say("tableHead", place + 1));
      names.append(input);
    }
  };
  showNames();
  columns.addEventListener("input", showNames);
  which.addEventListener("change", () => { plain.hidden = names.hidden = which.value !== ""; });
  const answer = await ask(say("table"), [...(free.length ? [labelled(say("tableWhich"), which)] : []), plain, names]);
  if (answer !== "ok") {
    body.focus();
    body.setSelectionRange(selectionStart, selectionEnd);
    return;
  }
  const known = which.value === "" ? null : free[Number(which.value)];
  const heads = known ? known.heads : Array.from({ length: within(columns, 12) }, (_, place) => nameOf(names, place) || say("tableHead", place + 1));
  const isNamed = !known && [...names.querySelectorAll("input")].some((input) => input.value.trim());
  const text = table(heads, known ? 1 : within(rows, 50));
  const under = known ? behindHeading(known.heading) : null;
  const place = under ?? selectionEnd;
  const edit = block(body.value, place, place, (known && under === null ? `## ${known.heading}\n\n` : "") + text);
  const first = place + edit.text.indexOf("| ");
  // Of a plain table without names the first of them is next to be written.
  if (!known && !isNamed) Object.assign(edit, { from: first + 2, to: first + 2 + heads[0].length });
  put(edit);
  if (!known && !isNamed) return;
  // All else is written in its grid.
  await changedWholly();
  const made = tables.find((one) => one.area.node === body && one.start === first);
  if (!made) return;
  document.querySelector(`.grid[data-table="${CSS.escape(made.id)}"]`)?.scrollIntoView({ block: "center" });
  choose(made, 0, 0);
}

tool("table", askTable);
