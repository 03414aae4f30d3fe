/*
 * Opens crafted pages, touches all that can be touched, and tells how often a payload called `ran` and how many scripts there are.
 * Job: pages: {name: address}.
 */
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const { pages } = readJob();
const seen = {};

await withBrowser({}, async (browser) => {
  for (const [name, address] of Object.entries(pages)) {
    const page = await newPage(browser);
    let ran = 0;
    page.on("dialog", (dialog) => dialog.dismiss());
    await page.exposeFunction("ran", () => { ran += 1; });
    await page.goto(address);
    const scripts = await page.evaluate(() => {
      for (const part of document.querySelectorAll("details")) part.open = true;
      for (const part of document.querySelectorAll("body *")) {
        for (const kind of ["mouseover", "focus", "load"]) part.dispatchEvent(new Event(kind));
      }
      return document.scripts.length;
    });
    await new Promise((rest) => setTimeout(rest, 200));
    seen[name] = { ran, scripts };
    await page.close();
  }
});
tell(seen);
