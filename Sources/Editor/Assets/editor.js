// All parts of an editing page.

import "./form.js";
import "./messages.js";
import "./pick.js";
import "./answers.js";
import "./bench.js";
import "./text.js";
import "./files.js";
import "./grid.js";
