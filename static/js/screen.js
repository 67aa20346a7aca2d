// The projector: follows by itself, turns its pages when there is more than fits, says when it is not live.

import * as clock from "./clock.js";
import { connect, onNews } from "./live.js";
import * as pages from "./pages.js";
import * as ring from "./ring.js";

const TURN = 20_000;
const QUIET = 15_000; // the server's beacon comes every five seconds
const LONGEST = { n: 88, all: 88, name: "" }; // stands in the foot while pages are measured
const LOST = 60_000; // then a fresh page helps, once there is one

const away = /** @type {HTMLElement} */ (document.getElementById("away"));
let paused = false;
let size = 1;
let turning = 0;
let asked = 0;

/** What a presenter's remote and a keyboard can do. @type {Record<string, () => void>} */
const KEYS = {
  ArrowRight: () => turn(1),
  PageDown: () => turn(1),
  ArrowLeft: () => turn(-1),
  PageUp: () => turn(-1),
  " ": pause,
  b: () => document.body.classList.toggle("is-blank"),
  "+": () => resize(1.1),
  "=": () => resize(1.1),
  "-": () => resize(1 / 1.1),
};

function lay() {
  clock.tick();
  sayPage(LONGEST);
  pages.lay();
  sayPage();
}

/** @param {number} by */
function turn(by) {
  pages.turn(by);
  sayPage();
  clearInterval(turning);
  turning = setInterval(() => paused || turn(1), TURN);
}

function pause() {
  paused = !paused;
  sayPage();
}

/** @param {number} by */
function resize(by) {
  size = Math.min(1.8, Math.max(0.5, size * by));
  document.documentElement.style.setProperty("--size", size.toFixed(3));
  lay();
}

function sayPage({ n, all, name } = pages.where()) {
  const foot = /** @type {HTMLElement | null} */ (document.querySelector(".s-page-of"));
  if (!foot) return;
  const { words, wordsThen, paused: still } = foot.dataset;
  const said = ((name ? wordsThen : words) ?? "").replace("{n}", String(n)).replace("{all}", String(all));
  foot.textContent = all > 1 ? said.replace("{name}", name) + (paused ? ` · ${still}` : "") : "";
}

function watch() {
  const quiet = clock.silence();
  const live = quiet < QUIET;
  if (away.hidden !== live) {
    away.hidden = live;
    document.body.classList.toggle("is-away", !live);
    lay();
  }
  if (live) asked = 0;
  else if (quiet - asked > LOST) again(quiet);
}

/** The connection does not come back by itself: as soon as the server answers, begin anew. */
async function again(/** @type {number} */ quiet) {
  asked = quiet;
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  if (answer?.ok && clock.silence() > LOST) location.reload();
}

document.addEventListener("keydown", (event) => {
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
window.addEventListener("resize", lay);
document.documentElement.classList.add("js");
clock.start();
ring.start();
connect();
onNews(lay);
lay();
turn(0);
setInterval(watch, 1000);
