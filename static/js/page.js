// A resident's page, a cockpit, a staff page: everything works without this; with it, it is live.

import * as clock from "./clock.js";
import { connect } from "./live.js";
import { mark } from "./marks.js";
import { sayAfterwards, start } from "./send.js";

document.documentElement.classList.add("js");
clock.start();
start();
sayAfterwards();
if (document.body.dataset.changes) {
  connect();
  mark();
}

/** While somebody types, the navigation makes room for the keyboard. */
const typing = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
document.addEventListener("focusin", (event) =>
  document.documentElement.classList.toggle("is-typing", typing(event.target)),
);
document.addEventListener("focusout", () => document.documentElement.classList.remove("is-typing"));
