/*
 * Unfolds the packed index. What a result says is also where its words are: the browser takes the words apart again.
 */
const DIGITS = 90;
const FIRST = 35;
const COLON = 58;
const BACKSLASH = 92;

/* One printable character as a number. */
function digit(text, at) {
  const code = text.charCodeAt(at);
  return code - FIRST - (code > COLON ? 1 : 0) - (code > BACKSLASH ? 1 : 0);
}

/* A list of growing numbers, packed as the steps between them: a step of 45 or more begins with a digit of 45 or more. */
function numbers(text) {
  const found = [];
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    let step = digit(text, at);
    if (step >= DIGITS / 2) step = (step - DIGITS / 2) * DIGITS + digit(text, ++at);
    last += step + 1;
    found.push(last);
  }
  return found;
}

/* Texts whose letters changed places, so that those of the language take one byte each. */
function unswapped([ours, theirs], text) {
  const back = new Map();
  for (let n = 0; n < ours.length; n++) back.set(ours[n], theirs[n]).set(theirs[n], ours[n]);
  return ours ? text.replace(/[^\s\d]/g, (sign) => back.get(sign) || sign) : text;
}

function unfold(packed) {
  const column = (name) => packed[name].split("\n");
  const ownColumn = (name) => unswapped(packed.swap, packed[name]).split("\n");
  const parts = (text) => (text ? text.split("\t") : []);
  const [names, ids] = ["names", "ids"].map(column);
  const [titles, lines, others, texts, urgent] = ["titles", "lines", "words", "texts", "urgent"].map(ownColumn);
  const { words } = analyser(packed.letters, packed.rules);
  const ended = new Set(numbers(packed.ended));
  const entries = [];
  packed.kinds.forEach(([kind, count, folder]) => {
    for (; count; count--) {
      const n = entries.length;
      const id = ids[n] === "=" ? words(titles[n]).join("-") : ids[n];
      entries.push({
        n, kind, id, title: titles[n], line: lines[n], text: texts[n], names: parts(names[n]), words: parts(others[n]),
        urgent: parts(urgent[n]), weight: ended.has(n) ? packed.less : 1, about: [], address: id && folder + id + ".html",
      });
    }
  });

  const leading = packed.leading.split("\n").map((text, at) => ({ members: numbers(text), at }));
  const heads = numbers(packed.heads);
  leading.forEach((lead) => {
    lead.entry = entries[heads[lead.at]];
    lead.members.forEach((n) => { if (lead.entry) entries[n].about.push(lead.entry); });
  });
  // The last list has no entry at its head: who helps in any country.
  const everywhere = leading.pop().members;

  // Lists of one kind of help in one region: their pages have no words of their own.
  const services = entries.filter(({ kind }) => kind === "service");
  const regions = entries.filter(({ kind }) => kind === "region");
  const combined = [];
  column("combined").forEach((text, at) => numbers(text).forEach((n) => {
    const [service, region] = [services[at], regions[n]];
    const address = service.address.replace(".html", "-in-" + region.id + ".html");
    combined.push({ service, region, kind: "service", title: service.title + ": " + region.title, line: service.line, about: [], address });
  }));
  return { ...weighed(entries, packed), combined, leading, everywhere };
}
