// The views. To add one: its name in VIEWS (model/state.js), its phrase of the same name (i18n.js), a line here.

import { graphScene, ungroupedScene } from "../scenes/graph.js";
import { traceScene } from "../scenes/trace.js";
import { whoScene } from "../scenes/who_with_whom.js";
import { byId, el } from "./elements.js";
import { drawListing } from "./listing.js";
import { drawPlaces } from "./places.js";
import { drawTimeline } from "./timeline.js";
import { drawTrace } from "./trace.js";

/** @import { Model } from "../model/model.js" */
/** @import { State, View } from "../model/state.js" */
/** @import { Page } from "../scenes/arranged.js" */
/** @import { Scene } from "../scenes/scene.js" */

/**
 * A view: the scene that it draws, and that a download takes; and, if it tells it in words too, what fills its own section,
 * which stands beside the drawing or in its place.
 * @typedef {{ scene: (model: Model, state: State, page: Page) => Scene, tell?: (scene: Scene) => void, drawing?: "beside" | "hidden" }} Shape
 */

/** @type {Record<View, Shape>} */
export const SHAPES = {
  graph: { scene: graphScene },
  who: { scene: whoScene },
  trace: { scene: traceScene, tell: drawTrace, drawing: "beside" },
  list: { scene: ungroupedScene, tell: drawListing, drawing: "hidden" },
  time: { scene: ungroupedScene, tell: drawTimeline, drawing: "hidden" },
  place: { scene: ungroupedScene, tell: drawPlaces, drawing: "hidden" },
};

/** Make the section of each view that has one; its id is the view's name. */
export function makeSections() {
  for (const [view, { tell, drawing }] of Object.entries(SHAPES))
    if (tell) byId("main").append(el("section", { id: view, class: drawing === "hidden" ? "sheet" : null, hidden: true }));
}

/**
 * Show the section of a view, and no other.
 * @param {View} view
 * @param {Scene} scene
 */
export function showSection(view, scene) {
  document.body.dataset.drawing = SHAPES[view].drawing ?? "shown";
  for (const [other, { tell }] of Object.entries(SHAPES)) if (tell) byId(other).hidden = other !== view;
  SHAPES[view].tell?.(scene);
}
