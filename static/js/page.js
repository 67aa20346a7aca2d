// A resident's page, a cockpit, a staff page: everything works without this; with it, it is live.

import * as clock from "./clock.js";
import { connect } from "./live.js";
import { markAgain } from "./marks.js";
import { sayAfterwards, start } from "./send.js";

document.documentElement.classList.add("js");
clock.start();
start();
sayAfterwards();
if (document.body.dataset.changes) {
  connect();
  markAgain();
}

const ROOM = 400; // milliseconds: long enough that a tap on the dock ends where it began

let typing = 0;

/** While somebody types, the navigation makes room for the keyboard. */
document.addEventListener("focusin", ({ target }) => {
  clearTimeout(typing);
  const field =
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
  if (field) document.documentElement.classList.add("is-typing");
});
document.addEventListener("focusout", () => {
  clearTimeout(typing);
  typing = setTimeout(() => document.documentElement.classList.remove("is-typing"), ROOM);
});
