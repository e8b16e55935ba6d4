"use strict";
// Finding a name by characters, pinyin or initials, with type-ahead that a keyboard and a screen reader can use.

function lookUp(text, most = 12) {
  const wanted = text.toLowerCase().replace(/[\s'’]/g, "");
  if (!wanted) return [];
  const found = [];
  for (const node of NODES) {
    let best = 9,
      through = "";
    node.k.forEach((key) => {
      const at = key.indexOf(wanted);
      if (at < 0) return;
      const score = key === wanted ? 0 : at === 0 ? 1 : 2;
      if (score < best) {
        best = score;
        through = key;
      }
    });
    if (best < 9) found.push([best + (node.t === "event" ? 0.5 : 0), -node.i, node, through]);
  }
  found.sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2].number - y[2].number);
  return found.slice(0, most).map((item) => item[2]);
}

function nameBox(id, placeholder, chosen, onpick) {
  let options = [],
    at = -1;
  const box = el("ul", { id: id + "-options", role: "listbox", class: "options", hidden: true });
  const input = el("input", {
    id,
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    role: "combobox",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": id + "-options",
    "aria-label": placeholder,
    placeholder,
    value: chosen === undefined ? "" : nodeName(chosen),
    oninput: refresh,
    onfocus: () => input.select(),
    onblur: () => setTimeout(close, 150),
    onkeydown: onkey,
  });
  function refresh() {
    options = lookUp(input.value);
    at = options.length ? 0 : -1;
    put(
      box,
      options.length
        ? options.map((node, i) =>
            el(
              "li",
              {
                id: `${id}-${i}`,
                role: "option",
                "aria-selected": String(i === at),
                onmousedown: (e) => {
                  e.preventDefault();
                  pick(node);
                },
              },
              symbol(node.shape, node.colour),
              el("span", { class: "grow" }, name(node.n, 40), otherName(node)),
              el("small", {}, termLabel(TYPES.get(node.t))),
            ),
          )
        : el("li", { class: "nothing" }, w("none")),
    );
    box.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!box.hidden));
    mark();
  }
  const otherName = (node) => {
    const text = input.value.trim(),
      hit = (node.ns || []).find((n) => text && n.includes(text) && !node.n.includes(text));
    return hit ? el("small", {}, " ", hit) : null;
  };
  function mark() {
    [...box.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `${id}-${at}`);
      box.children[at]?.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }
  function pick(node) {
    input.value = nodeName(node.number);
    close();
    onpick(node.number);
  }
  function close() {
    box.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }
  function onkey(event) {
    if (event.key === "Escape") {
      close();
      event.stopPropagation();
    }
    if (box.hidden || !options.length || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      mark();
      event.preventDefault();
    } else if (event.key === "Enter") {
      pick(options[Math.max(at, 0)]);
      event.preventDefault();
    }
  }
  return el("div", { class: "finder" }, input, box);
}
