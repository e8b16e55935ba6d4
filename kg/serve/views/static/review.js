/** The review by keyboard: a letter presses its button; o and t lead to their fields, which Enter or a choice sends. */

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const found = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!(found instanceof HTMLElement)) {
    return;
  }
  event.preventDefault();
  if (found.matches("input, select")) {
    found.focus();
  } else {
    found.click();
  }
});

const who = /** @type {HTMLInputElement} */ (document.getElementById("who"));
who.addEventListener("input", () => {
  for (const field of document.querySelectorAll('form:not(#review) [name="who"]')) {
    field.setAttribute("value", who.value);
  }
});
document.getElementById("status")?.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement && target.value) {
    target.form?.requestSubmit();
  }
});
