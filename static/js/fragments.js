// Puts fragments of named views into the page: morphs what is there, inserts in order, removes what is gone.

import { Idiomorph } from "../vendor/idiomorph.esm.js";
import { element } from "./trusted.js";

/** @typedef {{view: string, list: string, html: string}} Fragment */

/** Revision at which a view was last shown. @type {Map<string, number>} */
const shown = new Map();

const calm = {
  callbacks: {
    beforeNodeMorphed: isTheServers,
    beforeAttributeUpdated: (/** @type {string} */ name) => name !== "open",
  },
};

/** What somebody has typed stays as it is, caret and all; so does what waits on this phone, and what is folded open. */
function isTheServers(/** @type {Node} */ before) {
  if (before instanceof HTMLTextAreaElement || before instanceof HTMLInputElement) {
    const ticked = before instanceof HTMLInputElement && before.checked !== before.defaultChecked;
    return before !== document.activeElement && before.value === before.defaultValue && !ticked;
  }
  const choosing = before instanceof HTMLSelectElement && before === document.activeElement;
  return !choosing && !(before instanceof Element && before.id === "waiting");
}

/**
 * @param {Fragment[]} fragments
 * @param {number} revision - the revision at which they were rendered
 * @returns {string[]} names of the views that changed
 */
export function apply(fragments, revision) {
  const fresh = fragments.filter(({ view }) => (shown.get(view) ?? 0) <= revision);
  for (const fragment of fresh) {
    shown.set(fragment.view, revision);
    put(fragment);
  }
  return fresh.map(({ view }) => view);
}

/** @param {Fragment} fragment */
function put({ view, list, html }) {
  const present = document.querySelectorAll(`[data-view="${view}"]`);
  const next = html ? element(html) : null;
  if (!next) {
    for (const old of present) old.remove();
  } else if (present.length) {
    for (const old of present) morph(old, /** @type {Element} */ (next.cloneNode(true)));
  } else if (list) {
    for (const place of document.querySelectorAll(`[data-list="${list}"]`)) insert(place, next);
  }
}

/**
 * @param {Element} place
 * @param {Element} next
 */
function insert(place, next) {
  const copy = /** @type {HTMLElement} */ (next.cloneNode(true));
  const down = place.getAttribute("data-sort") === "desc";
  const order = Number(copy.dataset.order);
  const after = [...place.children].find((child) => {
    const other = Number(/** @type {HTMLElement} */ (child).dataset.order);
    return down ? other < order : other > order;
  });
  copy.classList.add("is-new");
  place.insertBefore(copy, after ?? null);
}

/**
 * @param {Element} old
 * @param {Element} next
 */
export function morph(old, next) {
  Idiomorph.morph(old, next, calm);
}
