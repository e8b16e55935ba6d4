// Lists as the state keeps them: one string, with commas between.

/** @param {string} text */
export const listOf = (text) => text.split(",").filter(Boolean);

/**
 * The list with `item` in it, or without.
 * @param {string} text
 * @param {string} item
 * @param {boolean} on
 */
export function toggled(text, item, on) {
  const rest = listOf(text).filter((other) => other !== item);
  return (on ? [...rest, item] : rest).join(",");
}
