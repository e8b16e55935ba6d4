// The model of the data that stands in this page.

import { createModel } from "../model/model.js";
import { byId } from "./elements.js";

/** @param {string} id */
const embedded = (id) => JSON.parse(byId(id).textContent ?? "");

export const model = createModel(embedded("data"), embedded("net"));
