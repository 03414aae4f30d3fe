/*
 * Searches a site with one of three engines, on a processor four times slower, and tells what it took and what was found.
 * Use: node tests/bench/search.mjs ours|stock|pagefind URL < queries as JSON. The first query is asked on a page just opened.
 */
import { newPage, readJob, withBrowser } from "../browser/kit.mjs";

const [engine, address] = process.argv.slice(2);
const queries = readJob();
const SLOWER = 4;

/** Asked in the page: prepares `ask(query)`, which gives the addresses found and the milliseconds it took. */
const prepare = {
  ours() {
    const box = document.querySelector("input[type=search]");
    const links = () => [...document.querySelectorAll("[data-search-results] a")].map(({ href }) => href);
    window.ask = async (query) => {
      box.value = query;
      const start = performance.now();
      if (!window.siteSearch) {
        box.focus();
        box.dispatchEvent(new Event("input", { bubbles: true }));
        while (!links().length) await new Promise((done) => setTimeout(done, 1));
        return { milliseconds: performance.now() - start, found: links() };
      }
      // Enter asks at once, without the pause after the last key.
      box.focus();
      const asked = performance.now();
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      return { milliseconds: performance.now() - asked, found: links() };
    };
  },
  stock() {
    const box = document.querySelector(".md-search__input");
    const list = document.querySelector(".md-search-result");
    const links = () => [...list.querySelectorAll("a.md-search-result__link")].map(({ href }) => href.replace(/[?#].*$/, ""));
    const type = async (query, patience) => {
      let last = 0;
      const watch = new MutationObserver(() => { last = performance.now(); });
      watch.observe(list, { childList: true, subtree: true, characterData: true });
      const start = performance.now();
      box.value = query;
      for (const name of ["focus", "keyup", "input"]) box.dispatchEvent(new Event(name, { bubbles: true }));
      // Finished when something has changed and nothing changes any more.
      while (performance.now() - start < patience && !(last && performance.now() - last > 60)) await new Promise((done) => setTimeout(done, 5));
      watch.disconnect();
      return last ? last - start : patience;
    };
    window.ask = async (query) => {
      document.querySelector("#__search").checked = true;
      box.focus();
      const milliseconds = await type(query, window.hasAsked ? 8000 : 60000);
      window.hasAsked = true;
      const found = [...new Set(links())];
      await type("", 300);
      return { milliseconds, found };
    };
  },
  pagefind() {
    window.ask = async (query) => {
      const start = performance.now();
      window.engine ??= await import("/pagefind/pagefind.js");
      const { results } = await window.engine.search(query);
      const found = await Promise.all(results.slice(0, 10).map((result) => result.data().then(({ url }) => new URL(url, location.href).href)));
      return { milliseconds: performance.now() - start, found };
    };
  },
};

await withBrowser({}, async (browser) => {
  const page = await newPage(browser);
  await page.emulateCPUThrottling(SLOWER);
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(prepare[engine]);
  const answers = [];
  for (const query of queries) answers.push(await page.evaluate((words) => window.ask(words), query));
  process.stdout.write(JSON.stringify(answers));
});
