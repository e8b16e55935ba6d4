// Finding a name, with type-ahead that a keyboard and a screen reader can use.

import { phrase, termLabel } from "../i18n.js";
import { nodeName } from "../model/model.js";
import { findNames } from "../model/search.js";
import { el, nameText, put, symbol } from "./elements.js";
import { model } from "./embedded.js";

/** @import { Node } from "../model/model.js" */

/** Milliseconds that the list stays when the box loses the focus, so that it can be clicked. */
const LINGER = 150;

/**
 * A box with the names that fit what is typed in it.
 * @param {string} id
 * @param {string} label
 * @param {number | undefined} chosen
 * @param {(number: number) => void} onPick
 */
export const nameBox = (id, label, chosen, onPick) => new NameBox(id, label, chosen, onPick).element;

class NameBox {
  /**
   * @param {string} id
   * @param {string} label
   * @param {number | undefined} chosen
   * @param {(number: number) => void} onPick
   */
  constructor(id, label, chosen, onPick) {
    this.id = id;
    this.onPick = onPick;
    /** @type {Node[]} */
    this.options = [];
    this.marked = -1;
    this.list = el("ul", { id: id + "-options", role: "listbox", class: "options", hidden: true });
    /** @type {HTMLInputElement} */
    this.input = el("input", {
      id,
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      role: "combobox",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-controls": id + "-options",
      "aria-label": label,
      placeholder: label,
      value: chosen === undefined ? "" : nodeName(model, chosen),
      oninput: () => this.refresh(),
      onfocus: () => this.input.select(),
      onblur: () => setTimeout(() => this.close(), LINGER),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event),
    });
    this.element = el("div", { class: "finder" }, this.input, this.list);
  }

  refresh() {
    this.options = findNames(model, this.input.value);
    this.marked = this.options.length ? 0 : -1;
    const items = this.options.map((node, i) => this.option(node, i));
    put(this.list, items.length ? items : el("li", { class: "nothing" }, phrase("none")));
    this.list.hidden = !this.input.value.trim();
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  /**
   * @param {Node} node
   * @param {number} i
   */
  option(node, i) {
    const pick = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.pick(node);
    };
    return el(
      "li",
      { id: `${this.id}-${i}`, role: "option", "aria-selected": String(i === this.marked), onmousedown: pick },
      symbol(node),
      el("span", { class: "grow" }, nameText(node.name, 40), this.alias(node)),
      el("small", {}, termLabel(model.terms.types.get(node.type))),
    );
  }

  /**
   * The other name that was typed, if it was one.
   * @param {Node} node
   */
  alias({ name, aliases = [] }) {
    const text = this.input.value.trim(),
      alias = aliases.find((other) => text && other.includes(text) && !name.includes(text));
    return alias ? el("small", {}, " ", alias) : null;
  }

  /** Show which option is marked. */
  mark() {
    [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.marked)));
    if (this.marked >= 0) {
      this.input.setAttribute("aria-activedescendant", `${this.id}-${this.marked}`);
      this.list.children[this.marked]?.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {Node} node */
  pick(node) {
    this.input.value = nodeName(model, node.number);
    this.close();
    this.onPick(node.number);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Escape") {
      this.close();
      event.stopPropagation();
    }
    const count = this.options.length;
    if (this.list.hidden || !count || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.marked = (this.marked + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      this.mark();
      event.preventDefault();
    } else if (event.key === "Enter") {
      this.pick(this.options[Math.max(this.marked, 0)]);
      event.preventDefault();
    }
  }
}
