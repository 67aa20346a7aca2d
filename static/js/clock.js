// What is left of a phase. The server's clock counts; a phone's own may be wrong by a day.

import { say } from "./words.js";

const MINUTE = 60_000;
let ahead = 0; // how far the server's clock is ahead of ours, in milliseconds
let heard = performance.now(); // when the server last spoke

/** @param {number} now - the server's clock, milliseconds since 1970 */
export function setNow(now) {
  ahead = now - Date.now();
  heard = performance.now();
  tick();
}

/** For how many milliseconds the server has said nothing. */
export function silence() {
  return performance.now() - heard;
}

/** Milliseconds left until a moment, never below zero. */
export function left(/** @type {number} */ ends) {
  return Math.max(0, ends - Date.now() - ahead);
}

/** Minutes left until a moment, never below zero. */
export function minutesLeft(/** @type {number} */ ends) {
  return Math.ceil(left(ends) / MINUTE);
}

/** Show what is left, also in clocks that have just come. */
export function tick() {
  for (const clock of document.querySelectorAll("[data-ends]")) {
    const minutes = minutesLeft(Number(clock.getAttribute("data-ends")));
    const words = clock.querySelector("span");
    const text = minutes ? say("left", { n: minutes }) : say("over");
    if (words && words.textContent !== text) words.textContent = text;
    clock.classList.toggle("is-soon", minutes <= 5);
  }
}

/** Keep all clocks of the page going. */
export function start() {
  tick();
  setInterval(tick, 1000);
}
