/*
 * Leaves a page in every way a person might, and tells where she ends up and where Back leads her.
 * The neutral page is answered here, so that no other host is contacted.
 * Job: name, script (true, false), before: address, page: address, exit: address of the neutral page, ways: {name: [steps]},
 * standIn: an address that takes the place of the neutral page where a browser cannot be answered in its name (Firefox).
 * A step is "click", a key to press, or milliseconds to wait. "nothing" before them: the neutral page does not come.
 */
import { isChromium, newPage, readJob, tell, withBrowser } from "./kit.mjs";

const job = readJob();
const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const NEUTRAL = { contentType: "text/html", body: "<title>Neutral</title>" };

/** Answer in the name of the neutral page, and remember what it was told about where she came from. */
async function answer(page, status, told) {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.url() !== job.exit) return request.continue();
    told.referer = request.headers().referer ?? "";
    return request.respond({ status, ...NEUTRAL });
  });
}

async function leave(browser, [first, ...others]) {
  const page = await newPage(browser, job);
  const told = { referer: null };
  const isNothing = first === "nothing";
  if (!job.standIn) await answer(page, isNothing ? 204 : 200, told);
  await page.goto(job.before);
  await page.goto(job.page);
  if (job.standIn) await page.evaluate((address) => { document.querySelector(".leave").href = address; }, job.standIn);
  for (const step of isNothing ? others : [first, ...others]) {
    if (typeof step === "number") await rest(step);
    else if (step !== "click") await page.keyboard.press(step);
    // With scripts off, Firefox tells no place to point at.
    else if (await isChromium(browser)) await page.click(".leave");
    else await page.evaluate(() => { document.querySelector(".leave").click(); });
  }
  await rest(700);
  if (isNothing) return page.evaluate(() => ({ title: document.title, height: document.documentElement.offsetHeight }));
  const arrived = page.url();
  await page.goBack();
  return { arrived, back: page.url(), ...told };
}

const result = await withBrowser(job, async (browser, asked) => {
  const left = {};
  // One after the other: a window behind another one cannot be pressed.
  for (const [way, steps] of Object.entries(job.ways)) left[way] = await leave(browser, steps);
  return { ...left, asked };
});
tell(result);
