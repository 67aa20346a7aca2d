// A draft's fields save themselves while somebody writes. Each knows its revision: where somebody was faster
// both texts are shown, and nothing that was typed is lost.

import { clear, trouble } from "./banner.js";
import { morph } from "./fragments.js";
import { freshKey } from "./send.js";
import { page } from "./trusted.js";
import { icon, say } from "./words.js";

const PAUSE = 2000; // milliseconds without a key
const AGAIN = 3000;
const MOST_ROWS = 14;
const fields = /** @type {HTMLElement} */ (document.getElementById("fields"));

/** What the server has of each field. @type {WeakMap<HTMLFormElement, string>} */
const kept = new WeakMap();
/** @type {WeakMap<HTMLFormElement, number>} */
const timers = new WeakMap();
/** @type {Set<HTMLFormElement>} */
const sending = new Set();
/** @type {(() => void)[]} */
const listeners = [];

/** @param {() => void} listener - called when what surrounds the fields was fetched anew */
export function onRenewed(listener) {
  listeners.push(listener);
}

/** @returns {HTMLFormElement[]} */
function forms() {
  return [...fields.querySelectorAll("form")];
}

/** @param {HTMLFormElement} form */
function input(form) {
  return /** @type {HTMLTextAreaElement | HTMLInputElement} */ (form.elements.namedItem("text"));
}

/** @param {HTMLFormElement} form */
function stale(form) {
  return /** @type {HTMLElement} */ (form.querySelector("[data-stale]"));
}

/** @param {HTMLFormElement} form */
function isDirty(form) {
  return input(form).value !== kept.get(form) || form.querySelector("[name=behind]") !== null;
}

/**
 * The counter counts up; over the limit it says so. Nothing is ever cut.
 * @param {HTMLFormElement} form
 * @returns {boolean} whether the text fits
 */
function count(form) {
  const counter = /** @type {HTMLElement} */ (form.querySelector(".counter"));
  const [n, most] = [[...input(form).value].length, Number(counter.dataset.most)];
  counter.textContent = (fields.dataset.count ?? "")
    .replace("{n}", String(n))
    .replace("{most}", String(most));
  counter.classList.toggle("is-over", n > most);
  fault(form, n > most ? (fields.dataset.over ?? "").replace("{n}", String(n - most)) : "");
  return n <= most;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} sentence - empty when nothing is wrong
 */
function fault(form, sentence) {
  const name = `error-${form.dataset.field}`;
  form.querySelector(".error")?.remove();
  const about = (input(form).getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== name);
  input(form).removeAttribute("aria-invalid");
  if (sentence) {
    const line = document.createElement("p");
    line.className = "error";
    line.id = name;
    line.append(icon("i-warn"), ` ${sentence}`);
    input(form).after(line);
    input(form).setAttribute("aria-invalid", "true");
    about.push(name);
  }
  input(form).setAttribute("aria-describedby", about.join(" "));
}

/** A field grows with its text. @param {HTMLFormElement} form */
function grow(form) {
  const field = input(form);
  if (!(field instanceof HTMLTextAreaElement)) return;
  while (field.rows < MOST_ROWS && field.scrollHeight > field.clientHeight) field.rows += 1;
}

/** @param {HTMLFormElement} form */
function soon(form, pause = PAUSE) {
  clearTimeout(timers.get(form));
  timers.set(
    form,
    setTimeout(() => save(form), pause),
  );
}

/**
 * Save a field, unless it is saved, too long, or waits for a word about two texts.
 * @param {HTMLFormElement} form
 */
export async function save(form) {
  clearTimeout(timers.get(form));
  grow(form);
  if (!count(form) || !isDirty(form) || !stale(form).hidden) return;
  if (sending.has(form)) return soon(form, 200);
  sending.add(form);
  const text = input(form).value;
  await post(form, text);
  sending.delete(form);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} text
 */
async function post(form, text) {
  const data = new FormData(form);
  data.set("key", freshKey());
  const body = new URLSearchParams(/** @type {[string, string][]} */ ([...data])).toString();
  const headers = { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(form.action, { method: "POST", body, headers }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) {
    trouble(say("failed"));
    return soon(form, AGAIN);
  }
  const said = await answer.json();
  if (answer.ok) done(form, text, said);
  else if (said.code === "stale") both(form, said);
  else if (said.fields) fault(form, Object.values(said.fields).flat().join(" "));
  else refused(form, said.message);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} text
 * @param {{rev: number}} said
 */
function done(form, text, said) {
  kept.set(form, text);
  rev(form, said.rev);
  for (const tie of form.querySelectorAll("[name=behind]")) tie.remove();
  clear();
  renew();
}

/**
 * A rule said no: the words that were to be tied are let go, the text stays.
 * @param {HTMLFormElement} form
 * @param {string} message
 */
function refused(form, message) {
  for (const tie of form.querySelectorAll("[name=behind]")) tie.remove();
  trouble(message);
}

/**
 * @param {HTMLFormElement} form
 * @param {number} number
 */
function rev(form, number) {
  /** @type {HTMLInputElement} */ (form.elements.namedItem("rev")).value = String(number);
}

/**
 * @param {HTMLFormElement} form
 * @param {{current: string, rev: number}} said
 */
function both(form, said) {
  const box = stale(form);
  /** @type {HTMLElement} */ (box.querySelector("[data-stale-text]")).textContent = said.current;
  rev(form, said.rev);
  box.hidden = false;
  box.focus();
}

/** Fetch what surrounds the fields: sources, counts, words. What is typed is left alone. */
async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const fresh = page(await answer.text());
  for (const old of document.querySelectorAll("[data-renew]")) {
    const next = fresh.getElementById(old.id);
    if (next) morph(old, next);
  }
  for (const listener of listeners) listener();
}

fields.addEventListener("input", ({ target }) => {
  const form = /** @type {HTMLElement} */ (target).closest("form");
  if (!form) return;
  grow(form);
  if (count(form)) soon(form);
});
fields.addEventListener("change", ({ target }) => {
  const form = /** @type {HTMLElement} */ (target).closest("form");
  if (form) save(form);
});
fields.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  event.preventDefault();
  stale(form).hidden = true;
  save(form);
});
fields.addEventListener("click", (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest("[data-take-theirs]");
  const form = link?.closest("form");
  if (!form) return;
  event.preventDefault();
  input(form).value = stale(form).querySelector("[data-stale-text]")?.textContent ?? "";
  kept.set(form, input(form).value);
  stale(form).hidden = true;
  count(form);
  renew();
});
window.addEventListener("beforeunload", (event) => {
  if (forms().some(isDirty)) event.preventDefault();
});
for (const form of forms()) {
  kept.set(form, input(form).defaultValue);
  grow(form);
}
