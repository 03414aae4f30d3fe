/* Opens pages of the preview, changes what they are made of, and waits until they come again by themselves. */
import { writeFileSync } from "node:fs";
import { readJob, tell, withBrowser } from "./kit.mjs";

const { pages, change, words } = readJob();
const errors = [];

tell(await withBrowser({}, async (browser) => {
  const tabs = [];
  for (const address of pages) {
    const tab = await browser.newPage();
    tab.on("console", (said) => said.type() === "error" && errors.push(said.text()));
    tab.on("pageerror", (error) => errors.push(String(error)));
    await tab.goto(address);
    tabs.push(tab);
  }
  // The page has to ask for the first time before anything changes.
  await new Promise((ready) => setTimeout(ready, 1500));
  for (const [file, text] of change) writeFileSync(file, text);
  const has = (tab) => tab.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 90_000, polling: 250 }, words);
  const renewed = await Promise.all(tabs.map((tab) => has(tab).then(() => true, () => false)));
  return { renewed, errors };
}));
