/*
 * Asks the page that checks copies about many copies, in one visit.
 * Job: page: address of verify.html, key: text of a public key, copies: a file with [{path: base64}], today, atLeast.
 */
import { readFileSync } from "node:fs";
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();
// Hundreds of copies are more than a pipe takes at once.
const copies = JSON.parse(readFileSync(job.copies, "utf8"));

async function ask(copies, key, options) {
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const found = [];
  for (const copy of copies) {
    const files = Object.entries(copy).map(([path, text]) => ({ path, read: async () => bytes(text) }));
    found.push(await copyCheck.check(files, [key], options));
  }
  return found;
}

tell(await withBrowser(job, async (browser) => {
  const page = await newPage(browser);
  await page.goto(job.page);
  const found = [];
  for (let n = 0; n < copies.length; n += 50) {
    found.push(...await page.evaluate(ask, copies.slice(n, n + 50), job.key, { today: job.today, atLeast: job.atLeast }));
  }
  return found;
}));
