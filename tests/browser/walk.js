// A walk over the controls of the explorer, run inside its page: each step acts, waits until the page has drawn, and looks for faults.

window.walker = (() => {
  const { explorer } = window,
    byId = (id) => document.getElementById(id),
    drawings = () => Number(document.documentElement.dataset.ready);

  /** Act, and wait for the drawing if the address changes. */
  async function act(what) {
    const [hash, before] = [location.hash, drawings()];
    what();
    await new Promise((done) => setTimeout(done, 0));
    if (location.hash === hash) return;
    for (let tries = 0; drawings() === before; tries += 1) {
      if (tries > 4000) throw new Error("nothing was drawn at " + location.hash);
      await new Promise((done) => setTimeout(done, 1));
    }
  }

  /** Go through the browser's history, and wait for the drawing. */
  async function travel(steps) {
    const before = drawings();
    history.go(steps);
    for (let tries = 0; drawings() === before; tries += 1) {
      if (tries > 4000) throw new Error(`no drawing ${steps} steps from ${location.hash}`);
      await new Promise((done) => setTimeout(done, 1));
    }
  }

  const set = (id, value) => {
    const input = byId(id);
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const toggle = (id, between) => ({ there: () => set(id, between[0]), back: () => set(id, between[1]) });

  /** Every control: what it does, and what undoes it. A button that is not there now does nothing. */
  function controls() {
    const all = {};
    for (const { id } of document.querySelectorAll(".tabs button"))
      all[id] = { there: () => byId(id).click(), back: () => byId("view-graph").click() };
    for (const id of ["unfold", "groups", "theme", "language"]) all[id] = { there: () => byId(id)?.click(), back: () => byId(id)?.click() };
    for (const { id } of document.querySelectorAll("#side input[type=checkbox]"))
      all[id] = { there: () => byId(id)?.click(), back: () => byId(id)?.click() };
    for (const button of document.querySelectorAll("#side .only")) {
      const { id } = button.parentElement.querySelector("input");
      all["only-" + id] = { there: () => byId(id).closest(".check").querySelector(".only").click(), back: () => byId("reset").click() };
    }
    Object.assign(all, {
      article: toggle("article", [byId("article").options[1].value, ""]),
      from: toggle("from", ["2020-01", ""]),
      to: toggle("to", ["2021-12", ""]),
      conf: toggle("conf", ["60", "0"]),
      src: toggle("src", ["2", "1"]),
      reset: { there: () => byId("reset").click(), back: () => {} },
      select: {
        there: () =>
          explorer.go({
            selected:
              explorer
                .scene()
                .nodes.filter((node) => typeof node.id === "number")
                .map(({ id }) => explorer.model.nodes[id].id)[0] ?? "",
          }),
        back: () => byId("close")?.click(),
      },
      "unfold-one": { there: () => byId("unfold-one")?.click(), back: () => byId("unfold-one")?.click() },
      close: { there: () => byId("close")?.click(), back: () => {} },
      help: { there: () => byId("help").click(), back: () => byId("shut").click() },
    });
    for (const { id } of document.querySelectorAll("#tools button"))
      all[id] = { there: () => byId(id).click(), back: () => byId("fit").click() };
    return all;
  }

  /** What is drawn, as one text. */
  function picture(withCamera = true) {
    const { nodes, edges } = explorer.scene(),
      camera = explorer.camera();
    return JSON.stringify([
      nodes.map(({ id, x, y, dim, picked }) => [id, Math.round(x), Math.round(y), dim, picked]),
      edges.map(({ id, near }) => [id, near]),
      document.body.dataset.view,
      document.documentElement.dataset.theme,
      document.documentElement.lang,
      byId("panel").hidden ? "" : byId("panel").textContent,
      withCamera && [camera.x, camera.y, camera.scale * 1000].map((value) => Math.round(value + 0.27)),
    ]);
  }

  /** What is wrong with what is drawn now. */
  function faults() {
    const { nodes, edges } = explorer.scene(),
      found = [],
      known = [nodes, edges].map((items) => new Map(items.map((item) => [item.id, item]))),
      drawn = new Set(explorer.drawn());
    if (drawn.size !== nodes.length || nodes.some(({ id }) => !drawn.has(id))) found.push(`${drawn.size} drawn of ${nodes.length}`);
    if (nodes.some(({ x, y }) => !Number.isFinite(x + y))) found.push("a node has no place");
    const ends = edges.find(({ from, to }) => !known[0].has(from) || !known[0].has(to));
    if (ends) found.push(`a line to what is not there: ${ends.from} ${ends.to}`);
    for (const { of, isEdge, lines } of explorer.labels())
      if (known[Number(isEdge)].get(of)?.label !== lines.join("\n")) found.push(`a stale label: ${lines}`);
    if (!byId("tip").hidden) found.push("a stale tip: " + byId("tip").textContent);
    const told = (byId("hint").textContent.match(/\d+/g) ?? []).map(Number);
    if (told.length && (told[0] !== nodes.length || told[2] !== edges.length))
      found.push(`told ${told}, drawn ${nodes.length} ${edges.length}`);
    if (!told.length && nodes.length && document.body.dataset.view !== "trace") found.push("the number of nodes is not told");
    return found;
  }

  /** Each control there and back: the picture must be the one before; then back and forward in the browser's history. */
  async function thereAndBack(names) {
    const found = [];
    for (const name of names) {
      const say = (what) => found.push(`${name}: ${what}`),
        control = controls()[name],
        before = picture(false),
        start = location.hash;
      await act(control.there);
      faults().forEach(say);
      const [there, turn] = [picture(), location.hash];
      await act(control.back);
      faults().forEach(say);
      if (location.hash === start && picture(false) !== before) say("another picture after going there and back");
      if (turn === start || location.hash === turn) continue;
      const home = picture(false);
      await travel(-1);
      if (picture() !== there) say("back gives another picture");
      await travel(1);
      if (picture(false) !== home) say("forward gives another picture");
    }
    return found;
  }

  /**
   * Rounds that together put every control right after every other, itself too: round r goes 0, r, 1, 1 + r, 2, 2 + r … and home, so
   * it has the steps by r and by 1 - r, and half as many rounds as controls have all.
   */
  const rounds = (names) =>
    Array.from({ length: Math.ceil(names.length / 2) }, (_, r) => [
      ...names.flatMap((name, i) => [name, names[(i + r + 1) % names.length]]),
      names[0],
    ]);

  /** Every control right after every other; the filters are cleared between rounds. Given a part, every one of so many rounds from that on. */
  async function allPairs(names, { part = 0, parts = 1 } = {}) {
    const found = [];
    for (const [r, round] of rounds(names).entries()) {
      if (r % parts !== part) continue;
      for (const name of round) {
        await act(controls()[name].there);
        const wrong = faults();
        if (wrong.length) found.push(`${name} at ${decodeURIComponent(location.hash)}: ${wrong.join("; ")}`);
        if (found.length > 5) return found;
        if (!byId("dialog").hidden) byId("shut").click();
      }
      await act(() => byId("reset").click());
    }
    return found;
  }

  return { names: () => Object.keys(controls()), thereAndBack, allPairs, faults, picture };
})();
