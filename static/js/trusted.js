// The one Trusted Types policy. HTML comes only from our own server, already escaped there.

/** @typedef {{createHTML: (html: string) => string}} Policy */

/** @type {Policy} */
const policy =
  "trustedTypes" in window
    ? // @ts-ignore - not in every browser's types yet
      window.trustedTypes.createPolicy("openspace", { createHTML: (/** @type {string} */ html) => html })
    : { createHTML: (html) => html };

/**
 * A fragment from our server as nodes.
 * @param {string} html
 * @returns {Element | null}
 */
export function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = policy.createHTML(html);
  return holder.content.firstElementChild;
}

/**
 * A whole page from our server as a document that runs nothing.
 * @param {string} html
 * @returns {Document}
 */
export function page(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}
