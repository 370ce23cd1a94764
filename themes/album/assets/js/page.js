// What a page does besides standing there: the switches of its look, contents that follow the reading. Everything can be
// read without it.
"use strict";

// --- The look: theme.js keeps it

function watchModeSwitch() {
  const button = document.getElementById("mode-switch");
  if (!button) return;
  const modes = ["auto", "light", "dark"];
  const show = () => {
    const mode = albumLook.of("mode");
    const label = button.getAttribute("data-" + mode);
    button.setAttribute("aria-label", label);
    button.title = label;
    button.className = "tool mode mode-" + mode;
  };
  button.addEventListener("click", () => {
    albumLook.change({mode: modes[(modes.indexOf(albumLook.of("mode")) + 1) % modes.length]});
    show();
  });
  show();
}

function watchVisionSwitch() {
  const button = document.getElementById("vision-switch");
  const panel = document.getElementById("vision-panel");
  if (!button || !panel) return;
  const show = () => {
    const isOn = albumLook.of("vision") === "on";
    button.textContent = button.getAttribute(isOn ? "data-off" : "data-on");
    for (const choice of panel.querySelectorAll("input")) choice.checked = albumLook.of(choice.name) === choice.value;
    if (isOn) describePictures();
  };
  button.addEventListener("click", () => {
    const isOn = albumLook.of("vision") === "on";
    albumLook.change({vision: isOn ? "off" : "on"});
    panel.open = !isOn;
    show();
  });
  panel.addEventListener("change", event => {
    albumLook.change({[event.target.name]: event.target.value});
  });
  panel.querySelector("button").addEventListener("click", () => {
    albumLook.reset();
    show();
    button.focus();
  });
  show();
}

// Alternative texts stand in for pictures that are switched off.
function describePictures() {
  for (const picture of document.querySelectorAll("main img[alt]:not([alt=''])")) {
    if (picture.nextElementSibling?.className === "picture-words") continue;
    const words = document.createElement("span");
    words.className = "picture-words";
    words.setAttribute("aria-hidden", "true");
    words.textContent = picture.alt;
    picture.after(words);
  }
}

// --- Files for office programs: what makes them is loaded at the click

// Scripts run in the order in which they are asked for; share.js and the scripts of files load theirs by it too.
function loadScript(address) {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false;
    script.onload = done;
    script.onerror = () => fail(new Error(address));
    document.head.append(script);
  });
}

function watchOfficeButtons() {
  const state = document.querySelector(".office-told"), loading = new Map();
  const load = addresses => Promise.all(addresses.map(address => {
    if (!loading.has(address)) loading.set(address, loadScript(address));
    // One that fails is asked for again.
    loading.get(address).catch(() => loading.delete(address));
    return loading.get(address);
  }));
  let isBusy = false;
  for (const button of document.querySelectorAll("button[data-office]")) {
    button.addEventListener("click", () => {
      if (isBusy) return;
      isBusy = true;
      state.textContent = state.dataset.making;
      load((state.dataset.scripts + " " + button.dataset.office).split(" "))
        .then(() => AlbumOffice.save(button.dataset, state.dataset))
        .catch(error => state.dataset.failed.replace("{1}", () => error.message))
        .then(text => {
          state.textContent = text;
          isBusy = false;
        });
    });
  }
}

// --- What a reader chooses stands in the address, so that a page can be sent as it is seen

// A choice that says nothing leaves the address. Commas stay readable: `m=asha-mr,miass-go`.
function rememberChoices(choices) {
  const address = new URL(location.href), kept = new URLSearchParams(address.search);
  for (const [name, value] of Object.entries(choices)) {
    if (value) kept.set(name, value);
    else kept.delete(name);
  }
  address.search = kept.toString().replace(/%2C/g, ",");
  if (address.href === location.href) return;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A browser may forbid a page of the disk to change its address; the choice then lives with the page.
  }
}

// --- Contents

// Where there is no room beside the text, contents are folded until asked for.
function watchFolds() {
  for (const button of document.querySelectorAll("button.fold")) {
    button.addEventListener("click", () => {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
    });
  }
}

function watchPrintButtons() {
  for (const button of document.querySelectorAll("button[data-print]")) button.addEventListener("click", () => print());
}

// Opens all that an element is folded in, itself among it.
function unfold(element) {
  for (let folded = element?.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
}

// A link into what is folded opens it, in an address and on the page; one that was followed before as well.
function watchTargets() {
  const named = hash => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      // An address may be torn behind a «%».
      return null;
    }
  };
  const reveal = () => {
    const target = named(location.hash);
    if (!target?.closest("details:not([open])")) return;
    unfold(target);
    target.scrollIntoView();
  };
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (link) unfold(named(link.hash));
  });
  addEventListener("hashchange", reveal);
  reveal();
}

