/*
 * Measures how long a person on a slow connection looks at an empty window: first contentful paint in Chromium at 2G
 * (35 kbit/s, 1.3 s for a round trip), the cache empty each time, the median of three visits.
 * A measure for `make bench`, not a test: machines differ. The server must compress, as an operator's would.
 * Use: node tests/browser/first_paint.mjs URL… prints {"URL": milliseconds, …}.
 */
import { newPage, tell, withBrowser } from "./kit.mjs";

const SLOW = { offline: false, latency: 1300, downloadThroughput: 35000 / 8, uploadThroughput: 35000 / 8 };
const VISITS = 3;

async function firstPaint(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  const devtools = await page.createCDPSession();
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.emulateNetworkConditions", SLOW);
  await page.goto(address, { timeout: 0 });
  const paint = await page.evaluate(() => new Promise((tell) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") tell(entry.startTime);
    }).observe({ type: "paint", buffered: true });
  }));
  await context.close();
  return paint;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const paints = await withBrowser({}, async (browser) => {
  const found = {};
  for (const address of process.argv.slice(2)) {
    const visits = [];
    for (let visit = 0; visit < VISITS; visit++) visits.push(await firstPaint(browser, address));
    found[address] = Math.round(median(visits));
  }
  return found;
});
tell(paints);
