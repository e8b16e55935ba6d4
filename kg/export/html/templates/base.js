"use strict";
// Making elements out of text. Nothing here or elsewhere writes markup: every string of a page goes in as a text node.

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const shown = (text) => String(text ?? "").replace(HIDDEN, "␦");
const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
const $ = (id) => document.getElementById(id);

function el(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else if (key === "style") for (const [name, v] of Object.entries(value)) made.style.setProperty(name, v);
    else if (["value", "checked", "disabled", "hidden", "open"].includes(key)) made[key] = value;
    else made.setAttribute(key, value === true ? "" : shown(value));
  }
  fill(made, children);
  return made;
}

function fill(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : document.createTextNode(shown(child)));
  }
  return parent;
}

function put(parent, ...children) {
  parent.replaceChildren();
  return fill(parent, children);
}

const name = (text, most = 200) => el("bdi", { title: text.length > most ? cut(text, 400) : null }, cut(text, most));
const button = (text, onclick, props) => el("button", { type: "button", onclick, ...props }, text);
const say = (text) => {
  $("live").textContent = shown(text);
};

function symbol(shape, colour, size = 14) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  for (const [k, v] of [
    ["viewBox", "-8 -8 16 16"],
    ["width", size],
    ["height", size],
    ["aria-hidden", "true"],
    ["class", "symbol"],
  ])
    svg.setAttribute(k, v);
  const path = document.createElementNS(ns, "path");
  path.setAttribute("d", outline(shape, 0, 0, 6.4));
  const hollow = HOLLOW.has(shape);
  path.setAttribute("fill", hollow ? "var(--surface)" : colour);
  path.setAttribute("stroke", colour);
  path.setAttribute("stroke-width", hollow ? 2 : 1);
  svg.append(path);
  return svg;
}

const HOLLOW = new Set(["ring", "box", "ellipse"]);

function outline(shape, x, y, r) {
  const polygon = (points) => "M" + points.map(([a, b]) => `${(x + a * r).toFixed(1)} ${(y + b * r).toFixed(1)}`).join("L") + "Z";
  const ngon = (n, turn, scale = 1) =>
    polygon(
      Array.from({ length: n }, (_, i) => {
        const t = turn + (i * 2 * Math.PI) / n;
        return [Math.cos(t) * scale, Math.sin(t) * scale];
      }),
    );
  switch (shape) {
    case "square":
      return polygon([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ]);
    case "box":
      return polygon([
        [-1.1, -0.7],
        [1.1, -0.7],
        [1.1, 0.7],
        [-1.1, 0.7],
      ]);
    case "triangle":
      return ngon(3, -Math.PI / 2, 1.15);
    case "triangleDown":
      return ngon(3, Math.PI / 2, 1.15);
    case "diamond":
      return ngon(4, 0, 1.15);
    case "hexagon":
      return ngon(6, 0, 1.1);
    case "star":
      return polygon(
        Array.from({ length: 10 }, (_, i) => {
          const t = -Math.PI / 2 + (i * Math.PI) / 5,
            far = i % 2 ? 0.55 : 1.2;
          return [Math.cos(t) * far, Math.sin(t) * far];
        }),
      );
    case "ellipse":
      return `M${x - 1.2 * r} ${y}a${1.2 * r} ${0.75 * r} 0 1 0 ${2.4 * r} 0a${1.2 * r} ${0.75 * r} 0 1 0 ${-2.4 * r} 0Z`;
    default:
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}
