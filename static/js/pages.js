// Lays the stage out in pages that fit: nothing is cut, nothing scrolls. Where items are large they first stand
// closer together, then a page takes fewer of them; a single one that is still too large is shown smaller.

/** @typedef {{list: HTMLElement | null, items: Element[], tight: boolean, fit: number}} Page */

const SMALLER = 0.95;
const SMALLEST = 0.3;
const LOOSE = 3; // rows more that a list is said to have, so that each may be as low as its words allow
const PARTS = ".stage > main, .stage > main > *, [data-pages] > *";
const root = document.documentElement;

/** @type {Page[]} */
let pages = [];
let at = 0;
let scene = "";

/** Cut the stage into pages anew. The page number stays as long as the scene does. */
export function lay() {
  const cuts = lists().flatMap(cut);
  pages = cuts.length ? cuts : [shrunk({ list: null, items: [], tight: false, fit: 1 })];
  const now = document.querySelector(".stage")?.getAttribute("data-scene") ?? "";
  if (now !== scene) at = Math.max(0, pages.findIndex(isNow));
  scene = now;
  at = Math.min(at, pages.length - 1);
  open(pages[at]);
}

/** Go some pages on or back, round and round. */
export function turn(/** @type {number} */ by) {
  at = (at + by + pages.length) % pages.length;
  open(pages[at]);
}

/** Which page is shown, of how many, and what the next one is about. */
export function where() {
  const next = pages[(at + 1) % pages.length];
  const name = next.list?.dataset.name ?? next.items[0]?.getAttribute("data-name") ?? "";
  return { n: at + 1, all: pages.length, name };
}

/** @returns {HTMLElement[]} */
function lists() {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-pages]"))];
}

/** The page with the round that is next. @param {Page} page */
function isNow({ list, items }) {
  return list?.hasAttribute("data-now") || items.some((item) => item.hasAttribute("data-now"));
}

/** @param {HTMLElement} list */
function cut(list) {
  const items = [...list.children];
  const most = Number(list.dataset.pages);
  const found = [];
  for (let from = 0; from < items.length; from += found[found.length - 1].items.length)
    found.push(filled({ list, items: items.slice(from, from + most), tight: false, fit: 1 }));
  return found;
}

/** @param {Page} page */
function filled(page) {
  open(page);
  while (page.items.length > 1 && !fits()) {
    if (page.tight) page.items.pop();
    page.tight = true;
    open(page);
  }
  return page.items.length > 1 ? page : shrunk(page);
}

/** @param {Page} page */
function shrunk(page) {
  open(page);
  while (!fits() && page.fit > SMALLEST) {
    page.fit *= SMALLER;
    open(page);
  }
  return page;
}

/** Head and foot grow as high as they must; then the middle has less room. Ink may reach a little out of its line. */
function fits() {
  const ink = innerHeight / 200;
  const middle = [root, ...document.querySelectorAll(PARTS)];
  const wide = [...middle, ...document.querySelectorAll(".stage > header:not(.vh), .stage > footer")];
  const high = middle.every((part) => part.scrollHeight <= part.clientHeight + ink);
  return high && wide.every((part) => part.scrollWidth <= part.clientWidth + ink);
}

/** @param {Page} page */
function open({ list, items, tight, fit }) {
  root.style.setProperty("--fit", String(fit));
  for (const other of lists()) {
    other.hidden = other !== list;
    for (const item of other.children) item.toggleAttribute("hidden", !items.includes(item));
  }
  for (const part of document.querySelectorAll("[data-with]"))
    part.toggleAttribute("hidden", part.getAttribute("data-with") !== list?.id);
  list?.setAttribute("data-shown", String(items.length));
  list?.style.setProperty("--rows", String(Math.max(3, Math.ceil(items.length / 2)) + (tight ? LOOSE : 0)));
}
