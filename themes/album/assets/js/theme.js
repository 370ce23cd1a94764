// The switch between light, dark and the system's choice, the fold of the search filters, and the marks of what was
// searched. Loaded in <head> so that the page is painted right the first time; everything works without it, in the
// system's colours.
(function () {
  "use strict";
  var key = "album-mode";
  var modes = ["auto", "light", "dark"];
  var root = document.documentElement;

  function remembered() {
    try {
      var mode = localStorage.getItem(key);
      return modes.indexOf(mode) > 0 ? mode : "auto";
    } catch (error) {
      // Storage is refused in some private windows: the choice then lasts for one page.
      return "auto";
    }
  }

  function remember(mode) {
    try {
      if (mode === "auto") localStorage.removeItem(key);
      else localStorage.setItem(key, mode);
    } catch (error) {
      return;
    }
  }

  function apply(mode) {
    if (mode === "auto") root.removeAttribute("data-mode");
    else root.setAttribute("data-mode", mode);
  }

  var mode = remembered();
  apply(mode);

  // The filters of the search page: hidden while there are none, open from the start where there is room.
  function watchFilters() {
    var filters = document.getElementById("search-filters");
    var facets = document.getElementById("search-facets");
    if (!filters || !facets) return;
    filters.open = window.matchMedia("(min-width: 60rem)").matches;
    function show() {
      filters.hidden = facets.childElementCount === 0;
    }
    new MutationObserver(show).observe(facets, { childList: true });
    show();
  }

  // The words that led here from the search: search.js remembers them for the page that is opened. The search's own
  // script finds their forms.
  function markFound() {
    var found = null;
    try {
      found = JSON.parse(sessionStorage.getItem("album-found"));
    } catch (error) {
      return;
    }
    var main = document.querySelector("main");
    if (!found || !main || found.url !== location.href.split("#")[0]) return;
    var script = document.createElement("script");
    script.src = found.core;
    script.onload = function () {
      var nodes = [];
      var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      nodes.forEach(function (node) {
        markText(node, found.terms);
      });
      if (main.querySelector("mark.found")) offerUnmarking(main, found.unmark);
    };
    document.head.appendChild(script);
  }

  function markText(node, terms) {
    if (node.parentNode.closest("pre, script, style, svg, button")) return;
    var parts = AlbumSearch.highlight(node.data, terms);
    if (!parts.some(function (part) { return part[1]; })) return;
    parts.forEach(function (part) {
      var piece = document.createTextNode(part[0]);
      if (part[1]) {
        var mark = document.createElement("mark");
        mark.className = "found";
        mark.appendChild(piece);
        piece = mark;
      }
      node.parentNode.insertBefore(piece, node);
    });
    node.parentNode.removeChild(node);
  }

  function offerUnmarking(main, label) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "search-action";
    button.textContent = label;
    button.addEventListener("click", function () {
      main.querySelectorAll("mark.found").forEach(function (mark) {
        mark.replaceWith(mark.firstChild);
      });
      main.normalize();
      sessionStorage.removeItem("album-found");
      button.remove();
      main.tabIndex = -1;
      main.focus({ preventScroll: true });
    });
    main.prepend(button);
  }

  document.addEventListener("DOMContentLoaded", function () {
    watchFilters();
    markFound();
    var button = document.getElementById("mode-switch");
    if (!button) return;
    function show() {
      var label = button.getAttribute("data-" + mode);
      button.setAttribute("aria-label", label);
      button.setAttribute("title", label);
      button.className = "mode mode-" + mode;
    }
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      mode = modes[(modes.indexOf(mode) + 1) % modes.length];
      remember(mode);
      apply(mode);
      show();
    });
  });
})();
