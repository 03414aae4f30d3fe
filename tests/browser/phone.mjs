/*
 * Measures pages on a phone of 360 by 640 points.
 * Job: pages: [addresses], targets: {name: selector}, tabbed: [addresses to walk through with Tab].
 * Tells how wide each page is, how high each target, where the characters of each number stand, and what the focus hides.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const PHONE = { width: 360, height: 640, deviceScaleFactor: 1, isMobile: true, hasTouch: true };
const job = readJob();

/** Asked in the page: its width with everything unfolded, and its smallest target of each kind. */
function measure(targets) {
  for (const part of document.querySelectorAll("details")) part.open = true;
  const heights = {};
  for (const [name, selector] of Object.entries(targets)) {
    const boxes = [...document.querySelectorAll(selector)].filter((element) => !element.closest("[hidden]")).map((element) => element.getBoundingClientRect().height);
    if (boxes.length) heights[name] = Math.min(...boxes);
  }
  const numbers = [...document.querySelectorAll(".number a[href^='tel:']")].map((link) => {
    const words = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode();
    const lefts = [...words.data].map((_, at) => {
      const range = document.createRange();
      range.setStart(words, at);
      range.setEnd(words, at + 1);
      return range.getBoundingClientRect().left;
    });
    return { text: words.data, lefts };
  });
  return { width: document.scrollingElement.scrollWidth, heights, numbers };
}

/** Asked in the page: which element has the focus, and whether something else covers it. */
function focus() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const header = document.querySelector(".top");
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + Math.min(4, box.width / 2), box.top + 2);
  const isInside = header.contains(element) || element.matches(".skip");
  const isHidden = (!isInside && box.top < header.getBoundingClientRect().bottom - 0.5) || box.top < -0.5
    || box.bottom > innerHeight + 0.5 || !(top === element || element.contains(top));
  return { text: element.textContent.trim().slice(0, 40), isHidden };
}

/** Walk through the whole page by keyboard, there and back. */
async function walk(page, address) {
  const seen = [];
  for (const back of [false, true]) {
    await page.goto(address);
    if (back) await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    // More presses than the page has links: the walk ends where the focus leaves the page.
    for (let press = 0; press < 150; press++) {
      if (back) await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      if (back) await page.keyboard.up("Shift");
      const found = await page.evaluate(focus);
      if (!found && seen.length) break;
      if (found) seen.push(found);
    }
  }
  return seen;
}

const result = await withBrowser({}, async (browser) => {
  const page = await newPage(browser);
  await page.setViewport(PHONE);
  const measured = {};
  for (const address of job.pages) {
    await page.goto(address);
    measured[address] = await page.evaluate(measure, job.targets);
  }
  const tabbed = {};
  for (const address of job.tabbed) tabbed[address] = await walk(page, address);
  return { measured, tabbed };
});
tell(result);
