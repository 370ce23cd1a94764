// The switch between light, dark and the system's choice, and the fold of the search filters. Loaded in <head> so that the page is painted right the
// first time; everything works without it, in the system's colours.
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

  document.addEventListener("DOMContentLoaded", function () {
    watchFilters();
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
