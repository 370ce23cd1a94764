// All parts of an editing page.

import "./form.js";
import "./messages.js";
import "./pick.js";
import "./attachments.js";
import "./answers.js";
import "./bench.js";
import "./veil.js";
import "./follow.js";
import { showTools } from "./text.js";
import "./link.js";
import "./table.js";
import "./files.js";
import "./pasted.js";
import "./taken.js";
import "./grid.js";

showTools();
