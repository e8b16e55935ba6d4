// Text as it may be shown: control and direction marks made visible, what is too long cut.

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** @param {unknown} text */
export const visible = (text) => String(text ?? "").replace(HIDDEN, "␦");

/**
 * @param {string} text
 * @param {number} most
 */
export const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
