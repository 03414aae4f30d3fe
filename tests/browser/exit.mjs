/*
 * Leaves a page in every way a person might, and tells where she ends up and where Back leads her.
 * The neutral page is answered here, so that no other host is contacted.
 * Job: name, script (true, false), before: address, page: address, exit: address of the neutral page, ways: {name: [steps]}.
 * A step is "click", "hold" (the neutral page does not answer yet), a key to press, or milliseconds to wait.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const job = readJob();
const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function leave(browser, steps) {
  const page = await newPage(browser, job);
  const hold = steps.includes("hold");
  let referer = null;
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.url() !== job.exit) return request.continue();
    referer = request.headers().referer ?? "";
    return hold ? undefined : request.respond({ contentType: "text/html", body: "<title>Neutral</title>" });
  });
  await page.goto(job.before);
  await page.goto(job.page);
  for (const step of steps) {
    if (step === "hold") continue;
    if (typeof step === "number") await rest(step);
    else if (step === "click") await page.click(".leave");
    else await page.keyboard.press(step);
  }
  await rest(700);
  if (hold) {
    const seen = await page.evaluate(() => ({ title: document.title, height: document.documentElement.offsetHeight }));
    await page.close();
    return seen;
  }
  const arrived = page.url();
  await page.goBack();
  const back = page.url();
  await page.close();
  return { arrived, back, referer };
}

const result = await withBrowser(job, async (browser, asked) => {
  const left = await Promise.all(Object.entries(job.ways).map(async ([way, steps]) => [way, await leave(browser, steps)]));
  return { ...Object.fromEntries(left), asked };
});
tell(result);
