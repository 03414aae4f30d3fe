/* Types into the search of pocket editions opened from files, and looks for traces, requests and warnings of age. */
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const { browser: name, pages, finds, number } = readJob();

const result = { found: {}, traces: [], violations: [], asked: [] };
await withBrowser({ name }, async (browser, asked) => {
  for (const [language, url] of Object.entries(pages)) {
    const page = await newPage(browser);
    page.on("console", (message) => {
      if (/Content.Security.Policy|Refused/i.test(message.text())) result.violations.push(message.text());
    });
    await page.goto(url);
    const search = (query) => page.evaluate((text) => {
      const box = document.querySelector("input[type=search]");
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      return [...document.querySelectorAll("[data-search-results] a")].map((link) => link.getAttribute("href"));
    }, query);
    result.found[language] = {};
    for (const query of finds[language]) result.found[language][query] = await search(query);
    result.found[language].number = await search(number);
    result.found[language].zzqqxx = await search("zzqqxx");
    result.found[language]["nothing said"] = await page.evaluate(() => !document.querySelector("[data-nothing]").hidden);
    const left = await page.evaluate(() => {
      const kept = [];
      try { if (localStorage.length || sessionStorage.length) kept.push("storage"); } catch { /* none at all */ }
      if (document.cookie) kept.push("cookie");
      if (location.search || location.hash) kept.push("address");
      return kept;
    });
    result.traces.push(...left);
    if (language === "en") {
      result.fresh = await page.evaluate(() => document.querySelector("[data-old]").hidden);
      await page.evaluateOnNewDocument(() => {
        const Real = Date;
        window.Date = class extends Real { constructor() { super(Real.now() + 3e10); } };
      });
      await page.reload();
      result.old = await page.evaluate(() => !document.querySelector("[data-old]").hidden);
    }
    await page.close();
  }
  result.asked = asked;
});
tell(result);
