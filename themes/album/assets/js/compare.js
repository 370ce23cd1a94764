// Puts municipalities side by side: which ones stands in the address («?m=asha-mr,miass-go»). What is shown of each comes
// from a script of its own, since a page on a disk may read no other files.
"use strict";

{
  const MOST = 4, FEWEST = 2;
  // Titles of a cell that are shown before anybody asks for the rest; paper and files have all.
  const SHOWN = 3;
  const form = document.querySelector(".compare-form");
  const table = document.querySelector(".compare");
  const files = document.querySelector(".compare-files");
  const told = document.querySelector(".compare-told");
  const words = document.querySelector(".compare-words").dataset;
  const first = form.querySelector("select");
  const label = form.querySelector("label").textContent;
  const loaded = new Map();

  // One list for each of the four, each with a label of its own.
  const selects = [first];
  for (let number = 2; number <= MOST; number += 1) {
    const place = first.parentElement.cloneNode(true);
    const [name, select] = [place.querySelector("label"), place.querySelector("select")];
    name.htmlFor = select.id = `compare-${number}`;
    form.append(place);
    selects.push(select);
  }
  selects.forEach((select, index) => { form.querySelectorAll("label")[index].textContent = label.replace("{1}", index + 1); });

  const say = (text, values) => text.replace(/\{(\d)\}/g, (_, number) => values[number - 1]);
  const el = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const link = (text, url) => {
    const made = el("a", "", text);
    made.href = url;
    return made;
  };
  const names = (one) => [one.value, ...(one.dataset.former ?? "").split(" ")];
  const option = (id) => [...first.options].find((one) => id && names(one).includes(id));

  // The data of a municipality; nothing where its file cannot be read.
  function load(id) {
    if (!loaded.has(id)) {
      loaded.set(id, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = option(id).dataset.script;
        script.onload = () => resolve(self.AlbumComparison?.[id]);
        script.onerror = () => {
          loaded.delete(id);
          resolve(undefined);
        };
        document.head.append(script);
      }));
    }
    return loaded.get(id);
  }

  // A button that shows what it has put away, and leads the keyboard there.
  function unfolding(items, count) {
    const button = el("button", "button-quiet compare-unfold", say(words.unfold, [count]));
    button.type = "button";
    for (const item of items) item.className = "compare-rest";
    button.addEventListener("click", () => {
      for (const item of items) item.className = "";
      button.remove();
      items[0].querySelector("a").focus();
    });
    return button;
  }

  function cell(place, row, direction) {
    if (!row) return el("td", "none", words.none);
    const made = el("td", row.own.length ? "has-own" : "");
    const titles = row.own.map(([title, url]) => el("li", "", link(title, form.dataset.root + url)));
    if (row.more) titles.push(el("li", "", link(say(words.more, [row.more]), `${place.url}#${direction}`)));
    if (titles.length) made.append(el("ul", "", ...titles));
    if (row.own.length > SHOWN) made.append(unfolding(titles.slice(SHOWN), row.own.length - SHOWN + (row.more || 0)));
    if (row.part) {
      const count = el("span", "part", say(words.part, [row.part]));
      made.append(el("p", "", direction ? link(count, `${place.url}#${direction}`) : count));
    }
    return made;
  }

  const nameOf = (row) => row.querySelector("a").lastChild.textContent.trim();

  // Directions in which another one has something of its own, and this one has not.
  function missing(place, places) {
    const found = [];
    for (const row of table.querySelectorAll("tbody tr[data-direction]:not([data-direction=''])")) {
      const id = row.dataset.direction;
      const others = places.filter((other) => other !== place && other.data.rows[id]?.own.length);
      if (!place.data.rows[id]?.own.length && others.length) found.push([nameOf(row), others]);
    }
    if (!found.length) return el("td", "none", words.nothingMissing);
    return el("td", "", el("ul", "", ...found.map(([name, others]) => el("li", "", `${name} — ${others.map((other) => other.title).join(", ")}`))));
  }

  function draw(places) {
    for (const old of table.querySelectorAll("td, thead th:not(:first-child)")) old.remove();
    for (const place of places) {
      const head = el("th", "", link(place.title, place.url));
      head.scope = "col";
      table.tHead.rows[0].append(head);
      for (const row of table.querySelectorAll("tbody tr:not([data-nobody]), tfoot tr")) {
        const { total, direction } = row.dataset;
        let made;
        if (total) made = el("td", place.data[total] ? "" : "none", el("b", "", String(place.data[total])));
        else if (direction !== undefined) made = cell(place, place.data.rows[direction], direction);
        else if ("kinds" in row.dataset) made = el("td", place.data.kinds.length ? "" : "none", place.data.kinds.join(", ") || words.none);
        else made = missing(place, places);
        made.dataset.label = place.title;
        row.append(made);
      }
    }
    // Directions that none of them has are told in one row; so is nothing of materials without a direction.
    const left = [];
    for (const row of table.querySelectorAll("tr[data-direction]")) {
      const id = row.dataset.direction;
      row.hidden = !places.some(({ data }) => data.rows[id]);
      if (id && row.hidden) left.push(nameOf(row));
    }
    const nobody = table.querySelector("tr[data-nobody]"), names = el("td", "none", left.join(", "));
    names.colSpan = places.length;
    nobody.append(names);
    nobody.hidden = !left.length;
  }

  let turn = 0;
  async function show() {
    const mine = (turn += 1);
    const ids = [...new Set(selects.map((select) => select.value).filter(Boolean))];
    for (const select of selects) {
      for (const one of select.options) one.disabled = one.value !== "" && one.value !== select.value && ids.includes(one.value);
    }
    // The next one is offered when those before are chosen.
    selects.forEach((select, index) => { select.parentElement.hidden = index >= Math.max(FEWEST, ids.length + 1) && !select.value; });
    rememberChoices({m: ids.join(",")});
    table.hidden = files.hidden = true;
    if (ids.length < FEWEST) {
      told.textContent = told.dataset.few;
      return;
    }
    const places = [];
    for (const id of ids) {
      const data = await load(id);
      if (mine !== turn) return;
      const { textContent: title, dataset: { url } } = option(id);
      if (!data) {
        told.textContent = say(told.dataset.fault, [title]);
        return;
      }
      places.push({ title, url, data });
    }
    draw(places);
    told.textContent = say(told.dataset.now, [places.map(({ title }) => title).join(", ")]);
    table.hidden = files.hidden = false;
  }

  const kept = (new URLSearchParams(location.search).get("m") || "").split(",").filter(Boolean);
  const asked = kept.map((id) => option(id)?.value).filter(Boolean);
  [...new Set(asked)].slice(0, MOST).forEach((id, index) => { selects[index].value = id; });
  form.addEventListener("change", show);
  if (asked.length < kept.length) form.querySelector(".compare-gone").hidden = false;
  form.addEventListener("change", () => { form.querySelector(".compare-gone").hidden = true; });
  show();
}
