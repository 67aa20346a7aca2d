// Shared views know nothing of their viewer; this marks which of them are mine.

const { dataset } = document.body;

/** Fetch what is mine and mark it, on a page that does not fetch itself. */
export async function mark() {
  if (!dataset.marks) return;
  const answer = await fetch(dataset.marks, { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.ok) dataset.mine = (await answer.json()).mine.join(" ");
  markAgain();
}

/** Mark what is known to be mine, after views were put into the page. */
export function markAgain() {
  const mine = (dataset.mine ?? "").split(" ");
  for (const card of document.querySelectorAll("[data-view]")) {
    const own = mine.includes(/** @type {HTMLElement} */ (card).dataset.view ?? "");
    card.toggleAttribute("data-mine", own);
    card.classList.toggle("is-mine", own);
  }
}
