/*
 * Fills the incident report as a person would, and tells what the page made of it and what it left behind.
 * Job: name (chromium, firefox), downloads: a folder, runs: [{page, elsewhere: addresses, base, whoms, tongues}],
 * typed: {field: text}, long: {field: text}, essential: {body: [fields]}, plain: [addresses to see without script],
 * axe: [addresses to look for barriers in, filled].
 */
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { newPage, readJob, saved, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();
const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** In the page before anything else: remember violations of its policy and requests to print. */
function listen() {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
  window.print = () => {
    const sheet = document.querySelector("[data-printout]");
    window.printed = { text: sheet.textContent, dir: sheet.dir, isShown: !sheet.hidden };
  };
}

/** In the page: everything that a browser could keep. */
async function stored() {
  const found = [];
  const look = async (kind, list) => { try { if ((await list()).length) found.push(kind); } catch { /* no such store here */ } };
  await look("localStorage", () => localStorage);
  await look("sessionStorage", () => sessionStorage);
  await look("cookie", () => document.cookie);
  await look("address", () => location.hash + location.search);
  await look("history", () => (history.state ? [history.state] : []));
  await look("indexedDB", () => indexedDB.databases());
  await look("caches", () => caches.keys());
  await look("service worker", () => navigator.serviceWorker.getRegistrations());
  return found;
}

/** In the page: what stands in it now, and what it says about itself. */
function state() {
  const shown = (element) => element.getClientRects().length > 0;
  const isFilled = (field) => [...field.querySelectorAll("textarea, input")].some((box) => (box.type === "textarea" ? box.value : box.checked));
  return {
    filled: [...document.querySelectorAll("[data-field]")].filter(isFilled).map((field) => field.id.slice(2)),
    box: document.querySelector("[data-made]").value,
    dir: getComputedStyle(document.querySelector("[data-made]")).direction,
    whom: document.querySelector("input[name=whom]:checked")?.value ?? "",
    tongue: document.querySelector("input[name=tongue]:checked")?.value ?? "",
    printout: document.querySelector("[data-printout]").textContent,
    missing: [...document.querySelectorAll("[data-missing] a")].map((link) => link.getAttribute("href").slice(3)),
    said: [...document.querySelectorAll("[data-said]")].filter(shown).map((part) => part.getAttribute("data-said")),
    isFresh: window.marked === undefined,
  };
}

const press = (page, selector) => page.evaluate((what) => { document.querySelector(what).click(); }, selector);
const choose = (page, name, value) => press(page, `input[name=${name}][value=${value}]`);
const values = (page, names) => page.evaluate((ids) => Object.fromEntries(ids.map((id) => [id, document.getElementById(`i-${id}`).value])), names);

/** Keys for short texts, one insertion as by pasting for long ones, the second option of every choice. */
async function fill(page) {
  await choose(page, "whom", "all");
  for (const [id, text] of Object.entries(job.typed)) await page.type(`#i-${id}`, text);
  for (const [id, text] of Object.entries(job.long)) {
    await page.focus(`#i-${id}`);
    await page.evaluate((words) => document.execCommand("insertText", false, words), text);
  }
  await page.evaluate(() => {
    for (const group of document.querySelectorAll("[data-field] fieldset")) group.querySelectorAll("input")[1].click();
  });
}

/** Which bodies are said to be complete, when all but one of the essential fields of a body are filled, and when all are. */
function progress(essential) {
  const complete = () => [...document.querySelectorAll("[data-progress]")]
    .filter((line) => !line.querySelector("[data-done]").hidden).map((line) => line.getAttribute("data-progress"));
  const set = (id, isFilled) => {
    const field = document.getElementById(`f-${id}`);
    const box = field.querySelector("textarea");
    if (box) box.value = isFilled ? "x" : " \n ";
    else field.querySelector("input").checked = isFilled;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const seen = {};
  for (const [body, fields] of Object.entries(essential)) {
    for (const id of fields.slice(0, -1)) set(id, true);
    const before = complete().includes(body);
    set(fields.at(-1), true);
    seen[body] = { before, after: complete() };
    for (const id of fields) set(id, false);
  }
  return { seen, empty: complete() };
}

/** Press a button that saves, and tell all names that came, and what stands under the one that the page gives. */
async function pressed(page, what, name) {
  await press(page, `[data-do=${what}]`);
  const text = await saved(job.downloads, name);
  const names = readdirSync(job.downloads);
  names.forEach((one) => rmSync(join(job.downloads, one)));
  return { name: names.join(), text };
}

async function run(browser, { page: address, elsewhere, base, whoms, tongues }) {
  const page = await newPage(browser);
  const asked = [];
  const errors = [];
  await page.evaluateOnNewDocument(listen);
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  await page.goto(address);
  await rest(100);
  page.on("request", (request) => { if (!request.url().startsWith("blob:")) asked.push(request.url()); });
  const start = await page.evaluate(state);
  await fill(page);
  const seen = { start, filled: await page.evaluate(state), values: await values(page, [...Object.keys(job.typed), ...Object.keys(job.long)]) };
  seen.texts = {};
  for (const tongue of tongues) {
    seen.texts[tongue] = {};
    await choose(page, "tongue", tongue);
    await page.waitForFunction((tongue) => document.querySelector("[data-made]").lang === tongue, {}, tongue);
    for (const whom of whoms) {
      await choose(page, "whom", whom);
      seen.texts[tongue][whom] = await page.evaluate(() => document.querySelector("[data-made]").value);
    }
  }
  await choose(page, "whom", "sp");
  await press(page, "[data-do=copy]");
  seen.copied = await page.evaluate(state);
  seen.text = await pressed(page, "text", "notes.txt");
  seen.page = await pressed(page, "page", "notes.html");
  await press(page, "[data-do=print]");
  seen.printed = await page.evaluate(() => window.printed);
  seen.printable = await page.evaluate(() => {
    const visible = (selector) => [...document.querySelectorAll(selector)].some((part) => part.getClientRects().length > 0);
    return visible(".printout");
  });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  seen.stored = await page.evaluate(stored);
  await page.focus("#i-full-name");
  await press(page, "[data-do=forget]");
  seen.forgotten = await page.evaluate(state);
  await choose(page, "whom", "all");
  await page.focus("#i-full-name");
  await page.keyboard.down("Control");
  for (let n = 0; n < 3; n++) await page.keyboard.press("z");
  await page.keyboard.up("Control");
  seen.undone = await page.evaluate(state);
  seen.progress = await page.evaluate(progress, job.essential);
  await page.type("#i-full-name", "Kamari");
  seen.violations = await page.evaluate(() => window.violations);
  seen.asked = [...asked];
  seen.errors = errors;
  await page.evaluate(() => { window.marked = true; });
  await page.goto(elsewhere);
  // Back from memory loads nothing that could be waited for.
  await page.evaluate(() => { setTimeout(() => history.back(), 50); });
  for (let n = 0; n < 100 && page.url() !== address; n++) await rest(50);
  await rest(300);
  seen.back = await page.evaluate(state);
  await page.evaluate(() => {
    document.querySelector("#i-full-name").value = "Kamari";
    window.marked = true;
    setTimeout(() => location.reload(), 50);
  });
  // Firefox, too, loses count of loads after a page from memory.
  await rest(300);
  for (let n = 0; n < 50; n++) {
    seen.reloaded = await page.evaluate(state).catch(() => null);
    if (seen.reloaded?.isFresh && seen.reloaded.box) break;
    await rest(100);
  }
  await page.close();
  return seen;
}

/** Without script: the fields that can be seen and filled by hand, and the tools that can be seen. */
async function plain(browser, address) {
  const page = await newPage(browser, { script: false });
  await page.goto(address);
  const seen = await page.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
    return {
      fields: shown("[data-field]").filter((field) => field.querySelector(".box, input").getClientRects().length).map((field) => field.id.slice(2)),
      tools: shown("button, [data-tools], [data-progress], [data-made], [name=whom], [name=tongue], [data-printout]").length,
      note: shown("[data-plain]").map((part) => part.textContent),
    };
  });
  await page.close();
  return seen;
}

/** Filled, everything unfolded, light and dark. */
async function barriers(browser, address) {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const page = await newPage(browser);
  await page.setBypassCSP(true);
  await page.goto(address);
  await fill(page);
  await page.evaluate(axe);
  const found = [];
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const { violations, passes } = await page.evaluate(() => {
      for (const part of document.querySelectorAll("details")) part.open = true;
      return window.axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    });
    if (!passes.length) found.push(`${address} ${scheme}: nothing was looked at`);
    for (const { id, nodes } of violations) found.push(...nodes.map((node) => `${address} ${scheme} ${id}: ${node.html}`));
  }
  await page.close();
  return found;
}

const result = await withBrowser({ name: job.name, downloads: job.downloads, memory: true }, async (browser, asked) => {
  const runs = [];
  for (const one of job.runs) runs.push(await run(browser, one));
  const unscripted = [];
  for (const address of job.plain) unscripted.push(await plain(browser, address));
  const axe = [];
  for (const address of job.axe) axe.push(...await barriers(browser, address));
  return { runs, plain: unscripted, axe, cookies: (await browser.cookies()).length, asked };
});
tell(result);
