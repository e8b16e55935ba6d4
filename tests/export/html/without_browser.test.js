import { readdirSync } from "node:fs";
import { test } from "node:test";

const TEMPLATES = new URL("../../../kg/export/html/templates/", import.meta.url);

for (const folder of ["model/", "scenes/", "files/"])
  for (const file of readdirSync(new URL(folder, TEMPLATES)))
    test(`${folder}${file} needs no browser`, async () => {
      await import(new URL(folder + file, TEMPLATES).href);
    });
