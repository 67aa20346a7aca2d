// A page that is made for its viewer fetches itself again when one of the views it names has changed.

import { morph } from "./fragments.js";
import { markAgain } from "./marks.js";
import { page } from "./trusted.js";

const AT_ONCE = 50; // milliseconds

let waiting = 0;
let due = 0;
let made = Number(document.body.dataset.revision); // the revision at which this page was made
let revealed = question()?.dataset.reveal;

/** @returns {HTMLElement | null} what this person is asked about the words they have just written */
function question() {
  return document.querySelector("[data-reveal]");
}

/** What makes this page fetch itself. A page that names nothing is left alone: somebody is filling it in. */
function wanted() {
  return (document.getElementById("main")?.dataset.refresh ?? "").split(" ").filter(Boolean);
}

/** Whether this page was made after that revision: then it shows it already. */
export function knows(/** @type {number} */ revision) {
  return revision <= made;
}

/**
 * @param {string[]} names - views that changed
 * @param {number} within - milliseconds over which all phones spread their fetches
 */
export function refreshFor(names, within) {
  if (knows(Number(document.body.dataset.revision))) return;
  const kinds = names.flatMap((name) => [name, name.split("-")[0]]);
  if (wanted().some((name) => kinds.includes(name))) refresh(Math.random() * within);
}

/**
 * Fetch this page again, soon, and morph it into place. Several wishes make one fetch, at the earliest of their times.
 * @param {number} later - milliseconds
 * @returns {boolean} whether it will
 */
export function refresh(later = 0) {
  if (!wanted().length) return false;
  const at = performance.now() + AT_ONCE + later;
  if (waiting && due <= at) return true;
  clearTimeout(waiting);
  due = at;
  waiting = setTimeout(load, AT_ONCE + later);
  return true;
}

async function load() {
  waiting = 0;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const fresh = page(await answer.text());
  for (const part of ["main", "dock"]) replace(part, fresh);
  reveal();
  document.body.dataset.revision = fresh.body.dataset.revision;
  made = Number(fresh.body.dataset.revision);
  document.body.dataset.mine = fresh.body.dataset.mine;
  document.title = fresh.title;
  markAgain();
}

/**
 * @param {string} id
 * @param {Document} fresh
 */
function replace(id, fresh) {
  const [old, next] = [document.getElementById(id), fresh.getElementById(id)];
  if (old && next) morph(old, next);
}

/** A new question comes into view, once. */
function reveal() {
  const asked = question();
  if (asked && asked.dataset.reveal !== revealed) asked.scrollIntoView({ block: "nearest" });
  revealed = asked?.dataset.reveal;
}
