/*
 * Pages with the letters that a reader chose, and in small windows. Job: pages: [addresses], looks: [{letters, width, height}].
 * Tells which are wider than their window, where the head takes more than a third of a low one, and which part that scrolls a
 * keyboard does not reach.
 */
import puppeteer from "puppeteer-core";
import { readJob, tell } from "./kit.mjs";

const { pages, looks } = readJob();

function measure(width) {
  for (const part of document.querySelectorAll("details")) part.open = true;
  const wrong = [];
  const wide = document.scrollingElement.scrollWidth;
  if (wide > width) {
    const out = [...document.querySelectorAll("article *")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width && (box.right > width + 0.5 || box.left < -0.5);
    });
    wrong.push(`wide: ${wide} ${out.slice(-1).map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`)}`);
  }
  window.scrollTo(0, document.body.scrollHeight / 2);
  const top = document.querySelector(".top, .head");
  const stuck = [".top", ".head"].map((name) => document.querySelector(name)).filter((part) => part && getComputedStyle(part).position === "sticky" && getComputedStyle(part).display !== "contents");
  for (const part of stuck) if (part.getBoundingClientRect().height > innerHeight / 3) wrong.push("the head covers too much");
  for (const part of document.querySelectorAll("body *")) {
    const style = getComputedStyle(part);
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY) && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);
    if (scrolls && !part.matches("textarea, [tabindex='0']")) wrong.push(`no key reaches ${part.tagName}.${part.className}`);
  }
  return wrong;
}

const found = {};
for (const { letters, width, height } of looks) {
  const browser = await puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", `--blink-settings=defaultFontSize=${letters}`],
  });
  try {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport({ width, height });
    for (const address of pages) {
      await page.goto(address);
      const wrong = await page.evaluate(measure, width);
      if (wrong.length) found[`${address} ${letters} ${width}`] = wrong;
    }
  } finally {
    await browser.close();
  }
}
tell(found);
