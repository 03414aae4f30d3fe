/*
 * Searches as a person does: opens a page, types into the box, reads the results, walks through them by keyboard.
 * Job: name of the browser, visits: [{page, type: [words to type one after another], keys: [keys to press], phone, scheme, axe}],
 * words: [texts to take apart], queries: [queries to ask the engine]; the last two are asked on the page of the first visit.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
const PHONE = { width: 360, height: 640, deviceScaleFactor: 1 };
const job = readJob();

/** Asked in the page: what stands in the box, what was found, where she is, and what was left behind. */
async function look() {
  const places = [...document.querySelectorAll("[data-search-results]")];
  const strip = document.querySelector(".strip");
  const focused = document.activeElement;
  return {
    boxes: document.querySelectorAll("input[type=search]").length,
    lists: places.length,
    value: document.querySelector("input[type=search]")?.value,
    results: places.flatMap((place) => [...place.querySelectorAll("a")].map((link) => link.href)),
    rows: places.flatMap((place) => [...place.querySelectorAll("li")].map((row) => row.innerText)),
    status: document.querySelector(".found > p")?.textContent,
    isShown: places.some((place) => place.offsetHeight > 0),
    ways: [...document.querySelectorAll(".found > .inline a")].map((link) => link.href),
    choices: [...document.querySelectorAll(".kinds button")].map((button) => button.textContent),
    focus: focused.matches("input[type=search]") ? "box" : focused.href ?? focused.localName,
    address: location.href,
    left: {
      history: history.length, cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
      name: window.name, databases: (await indexedDB.databases?.())?.length ?? 0,
    },
    asked: performance.getEntriesByType("resource").map((entry) => entry.name),
    width: document.scrollingElement.scrollWidth,
    stripEnds: strip ? strip.getBoundingClientRect().bottom : 0,
  };
}

/** Asked in the page: wait until an answer to the typed words stands there; tells how long after the last key. */
function answered(typed) {
  const start = performance.now();
  return new Promise((done) => {
    const status = document.querySelector(".found > p");
    const before = status.textContent;
    const watch = () => {
      // A pasted number is looked up in a list of its own, which may still be on its way.
      const isLoading = document.querySelector("script[src$='search/contacts.js']") && !window.siteContacts;
      const isThere = window.siteSearch && !isLoading && (status.textContent !== before || !typed || performance.now() - start > 280);
      if (isThere || performance.now() - start > 20_000) done(performance.now() - start);
      else setTimeout(watch, 5);
    };
    watch();
  });
}

async function visit(browser, { page: address, type = [], keys = [], phone, scheme, axe, back }) {
  const page = await newPage(browser);
  if (phone) await page.setViewport(PHONE);
  if (scheme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  if (axe) await page.setBypassCSP(true);
  await page.goto(address);
  const told = { before: await page.evaluate(look), typed: [] };
  for (const words of type) {
    await page.evaluate(() => { document.querySelector("input[type=search]").value = ""; });
    await page.focus("input[type=search]");
    await page.keyboard.type(words);
    const waited = await page.evaluate(answered, words);
    told.typed.push({ ...(await page.evaluate(look)), waited });
  }
  told.keys = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    const seen = await page.evaluate(look);
    told.keys.push({ focus: seen.focus, value: seen.value, isShown: seen.isShown });
  }
  if (axe) {
    await page.evaluate(AXE);
    told.barriers = await page.evaluate((rules) => axe.run(rules).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))), RULES);
  }
  if (back) {
    await Promise.all([page.waitForNavigation(), page.click("[data-search-results] a")]);
    told.arrived = page.url();
    await page.goBack();
    told.after = await page.evaluate(look);
  }
  return { told, page };
}

/** Asked in the page: how the browser takes texts apart, and what it finds. */
function ask(texts, queries) {
  const { index, find } = window.siteSearch;
  return {
    words: texts.map((text) => index.words(text).map((word) => [word, index.token(word)])),
    vocabulary: [...index.spellings],
    found: queries.map((query) => find(query).map(({ address }) => address)),
  };
}

tell(await withBrowser(job, async (browser, asked) => {
  const visits = [];
  let answers = null;
  for (const one of job.visits) {
    const { told, page } = await visit(browser, one);
    visits.push(told);
    if (!answers && (job.words || job.queries)) answers = await page.evaluate(ask, job.words ?? [], job.queries ?? []);
    await page.close();
  }
  return { visits, answers, asked };
}));
