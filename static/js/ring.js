// What is left of a step, as a shape and as a number: the ring moves every second, the number every minute;
// where people work (not data-calm) it counts the seconds of the last five.

import { left } from "./clock.js";
import { onNews } from "./live.js";
import { say } from "./words.js";

const MINUTE = 60_000;
const LAST = 5 * MINUTE;

/** Keep the ring going. */
export function start() {
  onNews(turn);
  setInterval(turn, 1000);
  turn();
}

function turn() {
  for (const timer of document.querySelectorAll(".timer[data-until]")) {
    const { until, minutes } = /** @type {HTMLElement} */ (timer).dataset;
    const rest = left(Number(until));
    const share = Math.min(1, rest / (Number(minutes) * MINUTE || 1));
    timer.querySelector(".left")?.setAttribute("stroke-dasharray", `${(share * 100).toFixed(1)} 100`);
    timer.classList.toggle("is-soon", rest <= LAST);
    timer.classList.toggle("is-over", !rest);
    timer.classList.toggle("is-one", rest > 0 && rest <= MINUTE);
    timer.setAttribute("aria-label", rest ? say("left", { n: Math.ceil(rest / MINUTE) }) : say("over"));
    const counts = rest <= LAST && !timer.hasAttribute("data-calm");
    put(timer.querySelector("b"), counts ? seconds(rest) : String(Math.ceil(rest / MINUTE)));
  }
}

/**
 * @param {Element | null} place
 * @param {string} text
 */
function put(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

/** @param {number} rest */
function seconds(rest) {
  const all = Math.ceil(rest / 1000);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}
