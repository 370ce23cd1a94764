// What a page says, as a list of blocks of which files for office programs are made: what stands there and is shown, with what a filter
// leaves and what was typed into a sheet; neither menus and buttons nor what is said a second time.
//
//   new AlbumReader({isWorkbook: false}).read(document.querySelector("main"))
//     blocks    {runs, level?, look?, item?, indent?} of which a heading has a level;
//               {title, columns, rows: [{isHead, cells: [{blocks, span, isHead, isNumber, date}]}]}
//     runs      {text, bold?, italic?, code?, strike?, sup?, sub?, href?} {isBreak} {picture: {element, alt}} {note: 1…}
//     notes     the blocks of each footnote
"use strict";
// As the page is printed.
const LEFT_OUT = "[hidden], [aria-hidden=true]:not(svg, .own, .part), noscript, button, select, textarea, input:not(li input), nav:not(.print-contents), .timeline, .hidden-label:not(dt), .downloads, .files, .table-files, .related, .heading-link, .cite, .history, "
  + ".footnote-back, .footnotes, .found-bar, .screen-only, .actions, .strip-actions, .office-told, form:not([data-narrowed]), .choice, [data-narrowed] :is(.count, summary > .quiet), .sheet-title, .sheet-paper:not([data-filled])";
const BLOCK = "p, div, section, article, header, footer, nav, aside, ul, ol, li, dl, dt, dd, table, figure, figcaption, h1, h2, h3, h4, h5, h6, pre, blockquote, details, summary, form, hr, svg";
const STYLES = {bold: "b, strong", italic: "i, em, cite, dfn, var", code: "code, kbd, samp", strike: "s, del", sup: "sup", sub: "sub"};
const LOOKS = {Subtitle: ".lead", Caption: "figcaption, caption", Quote: "blockquote, .alert, .notice, .official"};
// What the page's style puts between neighbours.
const BETWEEN = [["; ", ".listed > *"], [": ", "dd summary + *"], [", ", "dd li, .chips > *, .card-foot > *"], [" · ", ".eyebrow > *, .card-kind > *, li > .quiet, dd > .quiet"], [". ", "figcaption > span"]];

class AlbumReader {
  constructor(words) {
    this.words = words;
    this.blocks = [];
    this.notes = [];
    this.pictures = [];
    this.inner = new Map();
    this.lists = 0;
  }

  read(root) {
    this.flow(root, {});
    return this;
  }

  // What an action puts into a list of its own.
  apart(action) {
    const outer = this.blocks, inner = this.blocks = [];
    action();
    this.blocks = outer;
    return inner;
  }

  // --- Blocks

  flow(element, look) {
    let runs = [];
    const flush = () => {
      this.paragraph(runs, look);
      runs = [];
    };
    for (const child of element.childNodes) {
      if (child.matches?.(BLOCK)) {
        flush();
        if (child !== look.without && !child.matches(LEFT_OUT)) this.block(child, look);
      } else this.inline(child, {bold: look.bold}, runs);
    }
    flush();
  }

  paragraph(runs, {item, style, level}, more) {
    const said = this.trimmed(runs);
    if (!said.length) return;
    const block = {runs: said, look: style, level, ...more};
    if (item) Object.assign(block, item.isSaid ? {indent: item.level + 1} : {item});
    if (item) item.isSaid = true;
    this.blocks.push(block.item ? {...block, item: {...item}} : block);
  }

  // Without spaces at both ends and double ones between runs.
  trimmed(runs) {
    const list = [];
    let isOpen = true;
    for (const run of runs) {
      const text = isOpen && run.text ? run.text.replace(/^ /, "") : run.text;
      if (text !== "") list.push(text ? {...run, text} : run);
      if (text !== "") isOpen = run.isBreak || / $/.test(text);
    }
    const last = list[list.length - 1];
    if (last?.text) last.text = last.text.replace(/ $/, "");
    return last?.text === "" ? list.slice(0, -1) : list;
  }

  block(element, look) {
    const is = selector => element.matches(selector), level = Number(element.tagName.slice(1));
    const sheet = element.closest(".record")?.querySelector(".sheet-paper[data-filled]");
    // A document has what paper has of a sheet, a workbook a leaf for each.
    if (is(this.words.isWorkbook ? ".sheet-paper" : ".sheet-book")) return;
    if (level) this.paragraph(this.inside(element, {}), {level}, {breaksPage: is(".print-chapter > h2, .sheet-paper > * + * > h3")});
    else if (is("ul, ol")) this.list(element, look);
    else if (is("dl")) this.terms(element, look);
    else if (is("svg")) this.paragraph([this.picture(element, Array.from(element.querySelectorAll(":scope > title, :scope > desc"), one => one.textContent).join(". "))], look);
    else if (is(".filter")) this.paragraph([".filter-chosen", "[role=status]"].map((name, place) => ({text: (place ? " — " : "") + element.querySelector(name).textContent, italic: true})), {});
    else if (is("pre")) this.paragraph(element.textContent.replace(/\u00ad|\n$/g, "").split("\n").flatMap(line => [{isBreak: true}, {text: line.replace(/ /g, "\xa0"), code: true}]).slice(1), look);
    // The sheet says the same with the points: on paper stands one of them, in a workbook each has a leaf, but no list of bare names.
    else if (is("table")) (!sheet || sheet.contains(element) || this.words.isWorkbook && element.tBodies[0].rows[0]?.cells.length > 1) && this.table(element, look);
    else this.flow(element, {...look, bold: look.bold || is("summary, .alert-title"), style: Object.keys(LOOKS).find(name => is(LOOKS[name])) || look.style});
  }

