// The colours of the theme, for what is drawn and not styled.

/** The fonts of the page. */
export const FACE = 'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

export const colours = { surface: "", ink: "", faint: "", line: "", strong: "", accent: "" };

/** Read the colours of the theme that is shown now. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of /** @type {(keyof typeof colours)[]} */ (Object.keys(colours)))
    colours[name] = style.getPropertyValue("--" + name).trim();
}

/**
 * A colour thinned with the surface.
 * @param {string} colour
 * @param {number} share
 */
export function tint(colour, share) {
  const [over, under] = [colour, colours.surface].map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
  return `rgb(${over.map((value, i) => Math.round(value * share + under[i] * (1 - share))).join(",")})`;
}
