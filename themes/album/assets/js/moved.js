// Leads on from a former address with what stands behind it, a choice or a place, which the page's own way on would lose.
"use strict";

(() => {
  const { search, hash } = location;
  if (search || hash) location.replace(document.currentScript.dataset.to + search + hash);
})();
