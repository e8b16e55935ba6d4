// How close a text comes to what was typed, so that a wrong character is forgiven.

/**
 * The least number of characters to replace, add or leave out so that `wanted` stands somewhere in `text` (Sellers 1980).
 * @param {string} wanted
 * @param {string} text
 */
export function distanceWithin(wanted, text) {
  let row = new Array(text.length + 1).fill(0);
  for (let i = 0; i < wanted.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < text.length; j += 1) next.push(Math.min(row[j] + Number(wanted[i] !== text[j]), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return Math.min(...row);
}

/**
 * How many wrong characters are forgiven: one of three or four, two of a long text; of two characters one, if the first is right.
 * @param {string} wanted
 */
export const forgiven = (wanted) => (wanted.length < 2 ? 0 : wanted.length < 8 ? 1 : 2);
