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

function searchOf(packed) {
  packed.rules = rulesOf(packed);
  const index = unfold(rows(packed), packed);
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
    row.append(make("p", about(entry).join(" · "), "labels"));
    return row;
  }

  function open(box, panel, up, assets) {
    const status = panel.querySelector("p");
    const list = panel.querySelector("ul");
    let chapter = "";
    let results = [];
    let verdict = "";
    let hasAsked = false;
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

    /* A pasted number, mailbox or address: its pages, and one sentence that claims no more than that it stands here. */
    function compare(pasted) {
      const pages = standing(pasted, window.siteContacts);
      // Few digits can mean anything: 24/7, a year.
      if (!pages.length && pasted.isNumber && pasted.text.length < LONG) return;
      if (pages.length) results = index.entries.filter(({ address }) => pages.includes(address));
      verdict = said[pages.length ? "is-here" : "not-here"];
    }

    /* The list of what stands in this copy. Where it does not come, nothing is said about it. */
    function load() {
      const script = make("script");
      script.src = assets + "search/contacts.js";
      script.onload = script.onerror = () => {
        hasAsked = true;
        show(box.value);
      };
      document.head.append(script);
    }

    function show(query) {
      const isAsking = Boolean(query.trim());
      panel.hidden = !isAsking;
      results = isAsking ? find(query) : [];
      chapter = verdict = "";
      const pasted = markOf(query);
      if (pasted.text && window.siteContacts) compare(pasted);
      else if (pasted.text && !hasAsked) return load();
      narrow();
      fill(0, FIRST_RESULTS);
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
      // This Enter, arrow or Escape belongs to letters that are still being put together.
      if (event.isComposing || event.keyCode === 229) return;
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
