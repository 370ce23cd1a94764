"use strict";
(() => {
  const form = document.querySelector("form[data-key]");
  if (!form) return;
  const key = form.dataset.key;
  const body = form.elements._body;
  const state = form.querySelector(".state");
  const address = "/_edit/";

  // What is typed is kept within two seconds, and looked at when the hand rests.
  const wait = { keep: 0, check: 0 };
  let asked = 0;
  let tables = [];

  const data = () => {
    const data = new URLSearchParams(new FormData(form));
    data.set("_key", key);
    return data;
  };
  const send = (path) => fetch(address + path, { method: "POST", body: data() });

  async function keep() {
    wait.keep = 0;
    try {
      const answer = await send("keep");
      if (!answer.ok) throw new Error(answer.statusText);
      state.textContent = "Набранное сохраняется само";
    } catch {
      state.textContent = "Сервер не отвечает: не закрывайте страницу, текст остаётся в ней";
      wait.keep = setTimeout(keep, 2000);
    }
  }

  async function check() {
    wait.check = 0;
    const number = ++asked;
    let found;
    try {
      const answer = await send("check");
      if (!answer.ok) return;
      found = await answer.json();
    } catch {
      return;
    }
    if (number !== asked) return;
    showMessages(found.messages || [], found.elsewhere || "");
    showUnderstood(found.understood || {});
    if (found.tables) showTables(found.tables);
    if (found.address) showPage(found.address);
  }

  function changed() {
    if (!wait.keep) wait.keep = setTimeout(keep, 1000);
    clearTimeout(wait.check);
    wait.check = setTimeout(check, 350);
  }
  form.addEventListener("input", changed);
  addEventListener("pagehide", () => {
    if (wait.keep) navigator.sendBeacon(address + "keep", data());
  });
  form.addEventListener("submit", () => {
    clearTimeout(wait.keep);
    clearTimeout(wait.check);
    wait.keep = 0;
  });

  // Messages stand beside what they are about.
  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function showMessages(messages, elsewhere) {
    for (const box of form.querySelectorAll("[data-message-for]")) {
      if (box.dataset.messageFor.includes("/")) box.remove();
      else box.replaceChildren();
    }
    for (const cell of form.querySelectorAll("[aria-invalid]")) cell.removeAttribute("aria-invalid");
    for (const message of messages) {
      let box = form.querySelector(`[data-message-for="${CSS.escape(message.for)}"]`);
      if (!box && message.for.includes("/")) {
        const table = message.for.split("/")[0];
        const grid = form.querySelector(`.grid[data-table="${CSS.escape(table)}"]`);
        if (grid) {
          box = element("div", { className: "messages" });
          box.dataset.messageFor = message.for;
          grid.append(box);
        }
      }
      box = box || form.querySelector('[data-message-for="_body"]');
      const text = element("p", { className: message.severity }, message.text);
      if (message.remedy) text.append(element("small", {}, message.remedy));
      if (message.candidates.length) {
        const small = element("small", {}, "возможно: ");
        for (const name of message.candidates) {
          const button = element("button", { type: "button" }, name);
          button.addEventListener("click", () => take(message.for, name));
          small.append(button, " ");
        }
        text.append(small);
      }
      box.append(text);
      const [table, row, column] = message.for.split("/");
      const cell = column && form.querySelector(cellSelector(table, row, column));
      if (cell && message.severity === "error") cell.setAttribute("aria-invalid", "true");
    }
    if (elsewhere) {
      form.querySelector('[data-message-for="_body"]').append(element("p", { className: "error" }, elsewhere));
    }
  }

  // A name that was meant, put where the wrong one stands.
  function take(place, name) {
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
      if (control) control.after(element("p", { className: "understood" }, "Понято: " + text));
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

  // Tools of the text.
  const tools = form.querySelector(".tools");
  const around = (before, after) => {
    const { selectionStart: start, selectionEnd: end, value } = body;
    body.setRangeText(before + (value.slice(start, end) || "текст") + after, start, end, "select");
    body.dispatchEvent(new InputEvent("input", { bubbles: true }));
    body.focus();
  };
  const atLine = (mark) => {
    const start = body.value.lastIndexOf("\n", body.selectionStart - 1) + 1;
    body.setRangeText(mark, start, start, "end");
    body.dispatchEvent(new InputEvent("input", { bubbles: true }));
    body.focus();
  };
  for (const [label, act] of [
    ["Раздел", () => atLine("## ")], ["Подраздел", () => atLine("### ")], ["Список", () => atLine("- ")],
    ["Жирный", () => around("**", "**")], ["Курсив", () => around("*", "*")], ["Ссылка", () => around("[", "](адрес)")],
  ]) {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", act);
    tools.append(button);
  }
  tools.hidden = false;

  // Grids: the text is the truth, a grid shows its tables and writes into it.
  const cellSelector = (table, row, column) =>
    `[data-table="${CSS.escape(table)}"] [data-row="${CSS.escape(String(row))}"][data-column="${CSS.escape(column)}"]`;
  const written = (text) => text.replace(/\s*\n\s*/g, "<br>").replace(/\\?\|/g, "\\|").trim();
  const plain = (text) => text.replace(/\\\|/g, "|").replace(/<br>/g, "\n");
  const past = [];
  let focus = null;

  function showTables(found) {
    const active = document.activeElement;
    // Nobody's hand is pushed away: what is found is shown when the cell is left.
    if (isOpen && active?.closest("td")) return;
    tables = found;
    const kept = active && active.closest("[data-row]");
    if (kept && !focus) focus = { table: kept.closest("[data-table]").dataset.table, row: kept.dataset.row, column: kept.dataset.column };
    const box = form.querySelector(".grids");
    for (const grid of box.querySelectorAll(".grid")) {
      if (!found.some((table) => table.id === grid.dataset.table)) grid.remove();
    }
    for (const table of found) {
      let grid = box.querySelector(`[data-table="${CSS.escape(table.id)}"]`);
      if (!grid) {
        grid = element("section", { className: "grid" }, element("h2", {}, table.caption),
          element("div", { className: "scroll", tabIndex: -1 }, element("table")));
        grid.dataset.table = table.id;
        grid.setAttribute("aria-label", table.caption);
        box.append(grid);
      }
      draw(grid, table);
    }
    if (focus) {
      form.querySelector(cellSelector(focus.table, focus.row, focus.column))?.focus();
      focus = null;
    }
  }

  function draw(grid, table) {
    const head = element("tr", {}, ...table.columns.map((column) => element("th", { scope: "col" }, column.label)));
    const rows = table.rows.map((row, number) =>
      element("tr", {}, ...row.map((cell, column) => {
        const made = element("td", { tabIndex: number === 0 && column === 0 ? 0 : -1, contentEditable: "true" }, plain(cell.text));
        made.dataset.row = number;
        made.dataset.column = table.columns[column].id;
        return made;
      })));
    const drawn = grid.querySelector("table");
    drawn.replaceChildren(element("thead", {}, head), element("tbody", {}, ...rows));
    if (grid.querySelector(".rows")) return;
    const bar = element("div", { className: "rows" });
    for (const [label, act] of [["Добавить строку", () => addRow(table.id)], ["Отменить (Ctrl+Z)", undo]]) {
      const button = element("button", { type: "button" }, label);
      button.addEventListener("click", act);
      bar.append(button);
    }
    grid.append(bar, element("p", { className: "outcome", role: "status" }));
    grid.addEventListener("keydown", onKey);
    grid.addEventListener("paste", onPaste);
    grid.addEventListener("dblclick", (event) => { if (event.target.closest("td")) isOpen = true; });
    grid.addEventListener("input", (event) => {
      event.stopPropagation();
      isOpen = true;
    });
    // Text alone: what makes letters bold belongs to the text below.
    grid.addEventListener("beforeinput", (event) => { if (event.inputType.startsWith("format")) event.preventDefault(); });
    grid.addEventListener("focusin", (event) => {
      const cell = event.target.closest("td");
      if (!cell) return;
      isOpen = false;
      for (const other of grid.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
      cell.tabIndex = 0;
      select(cell, true);
    });
    grid.addEventListener("focusout", (event) => {
      const cell = event.target.closest("td");
      if (cell && cell.isConnected && isOpen) leave(cell, null);
    });
  }

  const tableOf = (id) => tables.find((table) => table.id === id);
  const placeOf = (cell) => ({ table: cell.closest("[data-table]").dataset.table, row: Number(cell.dataset.row), column: cell.dataset.column });

  // Edits of the text, the last one first, so that places before them stay.
  function write(edits, at) {
    past.push({ text: body.value, at });
    let text = body.value;
    for (const edit of edits.sort((left, right) => right.start - left.start)) {
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    }
    replace(text, at);
  }

  function replace(text, at) {
    body.value = text;
    focus = at || null;
    if (!wait.keep) wait.keep = setTimeout(keep, 1000);
    clearTimeout(wait.check);
    return check();
  }

  function undo() {
    const last = past.pop();
    if (last) replace(last.text, last.at);
  }

  function lineOf(row) {
    const start = body.value.lastIndexOf("\n", row[0].start - 1) + 1;
    const end = body.value.indexOf("\n", row[row.length - 1].end);
    return { start, end: end < 0 ? body.value.length : end + 1 };
  }

  const rowText = (table, values) => "| " + table.columns.map((_, column) => written(values[column] || "")).join(" | ") + " |\n";

  function addRow(id, behind, values = []) {
    const table = tableOf(id);
    if (!table) return;
    const last = behind === undefined ? table.rows.length - 1 : behind;
    if (last < 0) return;
    const { end } = lineOf(table.rows[last]);
    const gap = body.value[end - 1] === "\n" ? "" : "\n";
    write([{ start: end, end, text: gap + rowText(table, values) }], { table: id, row: last + 1, column: table.columns[0].id });
  }

  function removeRow(place) {
    const table = tableOf(place.table);
    if (table.rows.length < 2) return;
    write([{ ...lineOf(table.rows[place.row]), text: "" }], { ...place, row: Math.max(0, place.row - 1) });
  }

  function moveRow(place, step) {
    const table = tableOf(place.table);
    const other = place.row + step;
    if (other < 0 || other >= table.rows.length) return;
    const [first, second] = [Math.min(place.row, other), Math.max(place.row, other)].map((row) => lineOf(table.rows[row]));
    const [above, below] = [first, second].map((line) => body.value.slice(line.start, line.end));
    const ended = (text) => (text.endsWith("\n") ? text : text + "\n");
    write([{ start: first.start, end: second.end, text: ended(below) + ended(above) }], { ...place, row: other });
  }

  // A cell is written into where it stands. Keys move between cells until somebody types, or opens it by Enter or F2; then
  // they move within it, and Enter, Tab or another place take what was written, Escape gives it up.
  let isOpen = false;

  function select(cell, isWhole) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    if (!isWhole) range.collapse(false);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  const before = (cell) => {
    const { table, row, column } = placeOf(cell);
    const found = tableOf(table);
    const one = found?.rows[row]?.[found.columns.findIndex((other) => other.id === column)];
    return one ? plain(one.text) : "";
  };

  // What was written into a cell goes to the text.
  function leave(cell, to) {
    const text = cell.innerText.replace(/\n$/, "");
    isOpen = false;
    if (text !== before(cell)) fill([{ ...placeOf(cell), text }], to);
    else if (to) form.querySelector(cellSelector(to.table, to.row, to.column))?.focus();
  }

  // The cell before or after one, in the order of reading; nothing beyond the table.
  function beside(place, step) {
    const { columns, rows } = tableOf(place.table);
    const number = place.row * columns.length + columns.findIndex((column) => column.id === place.column) + step;
    if (number < 0 || number >= rows.length * columns.length) return null;
    return { ...place, row: Math.floor(number / columns.length), column: columns[number % columns.length].id };
  }

  // Of an empty cell the blanks between its bars are replaced too.
  function edit(cell, text) {
    let { start, end } = cell;
    if (start !== end) return { start, end, text: written(text) };
    while (body.value[start - 1] === " ") start -= 1;
    while (body.value[end] === " ") end += 1;
    return { start, end, text: ` ${written(text)} ` };
  }

  function fill(cells, at) {
    const edits = cells.map(({ table, row, column, text }) => {
      const found = tableOf(table);
      const cell = found.rows[row][found.columns.findIndex((one) => one.id === column)];
      return edit(cell, text);
    });
    write(edits, at);
  }

  function onKey(event) {
    const cell = event.target.closest("td");
    if (!cell || event.isComposing) return;
    const place = placeOf(cell);
    const last = tableOf(place.table).rows.length - 1;
    const isControl = event.ctrlKey || event.metaKey;
    const act = (does) => {
      event.preventDefault();
      does();
    };
    const go = (to) => act(() => leave(cell, to));
    if (event.key === "Tab") {
      const to = beside(place, event.shiftKey ? -1 : 1);
      if (to) go(to);
    } else if (event.key === "Escape") act(() => { isOpen = false; cell.textContent = before(cell); select(cell, true); });
    else if (isControl && event.code === "KeyZ" && !isOpen) act(undo);
    else if (event.altKey && event.key === "ArrowUp") act(() => moveRow(place, -1));
    else if (event.altKey && event.key === "ArrowDown") act(() => moveRow(place, 1));
    else if (isControl && event.key === "Delete") act(() => removeRow(place));
    else if (isControl && event.key === "Enter") act(() => addRow(place.table, place.row));
    else if (event.key === "Enter" && !event.shiftKey) {
      if (isOpen) go({ ...place, row: Math.min(last, place.row + 1) });
      else act(() => { isOpen = true; select(cell, false); });
    } else if (event.key === "F2") act(() => { isOpen = true; select(cell, false); });
    else if (isOpen) return;
    else if (event.key === "ArrowUp") go({ ...place, row: Math.max(0, place.row - 1) });
    else if (event.key === "ArrowDown") go({ ...place, row: Math.min(last, place.row + 1) });
    else if (event.key === "ArrowLeft") go(beside(place, -1) || place);
    else if (event.key === "ArrowRight") go(beside(place, 1) || place);
    else if (event.key === "Delete" || event.key === "Backspace") act(() => fill([{ ...place, text: "" }], place));
  }

  // A block from a spreadsheet: rows of lines, cells by tabs, quoted where they hold either (as CSV).
  function block(text) {
    const rows = [[""]];
    let isQuoted = false;
    for (let index = 0; index < text.length; index += 1) {
      const row = rows[rows.length - 1];
      const last = row.length - 1;
      const char = text[index];
      if (isQuoted) {
        if (char !== '"') row[last] += char;
        else if (text[index + 1] === '"') { row[last] += '"'; index += 1; }
        else isQuoted = false;
      } else if (char === '"' && row[last] === "") isQuoted = true;
      else if (char === "\t") row.push("");
      else if (char === "\n") rows.push([""]);
      else if (char !== "\r") row[last] += char;
    }
    while (rows.length && rows[rows.length - 1].every((cell) => cell.trim() === "")) rows.pop();
    return rows;
  }

  function onPaste(event) {
    const cell = event.target.closest("td");
    if (!cell) return;
    event.preventDefault();
    if (isOpen) {
      document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
      return;
    }
    const rows = block(event.clipboardData.getData("text/plain"));
    if (!rows.length) return;
    const place = placeOf(cell);
    const table = tableOf(place.table);
    const fold = (text) => text.trim().toLocaleLowerCase("ru").replace(/ё/g, "е");
    const names = table.columns.map((column) => column.names.map(fold));
    const columnOf = (text) => names.findIndex((all) => all.includes(fold(text)));
    // A row of heads tells the columns; without one they follow from the cell.
    const head = rows.slice(0, 5).findIndex((row) => row.filter((text) => columnOf(text) >= 0).length >= Math.min(2, row.length));
    const first = table.columns.findIndex((column) => column.id === place.column);
    const columns = head < 0
      ? rows[0].map((_, number) => (first + number < table.columns.length ? first + number : -1))
      : rows[head].map(columnOf);
    const skipped = rows.slice(0, head + 1).filter((row) => row.some((text) => text.trim()));
    const pasted = rows.slice(head + 1).filter((row) => row.some((text) => text.trim()));
    const lost = columns.map((column, number) => column < 0 && pasted.some((row) => (row[number] || "").trim())
      ? (head < 0 ? `${number + 1}-й` : rows[head][number].trim() || `${number + 1}-й`) : null).filter((name) => name);
    const edits = [];
    const added = [];
    pasted.forEach((row, number) => {
      const target = place.row + number;
      const values = [];
      row.forEach((text, index) => { if (columns[index] >= 0) values[columns[index]] = text; });
      if (target < table.rows.length) {
        values.forEach((text, column) => {
          const found = table.rows[target][column];
          if (!found || text === undefined) return;
          edits.push(edit(found, text));
        });
      } else added.push(rowText(table, values));
    });
    if (added.length) {
      const { end } = lineOf(table.rows[table.rows.length - 1]);
      edits.push({ start: end, end, text: (body.value[end - 1] === "\n" ? "" : "\n") + added.join("") });
    }
    write(edits, place);
    const outcome = cell.closest(".grid").querySelector(".outcome");
    outcome.textContent = `Вставлено строк: ${pasted.length}`
      + (skipped.length ? `; строка названий: «${skipped[skipped.length - 1].filter((text) => text.trim()).join("», «")}»` : "")
      + (skipped.length > 1 ? `; пропущено строк над ней: ${skipped.length - 1}` : "")
      + (lost.length ? `; не вставлены столбцы, которых в этой таблице нет: «${lost.join("», «")}»` : "") + ".";
  }

  // A form that a browser has filled again from its memory is looked at as it is.
  addEventListener("pageshow", () => { check(); });
})();
