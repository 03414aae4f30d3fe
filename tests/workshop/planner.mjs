/*
 * Makes a plan as a facilitator would, prints its pack, saves it and opens it again, and tells what was seen and whether anything
 * was stored or asked.
 * Job: page: an address; begin: an agenda's number; browser; downloads: an empty folder; broken: a file that is no plan.
 */
import { isChromium, newPage, readJob, saved, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();
const press = (page, selector) => page.$eval(selector, (button) => button.click());
const set = (page, selector, value) => page.$eval(selector, (box, value) => {
  box.value = value;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}, value);
const clocks = (page) => page.$$eval("[data-at]", (rows) => rows.map((row) => [row.querySelector(".clock").textContent, row.querySelector("strong, input").textContent || row.querySelector("strong, input").value]));

await withBrowser({ name: job.browser, downloads: job.downloads }, async (browser, asked) => {
  const page = await newPage(browser);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(job.page);
  const seen = { asked, errors };
  await set(page, "[data-ready]", await page.$eval("[data-ready]", (box, n) => box.options[n].value, job.begin));
  seen.begun = await clocks(page);
  await set(page, "[data-d=start]", "13:30");
  await press(page, "[data-at='1'] [data-do=drop]");
  await press(page, "[data-at='0'] [data-do=again]");
  await press(page, "[data-at='1'] [data-do=down]");
  await set(page, "[data-new]", "+");
  await press(page, "[data-do=add]");
  seen.focus = await page.evaluate(() => document.activeElement.dataset.do);
  await set(page, "[data-day] li:last-child [data-i=text]", "Canto: «agua» & <b>");
  await set(page, "[data-f=people]", "23");
  await set(page, "[data-f=place]", job.place);
  await set(page, "[data-f=group]", "women");
  await press(page, "[data-do=helper]");
  await set(page, "[data-h=name]", "Casa de la esquina");
  await set(page, "[data-h=contact]", "la vecina");
  seen.clock = await clocks(page);
  seen.notes = await page.$$eval("[data-notes] li", (items) => items.map((item) => item.textContent));
  seen.hash = await page.evaluate(() => location.hash);
  await press(page, "[data-do=make]");
  await page.waitForSelector("#pack [data-all]:not(:empty)");
  seen.pack = await page.$eval("#pack", (pack) => ({
    sections: [...pack.querySelectorAll(".sheet > h2:first-child, .sheet > h1")].map((heading) => heading.textContent),
    running: [...pack.querySelectorAll(".running tbody tr")].map((row) => row.cells[0].textContent + " " + row.cells[1].textContent),
    steps: [...pack.querySelectorAll(".steps")].map((table) => table.querySelector(".clock").textContent),
    lines: [...pack.querySelectorAll(".printing tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
    bring: [...pack.querySelectorAll(".shopping tbody tr")].map((row) => [row.cells[0].textContent, row.cells[1].textContent]),
    added: [...pack.querySelectorAll(".is-helpers .blank tbody tr")].map((row) => row.cells[0].textContent).filter(Boolean),
    compared: pack.querySelector("#h-mechanism-comparison").textContent,
    all: pack.querySelector("[data-all]").textContent,
  }));
  if (await isChromium(browser)) {
    await page.pdf({ path: `${job.downloads}/pack.pdf`, format: "A4" });
  }
  seen.forms = {};
  for (const form of ["plain", "pictures"]) {
    await set(page, "[data-f=form]", form);
    await press(page, "[data-do=make]");
    await page.waitForSelector("#pack [data-all]:not(:empty)");
    await page.evaluate(() => Promise.all([...document.querySelectorAll("#pack img")].map((image) => image.decode().catch(() => null))));
    seen.forms[form] = await page.$eval("#pack", (pack) => ({
      lines: [...pack.querySelectorAll(".printing tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
      drawn: [...pack.querySelectorAll(".picture-sheet img")].filter((image) => image.naturalWidth).length,
      added: [...pack.querySelectorAll("strong")].filter((name) => name.textContent === "Casa de la esquina").length,
    }));
    if (await isChromium(browser)) await page.pdf({ path: `${job.downloads}/${form}.pdf`, format: "A4" });
  }
  await set(page, "[data-f=form]", "normal");
  await press(page, "[data-do=save]");
  seen.file = await saved(job.downloads, "plan.yml");
  // A new page begins with the plan of the address, without the helpers; the file has them.
  const again = await newPage(browser);
  again.on("pageerror", (error) => errors.push(error.message));
  await again.goto(job.page + seen.hash);
  seen.again = await clocks(again);
  seen.kept = await again.$$eval("[data-h=name]", (boxes) => boxes.length);
  const input = await again.$("[data-open]");
  await input.uploadFile(`${job.downloads}/plan.yml`);
  await again.waitForSelector("[data-h=name]");
  seen.opened = { clock: await clocks(again), helper: await again.$eval("[data-h=name]", (box) => box.value), hash: await again.evaluate(() => location.hash) };
  await (await again.$("[data-open]")).uploadFile(job.broken);
  await new Promise((later) => setTimeout(later, 500));
  seen.refused = { clock: await clocks(again), said: await again.$eval("[data-sum]", (line) => line.textContent) };
  seen.stored = await again.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length);
  if (await isChromium(browser)) {
    const plain = await newPage(browser, { script: false });
    await plain.goto(job.page);
    seen.plain = await plain.evaluate(() => null).catch(() => null);
    seen.boxes = await plain.$$eval("input, select, button", (parts) => parts.filter((part) => part.checkVisibility()).length);
    seen.doors = await plain.$$eval(".doors a", (links) => links.filter((link) => link.checkVisibility()).length);
    seen.rows = await plain.$$eval("[data-session]", (rows) => rows.length);
  }
  tell(seen);
});
