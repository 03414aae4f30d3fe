/*
 * What entries say, as words that can be looked up. The weights are lunr's: the build lets lunr weigh every word and stops
 * when this sum would give another one, so no weight is sent.
 */
const SATURATION = 1.2;

function weighed(entries, { letters, rules, boosts }) {
  const { words, bare, token } = analyser(letters, rules);
  const [named, worded, told] = boosts;
  const postings = new Map();
  const spellings = new Map();
  const whole = [];
  const standsIn = new Map();

  /* A whole name as one word, with the places where one of its words ends; once more without the words that say nothing. */
  function keep(entry, text, isName) {
    const found = words(text);
    const telling = found.filter(token);
    for (const chosen of telling.length && telling.length < found.length ? [found, telling] : [found]) {
      const ends = [];
      let length = 0;
      chosen.forEach((word) => ends.push((length += word.length)));
      whole.push({ entry, text: chosen.join(""), said: " " + found.join(" ") + " ", ends, isName, isAll: chosen === found, stems: telling.map(token), bares: telling.map(bare) });
    }
    return found;
  }

  /* The stems of a field of an entry, each with how often it stands there; a word of several names counts once. */
  function count(found, field, own) {
    const here = new Set();
    found.forEach((word) => {
      const stem = token(word);
      if (!stem) return;
      spellings.set(bare(word), stem);
      if (!own.has(stem)) own.set(stem, [0, 0, 0]);
      const fields = own.get(stem);
      fields[field] = field === 2 ? fields[field] + 1 : 1;
      if (!here.has(stem)) standsIn.set(stem, (standsIn.get(stem) || 0) + 1);
      here.add(stem);
    });
  }

  const counted = entries.map((entry) => {
    const own = new Map();
    const names = [entry.title, ...entry.names].map((name) => keep(entry, name, true));
    count([].concat(...names), 0, own);
    count([].concat(...entry.words.map((word) => keep(entry, word, false))), 1, own);
    count(words(entry.line + " " + entry.text), 2, own);
    return own;
  });
  counted.forEach((own, n) => own.forEach(([name, word, times], stem) => {
    const rest = (entries.length - standsIn.get(stem) + 0.5) / (standsIn.get(stem) + 0.5);
    const often = ((SATURATION + 1) * times) / (SATURATION + times);
    const weight = Math.log(1 + Math.abs(rest)) * entries[n].weight * (named * name + worded * word + told * often);
    if (!postings.has(stem)) postings.set(stem, []);
    postings.get(stem).push({ entry: entries[n], weight, isStrong: name + word > 0 });
  }));
  return { entries, postings, spellings, whole, words, bare, token, rules };
}
