// A box to find something in, with type-ahead that a keyboard and a screen reader can use.

import { phrase } from "../i18n.js";
import { el, nameText, put, symbol } from "./elements.js";

/** What can be picked: its words, what is said beside them, the symbol of a thing.
 * @typedef {{ text: string, aside: string, look?: { shape: string, colour: string }, pick: () => void }} Option */

/** Milliseconds that the list stays when the box loses the focus, so that it can be clicked. */
const LINGER = 150;

/**
 * A box with what fits what is typed in it.
 * @param {string} id
 * @param {string} label
 * @param {string} value
 * @param {(text: string) => Option[]} find
 */
export const finderBox = (id, label, value, find) => new FinderBox(id, label, value, find).element;

class FinderBox {
  /**
   * @param {string} id
   * @param {string} label
   * @param {string} value
   * @param {(text: string) => Option[]} find
   */
  constructor(id, label, value, find) {
    this.id = id;
    this.find = find;
    /** @type {Option[]} */
    this.options = [];
    this.marked = -1;
    this.list = el("ul", { id: id + "-options", role: "listbox", "aria-label": label, class: "options", hidden: true });
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
      value,
      oninput: () => this.refresh(),
      onfocus: () => this.input.select(),
      onblur: () => setTimeout(() => this.close(), LINGER),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event),
    });
    this.element = el("div", { class: "finder" }, this.input, this.list);
  }

  refresh() {
    this.options = this.find(this.input.value);
    this.marked = this.options.length ? 0 : -1;
    const items = this.options.map((option, i) => this.item(option, i));
    put(
      this.list,
      items.length
        ? items
        : el("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, phrase("none")),
    );
    this.list.hidden = !this.input.value.trim();
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  /**
   * @param {Option} option
   * @param {number} i
   */
  item(option, i) {
    const pick = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.pick(option);
    };
    return el(
      "li",
      { id: `${this.id}-${i}`, role: "option", "aria-selected": String(i === this.marked), onmousedown: pick },
      option.look ? symbol(option.look) : el("span", { class: "quotemark", "aria-hidden": "true" }, "“"),
      el("span", { class: "grow" }, nameText(option.text, 48)),
      el("small", {}, option.aside),
    );
  }

  /** Show which option is marked. */
  mark() {
    [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.marked)));
    if (this.marked >= 0) {
      this.input.setAttribute("aria-activedescendant", `${this.id}-${this.marked}`);
      this.list.children[this.marked]?.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {Option} option */
  pick(option) {
    this.input.value = "";
    this.close();
    option.pick();
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
