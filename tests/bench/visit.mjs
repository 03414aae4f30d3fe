/*
 * Opens a page in Chromium as somebody who was never here, and stays until nothing more is fetched: the server counts.
 * Use: node tests/bench/visit.mjs URL script|plain; `plain` means JavaScript off.
 */
import { newPage, withBrowser } from "../browser/kit.mjs";

const [address, script] = process.argv.slice(2);
await withBrowser({}, async (browser) => {
  const page = await newPage(browser, { script: script === "script" });
  await page.goto(address, { waitUntil: "networkidle0" });
});
