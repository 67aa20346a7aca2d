// Sends ordinary forms with fetch: keeps the text until the server has it, shows what it answered.

import { connection, settled, trouble } from "./banner.js";
import { catchUp, current, show } from "./live.js";
import * as outbox from "./outbox.js";
import { refresh } from "./refresh.js";
import { showBoth } from "./stale.js";
import { submitter } from "./submitter.js";
import { toast } from "./toast.js";
import { icon, say } from "./words.js";

const owner = `${document.body.dataset.event}/${document.body.dataset.me}`;
const LATER = [429, 500, 502, 503, 504];
const AGAIN = 3000;

/** @typedef {{url: string, body: string, key: string}} Letter */

/** A key under which the server knows this letter, also without a secure context. */
export function freshKey() {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** Take over every form that carries data-send. */
export function start() {
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.dataset.send === undefined) return;
    event.preventDefault();
    submit(form, submitter(event));
  });
  window.addEventListener("online", flush);
  flush();
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} button
 */
async function submit(form, button) {
  const data = new FormData(form);
  if (button?.name) data.set(button.name, button.value);
  data.set("key", freshKey());
  data.set("since", String(current()));
  const body = new URLSearchParams(/** @type {[string, string][]} */ ([...data])).toString();
  const letter = {
    url: button?.getAttribute("formaction") || form.action,
    body,
    key: String(data.get("key")),
  };
  if (form.getAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  const kept =
    form.dataset.send === "keep" ? await outbox.keep({ owner, ...letter }).catch(() => null) : null;
  await post(letter, form, kept);
  form.removeAttribute("aria-busy");
}

/**
 * @param {Letter} letter
 * @returns {Promise<Response | null>} null where there is no network
 */
function send({ url, body }) {
  const headers = { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" };
  return fetch(url, { method: "POST", body, headers }).catch(() => null);
}

/**
 * @param {Letter} letter
 * @param {HTMLFormElement} form
 * @param {IDBValidKey | null} kept
 */
async function post(letter, form, kept) {
  const answer = await send(letter);
  if (!answer || LATER.includes(answer.status)) return wait(form, kept);
  if (kept !== null) await outbox.drop(kept);
  const said = await answer.json();
  if (answer.ok) done(said, form);
  else if (answer.status === 422) faults(form, said.fields);
  else if (said.code !== "stale" || !showBoth(said, form)) refused(said);
}

/** A rule said no: the reason, and where it came along, what is true now. */
function refused(/** @type {any} */ said) {
  if (said.fragments) show(said);
  trouble(said.message);
}

/**
 * Not through yet: a kept letter waits, and its form is free for the next; anything else stays in its form.
 * @param {HTMLFormElement} form
 * @param {IDBValidKey | null} kept
 */
async function wait(form, kept) {
  if (kept === null) return trouble(say("failed"));
  connection(false);
  form.reset();
  await showWaiting();
  setTimeout(flush, AGAIN);
}

/**
 * @param {any} said
 * @param {HTMLFormElement} form
 */
function done(said, form) {
  form.reset();
  clearFaults(form);
  settled();
  if (said.fragments) show(said);
  const elsewhere = new URL(said.url, location.href);
  if (form.dataset.stay === undefined && elsewhere.pathname !== location.pathname) return go(elsewhere, said);
  if (said.said) toast(said.said, said.undo ? () => undo(said.undo) : null);
  refresh();
}

/**
 * @param {URL} address
 * @param {any} said
 */
function go(address, said) {
  try {
    sessionStorage.setItem("said", JSON.stringify({ said: said.said, undo: said.undo }));
  } catch {
    // Private mode without storage: the page is shown without the toast.
  }
  location.assign(address);
}

/** Show what the page before wanted to say. */
export function sayAfterwards() {
  try {
    const { said, undo: address } = JSON.parse(sessionStorage.getItem("said") ?? "{}");
    sessionStorage.removeItem("said");
    if (said) toast(said, address ? () => undo(address) : null);
  } catch {
    // Private mode without storage: there is nothing to say.
  }
}

/** @param {string} url */
async function undo(url) {
  const token = /** @type {HTMLInputElement} */ (document.querySelector("[name=csrf_token]")).value;
  const body = new URLSearchParams({
    csrf_token: token,
    key: freshKey(),
    since: String(current()),
  }).toString();
  const answer = await send({ url, body, key: "" });
  if (!answer) return trouble(say("failed"));
  const said = await answer.json();
  if (!answer.ok) return trouble(said.message);
  show(said);
  if (said.said) toast(said.said);
  refresh();
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string[]>} fields
 */
function faults(form, fields) {
  clearFaults(form);
  for (const [name, sentences] of Object.entries(fields)) {
    const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));
    if (!field?.id) continue;
    const line = document.createElement("p");
    line.className = "error";
    line.id = `${field.id}-error`;
    line.append(icon("i-warn"), sentences.join(" "));
    field.after(line);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", line.id);
    field.focus();
  }
}

/** @param {HTMLFormElement} form */
function clearFaults(form) {
  for (const line of form.querySelectorAll(".error")) line.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

let flushing = false;

/** Send what waits, in order, once each. */
export async function flush() {
  if (flushing) return;
  flushing = true;
  let sent = 0;
  for (const entry of await outbox.waiting(owner).catch(() => [])) {
    const answer = await send(entry);
    if (!answer || LATER.includes(answer.status)) {
      setTimeout(flush, AGAIN);
      break;
    }
    await outbox.drop(entry.id);
    if (answer.ok) sent += 1;
    else await giveBack(entry, answer);
  }
  flushing = false;
  await showWaiting();
  if (sent) {
    toast(say("sent"));
    catchUp();
  }
}

/**
 * A refused letter comes back with its reason; the words are put where they can be taken up again.
 * @param {Letter} entry
 * @param {Response} answer
 */
async function giveBack(entry, answer) {
  const said = await answer.json();
  const words = new URLSearchParams(entry.body);
  const text = words.get("title") ?? words.get("text") ?? "";
  trouble(
    `${
      said.message ??
      Object.values(said.fields ?? {})
        .flat()
        .join(" ")
    } „${text}“`,
  );
  const field = /** @type {HTMLTextAreaElement | null} */ (
    document.querySelector("textarea[name=title], textarea[name=text]")
  );
  if (field && !field.value) field.value = text;
}

/** The cards that wait on this phone. */
export async function showWaiting() {
  const entries = await outbox.waiting(owner).catch(() => []);
  const box = document.getElementById("waiting") ?? makeBox();
  box.replaceChildren(...entries.map(waitingCard));
}

function makeBox() {
  const box = document.createElement("div");
  box.id = "waiting";
  box.className = "stack-s";
  document.getElementById("main")?.before(box);
  return box;
}

/** @param {Letter} entry */
function waitingCard(entry) {
  const words = new URLSearchParams(entry.body);
  const card = document.createElement("article");
  const text = document.createElement("p");
  const note = document.createElement("p");
  card.className = "card topic is-waiting";
  text.dir = "auto";
  text.textContent = words.get("title") ?? words.get("text") ?? "";
  note.className = "chip is-wait";
  note.append(icon("i-wait"), ` ${say("waiting")}`);
  card.append(text, note);
  return card;
}
