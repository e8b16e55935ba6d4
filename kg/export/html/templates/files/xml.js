// Text as XML may hold it.

const UNFIT = /^[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]$/;

/**
 * No control characters, no half of a pair; marks as numbers.
 * @param {unknown} text
 */
export const xml = (text) => Array.from(String(text ?? ""), xmlCharacter).join("");

/** @param {string} character */
function xmlCharacter(character) {
  if (UNFIT.test(character)) return "\ufffd";
  return /[<>&"']/.test(character) ? `&#${character.charCodeAt(0)};` : character;
}
