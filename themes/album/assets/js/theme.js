// Puts the look that the reader has chosen on <html> before the first paint: light or dark, and the version for low
// vision. Loaded in <head> and therefore small; page.js has the controls. Without it the page stands in the system's
// colours.
"use strict";

// What can be chosen, with what holds while nothing is; `album.css` has a rule for each other value.
const albumLook = (() => {
  const KEY = "album-look";
  const usual = {mode: "auto", vision: "off", size: "150", letters: "usual", lines: "wide", font: "sans",
    colours: "white", pictures: "on"};
  const look = {...usual};

  // Storage is refused in some private windows: the choice then lasts for one page.
  const stored = action => {
    try {
      return action(localStorage);
    } catch {
      return null;
    }
  };

  const apply = () => {
    const data = document.documentElement.dataset;
    for (const part of Object.keys(usual)) {
      const applies = part === "mode" ? look.mode !== "auto" : look.vision === "on";
      if (applies) data[part] = look[part];
      else delete data[part];
    }
  };

  const saved = stored(storage => JSON.parse(storage.getItem(KEY))) ?? {};
  for (const part of Object.keys(usual)) {
    const isKnown = part === "mode" ? ["auto", "light", "dark"].includes(saved.mode) : typeof saved[part] === "string";
    if (isKnown) look[part] = saved[part];
  }
  document.documentElement.dataset.scripts = "on";
  apply();

  return {
    of: part => look[part],
    change(changes) {
      Object.assign(look, changes);
      stored(storage => storage.setItem(KEY, JSON.stringify(look)));
      apply();
    },
    // Everything but the colours of the page, which have a switch of their own.
    reset() { this.change({...usual, mode: look.mode}); },
  };
})();
