// Shared views know nothing of their viewer; this marks which of them are mine.

/** Fetch what is mine and mark it. */
export async function mark() {
  const address = document.body.dataset.marks;
  if (!address) return;
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.ok) show((await answer.json()).mine);
}

/** @param {string[]} mine - names of views */
function show(mine) {
  for (const card of document.querySelectorAll("[data-view]")) {
    const own = mine.includes(/** @type {HTMLElement} */ (card).dataset.view ?? "");
    card.toggleAttribute("data-mine", own);
    card.classList.toggle("is-mine", own);
  }
}
