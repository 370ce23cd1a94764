// Adds up the points that a reader enters into a score sheet (sheet.js), says what is wrong with them, and compares what several got.
"use strict";

class ScoreSheet extends AlbumSheet {
  constructor(form) {
    super(form);
    const more = this.isTakenOver ? this.misfits().length : 0;
    if (more) this.tell(`${this.texts.former} ${this.say("loadedMore", more)}`);
    form.addEventListener("keydown", event => this.step(event));
    this.fold();
    this.explain();
  }

  // What the table notes of a position stands with its points too.
  explain() {
    const labels = this.texts.notes.split("|"), table = this.record.querySelector(".sheet-table > table");
    const column = [...table.tHead.rows[0].cells].findIndex(cell => labels.includes(cell.textContent.replace(/\u00ad/g, "").trim()));
    for (const {element} of column < 0 ? [] : this.rows) {
      const cell = document.getElementById(element.getAttribute("aria-labelledby").replace("points-", ""))?.cells[column];
      if (!cell?.textContent.trim()) continue;
      const note = this.make("p", {className: "score-note quiet"}, ...cell.cloneNode(true).childNodes);
      for (const one of note.querySelectorAll("[id]")) one.removeAttribute("id");
      element.querySelector(".score-got").after(note);
    }
  }

  // The table says what the sheet says: it stands below it, folded, and a link to one of its rows opens it.
  fold() {
    const table = this.record.querySelector(":scope > table"), folded = this.make("details", {className: "sheet-table"});
    table.before(folded);
    folded.append(this.make("summary", {className: "screen-only"}, this.say("table", table.caption.textContent)), table);
    folded.open = location.hash.length > 1 && [...table.rows].some(row => `#${row.id}` === decodeURI(location.hash));
  }

  get rows() {
    return this.rowList ||= [...this.form.querySelectorAll(".score-row")].map(element => ({
      element,
      name: element.querySelector("p").textContent.trim(),
      above: element.dataset.above,
      most: element.dataset.maximum === undefined ? Infinity : Number(element.dataset.maximum),
      inputs: [...element.querySelectorAll("[name]")],
    }));
  }

  // Points kept before a sheet had copies; where a position has stages now, the first get what there is.
  takeOver() {
    const key = `score-sheet:${location.pathname}:${this.form.id}`, kept = AlbumSheet.entered(this.read(key));
    if (!Object.keys(kept).length || this.isNewer) return;
    const values = {}, staged = new Map();
    for (const input of this.inputs) {
      const {former} = input.dataset;
      if (former) staged.set(former, [...(staged.get(former) || []), input]);
    }
    for (const [name, text] of Object.entries(kept)) {
      const inputs = staged.get(name) || this.inputs.filter(input => input.name === name);
      let rest = this.value(inputs[0], text);
      if (!inputs.length || rest === null) values[name] = text;
      else inputs.forEach((input, place) => {
        const part = place === inputs.length - 1 ? rest : this.within(rest, input);
        rest -= part;
        if (part !== 0 || !place && input.matches("input")) values[input.name] = input.matches("select") ? String(part) : this.number(part);
      });
    }
    const copy = {head: {}, values};
    if (this.copies.every(one => this.isEmpty(one))) this.copies = [copy];
    else this.copies.push(copy);
    if (!this.keep()) return;
    localStorage.removeItem(key);
    this.isTakenOver = true;
    if (staged.size) this.tell(this.texts.former);
  }

  // --- Points

  // What a reader means, with a comma or a point, any minus; nothing for what is no number. What can only be taken off
  // is entered with or without its sign.
  value(input, written) {
    const text = (written || "").trim().replace(",", ".").replace(/^[−–]/, "-"), value = text === "" ? 0 : Number(text);
    if (!Number.isFinite(value)) return null;
    return input && this.most(input) === 0 && value > 0 ? -value : value;
  }

  // No limit where the source has lost it: none is made up.
  most(input) {
    return input.dataset.most === undefined ? Infinity : Number(input.dataset.most);
  }

  within(value, input) {
    return Math.min(Math.max(value, Number(input.dataset.least)), this.most(input));
  }

  // What cannot be chosen is not seen, and does not count.
  seen(input, values) {
    const text = values[input.name];
    return input.matches("select") && ![...input.options].some(option => option.value === text) ? undefined : text;
  }

  counted(input, values) {
    return this.within(this.value(input, this.seen(input, values)) ?? 0, input);
  }

  // What is wrong with the points of a field, as the name of a text; nothing where they count as they stand.
  fault(input, row, values) {
    const value = this.value(input, this.seen(input, values)), counted = this.counted(input, values);
    if (value === null) return {name: "noNumber"};
    if (value !== counted) return {name: value < counted && this.most(input) !== 0 ? "under" : "over", counted};
    if (this.most(input) < Infinity || row.most === Infinity || value <= 0 || this.gained(row, values) <= row.most) return null;
    return {name: "overPosition", counted: row.most};
  }

