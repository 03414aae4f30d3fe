/*
 * Shows what was found: links, best first, each with its kind, one line, place and languages; ways on beside them. The keyboard
 * walks through them. All words come with the index.
 */
const FIRST_RESULTS = 10;
const PLACES = 3;
const LANGUAGES = 4;

function make(name, words, kind) {
  const element = document.createElement(name);
  if (words) element.textContent = words;
  if (kind) element.className = kind;
  return element;
}

/* Shorter numbers are no proof of anything when they are missing: people search for them as words, too. */
const LONG = 6;

const here = document.currentScript ? document.currentScript.src.replace(/[^/]+$/, "") : "";

/* A number, mailbox or address as `standing.py` compares it; empty for other words. */
function contactIn(query) {
  const text = query.trim().toLowerCase().replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (sign) => sign.charCodeAt(0) & 15)
    .replace(/^(mailto|tel|sms):|[<>"'\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
  if (/^[+\d\s().\/*-]{3,}$/.test(text)) return text.replace(/[^\d*]/g, "").replace(/^00/, "");
  if (/\s/.test(text)) return "";
  if (/.@|@./.test(text)) return text;
  return /[^.]\.[^.]{2}/.test(text) ? text.replace(/^[a-z]+:\/\//, "").replace(/^www\./, "").split("#")[0].replace(/\/+$/, "") : "";
}

/* Calls back when the contacts of this copy are there. */
function withContacts(then) {
  if (window.siteStanding) return then(window.siteStanding);
  const script = make("script");
  script.src = here + "standing.js";
  script.onload = () => window.siteStanding && then(window.siteStanding);
  document.head.append(script);
}

function searchOf(packed) {
  const index = unfold(packed);
  const find = finder(index);
  const { said, ways, chapters } = packed;
  const anywhere = new Set(index.everywhere);

  /* Where it helps, and in which languages it answers, in a few words. */
  function about(entry) {
    const titles = (kinds, most) => {
      const found = entry.about.filter(({ kind }) => kinds.includes(kind)).map(({ title }) => title);
      return found.length > most ? [...found.slice(0, most), "…"] : found;
    };
    const places = entry.kind === "language" ? [] : anywhere.has(entry.n) ? [said.everywhere] : titles(["country", "region"], PLACES);
    return [said[entry.kind], places.join(said.comma + " "), titles(["language"], LANGUAGES).join(said.comma + " ")].filter(Boolean);
  }

  function item(entry, up) {
    const row = make("li");
    const link = make("a");
    link.href = up + entry.address;
    // A name in another script keeps its own direction and does not turn the line around.
    link.append(make("bdi", entry.title));
    row.append(link);
    if (entry.line) row.append(make("p", entry.line, "plain"));
    row.append(make("p", about(entry).join(" · "), "tags"));
    return row;
  }

  function open(box, panel, up) {
    const status = panel.querySelector("[role=status]");
    const list = panel.querySelector("ul");
    let chapter = "";
    let results = [];
    let verdict = "";
    const choice = make("p", "", "kinds");
    const more = make("button", said.more);
    more.type = "button";
    const others = make("ul", "", "inline");
    for (const [words, address] of ways) {
      const row = make("li");
      const link = make("a", words);
      link.href = up + address;
      row.append(link);
      others.append(row);
    }
    list.before(choice);
    list.after(more, others);

    const shown = () => results.filter(({ kind }) => !chapter || chapters[chapter].includes(kind));

    function fill(from, most) {
      const found = shown();
      if (!from) list.textContent = "";
      list.append(...found.slice(from, most).map((entry) => item(entry, up)));
      more.hidden = found.length <= most;
      status.textContent = verdict || (found.length ? said.found.replace("#", found.length) : said.nothing);
    }

    /* Buttons that narrow by kind: only those that would leave something out. */
    function narrow() {
      choice.textContent = "";
      const kinds = Object.keys(chapters).filter((name) => results.some(({ kind }) => chapters[name].includes(kind)));
      choice.hidden = kinds.length < 2;
      for (const name of ["", ...kinds]) {
        const button = make("button", name ? said[name] : said.all);
        button.type = "button";
        button.setAttribute("aria-pressed", name === chapter);
        button.onclick = () => {
          chapter = name;
          for (const other of choice.children) other.setAttribute("aria-pressed", other === button);
          fill(0, FIRST_RESULTS);
        };
        choice.append(button);
      }
    }

    /* Whether a pasted number, mailbox or address stands in this copy: its pages come first. */
    function lookUp(contact, query) {
      withContacts((known) => {
        if (box.value !== query) return;
        const pages = index.entries.filter(({ address }) => (known[address] || []).includes(contact));
        verdict = pages.length ? said.stands : contact.length < LONG ? "" : said.absent;
        // What only looks like it would lead astray; short numbers are words that people search for.
        results = contact.length < LONG ? [...new Set([...pages, ...results])] : pages;
        narrow();
        fill(0, FIRST_RESULTS);
      });
    }

    function show(query) {
      const isAsking = Boolean(query.trim());
      panel.hidden = !isAsking;
      results = isAsking ? find(query) : [];
      chapter = verdict = "";
      narrow();
      fill(0, FIRST_RESULTS);
      const contact = contactIn(query);
      if (contact) lookUp(contact, query);
    }

    more.onclick = () => {
      const from = list.children.length;
      fill(from, from + FIRST_RESULTS);
      list.children[from].querySelector("a").focus();
    };

    /* Down and Enter lead from the box to the first result, the arrows from one to the next, Escape back and out. */
    panel.parentNode.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      const isBox = document.activeElement === box;
      if (panel.hidden || (!isBox && at < 0)) return;
      if (event.key === "Escape") {
        if (isBox) box.value = "";
        box.focus();
        if (isBox) show("");
      } else if (event.key === "ArrowDown" || (isBox && event.key === "Enter")) {
        // Nothing waits for the pause after the last key: what was typed is what is opened.
        if (isBox) show(box.value);
        const next = list.querySelectorAll("a")[at + 1];
        if (next) next.focus();
      } else if (event.key === "ArrowUp" && !isBox) (links[at - 1] || box).focus();
      else return;
      event.preventDefault();
    });

    return { show };
  }

  return { open, find, index };
}
