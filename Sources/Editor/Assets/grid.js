// Grids: the text is the truth, a grid shows its tables and writes into it.

import { whenLooked } from "./form.js";
import { makeBar } from "./gridbar.js";
import { isOpen, watchFocus } from "./gridcell.js";
import { watchHeads } from "./gridcolumns.js";
import { watchClipboard } from "./gridclip.js";
import { watchKeys } from "./gridkeys.js";
import { watchPicks } from "./gridpick.js";
import { adopt, tables, whenChanged } from "./gridtext.js";
import { show, showAll, showFound, whenMade } from "./gridview.js";
import { showOffers } from "./gridoffers.js";
import "./gridfiles.js";
import { watchPaste } from "./paste.js";
import { watchWidth } from "./gridwidths.js";

whenMade((grid) => {
  makeBar(grid);
  watchHeads(grid);
  watchFocus(grid);
  watchKeys(grid);
  watchClipboard(grid);
  watchPicks(grid);
  watchPaste(grid);
  watchWidth(grid);
});

whenChanged((table) => { if (!isOpen()) show(table); });

// An answer about another text than the one that stands there now is waited out: the next one is on its way.
whenLooked((found) => {
  if (!found.tables || !adopt(found.tables, found.body)) return;
  showAll(tables);
  tables.forEach(showFound);
  showOffers(found.offers || []);
});
