// The search on pages other than its own: «/» goes to the box, the first focus loads its suggestions, and the words that
// led to a page from the search are marked there until the reader has enough.
"use strict";
(() => {
  const form = document.querySelector("form[role=search]");
  const input = form?.querySelector("input");
  const scripts = (form?.dataset.scripts ?? "").split(" ").filter(Boolean);

  function load(address) {
    const script = document.createElement("script");
    script.src = address;
    // In the order in which they are asked for.
    script.async = false;
    document.head.append(script);
    return script;
  }
  if (scripts.length) {
    const suggest = () => scripts.forEach(load);
    if (document.activeElement === input) suggest();
    else input.addEventListener("focus", suggest, {once: true});
  }

  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.altKey || event.metaKey || !input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // Pages whose bar was closed, with the words: it stays away, in every tab, until the page is found by other words.
  const CLOSED = "album-found-closed", MOST = 50;
  const closing = ({url, terms}) => `${url} ${terms}`;
  function closed() {
    try {
      const list = JSON.parse(localStorage.getItem(CLOSED));
      return Array.isArray(list) ? list : [];
    } catch {
      return [];
    }
  }
  function close(words) {
    try {
      localStorage.setItem(CLOSED, JSON.stringify([...closed(), closing(words)].slice(-MOST)));
      sessionStorage.removeItem("album-found");
    } catch {
      // Storage is refused: the bar is gone from this visit alone.
    }
  }

  // Remembered by search-client.js for the address that was followed.
  function found() {
    try {
      const words = JSON.parse(sessionStorage.getItem("album-found"));
      const isWhole = Array.isArray(words?.terms) && words.terms.every(term => typeof term === "string");
      const isClosed = closed().includes(closing(words));
      return isWhole && words.url === location.href.split("#")[0] && !isClosed ? words : null;
    } catch {
      return null;
    }
  }

  function mark(node, terms) {
    if (node.parentNode.closest("nav, pre, script, style, svg, button, .hidden-label")) return;
    const parts = AlbumSearch.highlight(node.data.replaceAll("\u00ad", ""), terms);
    if (!parts.some(part => part[1])) return;
    node.replaceWith(...parts.map(([text, match]) => {
      if (!match) return text;
      const mark = document.createElement("mark");
      mark.className = "found";
      mark.textContent = text;
      return mark;
    }));
  }

  // Where the words are: the marks of one paragraph, heading or row at a time.
  const BLOCKS = "tr, p, li, dt, dd, caption, figcaption, summary, h1, h2, h3, h4, h5, h6";
  function places(marks) {
    const list = [];
    let last = null;
    for (const mark of marks) {
      const block = mark.closest(BLOCKS) ?? mark.parentNode;
      if (block === last) list.at(-1).push(mark);
      else list.push([mark]);
      last = block;
    }
    return list;
  }

  // A table that a phone shows otherwise is there twice, its head for those who listen, in a dot; what is folded has a place, too.
  function isShown(mark) {
    for (let around = mark.parentElement; around; around = around.parentElement) if (around.offsetWidth === 1 && around.offsetHeight === 1) return false;
    return mark.getClientRects().length > 0 && (!mark.checkVisibility || mark.checkVisibility());
  }

  // A bar that goes from place to place and takes the marks away.
  function offer(main, words) {
    const {marks: title, previous, next, unmark} = words;
    const marks = Array.from(main.querySelectorAll("mark.found")), bar = document.createElement("p");
    if (!marks.length) return;
    marks.forEach(unfold);
    const stops = () => places(marks.filter(isShown)), edge = ([mark]) => mark.getBoundingClientRect();
    // Where somebody has got to; who has read on since goes on from what is in sight.
    let now = [];
    const isSeen = stop => edge(stop).bottom > 0 && edge(stop).top < innerHeight;
    const reached = list => list.findIndex(([mark]) => now.includes(mark));
    const following = (list, step) => {
      const place = reached(list);
      if (place >= 0 && isSeen(list[place])) return place + step;
      const below = list.findIndex(stop => edge(stop).top >= 0), first = below < 0 ? list.length : below;
      return step > 0 ? first : first - 1;
    };
    const name = document.createElement("span"), count = document.createElement("span");
    bar.className = "found-bar";
    name.className = "found-name";
    name.textContent = title + ": ";
    // A filter or a fold of the page changes what there is.
    const tell = list => { count.textContent = reached(list) < 0 ? list.length : `${reached(list) + 1} / ${list.length}`; };
    new ResizeObserver(() => tell(stops())).observe(main);
    bar.append(name, count);
    const button = (text, act, sign) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "search-action";
      made.textContent = sign ?? text;
      if (sign) made.ariaLabel = made.title = text;
      made.onclick = act;
      bar.append(made);
    };
    const go = step => {
      const list = stops();
      if (!list.length) return;
      // Behind the last one the first is next.
      const place = (following(list, step) + list.length) % list.length;
      now.forEach(mark => mark.classList.remove("found-now"));
      now = list[place];
      now.forEach(mark => mark.classList.add("found-now"));
      now[0].scrollIntoView({block: "center"});
      tell(list);
    };
    button(previous, () => go(-1), "↑");
    button(next, () => go(1), "↓");
    button(unmark, () => {
      marks.forEach(mark => mark.replaceWith(...mark.childNodes));
      main.normalize();
      close(words);
      bar.remove();
      main.focus({preventScroll: true});
    });
    main.prepend(bar);
  }

  // The heading that has all words that were asked for, else the row of a table that has them, where the page's own title lacks
  // some; a word alone may stand before the table. Where the title has none and the first is out of sight, that.
  function section(main, asked) {
    const hits = ({cells, textContent}) => {
      const text = (cells ? Array.from(cells, cell => cell.textContent).join(" ") : textContent).replaceAll("\u00ad", "");
      return asked.filter(terms => AlbumSearch.highlight(text, terms).some(part => part[1])).length;
    };
    const has = element => hits(element) === asked.length;
    const title = main.querySelector("h1");
    const first = places => Array.from(main.querySelectorAll(places)).find(has);
    if (!asked.length || !title || has(title)) return undefined;
    const isOfRows = asked.length > 1 || first("mark.found")?.closest("tr");
    const mark = main.querySelector("mark.found");
    const far = mark?.getBoundingClientRect().top > innerHeight && !hits(title) ? mark : undefined;
    return first(":is(h2, h3, h4)[id]") || (isOfRows ? first("tbody tr") : undefined) || far;
  }
  // Who comes back, follows a link to a place or reads already is left where they are.
  function lead(main, asked) {
    const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
    const place = isNew && !location.hash && scrollY < 8 && Array.isArray(asked) ? section(main, asked) : undefined;
    if (place?.id) location.replace("#" + encodeURIComponent(place.id));
    else place?.scrollIntoView();
  }

  const words = found(), main = document.querySelector("main");
  if (words && main && scripts.length) {
    // The search's own script finds the forms of the words.
    load(scripts[0]).onload = () => {
      const nodes = [], walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      nodes.forEach(node => mark(node, words.terms));
      // The file that has them, where the page offers it.
      const file = words.file && Array.from(main.querySelectorAll(".downloads a")).find(link => link.textContent === words.file);
      if (file) {
        const whole = document.createElement("mark");
        whole.className = "found";
        whole.append(...file.childNodes);
        file.append(whole);
      }
      offer(main, words);
      lead(main, words.asked);
    };
  }
})();
