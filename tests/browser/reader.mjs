/*
 * What a reader view keeps of a page: Mozilla's own program, in a browser's own tree. Told for each page are the numbers,
 * mailboxes, headings and warnings of its main part that are lost.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const { root, only, warning } = readJob();
const program = readFileSync(createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js"), "utf8");
const waiting = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".html") && new RegExp(only).test(file));
const AT_ONCE = 40;

/* Runs in the browser: pages as text in, what their reader view lacks out. A heading may be its title instead; what is hidden
 * from everybody is not missed. */
function lost(texts, warning) {
  const plain = (text) => text.replace(/\s+/g, "");
  const links = (tree) => [...tree.querySelectorAll("a[href^='tel:'], a[href^='mailto:']")].map((link) => link.getAttribute("href"));
  const said = (tree, what) => [...tree.querySelectorAll(what)].filter((one) => !one.closest("[hidden]")).map((one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll("[hidden]").forEach((part) => part.remove());
    return plain(copy.textContent);
  });
  return texts.map((text) => {
    const tree = new DOMParser().parseFromString(text, "text/html");
    const main = tree.querySelector("main") || tree.body;
    const wanted = { links: links(main), headings: said(main, "h1, h2, h3, h4"), warnings: said(main, warning) };
    const read = new Readability(tree, { serializer: (kept) => kept }).parse();
    const left = read ? links(read.content) : [];
    const heads = read ? said(read.content, "h1, h2, h3, h4") : [];
    const words = read ? plain(read.content.textContent) : "";
    const title = read ? plain(read.title) : "";
    const isIn = (list, one) => list.includes(one) && list.splice(list.indexOf(one), 1);
    return {
      count: wanted.links.length,
      warned: wanted.warnings.length,
      links: wanted.links.filter((href) => !isIn(left, href)),
      headings: wanted.headings.filter((one) => !isIn(heads, one) && !title.includes(one)),
      warnings: wanted.warnings.filter((one) => !words.includes(one)),
    };
  });
}

const found = {};

/* One browser takes some pages at a time until none is left. */
const work = () => withBrowser({}, async (browser) => {
  const page = await newPage(browser);
  await page.evaluate(program + "; window.Readability = Readability;");
  while (waiting.length) {
    const some = waiting.splice(0, AT_ONCE);
    const seen = await page.evaluate(lost, some.map((file) => readFileSync(`${root}/${file}`, "utf8")), warning);
    some.forEach((file, at) => (found[file] = seen[at]));
  }
});

await Promise.all([work(), work()]);
tell(found);
