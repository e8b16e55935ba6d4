// The dossier of one thing: copied as text, or printed as a page of its own.

import { phrase, termLabel } from "../i18n.js";
import { dossierText, saidOf } from "../model/dossier.js";
import { nodeName } from "../model/model.js";
import { announce, button, byId, el, put } from "./elements.js";
import { model } from "./embedded.js";
import { copyText, quoteBlock } from "./quotes.js";

/** @param {number} number */
export const dossierButtons = (number) => [
  button(phrase("copydossier"), () => copyDossier(number), { id: "copy-dossier" }),
  button(phrase("printdossier"), () => printDossier(number), { id: "print-dossier" }),
];

/** @param {number} number */
async function copyDossier(number) {
  if (!(await copyText(dossierText(model, number)))) return;
  announce(phrase("copied"));
  put(byId("copy-dossier"), phrase("copied"));
}

/** @param {number} number */
function printDossier(number) {
  put(
    byId("dossier"),
    el("p", { class: "kind" }, termLabel(model.terms.types.get(model.nodes[number].type))),
    el("h1", {}, nodeName(model, number)),
    saidOf(model, number).map(({ said, facts }) => [el("h2", {}, said), facts.map((fact) => quoteBlock(model.facts[fact]))]),
  );
  document.body.classList.add("with-dossier");
  window.print();
}

/** After printing the page is as it was. */
export function putDossierAway() {
  document.body.classList.remove("with-dossier");
  put(byId("dossier"));
}
