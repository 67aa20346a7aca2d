// Which button sent a form. Safari before 15.4 does not say, so the last button that was tapped is remembered.

/** @type {HTMLButtonElement | null} */
let tapped = null;

document.addEventListener(
  "click",
  ({ target }) => {
    tapped = target instanceof Element ? target.closest("button") : null;
  },
  true,
);

/**
 * @param {SubmitEvent} event
 * @returns {HTMLButtonElement | null}
 */
export function submitter(event) {
  const said = /** @type {HTMLButtonElement | null | undefined} */ (event.submitter);
  return said ?? (tapped?.form === event.target ? tapped : null);
}
