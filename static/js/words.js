// What scripts say, in the person's language, as the server wrote it into the page.

const words = /** @type {HTMLElement} */ (document.getElementById("words")).dataset;

/**
 * @param {string} name
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function say(name, values = {}) {
  return (words[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

/**
 * An icon of the page's sprite.
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  drawing.setAttribute("class", "i");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${name}`);
  drawing.append(use);
  return drawing;
}
