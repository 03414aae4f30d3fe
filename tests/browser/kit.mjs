/* What the browser scripts share: a job read, a browser that cannot reach another host, a result told. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "node:net";
import puppeteer from "puppeteer-core";

const CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
  // The browser's own calls home would count as requests to other hosts: clock off, sign-in and updates to a dead end. What it
  // asks its maker about the boxes of a page is not switched off: our boxes stand in forms that it does not ask about.
  "--disable-features=NetworkTimeServiceQuerying", "--gaia-url=http://127.0.0.1:9",
  "--component-updater=url-source=http://127.0.0.1:9/"];

const LONGEST = 240_000;

/** The job that the test wrote to our standard input. */
export const readJob = () => JSON.parse(readFileSync(0, "utf8"));

/** Tell the test what was seen. */
export const tell = (result) => process.stdout.write(JSON.stringify(result));

/** A proxy that lets nothing through and remembers what it was asked: proof that no other host was contacted. */
async function wall() {
  const asked = [];
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      asked.push(data.toString("latin1").split("\r\n")[0]);
      socket.end("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n");
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  return { asked, port: server.address().port };
}

/**
 * Use a browser, and close it whatever happens. `asked` lists every attempt to reach another host. `downloads`: a folder for
 * saved files; `memory`: whether Back may take a page from memory.
 */
export async function withBrowser({ name = "chromium", script = true, pictures = true, downloads, memory = false }, use) {
  const { asked, port } = await wall();
  const browser = await (name === "firefox" ? firefox(port, script, pictures, downloads, memory) : chromium(port, pictures, downloads));
  // A browser that hangs must not outlive the test.
  const alarm = setTimeout(() => browser.process().kill("SIGKILL"), LONGEST);
  try {
    return await use(browser, asked);
  } finally {
    clearTimeout(alarm);
    await browser.close();
  }
}

function chromium(port, pictures, downloads) {
  const args = [...CHROMIUM, `--proxy-server=http://127.0.0.1:${port}`];
  if (!pictures) args.push("--blink-settings=imagesEnabled=false");
  const downloadBehavior = downloads && { policy: "allow", downloadPath: downloads };
  return puppeteer.launch({ executablePath: "/usr/bin/chromium", args, downloadBehavior });
}

/** Scripts and pictures off by the same preferences as Tor Browser's "Safest" level. */
function firefox(port, script, pictures, downloads, memory) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    // Lets the preference below name another server for the browser's own lists than the maker's.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    extraPrefsFirefox: {
      "javascript.enabled": script,
      "svg.disabled": !pictures,
      "permissions.default.image": pictures ? 1 : 2,
      "services.settings.server": "data:,none",
      // Back loads a page again instead of taking it from memory: only a load can be waited for.
      "browser.sessionhistory.max_total_viewers": memory ? 4 : 0,
      ...(downloads && { "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.alwaysOpenPanel": false }),
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
    },
  });
}

/**
 * What stands in the file that a page saved under this name, as soon as it is whole: as long as it was a moment ago, with no half
 * file beside it. Null: it never came. Nothing but the name that the page gives is read: Firefox writes under one of its own first,
 * which is gone a moment later.
 */
export async function saved(folder, name) {
  const file = join(folder, name);
  let before = "";
  for (let n = 0; n < 200; n += 1) {
    await new Promise((later) => setTimeout(later, 100));
    if (!existsSync(file) || readdirSync(folder).some((other) => /\.(part|crdownload)$/.test(other))) continue;
    const text = readFileSync(file, "utf8");
    if (text && text === before) return text;
    before = text;
  }
  return null;
}

/** A new page, scripts on or off. Firefox has them off for the whole browser. */
export async function newPage(browser, { script = true } = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  if (!script && (await isChromium(browser))) await page.setJavaScriptEnabled(false);
  return page;
}

export const isChromium = async (browser) => (await browser.version()).startsWith("Chrome");
