/*
 * What pages show and what they print. Job: pages: [addresses], printed: [addresses to print as a file], folder, leave: selector of
 * what paper has no use for. Tells the words of each page that paper lacks.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const { pages, printed, folder, leave } = readJob();

/* The words that stand somewhere, each with its number; on the screen with everything unfolded. */
function words(leave) {
  const seen = {};
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (leave && text.parentElement.closest(leave)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    if (!range.getClientRects().length || !text.parentElement.checkVisibility({ contentVisibilityAuto: false })) continue;
    for (const word of text.data.split(/\s+/)) if (word) seen[word] = (seen[word] || 0) + 1;
  }
  return seen;
}

await withBrowser({}, async (browser) => {
  const page = await newPage(browser, { script: false });
  const lacking = {};
  for (const address of pages) {
    await page.emulateMediaType("screen");
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    const shown = await page.evaluate(words, leave);
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = false)));
    await page.emulateMediaType("print");
    const paper = await page.evaluate(words, "");
    const lost = Object.keys(shown).filter((word) => (paper[word] || 0) < shown[word]);
    if (lost.length) lacking[address] = lost.slice(0, 12);
  }
  await page.emulateMediaType(null);
  for (const [n, address] of printed.entries()) {
    await page.goto(address);
    await page.pdf({ path: `${folder}/${n}.pdf`, format: "A4", printBackground: true });
  }
  tell(lacking);
});