// What a reader opens stands in the address, so that who comes back finds it open; one that is closed leaves it.
function rememberOpened() {
  for (const title of document.querySelectorAll("main :is(.chapter, .past)[id] > summary")) {
    title.addEventListener("click", () => {
      const folded = title.parentElement, place = "#" + encodeURIComponent(folded.id);
      if (folded.open && location.hash !== place) return;
      try {
        history.replaceState(history.state, "", folded.open ? location.pathname + location.search : place);
      } catch {
        // As in rememberChoices.
      }
    });
  }
}

function watchFoldAll() {
  for (const button of document.querySelectorAll("button[data-folds]")) {
    button.addEventListener("click", () => {
      for (const folded of document.querySelectorAll(button.dataset.folds)) folded.open = button.hasAttribute("data-open");
    });
  }
}

// Paper cannot be unfolded; afterwards the page is as it was.
const unfolded = [];
function unfoldForPaper() {
  for (const folded of document.querySelectorAll("main :is(.facts, .strip) details:not([open]), main :is(.chapter, .past):not([open])")) {
    folded.open = true;
    unfolded.push(folded);
  }
}
function foldAgain() {
  for (const folded of unfolded.splice(0)) folded.open = false;
}

// --- Paper

// What stands at the foot of each sheet, in the margin boxes of the style: the site, the page's address, the edition. The
// address of a page on a disk is its place in the site: the disk is nobody's business.
function footSheets() {
  const brand = document.querySelector(".brand"), here = location.href.split("#")[0];
  const place = location.protocol === "file:" ? here.slice(brand.href.length - "index.html".length) : here;
  const edition = window.AlbumEdition && new Date(AlbumEdition).toLocaleDateString([document.documentElement.lang, "ru"], {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  const said = [brand.textContent.replace(/\u00ad/g, "").trim(), decodeURI(document.querySelector("link[rel=canonical]")?.href || place),
    edition && document.body.dataset.editionWords.replace("{1}", edition).replace(/ /g, "\u00a0")].filter(Boolean).join(" · ");
  document.documentElement.style.setProperty("--foot", `"${said.replace(/["\\]/g, "\\$&")}"`);
}

// The edition stands in one file, so that a new one changes no page; whoever prints has touched something before.
function watchEdition() {
  const touches = ["pointermove", "pointerdown", "keydown", "scroll"];
  const load = () => {
    for (const touch of touches) removeEventListener(touch, load);
    loadScript(document.body.dataset.edition).then(footSheets, () => { /* The foot then says no edition. */ });
  };
  for (const touch of touches) addEventListener(touch, load, {passive: true});
}

// --- The age of a copy

// A page that was opened from a disk is a copy: whoever reads it is told of which day, and how long ago that was. Whole years
// and months that have passed; where the browser has no words for the language, or the clock is wrong, the day alone.
function tellAge() {
  const told = document.querySelector(".copy-age");
  if (location.protocol !== "file:" || !told) return;
  loadScript(document.body.dataset.edition).then(() => {
    const {lang} = document.documentElement, made = new Date(AlbumEdition), now = new Date();
    const day = made.toLocaleDateString([lang, "ru"], {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
    const months = (now.getFullYear() - made.getUTCFullYear()) * 12 + now.getMonth() - made.getUTCMonth() - (now.getDate() < made.getUTCDate() ? 1 : 0);
    const isKnown = months > 0 && Intl.RelativeTimeFormat.supportedLocalesOf(lang).length > 0;
    const age = isKnown && new Intl.RelativeTimeFormat(lang).format(...months < 12 ? [-months, "month"] : [-Math.floor(months / 12), "year"]);
    told.textContent = told.dataset[isKnown ? "age" : "day"].replace("{1}", day).replace("{2}", age);
    const site = document.querySelector("link[rel=canonical]");
    if (site && months > 0) {
      const way = document.querySelector(".brand").getAttribute("href").replace(/index\.html$/, "") || "./";
      const link = Object.assign(document.createElement("a"), {href: new URL(way, site.href).href, textContent: told.dataset.newer});
      told.append(" ", link);
    }
    told.hidden = false;
  }, () => { /* A copy that lost the file says nothing of its age; «Проверить копию» names it. */ });
}

// Addresses that are links on the screen: numbered where they stand and listed behind the text, whose lines they would tear.
const listed = [];
function listAddresses() {
  const addresses = [], list = document.createElement("ol"), title = document.createElement("h2");
  for (const link of document.querySelectorAll(".prose a[href^='http']")) {
    if (link.textContent.replace(/\u00ad/g, "").trim() === link.getAttribute("href")) continue;
    if (!addresses.includes(link.href)) addresses.push(link.href);
    const number = document.createElement("sup");
    number.textContent = `[${addresses.indexOf(link.href) + 1}]`;
    link.after(number);
    listed.push(number);
  }
  if (!addresses.length) return;
  list.append(...addresses.map(address => Object.assign(document.createElement("li"), {textContent: decodeURI(address)})));
  title.textContent = document.body.dataset.links;
  const section = document.createElement("section");
  section.className = "print-links";
  section.append(title, list);
  document.querySelector("main").append(section);
  listed.push(section);
}

// Where the pages of a list stand in the site, whose own address is at the foot: a title alone finds nothing on paper. What mentions
// the page is no part of it and would take a sheet.
function tellAddresses() {
  const plain = text => text.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
  for (const group of document.querySelectorAll("[data-mentions] > section")) {
    if (plain(group.querySelector("h2").textContent) === plain(group.parentElement.dataset.mentions)) group.classList.add("paper-omits");
  }
  const root = document.querySelector(".brand").href.replace(/index\.html$/, "");
  for (const link of document.querySelectorAll(".link-groups a, .print-chapter > ul a")) {
    if (!link.href.startsWith(root)) continue;
    const told = document.createElement("span");
    told.className = "print-address";
    told.textContent = ` ${decodeURI(link.href.slice(root.length).split("#")[0])}`;
    link.after(told);
    listed.push(told);
  }
}

function beforePaper() {
  unfoldForPaper();
  footSheets();
  listAddresses();
  tellAddresses();
}

function afterPaper() {
  foldAgain();
  for (const made of listed.splice(0)) made.remove();
}

// Marks the section that is being read: the last whose heading has come to the top of the window.
function followReading() {
  const list = document.querySelector(".contents-follow");
  if (!list) return;
  const links = Array.from(list.querySelectorAll("a[href^='#']"));
  const headings = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current = null;
  const mark = () => {
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = headings.filter(heading => heading && heading.getBoundingClientRect().top < 100);
    const last = isAtEnd ? headings.length - 1 : headings.indexOf(passed[passed.length - 1]);
    if (links[last] === current) return;
    current?.removeAttribute("aria-current");
    current = links[last] ?? null;
    if (!current) return;
    current.setAttribute("aria-current", "location");
    // The list may be longer than the window; it then moves by itself, the page does not.
    const box = list.getBoundingClientRect(), place = current.getBoundingClientRect();
    if (place.top < box.top) list.scrollTop -= box.top - place.top;
    if (place.bottom > box.bottom) list.scrollTop += place.bottom - box.bottom;
  };
  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  }, {passive: true});
  addEventListener("resize", mark);
  mark();
}

// --- What is copied

const nested = /^(TABLE|T[RDH]|TBODY|THEAD|TFOOT|[OUD]L|LI|D[TD])$/;

// Without the marks of where a word may be parted: other programs would show them, or find no word that has one.
function copyWords(event) {
  const selection = getSelection(), text = selection.toString();
  if (!/\u00ad/.test(text) || /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName)) return;
  const range = selection.getRangeAt(0);
  let around = range.commonAncestorContainer, copy = document.createElement("div");
  if (around.nodeType === Node.TEXT_NODE) around = around.parentElement;
  copy.append(range.cloneContents());
  // Rows and items are nothing without their table and list.
  for (; nested.test(around.tagName); around = around.parentElement) {
    const outer = document.createElement("div"), part = around.cloneNode(false);
    part.append(...copy.childNodes);
    outer.append(part);
    copy = outer;
  }
  for (const link of copy.querySelectorAll("a[href]")) link.setAttribute("href", link.href);
  for (const picture of copy.querySelectorAll("img[src]")) picture.setAttribute("src", picture.src);
  const clean = words => words.replace(/\u00ad/g, "");
  event.clipboardData.setData("text/plain", clean(text));
  event.clipboardData.setData("text/html", clean(copy.innerHTML));
  event.preventDefault();
}

// --- How to cite

// The day of access is the reader's own, which no file can know.
function fillDays() {
  const now = new Date(), day = [now.getDate(), now.getMonth() + 1, now.getFullYear()];
  for (const place of document.querySelectorAll("[data-today]")) place.textContent = day.map(part => String(part).padStart(2, "0")).join(".");
}

// Where a browser keeps the clipboard from pages, the text stands marked for its own way.
function watchCopies() {
  for (const button of document.querySelectorAll("button[data-copy-of]")) {
    const text = button.closest("details").querySelector(button.dataset.copyOf), state = button.parentElement.querySelector("[role=status]");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent.replace(/\u00ad/g, ""));
        state.textContent = button.dataset.copied;
      } catch {
        getSelection().selectAllChildren(text);
        state.textContent = button.dataset.selected;
      }
    });
  }
}

watchModeSwitch();
watchVisionSwitch();
watchFolds();
watchFoldAll();
watchTargets();
rememberOpened();
watchPrintButtons();
watchOfficeButtons();
watchEdition();
fillDays();
watchCopies();
tellAge();
addEventListener("beforeprint", beforePaper);
addEventListener("afterprint", afterPaper);
addEventListener("copy", copyWords);
followReading();
