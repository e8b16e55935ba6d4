// Where the few things of a first view stand on a page: no label on another, none crossed by a line. A spring layout, then
// simulated annealing of what is still in each other's way. Deterministic: it starts on a spiral and draws lots from one row.

import { around, cross, crosses, labelBox, overlap, SIDES, symbolBox } from "./boxes.js";

/** @import { Box, Line, Side } from "./boxes.js" */
/** @import { Place } from "./hull.js" */

/** A thing to place: its symbol's radius and its label's size; a mark stands in the middle of what it links.
 * @typedef {{ radius: number, width: number, height: number, isMark: boolean }} Thing */
/** @typedef {Place & { side: Side }} Spot */

const GOLDEN_ANGLE = 2.39996;
const ROUNDS = 160;
const MOVES_PER_THING = 500;
/** How often each thing is moved again that is in the way, and how far at first, in turn. */
const MOVES_PER_MENDING = 150;
const MENDING_HEATS = [0.6, 0.3, 0.15];
/** How many boxes and lines may be looked at in all; of many things each is moved less often. */
const MOST_LOOKS = 9e6;
const MARGIN = 6;
/** Room kept between any two boxes. */
const AIR = 4;
/** What is wrong at what price: a pixel of overlap, a line through a label or a symbol, two lines that cross, a pixel off the page. */
const PRICE = { overlap: 0.25, label: 6, symbol: 2.5, lines: 0.5, outside: 0.5, length: 0.004, astray: 0.012 };

/**
 * @param {Thing[]} things
 * @param {[number, number][]} links
 * @param {{ width: number, height: number }} page
 * @returns {Spot[]}
 */
export function arrange(things, links, page) {
  const spots = springs(things.length, links, page);
  const sketch = new Sketch(things, links, page, spots);
  const lot = lots();
  const moves = Math.round(Math.min(things.length * MOVES_PER_THING, MOST_LOOKS / (things.length + 3 * links.length)));
  for (let move = 0; move < moves; move += 1) {
    const heat = (1 - move / moves) ** 2,
      thing = Math.floor(lot() * things.length);
    sketch.tryMove(thing, sketch.shifted(thing, heat, lot), heat * 1.5, lot());
  }
  mend(sketch, lot, 2 * moves);
  return spots;
}

/**
 * Where things are still in each other's way, they and what is around them are moved again from the best that was found so far.
 * @param {Sketch} sketch
 * @param {() => number} lot
 * @param {number} most moves in all
 */
function mend(sketch, lot, most) {
  const costOf = (/** @type {number[]} */ some) => some.reduce((sum, thing) => sum + sketch.costOfBoxes(thing), 0);
  let faulty = sketch.faulty(),
    least = costOf(faulty);
  for (let round = 0, left = most; faulty.length && left > 0; round += 1) {
    const before = sketch.spots.map((spot) => ({ ...spot })),
      moved = sketch.withAround(faulty),
      moves = Math.min(left, moved.length * MOVES_PER_MENDING);
    left -= moves;
    for (let move = 0; move < moves; move += 1) {
      const heat = MENDING_HEATS[round % MENDING_HEATS.length] * (1 - move / moves) ** 2,
        thing = moved[Math.floor(lot() * moved.length)];
      sketch.tryMove(thing, sketch.shifted(thing, heat, lot), heat * 1.5, lot());
    }
    const now = sketch.faulty(),
      worse = costOf(now);
    if (worse <= least) {
      faulty = now;
      least = worse;
    } else before.forEach((spot, thing) => sketch.stand(thing, spot));
  }
}