  list(element, look) {
    const list = ++this.lists, level = Math.min(look.item ? look.item.level + 1 : 0, 8);
    for (const child of element.children) {
      if (child.matches(LEFT_OUT)) continue;
      // A card has a heading of its own, which stands first in the file.
      const title = child.querySelector(":scope > h3"), item = title ? undefined : {list, level, isOrdered: element.matches("ol:not(.print-contents *)"), start: element.start};
      if (title) this.block(title, {});
      this.flow(child, {...look, item, without: title});
    }
  }

  // «Где: Челябинская область», or the name with its texts below; a long list is a line of names, above the content its number alone.
  terms(element, look) {
    let runs = [];
    const flush = () => {
      this.paragraph(runs, look);
      runs = [];
    };
    for (const child of element.querySelectorAll("dt, dd")) {
      if (child.closest("dl") !== element || child.closest("[hidden]")) continue;
      const isName = child.matches("dt"), isLong = !child.querySelector("details") && child.querySelector(BLOCK), after = runs.length && (child.previousElementSibling?.matches("dt") ? ": " : "; ");
      if (isName || isLong) flush();
      if (isLong) this.flow(child, look);
      else runs.push({text: isName ? "" : after || "", bold: isName}, ...this.inside(child.querySelector(".strip :not([open]) > summary") || child, {bold: isName}));
    }
    flush();
  }

  // Where cells have two numbers, each is a table of its own in a workbook.
  table(element, look, title) {
    const {leaves} = element.dataset;
    if (leaves && this.words.isWorkbook && !title) {
      for (const leaf of leaves.split("|")) {
        [this.without, title] = leaf.split("=");
        this.table(element, look, title);
      }
      return void (this.without = "");
    }
    const caption = element.caption || element.closest("figure")?.querySelector("figcaption");
    if (element.caption && !element.caption.matches(LEFT_OUT)) this.flow(element.caption, {style: "Caption"});
    const rows = Array.from(element.rows).filter(row => !row.closest("[hidden]")).map(row => ({
      isHead: row.matches("thead > *"),
      cells: Array.from(row.cells).filter(cell => !this.without || !cell.matches(this.without)).map(cell => {
        const time = cell.querySelector("time");
        return {blocks: this.apart(() => this.flow(cell, {})), span: cell.colSpan, isHead: cell.matches("th"), isNumber: cell.matches(".number, .matrix td, [data-total] td"), date: time?.textContent.trim() === cell.textContent.trim() ? time?.dateTime : undefined};
      }),
    }));
    if (rows.length) this.blocks.push(AlbumOffice.table(title || (caption ? AlbumOffice.text(caption.firstChild.data || "").trim() : ""), rows));
  }

  picture(element, alt) {
    const picture = {element, alt: AlbumOffice.text(alt).trim()};
    this.pictures.push(picture);
    return {picture};
  }

  // --- What stands within a line

  inside(element, style) {
    const runs = [];
    for (const child of element.childNodes) this.inline(child, style, runs);
    return runs;
  }

  inline(node, style, runs) {
    if (node.nodeType === Node.TEXT_NODE) runs.push({...style, text: AlbumOffice.text(node.data)});
    if (!node.matches || node.matches(LEFT_OUT) || this.without && node.matches(this.without)) return;
    const is = selector => node.matches(selector), between = node.previousElementSibling && BETWEEN.find(([, selector]) => is(selector));
    if (between && runs.length) {
      while (runs[runs.length - 1]?.text?.trim() === "") runs.pop();
      runs.push({text: between[0]});
    }
    if (is("br")) runs.push({isBreak: true});
    else if (is("img")) runs.push(this.picture(node, node.alt));
    else if (is(".matrix .part") && !this.words.isWorkbook) runs.push({text: (runs.length ? "\xa0" : "") + "[" + node.textContent + "]"});
    else if (is("input")) runs.push({text: node.checked ? "☑ " : "☐ "});
    else if (is(".footnote-ref")) this.note(node, runs);
    else {
      const own = {...style, ...(is("a") && this.address(node))};
      for (const name in STYLES) if (is(STYLES[name])) own[name] = true;
      runs.push(...this.inside(node, own));
    }
  }

  note(mark, runs) {
    const target = document.getElementById(decodeURI(mark.firstChild.hash.slice(1))), blocks = this.apart(() => this.flow(target, {}));
    runs.push({note: this.notes.push(blocks)});
  }

  // Within the site an absolute one; a copy on a disk has none that a file could lead to: its pages are listed by their paths.
  address(link) {
    const written = link.getAttribute("href"), base = AlbumOffice.base();
    if (/^(https?|mailto|tel):/.test(written)) return {href: link.href};
    if (base) return {href: new URL(written, base).href};
    const text = AlbumOffice.text(link.textContent).trim();
    if (text && !/^#/.test(written) && !this.inner.has(this.path(link))) this.inner.set(this.path(link), text);
  }

  // «practices/index.html», from the folder of the album.
  path(link) {
    return decodeURI(link.href.slice(new URL(this.words.root || ".", location.href).href.length));
  }
}
