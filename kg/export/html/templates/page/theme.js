// Light or dark: as the reader chose, which the hash keeps, or else as the system prefers. The style sheet has a palette for each.

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** @typedef {"light" | "dark"} Theme */

/** @returns {Theme} */
function chosenTheme() {
  const chosen = new URLSearchParams(location.hash.slice(1)).get("t");
  if (chosen === "light" || chosen === "dark") return chosen;
  return prefersDark.matches ? "dark" : "light";
}

/**
 * Show a theme; says whether another was shown before.
 * @param {Theme} theme
 */
export function showTheme(theme = chosenTheme()) {
  const isOther = document.documentElement.dataset.theme !== theme;
  document.documentElement.dataset.theme = theme;
  return isOther;
}

/** The theme that is not shown. @returns {Theme} */
export const otherTheme = () => (document.documentElement.dataset.theme === "dark" ? "light" : "dark");

/** @param {() => void} act */
export const onPreferenceChange = (act) => prefersDark.addEventListener("change", act);
