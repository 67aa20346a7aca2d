// The hand: tap a card, tap a cell. Which card it is stands in the one form that all cells send.
// Without this file the server keeps the hand in the address of the page.

import { onNews } from "./live.js";
import { submitter } from "./submitter.js";

const act = /** @type {HTMLFormElement} */ (document.getElementById("act"));
const held = /** @type {HTMLInputElement} */ (act.elements.namedItem("hand"));
const where = /** @type {HTMLElement} */ (document.getElementById("where"));
const bar = /** @type {HTMLElement} */ (document.getElementById("hand"));

/** Where the focus goes once the news show what became of the card. */
let landing = "";
let dropping = "";

/** Cards and cells answer taps and keys. */
export function start() {
  document.addEventListener("click", take);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && held.value) putDown();
  });
  act.addEventListener("submit", remember);
  act.addEventListener("reset", dropped);
  onNews(settle);
  show();
}

/** @param {MouseEvent} event */
function take(event) {
  const target = /** @type {Element} */ (event.target);
  const card = /** @type {HTMLButtonElement | null} */ (target.closest("button[form=pick]"));
  if (!card && !target.closest("#put-down")) return;
  event.preventDefault();
  if (!card || card.value === held.value) return putDown();
  held.value = card.value;
  show();
}

function putDown() {
  const card = cards().find(({ value }) => value === held.value);
  held.value = "";
  show();
  card?.focus();
}

/** A form that puts the card somewhere: the hand is empty once the server has said yes. */
function remember(/** @type {SubmitEvent} */ event) {
  const button = submitter(event);
  dropping =
    button?.dataset.drop === undefined
      ? ""
      : button.value
        ? `#cell-${button.value} .cell:last-of-type`
        : "#plan";
}

function dropped() {
  if (!dropping) return;
  landing = dropping;
  dropping = held.value = "";
  show();
}

function settle() {
  show();
  if (!landing) return;
  /** @type {HTMLElement | null} */ (document.querySelector(landing))?.focus();
  landing = "";
}

/** @returns {HTMLButtonElement[]} */
function cards() {
  return [...document.querySelectorAll("button[form=pick]")].map(
    (card) => /** @type {HTMLButtonElement} */ (card),
  );
}

/** Let the page say what is in the hand; a card that somebody took away is not in it any more. */
function show() {
  const card = cards().find(({ value }) => value === held.value);
  if (!card) held.value = "";
  for (const other of cards()) other.setAttribute("aria-pressed", String(other.value === held.value));
  where.classList.toggle("is-placing", Boolean(card));
  bar.hidden = !card;
  if (card) name(card);
}

/** @param {HTMLButtonElement} card */
function name(card) {
  const words = /** @type {HTMLElement} */ (bar.querySelector("[data-words]"));
  const text = (words.dataset.words ?? "").replace("{n}", card.dataset.numbers ?? "");
  if (words.textContent !== text) words.textContent = text;
  bar.dataset.kind = card.value.split("-")[0];
}
