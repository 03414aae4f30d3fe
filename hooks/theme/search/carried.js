/*
 * Search in the pocket edition: the same engine as on the site. What can be found stands in the file, so only words that it
 * does not show are sent beside it. Where a browser is too old for it, the file is as whole as without.
 */
const LISTS = {
  need: "#t + ul > li > a", end: "section[id^=t-] > ol", service: "section[id^=s-]", country: "li[id^=c-]", region: "h3[id^=r-]",
  organisation: "section[id^=o-]", guidance: "#h ~ details",
};
const RESULTS = 12;

/* What one thing in the file says of itself: where it stands, its name, other names, one line. */
function taken(kind, element) {
  const text = (found) => (found ? found.textContent : "");
  if (kind === "need") return { address: element.getAttribute("href"), title: text(element), line: text(element.nextElementSibling) };
  const place = kind === "end" ? element.parentNode : element;
  const name = kind === "region" ? place : place.querySelector("h3, b, summary");
  const others = [...place.querySelectorAll(".short")].flatMap((short) => text(short).split(" · "));
  const title = kind === "organisation" ? text(name.firstElementChild && !name.firstElementChild.matches(".short") ? name.firstElementChild : name.firstChild) : text(name);
  const line = kind === "service" ? text(place.querySelector(".plain")) : kind === "organisation" ? text(place.querySelector("p:not(.short)").firstChild) : "";
  return { address: "#" + place.id, title: title.trim(), line, names: others };
}

/* All entries in the order of the index. `order` says which of its list each one is. */
function carried(packed) {
  const lists = {};
  Object.keys(LISTS).forEach((kind) => { lists[kind] = [...document.querySelectorAll(LISTS[kind])]; });
  const [titles, names, others, urgent] = ["titles", "names", "words", "urgent"].map((name) => texts(packed, name));
  const entries = [];
  let at = 0;
  packed.kinds.forEach(([kind, count]) => {
    for (; count; count--) {
      const n = entries.length;
      const found = lists[kind] ? taken(kind, lists[kind][digit(packed.order, at++) * DIGITS + digit(packed.order, at++)]) : {};
      entries.push({
        kind, id: "", line: "", text: "", title: titles[n].join(""), address: kind === "line" ? "#c" : "", ...found,
        names: [...(found.names || []), ...names[n]], words: others[n], urgent: urgent[n],
      });
    }
  });
  return entries;
}

/* Numbers, mailboxes and addresses of the file, and where each stands. */
function contacts() {
  const known = {};
  document.querySelectorAll("article [id] a[href^=tel], article [id] a[href^=mailto], article [id] a[href^=http]").forEach((link) => {
    const { text } = markOf(link.getAttribute("href"));
    const place = "#" + link.closest("[id]").id;
    if (text && !(known[text] || []).includes(place)) known[text] = [...(known[text] || []), place];
  });
  return known;
}

function searchOf(packed) {
  packed.rules = rulesOf(packed);
  const part = document.querySelector("[data-find-part]");
  const find = finder(unfold(carried(packed), packed));
  const known = contacts();
  quiet(part);
  const box = document.getElementById("find");
  const results = document.querySelector("[data-search-results]");
  const nothing = document.querySelector("[data-nothing]");

  function show() {
    const found = find(box.value);
    const pasted = markOf(box.value);
    const places = pasted.text ? standing(pasted, known) : [];
    const shown = places.length ? places.map((address) => ({ address, title: named(address) })) : found;
    results.textContent = "";
    const list = document.createElement("ul");
    shown.slice(0, RESULTS).forEach(({ address, title }) => {
      const link = document.createElement("a");
      link.href = address;
      link.append(Object.assign(document.createElement("bdi"), { textContent: title }));
      list.appendChild(document.createElement("li")).append(link);
    });
    if (shown.length) results.append(list);
    nothing.hidden = shown.length > 0 || !box.value.trim();
  }
  function named(address) {
    const place = document.querySelector(address);
    return (place.querySelector("h3, b, .for") || place).textContent.trim();
  }

  // The plan of a case is folded: a link to it opens it.
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const plan = link && document.querySelector(link.getAttribute("href"));
    if (plan && plan.matches("details")) plan.open = true;
  });
  box.addEventListener("input", show);
  part.hidden = false;
  return { find };
}
