/*
 * How pages behave under a reader's hands. Job: {start, list, report, official}: addresses of pages in English.
 * Tells what happened when she changed the language, pressed Shift while writing, composed letters, and paused while typing.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const job = readJob();
const wait = (time) => new Promise((ready) => setTimeout(ready, time));

/* Scroll somewhere, go up to the languages as one must on a telephone, and choose Spanish. */
async function changed(page, address, to) {
  await page.goto(address);
  await page.evaluate(to);
  await wait(500);
  await page.evaluate(() => window.scrollTo(0, 0));
  await wait(100);
  await Promise.all([page.waitForNavigation(), page.evaluate(() => document.querySelector(".tongues a[lang=es]").click())]);
  await wait(200);
  return page.evaluate(() => ({
    hash: location.hash,
    top: location.hash && document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top,
    far: window.pageYOffset / (document.documentElement.scrollHeight - innerHeight),
  }));
}

async function shifts(page, address, where) {
  await page.goto(address);
  // The form is emptied when its page appears: its boxes are new then.
  await wait(300);
  await page.focus(where);
  if (where.includes("textarea")) await page.keyboard.type("They came at night");
  for (let n = 0; n < 4; n++) await page.keyboard.press("Shift");
  await wait(300);
  return { isHere: page.url() === address, text: await page.evaluate(() => document.querySelector("[data-field]:not([hidden]) textarea")?.value ?? "") };
}

/* What Enter does in the search box that ends a composition, and what is read aloud while she types and when she pauses. */
async function search(page, address) {
  await page.goto(address);
  await page.focus("input[type=search]");
  await wait(400);
  await page.keyboard.type("Hond", { delay: 30 });
  await wait(400);
  const state = () => page.evaluate(() => ({
    aloud: document.querySelector(".found [role=status]").textContent,
    shown: document.querySelector(".found p").textContent,
    inBox: document.activeElement.matches("input"),
  }));
  const typing = await state();
  await wait(900);
  const paused = await state();
  await page.evaluate(() => {
    const keys = { key: "Enter", bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { ...keys, isComposing: true }));
  });
  const composed = await state();
  await page.keyboard.press("Enter");
  const entered = await state();
  return { typing, paused, composed, entered };
}

/* What a screen reader is told of a page: its landmarks and what can be folded, and the links with an address that ends so. */
async function told(page, address) {
  await page.goto(address);
  const session = await page.createCDPSession();
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const named = (...roles) => nodes.filter(({ ignored, role }) => !ignored && roles.includes(role?.value)).map(({ name }) => name?.value ?? "");
  return {
    folds: named("DisclosureTriangle"),
    landmarks: named("region", "navigation"),
    links: named("link").filter((name) => name.startsWith("What to send")),
  };
}

await withBrowser({}, async (browser) => {
  const page = await newPage(browser);
  await page.setViewport({ width: 360, height: 640 });
  tell({
    part: await changed(page, job.start, () => document.getElementById("with-held").scrollIntoView()),
    list: await changed(page, job.list, () => window.scrollTo(0, document.documentElement.scrollHeight * 0.6)),
    top: await changed(page, job.list, () => window.scrollTo(0, 50)),
    writing: await shifts(page, job.report, "[data-field]:not([hidden]) textarea"),
    reading: await shifts(page, job.start, ".leave"),
    search: await search(page, job.start),
    told: await told(page, job.official),
  });
});
