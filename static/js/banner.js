// The line on top that says how the connection is. Calm: it waits two seconds before it says anything.

import { icon, say } from "./words.js";

const PATIENCE = 2000;
const GLAD = 4000;

let later = 0;
let away = false;

/** @param {boolean} there */
export function connection(there) {
  clearTimeout(later);
  if (there) document.documentElement.classList.add("is-connected");
  if (there && away) {
    away = false;
    tell("is-ok", "i-check", say("back"));
    later = setTimeout(clear, GLAD);
  } else if (!there) {
    later = setTimeout(gone, away ? 0 : PATIENCE);
  }
}

function gone() {
  away = true;
  document.documentElement.classList.remove("is-connected");
  tell("is-wait", "i-off", say("offline"));
}

/** @param {string} text */
export function trouble(text) {
  tell("is-bad", "i-warn", text);
}

/** What went wrong before is settled. */
export function settled() {
  document.querySelector("#banner .is-bad")?.remove();
}

/** Take the line away. */
export function clear() {
  document.getElementById("banner")?.replaceChildren();
}

/**
 * @param {string} look
 * @param {string} symbol
 * @param {string} text
 */
function tell(look, symbol, text) {
  const line = document.createElement("p");
  const words = document.createElement("span");
  words.textContent = text;
  line.className = `banner ${look}`;
  line.append(icon(symbol), words);
  document.getElementById("banner")?.replaceChildren(line);
}
