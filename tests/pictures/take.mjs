/*
 * Takes a page as a phone of 360 px shows it, and as a browser prints it.
 * Reads {page, phone, paper} from standard input: the address, and the files for the picture and the PDF.
 */
import { writeFileSync } from "node:fs";
import { newPage, readJob, withBrowser } from "../browser/kit.mjs";

const PHONE = { width: 360, height: 800, deviceScaleFactor: 1.5, isMobile: true };

const job = readJob();
await withBrowser({}, async (browser) => {
  const page = await newPage(browser);
  await page.setViewport(PHONE);
  await page.goto(job.page);
  writeFileSync(job.phone, await page.screenshot({ type: "png" }));
  writeFileSync(job.paper, await page.pdf({ format: "A4", tagged: false }));
});
