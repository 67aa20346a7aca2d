// Staff's page of a draft: the page itself, fields that save themselves, and the words of the lit field.

import "./page.js";
import "./fields.js";
import "./lit.js";
