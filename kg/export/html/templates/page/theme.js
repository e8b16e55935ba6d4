// Light or dark: as the reader chose or, until then, as the system prefers. The style sheet has one palette for each.

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** @typedef {"light" | "dark"} Theme */

/** @type {Theme | undefined} */
let chosen;

/** @param {Theme} [theme] */
export function showTheme(theme = chosen ?? (prefersDark.matches ? "dark" : "light")) {
  document.documentElement.dataset.theme = theme;
}

export function switchTheme() {
  chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  showTheme();
}

/** @param {() => void} act */
export const onPreferenceChange = (act) => prefersDark.addEventListener("change", act);
