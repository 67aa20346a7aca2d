// The projector: follows by itself, turns its pages when there is more than fits, never scrolls.

import * as clock from "./clock.js";
import { connect, onNews } from "./live.js";

const TURN = 20_000;
let shown = 0;

/** Items of the present page are shown, all others hidden. */
function turn() {
  const list = document.querySelector("[data-pages]");
  const foot = /** @type {HTMLElement | null} */ (document.querySelector(".s-page-of"));
  if (!list) return;
  const fits = Number(list.getAttribute("data-pages"));
  const items = [...list.children];
  const pages = Math.max(1, Math.ceil(items.length / fits));
  shown %= pages;
  items.forEach((item, at) => item.toggleAttribute("hidden", Math.floor(at / fits) !== shown));
  if (foot)
    foot.textContent =
      pages > 1
        ? (foot.dataset.pageWords ?? "").replace("{n}", String(shown + 1)).replace("{all}", String(pages))
        : "";
}

clock.start();
connect();
onNews(turn);
turn();
setInterval(() => {
  shown += 1;
  turn();
}, TURN);
