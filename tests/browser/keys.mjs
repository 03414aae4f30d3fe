/*
 * Goes through pages with the Tab key alone, and takes what a screen reader is told of them.
 * Job: base, pages: [path]. Tells for each page its landmarks, headings, what can be reached and in which order, and what is wrong
 * for somebody who sees nothing: a stop without a name, a place that Tab never reaches or never leaves, two landmarks of one name.
 */
import { newPage, readJob, tell, withBrowser } from "./kit.mjs";

const job = readJob();
const LANDMARKS = new Set(["banner", "navigation", "main", "contentinfo", "region", "search", "complementary", "form"]);
const STOPS = new Set(["link", "button", "textbox", "searchbox", "checkbox", "radio", "combobox", "spinbutton", "DisclosureTriangle", "slider"]);
const MOST = 150;

/** Every node that a screen reader is told of: its role, its name, and the level of a heading. */
async function told(client) {
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  // The browser tells level by level; a reader goes from top to bottom.
  const inOrder = (node) => [node, ...(node.childIds || []).filter((id) => byId.has(id)).flatMap((id) => inOrder(byId.get(id)))];
  return inOrder(nodes[0]).filter(({ ignored }) => !ignored).map((node) => ({
    role: node.role.value, name: node.name ? node.name.value.trim() : "",
    level: (node.properties || []).filter(({ name }) => name === "level").map(({ value }) => value.value)[0],
    focusable: (node.properties || []).some(({ name, value }) => name === "focusable" && value.value),
  }));
}

/** Asked in the page: what has the focus, whether all of it can be seen, and whether something covers it. */
function stop() {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return null;
  const box = focused.getBoundingClientRect();
  const rows = [...focused.getClientRects()];
  const row = rows[0] || box;
  // The middle of what is in the window: a tall box may begin behind the head.
  const [top, bottom] = [Math.max(row.top, 0), Math.min(row.bottom, innerHeight)];
  const over = document.elementFromPoint(Math.min(row.left + row.width / 2, innerWidth - 1), Math.min((top + bottom) / 2, innerHeight - 1));
  const style = getComputedStyle(focused);
  // Before the first stop a number is given to every place, so that a circle is seen.
  window.__order = window.__order || [...document.querySelectorAll("*")];
  return {
    at: window.__order.indexOf(focused), says: (focused.getAttribute("aria-label") || (focused.labels && focused.labels.length && focused.labels[0].textContent) || focused.textContent || focused.tagName + "." + focused.className + "#" + focused.id).trim().replace(/\s+/g, " ").slice(0, 60),
    tag: focused.tagName.toLowerCase(), isSeen: row.width > 0 && row.bottom > 0 && row.top < innerHeight,
    isCovered: Boolean(over) && !focused.contains(over) && !over.contains(focused),
    // The parts of a time of day are marked by the browser, inside of the box.
    hasMark: style.outlineStyle !== "none" || style.boxShadow !== "none" || focused.type === "time",
  };
}

/** Asked in the page: how many places Tab should reach. Of radio buttons with one name it reaches one. */
function reachable() {
  const groups = new Set();
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, audio[controls], [tabindex='0']")].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== "radio") return true;
    const isNew = !groups.has(one.name);
    groups.add(one.name);
    return isNew;
  }).length;
}

async function walk(page, address) {
  await page.goto(job.base + address);
  const client = await page.createCDPSession();
  const nodes = await told(client);
  await client.detach();
  const landmarks = nodes.filter(({ role }) => LANDMARKS.has(role)).map(({ role, name }) => [role, name]);
  const headings = nodes.filter(({ role }) => role === "heading").map(({ level, name }) => [level, name]);
  const count = await page.evaluate(reachable);
  const stops = [];
  while (stops.length < MOST) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(stop);
    // After the last place comes the browser's own bar, or the first one again.
    if (!here || (stops.length && here.at === stops[0].at)) break;
    stops.push(here);
  }
  const wrong = nodes.filter(({ role, name, focusable }) => (focusable && STOPS.has(role) && !name)).map(({ role }) => `a ${role} has no name`);
  landmarks.forEach(([role, name], n) => {
    const same = landmarks.findIndex(([other, called]) => other === role && called === name);
    if (same < n) wrong.push(`two landmarks are called ${role} “${name}”`);
  });
  headings.forEach(([level, name], n) => {
    if (n && level > headings[n - 1][0] + 1) wrong.push(`a level is missing above the heading “${name}”`);
    if (!name) wrong.push("a heading says nothing");
  });
  if (headings.filter(([level]) => level === 1).length !== 1) wrong.push("there is not one heading of the first level");
  if (stops.length < Math.min(count, MOST)) wrong.push(`Tab reaches ${stops.length} of ${count} places`);
  if (!stops.length || stops[0].tag !== "a") wrong.push("the first stop is no link past the head");
  stops.forEach(({ at, says, isSeen, isCovered, hasMark }, n) => {
    if (n && at < stops[n - 1].at) wrong.push(`the focus goes back to “${says}”`);
    if (!isSeen) wrong.push(`the focus cannot be seen on “${says}”`);
    else if (isCovered) wrong.push(`something covers the focus on “${says}”`);
    if (!hasMark) wrong.push(`nothing marks the focus on “${says}”`);
  });
  return { landmarks, headings, count, first: stops.slice(0, 12).map(({ says }) => says), stops: stops.length, wrong: [...new Set(wrong)] };
}

const found = await withBrowser({}, async (browser) => {
  const page = await newPage(browser, {});
  await page.setViewport({ width: 360, height: 640 });
  const all = {};
  for (const address of job.pages) all[address] = await walk(page, address);
  return all;
});
tell(found);