  // With as many figures behind the comma as files for office programs take: what is typed is what they hold.
  number(value) {
    return value.toLocaleString([document.documentElement.lang, "ru"], {maximumFractionDigits: 6}).replace("-", "−");
  }

  // The points that a position's own fields give; what is taken off stands apart.
  gained(row, values) {
    return row.inputs.reduce((sum, input) => sum + Math.max(this.counted(input, values), 0), 0);
  }

  // No position gives more than its maximum, even where a field's own limit is lost; a penalty is taken off after that,
  // and waits while none of its position's points are filled in.
  // Rows below others come into their sums; a circle of rows would be a fault of the table and is cut.
  sum(index, values, seen = new Set()) {
    if (seen.has(index)) return 0;
    seen.add(index);
    const row = this.rows[index];
    let points = Math.min(this.gained(row, values), row.most);
    if (!this.isHeld(row, values)) points += this.taken(row, values);
    this.rows.forEach((below, other) => {
      if (below.above === String(index)) points += this.sum(other, values, seen);
    });
    return Math.min(points, row.most);
  }

  // How many fields of points are filled in; a penalty may be left alone.
  filled(row, values) {
    const points = row.inputs.filter(input => this.most(input) > 0), count = points.filter(input => values[input.name] !== undefined && this.value(input, values[input.name]) !== null).length;
    return {count, all: points.length, isFull: count === points.length};
  }

  taken(row, values) {
    return row.inputs.reduce((sum, input) => sum + Math.min(this.counted(input, values), 0), 0);
  }

  // Whether there is nothing yet that a penalty could be taken off; a position may have no points of its own.
  isHeld(row, values) {
    const {count, all} = this.filled(row, values);
    return all > 0 && count === 0;
  }

  isTouched(row, values) {
    return !this.isHeld(row, values) && row.inputs.some(input => values[input.name] !== undefined);
  }

  // The positions with fields, of those below a row or of all.
  leaves(index, seen = new Set()) {
    if (seen.has(index)) return [];
    seen.add(index);
    if (index !== undefined && this.rows[index].inputs.length) return [this.rows[index]];
    return this.rows.flatMap((row, other) => row.above === (index === undefined ? undefined : String(index)) ? this.leaves(other, seen) : []);
  }

  // --- What is shown

  settle(input) {
    super.settle(input);
    if (!input.name || !input.matches("input")) return;
    // The sign of a fraction is that of the page's language, whichever was typed.
    const sign = (0.5).toLocaleString([document.documentElement.lang, "ru"])[1], text = input.value.trim();
    if (!/^[-−–]?\d+[.,]\d+$/.test(text)) return;
    input.value = text.replace(/[.,]/, sign);
    this.enter(input);
  }

  // The arrows count a point up or down, within the limits.
  step(event) {
    const by = {ArrowUp: 1, ArrowDown: -1}[event.key];
    if (!by || !event.target.matches("input[name]")) return;
    event.preventDefault();
    event.target.value = this.number(this.within((this.value(event.target, event.target.value) ?? 0) + by, event.target));
    this.enter(event.target);
  }

  show() {
    const {texts} = this, {values} = this.copy, faults = new Map();
    for (const row of this.rows) for (const input of row.inputs) {
      const fault = this.fault(input, row, values), text = fault ? this.say(fault.name, this.number(fault.counted ?? 0)) : "", told = input.nextElementSibling;
      input.setAttribute("aria-invalid", String(fault !== null));
      if (told.textContent !== text) told.textContent = text;
      if (fault) faults.set(row, /^over/.test(fault.name) ? texts.stateOver : faults.get(row) || texts.stateFault);
    }
    this.rows.forEach((row, index) => {
      const points = this.number(this.sum(index, values)), {count, all, isFull} = this.filled(row, values), below = this.leaves(index);
      row.element.querySelector("output").textContent = row.most === Infinity ? points : this.say("total", points, this.number(row.most));
      let state = row.inputs.length === 0 ? this.say("group", below.filter(one => this.filled(one, values).isFull).length, below.length)
        : count === 0 ? this.taken(row, values) ? texts.held : texts.none : isFull ? texts.full : this.say("part", count, all);
      if (faults.has(row)) state += `, ${faults.get(row)}`;
      const told = row.element.querySelector(".score-state");
      told.textContent = state;
      told.classList.toggle("fault", faults.has(row));
    });
    this.find("[data-summary]").textContent = this.summary(this.copy);
  }

  // Positions with something that does not count as it was typed.
  faulty(values) {
    return this.rows.filter(row => row.inputs.some(input => this.fault(input, row, values))).length;
  }

