/*
 * Unfolds what was packed: lists of numbers, letters that changed places, and what belongs to what.
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
  if (!ours || text[0] === "~") return ours ? text.slice(1) : text;
  const back = new Map();
  for (let n = 0; n < ours.length; n++) back.set(ours[n], theirs[n]).set(theirs[n], ours[n]);
  return text.replace(/[^\s\d]/g, (sign) => back.get(sign) || sign);
}

/* A column of the packed index as its lines: a number stands for empty ones in a row. */
const column = (text) => text.split("\n").flatMap((line) => (line[0] === "^" ? Array(+line.slice(1)).fill("") : [line]));
/* The same of texts with their letters in their places; several of one entry stand between tabs. */
const texts = (packed, name) => column(packed[name]).map((line) => (line ? line.split("\t").map((text) => unswapped(packed.swap, text)) : []));

/* The rules of the language, as the words are compared by them. */
function rulesOf({ rules, swap }) {
  const [ignored, same] = [rules.ignored, rules.same].map((text) => unswapped(swap, text));
  return { ...rules, ignored: ignored.split(" "), same: same ? same.split("\n").map((words) => words.split(" ")) : [] };
}

/* Entries with everything that leads to them: the index in which the finder looks. */
function unfold(entries, packed) {
  const weights = new Map();
  packed.heavier.forEach(([weight, all]) => numbers(all).forEach((n) => weights.set(n, weight)));
  entries.forEach((entry, n) => Object.assign(entry, { n, weight: weights.get(n) || 1, about: [] }));
  const leading = column(packed.leading).map((text, at) => ({ members: numbers(text), at }));
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
  column(packed.combined).forEach((text, at) => numbers(text).forEach((n) => {
    const [service, region] = [services[at], regions[n]];
    const address = service.address.replace(".html", "-in-" + region.id + ".html");
    combined.push({ service, region, kind: "service", title: service.title + ": " + region.title, line: service.line, about: [], address });
  }));
  return { ...weighed(entries, packed), combined, leading, everywhere };
}
