// Shared views know nothing of their viewer; this marks which of them are mine.

/** Names of the views that are mine. @type {string[]} */
let mine = [];

/** Fetch what is mine and mark it. */
export async function mark() {
  const address = document.body.dataset.marks;
  if (!address) return;
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.ok) mine = (await answer.json()).mine;
  markAgain();
}

/** Mark what is known to be mine, after views were put into the page. */
export function markAgain() {
  for (const card of document.querySelectorAll("[data-view]")) {
    const own = mine.includes(/** @type {HTMLElement} */ (card).dataset.view ?? "");
    card.toggleAttribute("data-mine", own);
    card.classList.toggle("is-mine", own);
  }
}
