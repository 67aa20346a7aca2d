// Somebody else changed the same answer first: both texts are shown, and what was typed stays in its form.

/**
 * @param {{current: string, rev: number}} said
 * @param {HTMLFormElement} form
 * @returns {boolean} whether this page has a place for it
 */
export function showBoth(said, form) {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-stale]"));
  const theirs = box?.querySelector("[data-stale-text]");
  const rev = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("rev"));
  if (!box || !theirs || !rev) return false;
  theirs.textContent = said.current;
  rev.value = String(said.rev);
  box.hidden = false;
  box.tabIndex = -1;
  box.focus();
  return true;
}
