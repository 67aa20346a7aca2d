// News from the server: one socket, one message on a beat, a catch-up after every absence.

import { io } from "../vendor/socket.io.esm.min.js";
import { connection } from "./banner.js";
import { setNow } from "./clock.js";
import { apply } from "./fragments.js";
import { mark, markAgain } from "./marks.js";
import { knows, refresh, refreshFor } from "./refresh.js";

/** @typedef {{revision: number, since?: number, now: number, reload?: boolean, me?: boolean, spread?: number, fragments?: import("./fragments.js").Fragment[]}} News */

const body = document.body.dataset;
let revision = Number(body.revision);
let catching = false;

/** Called after news were shown, with the names of the views that changed. @type {((names: string[]) => void)[]} */
const listeners = [];

/** @param {(names: string[]) => void} listener */
export function onNews(listener) {
  listeners.push(listener);
}

/** How far this page is. */
export function current() {
  return revision;
}

/** @param {News} news */
export function show(news) {
  setNow(news.now);
  if (news.reload) return location.reload();
  const names = apply(news.fragments ?? [], news.revision);
  revision = Math.max(revision, news.revision);
  document.body.dataset.revision = String(revision);
  markAgain();
  refreshFor(names, news.spread ?? 0);
  if (news.me) refreshMine(news.revision);
  for (const listener of listeners) listener(names);
}

/** What only this person sees has changed: the page brings it along, or the marks alone are fetched. */
function refreshMine(/** @type {number} */ since) {
  if (!knows(since) && !refresh()) mark();
}

function changesSince() {
  const address = new URL(body.changes ?? "", location.href);
  address.searchParams.set("since", String(revision));
  return address;
}

/** Ask for everything since the revision this page shows. */
export async function catchUp() {
  if (catching || !body.changes) return;
  catching = true;
  try {
    const answer = await fetch(changesSince(), { headers: { Accept: "application/json" } });
    if (answer.ok) show(await answer.json());
  } catch {
    connection(false); // No network; the next connection or head beacon asks again.
  } finally {
    catching = false;
  }
}

/** Connect and keep connected: the server says where we may listen. */
export function connect() {
  const socket = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.5,
    auth: body.screen
      ? { screen: body.screen, language: body.language }
      : { event: body.event, audience: body.audience },
  });
  socket.on("connect", () => {
    connection(true);
    catchUp();
  });
  socket.on("disconnect", () => connection(false));
  socket.on("connect_error", () => connection(false));
  socket.on("changes", (/** @type {News} */ news) => ((news.since ?? 0) > revision ? catchUp() : show(news)));
  socket.on("head", (/** @type {News} */ head) => {
    setNow(head.now);
    if (head.revision > revision) catchUp();
  });
  socket.on("me", (/** @type {News} */ said) => refreshMine(said.revision));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) catchUp();
  });
}
