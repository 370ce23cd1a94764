// Chosen cells on their way to the clipboard: as spreadsheets read them, by tabs and as a table of HTML.

import { element } from "./form.js";
import { area, isOpen } from "./gridcell.js";
import { clearCells } from "./gridrows.js";
import { placeOf } from "./gridview.js";

/** What marks a block that a grid has copied: its cells are put in as they are. */
export const ownMark = "data-album-cells";

const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function html(rows) {
  const table = element("table", {}, element("tbody", {}, ...rows.map((texts) => element("tr", {}, ...texts.map((text) => {
    const lines = text.split("\n").flatMap((line, number) => (number ? [element("br"), line] : [line]));
    return element("td", {}, ...lines);
  })))));
  table.setAttribute(ownMark, "");
  return table.outerHTML;
}

/** Lets a grid hear that its cells are copied or cut. */
export function watchClipboard(grid) {
  const copy = (event) => {
    const place = event.target.closest?.("td") && placeOf(event.target.closest("td"));
    if (!place || isOpen()) return;
    event.preventDefault();
    const { top, bottom, left, right } = area();
    const rows = place.table.rows.slice(top, bottom + 1).map((texts) => texts.slice(left, right + 1));
    event.clipboardData.setData("text/plain", rows.map((texts) => texts.map(quoted).join("\t")).join("\n"));
    event.clipboardData.setData("text/html", html(rows));
    if (event.type === "cut") clearCells(place.table);
  };
  grid.addEventListener("copy", copy);
  grid.addEventListener("cut", copy);
}
