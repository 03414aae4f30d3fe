/*
 * Unfolds the packed index. What a result says is also where its words are: the browser takes the words apart again and
 * puts the weight that lunr gave each of them in the build beside it, in the same order.
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

function unfold(packed) {
  const { words, bare, token } = analyser(packed.letters, packed.rules);
  const column = (name) => packed[name].split("\n");
  const parts = (text) => (text ? text.split("\t") : []);
  const [titles, lines, names, others, texts, ids] = ["titles", "lines", "names", "words", "texts", "ids"].map(column);
  const entries = [];
  const postings = new Map();
  const spellings = new Map();
  const whole = [];

  /* A whole name as one word, with the places where one of its words ends; once more without the words that say nothing. */
  function keep(entry, text, isName) {
    const found = words(text);
    const telling = found.filter(token);
    for (const chosen of telling.length && telling.length < found.length ? [found, telling] : [found]) {
      const ends = [];
      let length = 0;
      chosen.forEach((word) => ends.push((length += word.length)));
      whole.push({ entry, text: chosen.join(""), ends, isName, stems: telling.map(token) });
    }
    return found;
  }

  let next = 0;
  function weigh(entry, found, isStrong, seen) {
    found.forEach((word) => {
      const stem = token(word);
      if (!stem) return;
      spellings.set(bare(word), stem);
      if (seen.has(stem)) return;
      seen.add(stem);
      const weight = Math.pow(packed.base, digit(packed.weights, next++));
      if (!postings.has(stem)) postings.set(stem, []);
      postings.get(stem).push({ entry, weight, isStrong });
    });
  }

  packed.kinds.forEach(([kind, count, folder]) => {
    for (; count; count--) {
      const n = entries.length;
      const id = ids[n] === "=" ? words(titles[n]).join("-") : ids[n];
      const entry = { n, kind, title: titles[n], line: lines[n], names: parts(names[n]), about: [], id, address: id && folder + id + ".html" };
      entries.push(entry);
      const seen = new Set();
      weigh(entry, keep(entry, entry.title, true), true, seen);
      entry.names.forEach((name) => weigh(entry, keep(entry, name, true), true, seen));
      parts(others[n]).forEach((word) => weigh(entry, keep(entry, word, false), true, seen));
      weigh(entry, words(entry.line + " " + texts[n]), false, seen);
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
  return { entries, combined, postings, spellings, whole, leading, everywhere, words, bare, token, particles: packed.rules.particles };
}
