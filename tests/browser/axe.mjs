/*
 * Looks for barriers with axe-core: rules of WCAG 2.2 A and AA, light and dark, folded parts closed and open.
 * Job: pages: [addresses], looks: [{scheme: "light" or "dark", open: true or false}]. Tells a line for each barrier.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
const { pages, looks } = readJob();
const barriers = [];
let runs = 0;

/** Takes one address after the other until none is left. Two of these use both cores. */
async function worker(browser) {
  const page = await newPage(browser);
  await page.setBypassCSP(true);
  for (let address; (address = pages.shift());) {
    await page.goto(address);
    await page.evaluate(AXE);
    for (const { scheme, open } of looks) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const { violations, passes } = await page.evaluate((rules, isOpen) => {
        for (const part of document.querySelectorAll("details")) part.open = isOpen;
        return axe.run(rules);
      }, RULES, open);
      runs += passes.length > 0;
      for (const { id, nodes } of violations) barriers.push(...nodes.map((node) => `${address} ${scheme} ${id}: ${node.html}`));
    }
  }
}

await withBrowser({}, (browser) => Promise.all([worker(browser), worker(browser)]));
tell({ runs, barriers });
