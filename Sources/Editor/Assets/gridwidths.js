// How wide the columns of a table are. While somebody is in a grid its columns stay as they are, as in spreadsheets: they
// are measured anew when they come or go, when a block is put in, and when the grid is left.

const longest = (text) => Math.max(0, ...text.split(/[\s-]+/).map((word) => word.length));
const whole = ["total", "numbering", "head", "footer", "text"];

// Each column as wide as its words want it, in letters: no word is broken, long texts go over some lines.
function wanted(table) {
  return table.columns.map((column, number) => {
    // A head is bold, and has a mark beside it.
    let [word, text] = [Math.ceil(longest(column.label) * 1.2) + 2, column.label.length / 2];
    for (const [place, row] of table.rows.slice(0, 300).entries()) {
      // Titles and totals are as wide as the table.
      if (table.wide[place] || whole.includes(table.roles[place])) continue;
      const { understood, named = "" } = table.found[place]?.[number] || {};
      // «01.09.2024 —» stands on one line.
      word = Math.max(word, Math.min(18, longest(row[number])), understood ? 11 : 0);
      text = Math.max(text, Math.min(180, Math.max(named.length, row[number].length)) / 4);
    }
    return Math.round(Math.min(36, Math.max(word + 2, text, 7)));
  });
}

// How many letters go beside each other in a grid, less the numbers of its rows.
function room(grid) {
  const probe = document.createElement("span");
  probe.className = "letter";
  grid.querySelector("table").before(probe);
  const { width } = probe.getBoundingClientRect();
  const { clientWidth } = probe.parentElement;
  probe.remove();
  return width ? clientWidth / width - 4 : 0;
}

// What the columns of each grid have wanted when they were measured last.
const measured = new WeakMap();

// A column this narrow gets next to nothing of what is left.
const narrow = 7;

/** Gives what is left of the page to the columns of a grid, more to those that are wide by themselves. */
export function stretch(grid) {
  const widths = measured.get(grid);
  if (!widths) return;
  const group = grid.querySelector("colgroup");
  const sum = widths.reduce((all, width) => all + width, 0);
  const weights = widths.map((width) => Math.max(0.5, width - narrow));
  const share = Math.max(0, room(grid) - sum) / weights.reduce((all, weight) => all + weight, 0);
  const shown = widths.map((width, column) => (width + weights[column] * share).toFixed(1));
  if (group.dataset.widths === shown.join(" ")) return;
  group.dataset.widths = shown.join(" ");
  const widest = widths.indexOf(Math.max(...widths)) + 1;
  group.replaceChildren(...["2.25rem", ...shown.map((width) => `${width}ch`)].map((width, number) => {
    const column = document.createElement("col");
    // The widest has what the others leave.
    if (number !== widest) column.style.width = width;
    return column;
  }));
  grid.querySelector("table").style.setProperty("--whole", `${sum + 4}ch`);
}

// Whether somebody is in a grid, or in a menu or a dialog that it has opened.
const isHeld = (grid) => grid.contains(document.activeElement) || Boolean(document.activeElement?.closest(".menu, dialog"));

/** Measures the columns of a grid; those of one that somebody is in only where `isAsked` or others are there. */
export function fitColumns(grid, table, isAsked = false) {
  const group = grid.querySelector("colgroup");
  const columns = table.columns.map((column) => column.label).join("\n");
  if (!isAsked && group.dataset.columns === columns && isHeld(grid)) return;
  group.dataset.columns = columns;
  measured.set(grid, wanted(table));
  stretch(grid);
}

/** Stretches the columns of a grid whenever it has another width. */
export function watchWidth(grid) {
  const scroll = grid.querySelector(".scroll");
  let width = scroll.clientWidth;
  new ResizeObserver(() => {
    if (scroll.clientWidth === width) return;
    width = scroll.clientWidth;
    requestAnimationFrame(() => stretch(grid));
  }).observe(scroll);
}
