/*
 * Opens pages on a phone of 360 by 740 points, without script, one after the other in one tab, and tells where things stand.
 * Job: pages: [addresses], depth: points from the top. Told for each: the marks and words that begin above that line.
 */
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();

/** Asked in the page: whether "Call first" begins above the line, and the marks that begin there. */
function above(depth) {
  const isAbove = (element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.top + window.scrollY < depth;
  };
  const found = { call: false, dangers: [], bodies: [], lines: 0, width: document.scrollingElement.scrollWidth };
  const heading = document.querySelector("#call");
  found.call = Boolean(heading) && isAbove(heading);
  for (const element of document.querySelectorAll("[data-danger], [data-body], [data-line]")) {
    if (!isAbove(element)) continue;
    if (element.dataset.danger) found.dangers.push(element.dataset.danger);
    if (element.dataset.body) found.bodies.push(element.dataset.body);
    if (element.dataset.line) found.lines += 1;
  }
  return found;
}

const result = await withBrowser({}, async (browser) => {
  const page = await newPage(browser);
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 1, isMobile: true, hasTouch: true });
  const seen = [];
  for (const address of job.pages) {
    await page.goto(address);
    seen.push(await page.evaluate(above, job.depth));
  }
  return seen;
});
tell(result);
