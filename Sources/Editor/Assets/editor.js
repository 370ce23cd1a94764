// All parts of an editing page.

import "./form.js";
import "./messages.js";
import "./text.js";
import "./files.js";
import "./grid.js";
