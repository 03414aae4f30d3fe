/*
 * Opens the page that checks copies and tells which of its three parts are shown.
 * Job: name, page.
 */
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();

tell(await withBrowser(job, async (browser) => {
  const page = await newPage(browser);
  await page.goto(job.page);
  const parts = { check: "[data-verify]", off: "[data-verify-off]", old: "[data-verify-old]" };
  const shown = {};
  for (const [name, selector] of Object.entries(parts)) shown[name] = await page.$eval(selector, (node) => !node.hidden);
  shown.link = await page.$eval("[data-verify-old] a", (node) => node.getAttribute("href"));
  return shown;
}));