/** Numbers from 0 to 1, the same at every call (Numerical Recipes' generator). */
function lots() {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A spring layout that fills the page: all push each other off, links draw together.
 * @param {number} count
 * @param {[number, number][]} links
 * @param {{ width: number, height: number }} page
 * @returns {Spot[]}
 */
function springs(count, links, { width, height }) {
  const unit = 1.1 / Math.sqrt(Math.max(count, 1));
  const at = Array.from({ length: count }, (_, i) => {
    const far = 0.7 * unit * Math.sqrt(i);
    return { x: far * Math.cos(i * GOLDEN_ANGLE), y: far * Math.sin(i * GOLDEN_ANGLE) };
  });
  for (let round = 0; round < ROUNDS; round += 1) cool(at, links, unit, unit * 2 * 0.965 ** round);
  const [left, right] = extent(at.map(({ x }) => x)),
    [top, bottom] = extent(at.map(({ y }) => y));
  return at.map(({ x, y }) => ({
    x: (0.1 + (0.8 * (x - left)) / (right - left || 1)) * width,
    y: (0.08 + (0.8 * (y - top)) / (bottom - top || 1)) * height,
    side: "below",
  }));
}

/** @param {number[]} values */
const extent = (values) => [Math.min(...values), Math.max(...values)];

/**
 * One round of the springs; nothing moves farther than `heat`.
 * @param {Place[]} at
 * @param {[number, number][]} links
 * @param {number} unit
 * @param {number} heat
 */
function cool(at, links, unit, heat) {
  const force = at.map(({ x, y }) => ({ x: -0.6 * x, y: -0.6 * y }));
  const push = (/** @type {number} */ i, /** @type {number} */ j, /** @type {number} */ strength) => {
    const x = (at[i].x - at[j].x) * strength,
      y = (at[i].y - at[j].y) * strength;
    force[i].x += x;
    force[i].y += y;
    force[j].x -= x;
    force[j].y -= y;
  };
  const apart = (/** @type {number} */ i, /** @type {number} */ j) => Math.hypot(at[i].x - at[j].x, at[i].y - at[j].y) || 1e-3;
  for (let i = 0; i < at.length; i += 1) for (let j = 0; j < i; j += 1) push(i, j, unit ** 2 / apart(i, j) ** 2);
  for (const [a, b] of links) push(a, b, -apart(a, b) / unit);
  at.forEach((place, i) => {
    const length = Math.hypot(force[i].x, force[i].y) || 1e-9,
      step = Math.min(length, heat) / length;
    place.x += force[i].x * step;
    place.y += force[i].y * step;
  });
}

/** Things at their spots, and what is wrong with a thing where it stands. */
class Sketch {
  /**
   * @param {Thing[]} things
   * @param {[number, number][]} links
   * @param {{ width: number, height: number }} page
   * @param {Spot[]} spots
   */
  constructor(things, links, page, spots) {
    this.things = things;
    this.page = page;
    this.spots = spots;
    this.links = links;
    /** A spot is written over, never replaced: a line goes on ending at it. @type {Line[]} */
    this.lines = links.map(([a, b]) => ({ from: spots[a], to: spots[b] }));
    /** The lines that share no end with a line. @type {Line[][]} */
    this.linesApart = links.map((ends) => this.lines.filter((_, other) => !links[other].some((end) => ends.includes(end))));
    /** @type {number[][]} */
    this.linksOf = things.map(() => []);
    /** @type {number[][]} */
    this.neighbours = things.map(() => []);
    links.forEach(([a, b], i) => {
      this.linksOf[a].push(i);
      this.linksOf[b].push(i);
      this.neighbours[a].push(b);
      this.neighbours[b].push(a);
    });
    /** @type {Box[]} */
    this.symbols = [];
    /** @type {Box[]} */
    this.labels = [];
    /** Each around the symbol and the label of a thing. @type {Box[]} */
    this.hulls = [];
    things.forEach((_, i) => this.stand(i, spots[i]));
  }

  /**
   * @param {number} thing
   * @param {Spot} spot
   */
  stand(thing, spot) {
    const { radius, ...size } = this.things[thing];
    Object.assign(this.spots[thing], spot);
    this.symbols[thing] = symbolBox(spot, radius + AIR);
    this.labels[thing] = labelBox(spot, radius, size, spot.side);
    this.hulls[thing] = around(this.symbols[thing], this.labels[thing]);
  }

  /** The things whose symbol or name is in the way of another, of a line or of the page's edge. */
  faulty() {
    return this.things.flatMap((_, thing) => (this.costOfBoxes(thing) > 0 ? [thing] : []));
  }

  /**
   * Things with what touches them, the ends of the lines that do so, and what they are linked to.
   * @param {number[]} some
   */
  withAround(some) {
    const touching = (/** @type {number} */ thing) => [
      ...this.hulls.flatMap((hull, other) => (overlap(hull, this.hulls[thing]) ? [other] : [])),
      ...this.links.flatMap((ends, link) => (crosses(this.lines[link], this.hulls[thing]) ? ends : [])),
    ];
    return [...new Set(some.flatMap((thing) => [...touching(thing), ...this.neighbours[thing]]))];
  }

  /**
   * Move a thing if it is better there or, with some luck, not much worse.
   * @param {number} thing
   * @param {Spot} spot
   * @param {number} heat
   * @param {number} luck
   */
  tryMove(thing, spot, heat, luck) {
    const before = { ...this.spots[thing] },
      most = this.costOf(thing) - Math.max(heat, 1e-6) * Math.log(luck);
    this.stand(thing, spot);
    if (this.costOf(thing, most) > most) this.stand(thing, before);
  }

  /**
   * Another spot for a thing: its label at another side, a jump to what it is linked to, or a step that shortens as it cools.
   * @param {number} thing
   * @param {number} heat
   * @param {() => number} lot
   * @returns {Spot}
   */
  shifted(thing, heat, lot) {
    const { x, y, side } = this.spots[thing],
      kind = lot(),
      near = this.neighbours[thing];
    if (kind < 0.2) return { x, y, side: SIDES[Math.floor(lot() * SIDES.length)] };
    const anchor = kind < 0.35 && near.length ? this.spots[near[Math.floor(lot() * near.length)]] : { x, y };
    const far = anchor === this.spots[thing] || kind >= 0.35 ? 12 + 260 * heat * lot() : 70 + 120 * lot(),
      angle = lot() * 2 * Math.PI;
    return {
      x: anchor.x + far * Math.cos(angle) * 1.3,
      y: anchor.y + far * Math.sin(angle),
      side: lot() < 0.25 ? SIDES[Math.floor(lot() * SIDES.length)] : side,
    };
  }

  /**
   * The price of where a thing stands: of its boxes and of its lines. It is counted no further than to more than `most`.
   * @param {number} thing
   */
  costOf(thing, most = Infinity) {
    let cost = this.costOfBoxes(thing) + this.costAstray(thing);
    for (const link of this.linksOf[thing]) {
      if (cost > most) return cost;
      cost += this.costOfLine(link, thing);
    }
    return cost;
  }

  /** @param {number} thing */
  costOfBoxes(thing) {
    const label = this.labels[thing],
      symbol = this.symbols[thing],
      hull = this.hulls[thing];
    let cost = this.outside(label) + this.outside(symbol);
    for (let other = 0; other < this.things.length; other += 1) {
      if (other === thing || !overlap(hull, this.hulls[other])) continue;
      const there = this.labels[other],
        dot = this.symbols[other];
      cost += PRICE.overlap * priceOf(overlap(label, there) + overlap(label, dot) + overlap(symbol, there) + overlap(symbol, dot));
    }
    for (let link = 0; link < this.links.length; link += 1) {
      const line = this.lines[link];
      if (!crosses(line, hull)) continue;
      if (crosses(line, label)) cost += PRICE.label * weightOf(this.things[thing]);
      if (!this.links[link].includes(thing) && crosses(line, symbol)) cost += PRICE.symbol;
    }
    return cost;
  }

  /**
   * What a line costs besides what it does to the boxes of `thing`, an end of it.
   * @param {number} link
   * @param {number} thing
   */
  costOfLine(link, thing) {
    const line = this.lines[link],
      ends = this.links[link];
    let cost = PRICE.length * Math.hypot(line.from.x - line.to.x, line.from.y - line.to.y);
    for (let other = 0; other < this.things.length; other += 1) {
      if (other === thing || !crosses(line, this.hulls[other])) continue;
      if (crosses(line, this.labels[other])) cost += PRICE.label * weightOf(this.things[other]);
      if (!ends.includes(other) && crosses(line, this.symbols[other])) cost += PRICE.symbol;
    }
    for (const other of this.linesApart[link]) if (cross(line, other)) cost += PRICE.lines;
    return cost;
  }

  /** How far a mark is from the middle of what it links. @param {number} thing */
  costAstray(thing) {
    if (!this.things[thing].isMark) return 0;
    const near = this.neighbours[thing].map((other) => this.spots[other]),
      mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const { x, y } = this.spots[thing];
    return PRICE.astray * Math.hypot(x - mean(near.map((place) => place.x)), y - mean(near.map((place) => place.y)));
  }

  /** How far a box is off the page. @param {Box} box */
  outside({ left, top, right, bottom }) {
    const { width, height } = this.page;
    const off =
      Math.max(0, MARGIN - left) + Math.max(0, MARGIN - top) + Math.max(0, right - width + MARGIN) + Math.max(0, bottom - height + MARGIN);
    return off ? 6 + off * PRICE.outside : 0;
  }
}

/** The name of a large thing is missed more than that of a small one, and that of a mark least. @param {Thing} thing */
const weightOf = ({ radius, isMark }) => (isMark ? 1 : 1 + radius / 12);

/** An overlap costs something however shallow it is. @param {number} depth */
const priceOf = (depth) => (depth ? depth + 8 : 0);
