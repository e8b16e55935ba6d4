/** Adding pages: files dropped on the form, and the news of the jobs as they come. */

/** @typedef {{ job: number, state: string, text: string, detail: { file?: string, pages?: number, names?: number } }} Line */

const list = /** @type {HTMLElement} */ (document.getElementById("jobs"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("add"));
const files = /** @type {HTMLInputElement} */ (document.getElementById("files"));
const drop = /** @type {HTMLElement} */ (document.getElementById("drop"));

/**
 * One line of news as a person reads it; text only, never markup.
 * @param {Line} news
 */
function line({ job, state, text, detail }) {
  const words = list.dataset;
  const item = document.createElement("li");
  item.dataset.state = state;
  const read = `${detail.file}: ${detail.pages} ${words.pages}, ${detail.names} ${words.names}`;
  const told = state === "file" ? [read, text] : [words[state] ?? state, words[text] ?? text];
  item.textContent = `#${job} ${told.filter(Boolean).join(" — ")}`;
  return item;
}

new EventSource("/jobs/events").addEventListener("message", (event) => list.append(line(JSON.parse(event.data))));

/** @param {DragEvent} event */
function hover(event) {
  event.preventDefault();
  drop.classList.toggle("over", event.type === "dragover");
}
drop.addEventListener("dragover", hover);
drop.addEventListener("dragleave", hover);
drop.addEventListener("drop", (event) => {
  hover(event);
  files.files = event.dataTransfer?.files ?? null;
  form.requestSubmit();
});
