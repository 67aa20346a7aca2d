// What is left of a phase. The server's clock counts; a phone's own may be wrong by a day.

import { say } from "./words.js";

const MINUTE = 60_000;
let ahead = 0; // how far the server's clock is ahead of ours, in milliseconds

/** @param {number} now - the server's clock, milliseconds since 1970 */
export function setNow(now) {
  ahead = now - Date.now();
  tick();
}

/** Minutes left until a moment, never below zero. */
export function minutesLeft(/** @type {number} */ ends) {
  return Math.max(0, Math.ceil((ends - Date.now() - ahead) / MINUTE));
}

function tick() {
  for (const clock of document.querySelectorAll("[data-ends]")) {
    const left = minutesLeft(Number(clock.getAttribute("data-ends")));
    const words = clock.querySelector("span");
    const text = left ? say("left", { n: left }) : say("over");
    if (words && words.textContent !== text) words.textContent = text;
    clock.classList.toggle("is-soon", left <= 5);
  }
}

/** Keep all clocks of the page going. */
export function start() {
  tick();
  setInterval(tick, 1000);
}
