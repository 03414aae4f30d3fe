/*
 * Chooses folders, then single files, on the page that checks copies, as a person does, and tells what it says.
 * Job: name, page, key: path of a public key, folders: [paths], files: [paths].
 */
import { newPage, readJob, tell, withBrowser } from "../browser/kit.mjs";

const job = readJob();

tell(await withBrowser(job, async (browser, asked) => {
  const page = await newPage(browser);
  const states = [], texts = [];
  const choose = async (selector, paths) => {
    await page.goto(job.page);
    await (await page.$("[data-key]")).uploadFile(job.key);
    await (await page.$(selector)).uploadFile(...paths);
    await page.waitForFunction(() => document.querySelector("[data-result]").dataset.state !== "");
    states.push(await page.$eval("[data-result]", (node) => node.dataset.state));
    texts.push(await page.$eval("[data-result]", (node) => node.textContent));
  };
  for (const folder of job.folders) await choose("[data-folder]", [folder]);
  await choose("[data-files]", job.files);
  return { states, texts, asked };
}));
