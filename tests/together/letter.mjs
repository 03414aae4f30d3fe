/*
 * Fills a letter as a person would, and tells what the page made of it and what it left behind.
 * Job: page: its address, plain: the same page for a browser without script, report: text to paste, gap: {id: text}, tongue.
 */
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();

function listen() {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective));
  window.print = () => {
    const sheet = document.querySelector("[data-printout]");
    window.printed = { text: sheet.textContent, isShown: !sheet.hidden };
  };
}

function state() {
  const boxes = [...document.querySelectorAll("[data-gap] textarea")];
  return {
    gaps: Object.fromEntries(boxes.map((box) => [box.id.slice(2), box.value])),
    made: document.querySelector("[data-made]").value,
    dir: getComputedStyle(document.querySelector("[data-made]")).direction,
    said: [...document.querySelectorAll("[data-said]")].filter((part) => !part.hidden).map((part) => part.getAttribute("data-said")),
    kept: [localStorage.length, sessionStorage.length, document.cookie, location.search + location.hash, history.state],
    violations: window.violations,
    printed: window.printed,
  };
}

const press = (page, what) => page.evaluate((selector) => document.querySelector(selector).click(), what);

const result = await withBrowser({ memory: true }, async (browser, asked) => {
  const page = await newPage(browser);
  await page.evaluateOnNewDocument(listen);
  await page.goto(job.page);
  const seen = { empty: await page.evaluate(state) };
  for (const [id, text] of Object.entries(job.gap)) await page.type(`#i-${id}`, text);
  await page.focus("[data-pasted]");
  await page.evaluate((text) => document.execCommand("insertText", false, text), job.report);
  seen.filled = await page.evaluate(state);
  await press(page, `input[name=tongue][value=${job.tongue}]`);
  await press(page, "[data-do=print]");
  seen.told = await page.evaluate(state);
  await press(page, "[data-do=forget]");
  seen.forgotten = await page.evaluate(state);
  await page.type(`#i-${Object.keys(job.gap)[0]}`, "again");
  await page.goto(job.plain);
  await page.goBack();
  seen.back = await page.evaluate(state);

  const plain = await newPage(browser, { script: false });
  await plain.goto(job.page);
  seen.plain = await plain.evaluate(() => ({
    boxes: document.querySelectorAll("[data-gap] .box").length,
    heights: [...document.querySelectorAll("[data-gap] .box")].map((box) => box.getBoundingClientRect().height),
    tools: [...document.querySelectorAll("[data-tools]")].filter((part) => part.getClientRects().length).length,
    told: document.querySelector("[data-plain]").getClientRects().length,
  }));
  return { ...seen, asked };
});

tell(result);
