/*
 * Looks at pages as an older browser shows them.
 * Job: pages: [addresses], phones: [sizes]. Tells what is wrong: an exit that is covered or out of sight, text on other text,
 * a page wider than its screen, a number that nobody can see.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const { pages, phones } = readJob();

/* Asked in the page, at its top and once more in the middle. */
function look(isTop, width) {
  const wrong = [];
  const exit = document.querySelector(".leave");
  const box = exit.getBoundingClientRect();
  const isSticky = getComputedStyle(document.querySelector(".top")).position === "sticky";
  const isThere = box.width > 40 && box.height > 40 && box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= innerHeight;
  const hit = isThere && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if ((isTop || isSticky) && !(isThere && (hit === exit || exit.contains(hit)))) wrong.push("the exit is covered or out of sight");
  if (!isTop) return wrong;

  // A telephone would rather show everything small: its window grows with what is too wide.
  if (document.scrollingElement.scrollWidth > width) wrong.push(`wide: ${document.scrollingElement.scrollWidth}`);
  for (const link of document.querySelectorAll("a[href^='tel:']")) {
    const at = link.getBoundingClientRect();
    if (!link.closest("details:not([open]), .paper") && (!at.height || at.left < 0 || at.right > width + 0.5)) wrong.push(`out of sight: ${link.textContent}`);
  }

  // Letters reach out of their lines a little; what lies on something else reaches far into it.
  const boxes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const fold = text.parentElement.closest("details:not([open])");
    if (fold && !text.parentElement.closest("summary")) continue;
    if (!text.data.trim() || getComputedStyle(text.parentElement).clip !== "auto" || text.parentElement.closest(".skip, .aloud, .stack thead, .word")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const spare = (bottom - top) * 0.25;
      if (right - left > 3) boxes.push({ left: left + 1, right: right - 1, top: top + spare, bottom: bottom - spare, text: text.data.trim().slice(0, 30) });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((one, n) => {
    for (let m = n + 1; m < boxes.length && boxes[m].top < one.bottom; m++) {
      const other = boxes[m];
      if (other.left < one.right && one.left < other.right) wrong.push(`"${one.text}" lies on "${other.text}"`);
    }
  });
  return wrong;
}

await withBrowser({}, async (browser) => {
  const page = await newPage(browser, { script: false });
  const found = {};
  for (const phone of phones) {
    await page.setViewport({ ...phone, isMobile: true, hasTouch: true });
    for (const address of pages) {
      await page.goto(address);
      const wrong = await page.evaluate(look, true, phone.width);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
      wrong.push(...(await page.evaluate(look, false, phone.width)));
      if (wrong.length) found[`${address} ${phone.width}`] = wrong.slice(0, 5);
    }
  }
  tell(found);
});
