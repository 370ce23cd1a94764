// Fields whose values are named in a list: what is chosen stands as chips, and a box finds more (ARIA Authoring Practices
// Guide, "Combobox with list autocomplete"). The control of the form keeps the truth, a line for each value.

import { address, changedWholly, element, form, say, standFor, titleOf } from "./form.js";
import { askEntry } from "./entries.js";

const LIMIT = 50;

/** What a person takes for the same name: without case, ё, quotes, kinds of dashes and blanks. */
export const fold = (text) => text.normalize("NFC").toLocaleLowerCase("ru").replace(/ё/g, "е")
  .replace(/[«»"„“”'’]/g, "").replace(/[‐-―−]/g, "-").replace(/\s+/g, " ").trim();

const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word);

class Picker {
  constructor(control) {
    this.control = control;
    this.manner = control.dataset.pick;
    this.field = control.dataset.list || control.name.slice("field.".length);
    this.picks = [];
    this.options = [];
    this.active = -1;
    this.build();
    this.load();
  }

  build() {
    const id = `pick-${this.field}`;
    this.chips = element("ul", { className: "chips" });
    this.input = element("input", { id, type: "text", autocomplete: "off", spellcheck: false });
    this.list = element("ul", { id: `${id}-list`, className: "options", hidden: true });
    this.status = element("p", { className: "aside" });
    this.status.setAttribute("role", "status");
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", titleOf(this.control));
    const attributes = {
      role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list",
    };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    this.box = element("div", { className: "pick" }, this.chips, element("div", { className: "combo" }, this.input, this.list), this.status);
    standFor(this.control, this.box, this.input);
    this.control.addEventListener("input", () => this.draw());
    this.input.addEventListener("input", (event) => { event.stopPropagation(); this.open(); });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("click", () => this.open());
    this.input.addEventListener("focusout", () => this.leave());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(this.options[Number(option.dataset.number)]);
    });
    this.draw();
  }

  async load() {
    const query = new URLSearchParams({ kind: form.dataset.kind, field: this.field });
    try {
      const answer = await fetch(`${address}list?${query}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      this.grows = found.grows;
      this.known(found.picks);
    } catch {
      this.status.textContent = say("pickNotLoaded");
    }
  }

  known(picks) {
    this.picks = picks.map((pick) => ({
      ...pick, folded: pick.names.map(fold), words: words([...pick.names, pick.detail].join(" ")), start: fold(pick.label),
    }));
    this.draw();
  }

  // --- What is chosen

  get lines() { return this.control.value.split("\n").map((line) => line.trim()).filter((line) => line); }

  // The entries that a line names; of a citation its part before the place.
  meant(line) {
    const all = (text) => this.picks.filter((pick) => pick.folded.includes(fold(text)));
    const whole = all(line);
    if (this.manner !== "places" || whole.length) return { picks: whole, name: line, place: "" };
    for (let comma = line.lastIndexOf(","); comma > 0; comma = line.lastIndexOf(",", comma - 1)) {
      const picks = all(line.slice(0, comma));
      if (picks.length) return { picks, name: line.slice(0, comma).trim(), place: line.slice(comma + 1).trim() };
    }
    return { picks: [], name: line, place: "" };
  }

  draw() {
    this.chips.replaceChildren(...this.lines.map((line, number) => this.chip(line, number)));
    const isFull = this.lines.length > 0;
    this.input.placeholder = say(!isFull ? "pickFind" : this.manner === "one" ? "pickReplace" : "pickFindMore");
  }

  chip(line, number) {
    const { picks, name, place } = this.meant(line);
    const label = picks.length === 1 ? picks[0].label : name;
    const chip = element("li", { className: "chip" }, element("span", {}, label));
    if (picks.length !== 1 && this.picks.length) {
      chip.classList.add("unknown");
      chip.append(element("small", {}, say(this.found(name).length > 1 ? "pickUnclear" : "pickUnknown")));
    }
    if (picks.length === 1 && picks[0].detail) chip.title = picks[0].detail;
    if (this.manner === "places" && picks.length === 1) {
      const where = element("input", { type: "text", value: place, placeholder: say("pickPlace") });
      where.setAttribute("aria-label", `${label}: ${say("pickPlace")}`);
      where.addEventListener("input", (event) => event.stopPropagation());
      where.addEventListener("change", () => {
        const text = where.value.trim();
        this.write(this.lines.map((other, index) => (index === number ? (text ? `${name}, ${text}` : name) : other)));
      });
      chip.append(where);
    }
    const remove = element("button", { type: "button" }, say("pickTakeOff"));
    remove.setAttribute("aria-label", say("pickRemove", label));
    remove.addEventListener("click", () => {
      this.write(this.lines.filter((_, index) => index !== number));
      this.status.textContent = say("pickRemoved", label);
      this.input.focus();
      this.close();
    });
    chip.append(remove);
    return chip;
  }

  write(lines) {
    this.control.value = lines.join("\n");
    this.draw();
    return changedWholly();
  }

  add(value, label) {
    const lines = this.manner === "one" ? [] : this.lines;
    this.input.value = "";
    this.close();
    if (!lines.includes(value)) this.write([...lines, value]);
    this.status.textContent = say("pickAdded", label);
  }

  // --- The list

  found(query) {
    const wanted = words(query);
    const name = fold(query);
    const chosen = new Set(this.manner === "several" ? this.lines.flatMap((line) => this.meant(line).picks) : []);
    const rank = (pick) => (pick.folded.includes(name) ? 0 : pick.start.startsWith(name) ? 1 : 2);
    const left = this.picks.filter((pick) => !chosen.has(pick));
    const fits = (does) => left.filter((pick) => wanted.every((word) => pick.words.some((other) => does(other, word))));
    const begun = fits((other, word) => other.startsWith(word));
    // Middles of words count where nothing begins so.
    return (begun.length ? begun : fits((other, word) => other.startsWith(word) || (word.length > 2 && other.includes(word))))
      .map((pick, place) => ({ pick, place, rank: name ? rank(pick) : 0 }))
      .sort((left, right) => left.rank - right.rank || left.place - right.place).map(({ pick }) => pick);
  }

  exact(query) { return this.picks.filter((pick) => pick.folded.includes(fold(query))); }

  // The one entry that typed words mean: by its name, else by a part of it that no other has; null where several may be meant.
  sole(query) {
    const exact = query ? this.exact(query) : [];
    const meant = exact.length ? exact : query ? this.found(query) : [];
    return meant.length === 1 ? meant[0] : null;
  }

  open(near = null) {
    const query = this.input.value.trim();
    const found = this.found(query);
    const isExact = this.exact(query).length > 0;
    this.options = found.slice(0, LIMIT).map((pick) => ({ pick }));
    // Of what is not found nothing is taken unasked.
    if (query && !found.length && !near) this.seekNear(query);
    for (const pick of near || []) this.options.push({ pick, isNear: true });
    if (query && !isExact && this.grows) this.options.push({ creates: query });
    if (query && !isExact) this.options.push({ typed: query });
    // What one name alone means is taken by Enter; of several none is meant yet.
    const sole = this.sole(query);
    this.active = sole ? found.indexOf(sole) : -1;
    this.isMoved = false;
    this.list.replaceChildren(...this.options.map((option, number) => this.option(option, number)));
    this.list.hidden = !this.options.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    const several = query && this.exact(query).length > 1;
    this.status.textContent = several ? say("pickSeveral", query)
      : near?.length ? say("pickNear") : !found.length ? say("pickNone") : found.length > LIMIT ? say("pickMore", LIMIT) : say("pickCount", found.length);
    this.point();
  }

  // What a misspelt name may mean comes as soon as the desk has found it.
  async seekNear(query) {
    const asked = new URLSearchParams({ kind: form.dataset.kind, field: this.field, near: query });
    let found = [];
    try {
      const answer = await fetch(`${address}list?${asked}`);
      if (answer.ok) found = await answer.json();
    } catch {
      return;
    }
    if (this.list.hidden || this.isMoved || this.input.value.trim() !== query) return;
    const near = found.map(({ value }) => this.picks.find((pick) => pick.value === value)).filter(Boolean);
    const own = this.manner === "several" ? this.lines.flatMap((line) => this.meant(line).picks) : [];
    const left = near.filter((pick) => !own.includes(pick));
    if (left.length) this.open(left);
  }

  option(option, number) {
    const made = element("li", { id: `${this.list.id}-${number}` });
    made.setAttribute("role", "option");
    made.dataset.number = number;
    if (option.pick) {
      made.append(element("span", {}, option.isNear ? `${say("perhaps")} ${option.pick.label}` : option.pick.label));
      if (option.pick.detail) made.append(element("small", {}, option.pick.detail));
    } else {
      made.className = "other";
      made.append(option.creates ? say("pickCreate", option.creates) : say("pickAsTyped", option.typed));
    }
    return made;
  }

  point() {
    [...this.list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === this.active)));
    const option = this.list.children[this.active];
    if (option && !this.list.hidden) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.point();
  }

  async take(option) {
    if (option.pick) this.add(option.pick.value, option.pick.label);
    else if (option.typed) this.add(option.typed, option.typed);
    else {
      this.input.value = "";
      this.close();
      const pick = await askEntry(this.grows, option.creates);
      if (pick) {
        if (!this.picks.some((other) => other.value === pick.value)) this.known([...this.picks, pick]);
        this.add(pick.value, pick.label);
      } else this.input.value = option.creates;
      this.input.focus();
      if (pick) this.close();
    }
  }

  key(event) {
    if (event.isComposing) return;
    const isOpen = !this.list.hidden;
    const last = this.options.length - 1;
    const act = (does) => { event.preventDefault(); does(); };
    if (event.key === "ArrowDown") {
      act(() => {
        if (!isOpen) this.open();
        // Whoever goes down to what is highlighted means it, and not what stands below.
        if (this.isMoved || this.active < 0) this.active = this.active >= last ? 0 : this.active + 1;
        this.isMoved = true;
        this.point();
      });
    } else if (event.key === "ArrowUp") {
      act(() => { if (!isOpen) this.open(); this.active = isOpen && this.active > 0 ? this.active - 1 : this.options.length - 1; this.point(); });
    } else if (event.key === "Enter") {
      act(() => {
        if (isOpen && this.active >= 0) this.take(this.options[this.active]);
        else if (isOpen && this.options.some(({ pick }) => pick)) this.status.textContent = say("pickWhich", this.input.value.trim());
      });
    } else if (event.key === "Escape" && (isOpen || this.input.value)) {
      act(() => { if (isOpen) this.close(); else this.input.value = ""; });
      event.stopPropagation();
    }
  }

  // What was typed and not chosen is kept: as the one that it names, else as it stands, to be told of.
  leave() {
    this.close();
    const query = this.input.value.trim();
    if (!query || document.querySelector("dialog[open]")) return;
    // A beginning that one name alone has is that name.
    const sole = query.length >= 3 || this.exact(query).length ? this.sole(query) : null;
    this.add(sole ? sole.value : query, sole ? sole.label : query);
  }
}

for (const control of form.querySelectorAll("[data-pick]")) new Picker(control);
