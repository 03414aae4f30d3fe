/*
 * Makes a plan as a facilitator would, and tells what the page then shows and whether anything was stored or asked.
 * Job: page: an address, choose: ids of sessions, short: ids of those in their short version, start: a time.
 */
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();

await withBrowser({}, async (browser, asked) => {
  const page = await newPage(browser);
  await page.goto(job.page);
  const before = await page.$eval(".made", (made) => made.hidden);
  for (const id of job.choose) await page.click(`label[for="s-${id}"]`);
  for (const id of job.short) await page.click(`label[for="short-${id}"]`);
  await page.$eval("#start", (start, time) => { start.value = time; start.dispatchEvent(new Event("input", { bubbles: true })); }, job.start);
  const seen = await page.evaluate(() => ({
    clock: [...document.querySelectorAll("[data-list=clock] li")].map((item) => item.textContent.replace(/\s+/g, " ")),
    materials: [...document.querySelectorAll("[data-list=materials] li")].map((item) => item.textContent),
    print: [...document.querySelectorAll("[data-list=print] a")].map((link) => link.getAttribute("href")),
    stored: Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length,
  }));
  const plain = await newPage(browser, { script: false });
  await plain.goto(job.page);
  const boxes = await plain.$$eval("[type=checkbox], #start", (parts) => parts.filter((part) => part.checkVisibility()).length);
  const doors = await plain.$$eval(".doors a", (links) => links.length);
  tell({ before, ...seen, boxes, doors, asked });
});
