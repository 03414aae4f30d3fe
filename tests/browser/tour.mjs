/*
 * Visits pages one after the other and tells every request that failed or went elsewhere, everything that was stored,
 * and every complaint of the browser.
 * Job: name (chromium, firefox), script (true, false), tours: [{base, pages: [addresses]}].
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const job = readJob();
const problems = [];

/** Asked in the page: what is left in the browser. Without scripts only what can be asked without waiting. */
function stored() {
  const found = [];
  const look = (kind, count) => { try { if (count()) found.push(kind); } catch { /* this address has no such store */ } };
  look("localStorage", () => localStorage.length);
  look("sessionStorage", () => sessionStorage.length);
  look("cookie", () => document.cookie);
  return found;
}

async function storedLater() {
  const found = [];
  const look = async (kind, list) => { try { if ((await list()).length) found.push(kind); } catch { /* no such store here */ } };
  await look("indexedDB", () => indexedDB.databases());
  await look("caches", () => caches.keys());
  await look("service worker", () => navigator.serviceWorker.getRegistrations());
  return found;
}

/** One tour in a window of its own. */
async function visit(browser, { base, pages }) {
  let address;
  const note = (kind, what) => problems.push({ kind, page: address, what });
  const page = await newPage(browser, job);
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:")) note("elsewhere", url);
  });
  page.on("requestfailed", (request) => note("failed", request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== address) note("failed", response.url());
  });
  page.on("pageerror", (error) => note("script", String(error)));
  page.on("console", (message) => {
    // The page for wrong addresses comes with status 404: not a complaint. Other failures are noted above.
    const text = message.text();
    if (["error", "warn"].includes(message.type()) && !text.startsWith("Failed to load resource")) note("complaint", text);
  });
  if (job.script) {
    await page.evaluateOnNewDocument(() => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
  }
  for (address of pages) {
    await page.goto(address);
    for (const kind of await page.evaluate(stored)) note("stored", kind);
    if (!job.script) continue;
    for (const kind of await page.evaluate(storedLater)) note("stored", kind);
    for (const violation of await page.evaluate(() => window.violations)) note("violation", violation);
  }
}

await withBrowser(job, async (browser, asked) => {
  await Promise.all(job.tours.map((tour) => visit(browser, tour)));
  // A browser fetches ahead when it is idle.
  await new Promise((rest) => setTimeout(rest, 500));
  const note = (kind, what) => problems.push({ kind, page: "at the end", what });
  for (const cookie of await browser.cookies()) note("stored", `cookie ${cookie.name}`);
  for (const line of asked) note("elsewhere", line);
});
tell(problems);
