/*
 * Follows links by the words a visitor reads on them, scripts and pictures off.
 * Job: name, walks: [{start: address, words: [words of each link]}]. No words: the first link to an organisation.
 * Tells for each walk the address it ended at and where the links of that page lead, or the words that no visible link has.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const job = readJob();
const dark = { name: job.name, script: false, pictures: false };

/** Asked in the page: press the link that says these words and can be seen. */
function follow(words) {
  const isMeant = (link) => words ? link.textContent.trim() === words : /\/organisations\/(?!index)[^/]+\.html$/.test(link.href);
  const link = [...document.querySelectorAll("main a")].find((one) => isMeant(one) && one.getClientRects().length);
  if (link) link.click();
  return Boolean(link);
}

async function walk(page, { start, words }) {
  await page.goto(start);
  for (const step of words) {
    const arrival = page.waitForNavigation();
    if (!(await page.evaluate(follow, step))) {
      arrival.catch(() => {});
      return { lost: step ?? "an organisation", at: page.url(), links: [] };
    }
    await arrival;
  }
  const links = await page.evaluate(() => [...document.querySelectorAll("main a")].map((link) => link.href));
  return { at: page.url(), links };
}

const ends = await withBrowser(dark, async (browser) => {
  const page = await newPage(browser, dark);
  const found = [];
  for (const one of job.walks) found.push(await walk(page, one));
  return found;
});
tell(ends);
