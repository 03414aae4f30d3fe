// Prints pages to PDF in Debian's Chromium. Reads a JSON list of {url, format, file} from standard input and writes, for each,
// the number of sides. With `file` the PDF is kept there. One browser, one tab: the pages are printed one after the other.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const jobs = JSON.parse(readFileSync(0, "utf-8"));
const folder = mkdtempSync(join(tmpdir(), "print-"));
const browser = await puppeteer.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage();
const sides = [];
for (const { url, format, file } of jobs) {
  await page.goto(url);
  const pdf = Buffer.from(await page.pdf({ format, tagged: false }));
  if (file) writeFileSync(file, pdf);
  // Chromium writes one "/Type /Page" object a side.
  sides.push((pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) || []).length);
}
await browser.close();
process.stdout.write(JSON.stringify(sides));
