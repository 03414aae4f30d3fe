// Opens pages in Chromium, one after the other, each in a browser context of its own, so that nothing is remembered.
// Usage: node visit.mjs '[{"url": "…", "script": true, "slow": false}, …]'
// Prints JSON: for each visit the milliseconds until the first content was painted.
// `script: false` switches JavaScript off. `slow: true` is a 2G line: 35 kbit/s down, 1.3 s round trip.
import puppeteer from "puppeteer-core";

const SLOW = { offline: false, latency: 1300, downloadThroughput: 35000 / 8, uploadThroughput: 35000 / 8 };
const PATIENCE = 60000;

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function visit({ url, script, slow }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 360, height: 640, isMobile: true });
  await page.setJavaScriptEnabled(script);
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  if (slow) await session.send("Network.emulateNetworkConditions", SLOW);
  // On a slow line only the first paint counts: what loads after it is not waited for.
  if (slow) page.goto(url, { timeout: PATIENCE }).catch(() => {});
  else await page.goto(url, { waitUntil: "networkidle0", timeout: PATIENCE });
  const painted = slow ? await firstPaint(page) : null;
  await context.close();
  return painted;
}

// Milliseconds from the start of the navigation to the first content. The page is asked again and again, because it
// may not have begun to load.
async function firstPaint(page) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime).catch(() => null);
    if (painted) return Math.round(painted);
  }
  throw new Error(`nothing was painted within ${PATIENCE} ms`);
}

try {
  const answers = [];
  for (const wanted of JSON.parse(process.argv[2])) answers.push(await visit(wanted));
  console.log(JSON.stringify(answers));
} finally {
  await browser.close();
}
