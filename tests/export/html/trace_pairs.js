// Prints the prices of the best paths between pairs, for test_scripts.py: {data, net, pairs} in, a list for each pair out.

import { readFileSync } from "node:fs";
import { createModel } from "../../../kg/export/html/templates/model/model.js";
import { bestPaths } from "../../../kg/export/html/templates/model/paths.js";

const { data, net, pairs } = JSON.parse(readFileSync(0, "utf8"));
const model = createModel(data, net);
const prices = pairs.map(([a, b]) => bestPaths(model, model.numberOf.get(a), model.numberOf.get(b)).map(({ price }) => price));
process.stdout.write(JSON.stringify(prices));
