// "It is done", politely, with undo; stays ten seconds, longer while it has the focus or the pointer.

import { icon, say } from "./words.js";

const STAYS = 10_000;

/**
 * @param {string} text
 * @param {(() => void) | null} undo
 */
export function toast(text, undo = null) {
  const box = document.createElement("div");
  const words = document.createElement("span");
  words.textContent = text;
  box.className = "toast";
  box.append(icon("i-check"), words);
  if (undo) box.append(undoButton(box, undo));
  place().replaceChildren(box);
  leaveLater(box);
}

/**
 * @param {HTMLElement} box
 * @param {() => void} undo
 */
function undoButton(box, undo) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-s";
  button.append(icon("i-undo"), ` ${say("undo")}`);
  button.addEventListener("click", () => {
    box.remove();
    undo();
  });
  return button;
}

/** @param {HTMLElement} box */
function leaveLater(box) {
  const leave = () => box.matches(":hover, :focus-within") || box.remove();
  const timer = setInterval(() => {
    leave();
    if (!box.isConnected) clearInterval(timer);
  }, STAYS);
}

function place() {
  const there = document.getElementById("toasts");
  if (there) return there;
  const made = document.createElement("div");
  made.id = "toasts";
  made.className = "toasts";
  made.setAttribute("role", "status");
  (document.querySelector(".phone > .foot") ?? document.body).prepend(made);
  return made;
}