  summary({values}) {
    const tops = this.rows.flatMap((row, index) => row.above === undefined ? [index] : []), most = tops.reduce((sum, index) => sum + this.rows[index].most, 0);
    const leaves = this.leaves(), got = tops.reduce((sum, index) => sum + this.sum(index, values), 0);
    const faulty = this.faulty(values);
    return [
      this.say("sum", leaves.filter(row => this.filled(row, values).isFull).length, leaves.length, this.number(got), most === Infinity ? "?" : this.number(most)),
      faulty && this.say("sumFaults", faulty)].filter(Boolean).join(" ");
  }

  // --- On paper

  rowsOnPaper({values}) {
    const {texts} = this, isFilled = Object.keys(values).length > 0;
    // What is taken off stands behind the points.
    const byColumn = new Map([...this.inputs].sort((one, other) => (this.most(one) === 0) - (this.most(other) === 0)).map(input => [input.dataset.column, true]));
    const columns = [...byColumn.keys()], number = text => ({text, isNumber: true});
    // Where a pen has nothing to enter.
    const shut = {text: "", isNumber: true, className: "sheet-shut"};
    const cells = inputs => columns.map(column => {
      const input = inputs.find(one => one.dataset.column === column), text = input && values[input.name];
      if (!input) return shut;
      const value = text === undefined ? null : this.value(input, text), typed = text === undefined ? "" : value === null ? text : this.number(value);
      const fault = typed && this.fault(input, this.rows.find(row => row.inputs.includes(input)), values);
      // What counts otherwise than it was typed says so: the sum would not be that of its row.
      return fault && fault.name !== "overPosition" ? {text: `${typed} → ${this.number(fault.counted ?? 0)}`} : number(typed);
    });
    const lines = this.rows.flatMap((row, index) => {
      const level = Number(/level-(\d+)/.exec(row.element.className)[1]), parts = [...row.element.querySelectorAll(".score-fields")];
      const staged = parts.filter(part => part.querySelector(".score-stage")), whole = row.inputs.filter(input => !staged.some(part => part.contains(input)));
      const end = [isFilled ? this.got(index, values) : number(""), number(row.most === Infinity ? "" : this.number(row.most))];
      return [[{text: row.name, className: `level-${level}`}, ...cells(whole), ...end], ...staged.map(part => [
        {text: this.say("stage", part.querySelector(".score-stage").textContent), className: "level-9"}, ...cells([...part.querySelectorAll("[name]")]), shut, shut])];
    });
    return [this.table(texts.points, [texts.position, ...[...columns, texts.points, texts.maximum].map(number)], lines)];
  }

  compared(filled) {
    const {texts} = this, number = text => ({text, isNumber: true});
    const named = (sums, wanted) => filled.filter((_, place) => sums[place] === wanted).map(({name}) => name).join("; ");
    // What is not filled in is neither the most nor the fewest, nor is anything beside it.
    const rows = this.rows.map((row, index) => {
      const sums = filled.map(({copy}) => this.sum(index, copy.values)), best = Math.max(...sums), worst = Math.min(...sums), below = this.leaves(index);
      const isWhole = filled.every(({copy}) => below.every(one => this.filled(one, copy.values).isFull)), isTold = isWhole && best > worst;
      return [{text: row.name, className: row.element.className.replace("score-row ", "")}, ...filled.map(({copy}, place) => this.got(index, copy.values, isTold && sums[place] === best ? "sheet-best" : "")),
        number(row.most === Infinity ? "" : this.number(row.most)), isTold ? named(sums, best) : isWhole ? texts.equal : texts.incomplete, isTold ? named(sums, worst) : ""];
    });
    const leaves = this.leaves(), counts = filled.map(({copy}) => leaves.filter(row => this.filled(row, copy.values).isFull).length);
    rows.push([texts.filledCount, ...counts.map(count => number(this.number(count))), number(this.number(leaves.length)), "", ""]);
    const faulty = filled.map(({copy}) => this.faulty(copy.values));
    if (faulty.some(Boolean)) rows.push([texts.faulty, ...faulty.map(count => number(this.number(count))), number(""), "", ""]);
    const heads = filled.map(({name}, place) => counts[place] < leaves.length ? number([name, this.make("br"), this.make("span", {className: "quiet"}, this.say("part", counts[place], leaves.length))]) : number(name));
    return {heads: [texts.position, ...heads, number(texts.maximum), texts.best, texts.worst], rows};
  }

  // The points of a row as a cell; a dash, with words for who hears it, where nothing is entered.
  got(index, values, className = "") {
    const isEntered = this.leaves(index).some(row => this.isTouched(row, values));
    return {text: isEntered ? this.number(this.sum(index, values)) : ["—", this.make("span", {className: "hidden-label"}, ` ${this.texts.none}`)], isNumber: true, className};
  }
}

for (const form of document.querySelectorAll("form.score-sheet")) new ScoreSheet(form);
