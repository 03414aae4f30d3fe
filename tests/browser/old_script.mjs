/*
 * Types into the search of a browser that lacks something, or in which something breaks.
 * Job: visits: [{page, before: script that runs first, after: script that runs when the search is there, blocks: part of an address,
 * type: words}]. Tells for each whether there is a box, a link that can be seen, words that wait, and which errors there were.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const { visits } = readJob();

await withBrowser({}, async (browser) => {
  const seen = [];
  for (const { page: address, before, after, blocks, type } of visits) {
    const page = await newPage(browser);
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error.message || error)));
    if (before) await page.evaluateOnNewDocument(before);
    if (blocks) {
      await page.setRequestInterception(true);
      page.on("request", (request) => (request.url().includes(blocks) ? request.abort() : request.continue()));
    }
    await page.goto(address);
    if (type && (await page.$("input[type=search]"))) {
      await page.focus("input[type=search]");
      await new Promise((ready) => setTimeout(ready, 400));
      if (after) await page.evaluate(after);
      await page.keyboard.type(type).catch(() => {});
      await new Promise((ready) => setTimeout(ready, 700));
    }
    seen.push({
      errors,
      ...(await page.evaluate(() => {
        const link = document.querySelector(".find a");
        const panel = document.querySelector(".found");
        return {
          box: Boolean(document.querySelector(".find input")),
          link: Boolean(link && link.getBoundingClientRect().height && /search\.html$/.test(link.href)),
          results: panel ? panel.querySelectorAll("li a").length : 0,
          says: panel && !panel.hidden ? panel.querySelector("p").textContent : "",
          exit: Boolean(document.querySelector(".leave").getBoundingClientRect().height),
        };
      })),
    });
    await page.close();
  }
  tell(seen);
});
