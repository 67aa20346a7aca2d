// The field that somebody is at and the words behind it are lit by the same yellow edge; words are taken over
// where the cursor stands.

import { onRenewed, save } from "./fields.js";

const panel = /** @type {HTMLElement} */ (document.getElementById("quotes"));
const touched = new WeakSet();

/** @param {string} name */
function formOf(name) {
  return /** @type {HTMLFormElement} */ (document.getElementById(`field-${name}`));
}

/** The words of the panel, as they are now. */
function quotes() {
  return /** @type {HTMLElement[]} */ ([...panel.querySelectorAll(".quote")]);
}

/**
 * @param {HTMLElement} quote
 * @param {"tied" | "fields"} which
 */
function has(quote, which, name = panel.dataset.lit ?? "") {
  return (quote.dataset[which] ?? "").split(" ").includes(name);
}

/** Show everything as it belongs to the lit field. */
function relight() {
  const name = panel.dataset.lit ?? "";
  for (const form of document.querySelectorAll("form[data-field]"))
    form.classList.toggle("is-lit", /** @type {HTMLElement} */ (form).dataset.field === name);
  const label = formOf(name).querySelector("label")?.textContent ?? "";
  /** @type {HTMLElement} */ (panel.querySelector("[data-lit-name]")).textContent =
    panel.dataset.for?.replace("{field}", label) ?? "";
  for (const quote of quotes()) relightQuote(quote, name);
  relightTabs();
}

/**
 * @param {HTMLElement} quote
 * @param {string} name
 */
function relightQuote(quote, name) {
  quote.classList.toggle("is-lit", has(quote, "tied"));
  quote.hidden = panel.dataset.all === undefined && !has(quote, "fields");
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (quote.querySelectorAll("[data-tied-to]")))
    mark.hidden = mark.dataset.tiedTo !== name;
  const take = /** @type {HTMLElement | null} */ (quote.querySelector("[data-take]"));
  if (take) take.hidden = name === "title" || has(quote, "tied");
}

function relightTabs() {
  const mine = quotes().filter((quote) => has(quote, "fields")).length;
  const all = panel.dataset.all !== undefined;
  /** @type {HTMLElement} */ (panel.querySelector('[data-count="mine"]')).textContent = String(mine);
  /** @type {HTMLElement} */ (panel.querySelector("[data-none]")).hidden = all || mine > 0;
  for (const tab of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-tab]"))) {
    if ((tab.dataset.tab === "all") === all) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

/** @param {string | undefined} name */
function light(name) {
  if (!name || name === panel.dataset.lit) return;
  panel.dataset.lit = name;
  panel.scrollTop = 0;
  relight();
}

/** Put somebody's words where the cursor was, below the text where it never was, and tie them. */
function take(/** @type {HTMLFormElement} */ source) {
  const form = formOf(panel.dataset.lit ?? "");
  const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text"));
  const at = touched.has(text) ? text.selectionEnd : text.value.length;
  const before = text.value.slice(0, at);
  const space = before && !/\s$/.test(before) ? (touched.has(text) ? " " : "\n") : "";
  const after = text.value.slice(at) && !/^[\s.,;:!?]/.test(text.value.slice(at)) ? " " : "";
  text.setRangeText(space + source.dataset.take + after, at, at, "end");
  form.append(behind(/** @type {HTMLInputElement} */ (source.elements.namedItem("outcome")).value));
  text.focus();
  save(form);
}

/** @param {string} outcome */
function behind(outcome) {
  const tie = document.createElement("input");
  tie.type = "hidden";
  tie.name = "behind";
  tie.value = outcome;
  return tie;
}

document.addEventListener("focusin", ({ target }) => {
  const at = /** @type {HTMLElement} */ (target);
  const form = /** @type {HTMLElement | null} */ (at.closest("form[data-field]"));
  if (at instanceof HTMLTextAreaElement) touched.add(at);
  light(form?.dataset.field);
});
document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.dataset.take === undefined) return;
  event.preventDefault();
  take(form);
});
document.addEventListener("click", (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest("a");
  if (link?.dataset.tab) {
    event.preventDefault();
    panel.toggleAttribute("data-all", link.dataset.tab === "all");
    relight();
  } else if (link?.dataset.light !== undefined) {
    event.preventDefault();
    light(/** @type {HTMLElement} */ (link.closest("form[data-field]")).dataset.field);
    panel.scrollIntoView({ block: "nearest" });
    panel.focus();
  }
});
onRenewed(relight);
