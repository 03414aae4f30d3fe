/*
 * Finds entries for what somebody types: whole names first, then words by the weight that lunr gave them, and through words
 * that lead on (kinds of help, places, groups) what belongs to them. The numbers were chosen by measurement.
 */

/* How much of what leads on arrives at what belongs to it. */
const SHARES = { need: 0.6, service: 0.5, country: 0.95, region: 0.6, group: 0.4, language: 0.5, violation: 0.6 };
const IN_REGION = 0.35;
const ANYWHERE = 0.2;

/* A country sheet answers every need: how much a kind of help counts there, when the country is named too. */
const ON_THE_SHEET = 0.6;

/* What a whole query counts that is a name, another word for something, nearly a name, or the beginning of one. */
const WHOLE = { name: 3, word: 2, near: 1.5, start: 1.2, inside: 0.6 };

/* How much more a word counts that is a whole name, and words that stand together in the query as they do in a name. */
const ALONE = 1.2;
const TOGETHER = 1.5;

/* How much more an entry counts when all words of the query are in its own names. */
const NAMED = 1.3;

/* How sure a meaning is: words that are only begun, that are written as two, or have one or two wrong letters. */
const BEGUN = 0.25;
const LONGER = 0.5;
const JOINED = 0.9;
const WRONG = [1, 0.7, 0.5];

/* Words that nobody is named by say little: below this part of the heaviest weight they do not carry a result alone. */
const SURE = 0.1;

/* Scores that differ less count as equal: then the more urgent comes first. */
const TIE = 1.04;
const LONGEST_PHRASE = 5;

function finder(index) {
  const { entries, combined, postings, spellings, whole, leading, everywhere, particles } = index;
  const size = entries.length;
  const membersOf = new Map(leading.map(({ entry, members }) => [entry, members]));
  // Looked through for every word that nobody wrote so: a list is quicker than asking a map for each.
  const known = [...spellings].map(([spelling, stem]) => ({ spelling, stem, long: spelling.length, shape: letters(spelling) }));
  const phrases = new Map();
  const places = [];
  whole.forEach((name) => {
    name.shape = letters(name.text);
    if (name.entry.kind === "country" || name.entry.kind === "region") places.push(name);
    phrases.set(name.text, [...(phrases.get(name.text) || []), name.entry.n]);
  });
  const top = Math.max(...[...postings.values()].map((list) => Math.max(...list.map(({ weight }) => weight))));

  /* The words of the index that a typed word may mean, and how sure that is. */
  function meanings(typed, isBegun, pairs) {
    const word = index.bare(typed);
    const found = new Map();
    const mean = (stem, sure) => { if (postings.has(stem) && sure > (found.get(stem) || 0)) found.set(stem, sure); };
    mean(index.token(typed), 1);
    pairs.forEach((pair) => { if (spellings.has(pair)) mean(spellings.get(pair), JOINED); });
    if (isBegun && word.length > 1) {
      for (const { spelling, stem, long } of known) {
        if (long > word.length && spelling.startsWith(word)) mean(stem, BEGUN + LONGER * (word.length / spelling.length));
      }
    }
    if (!found.size && particles.includes(typed[0]) && typed.length > 3) mean(index.token(typed.slice(1)), JOINED);
    const most = forgiven(word.length);
    if (found.size || !most) return found;
    const shape = letters(word);
    for (const { spelling, stem, long, shape: theirs } of known) {
      if (Math.abs(long - word.length) > most || count(shape ^ theirs) > 2 * most) continue;
      const wrong = distance(word, spelling, most);
      if (wrong <= most) mean(stem, WRONG[wrong]);
    }
    return found;
  }

  /* What one word counts in every entry by itself, and in which it is a part of a name. */
  function direct(found) {
    const own = new Float32Array(size);
    const strong = new Uint8Array(size);
    for (const [stem, sure] of found) {
      for (const { entry, weight, isStrong } of postings.get(stem)) {
        if (weight * sure > own[entry.n]) own[entry.n] = weight * sure;
        if (isStrong) strong[entry.n] = 1;
      }
    }
    return { own, strong };
  }

  /* Countries and regions that the query names: every word of one of their names is in it. */
  function namedPlaces(meant) {
    const stems = new Set(meant.flatMap((found) => [...found.keys()]));
    return new Set(places.filter((name) => name.stems.length && name.stems.every((stem) => stems.has(stem))).map(({ entry }) => entry.n));
  }

  /* The same, and what it counts through what leads on. */
  function withMembers({ own, strong }, there) {
    const all = own.slice();
    const raise = (n, score) => { if (score > all[n]) all[n] = score; };
    let help = 0;
    for (const { entry, members } of leading) {
      const score = all[entry.n];
      // A word in the description of a country leads nowhere; what happened leads to kinds of help, and those to helpers.
      if (!score || !(strong[entry.n] || entry.kind === "service")) continue;
      const isPlace = entry.kind === "country" || entry.kind === "region";
      if (isPlace && own[entry.n] && !there.has(entry.n)) continue;
      members.forEach((n) => raise(n, score * SHARES[entry.kind]));
      if (!isPlace) help = Math.max(help, score);
      if (entry.kind !== "country" || !own[entry.n]) continue;
      entry.about.forEach((region) => {
        raise(region.n, score * IN_REGION);
        membersOf.get(region).forEach((n) => { if (entries[n].kind !== "country") raise(n, score * IN_REGION); });
      });
      everywhere.forEach((n) => raise(n, score * ANYWHERE));
    }
    return { own, strong, all, help };
  }

  /* Words that stand together in a name, as they do in the query, count more there. */
  function together(typed, seen, asked) {
    for (let from = 0; from < typed.length; from++) {
      for (let to = from + 1; to <= Math.min(typed.length, from + LONGEST_PHRASE); to++) {
        for (const n of phrases.get(typed.slice(from, to).join("")) || []) {
          asked.forEach((at, i) => { if (at >= from && at < to) seen[i].own[n] *= to - from > 1 ? TOGETHER : ALONE; });
        }
      }
    }
  }

  /* What the whole query counts as a name, a part of one, or one with a wrong letter. */
  function named(squeezed, found) {
    const raise = ({ n }, tier) => { if (tier > (found.get(n) || 0)) found.set(n, tier); };
    const most = forgiven(squeezed.length);
    const shape = letters(squeezed);
    for (const { entry, text, ends, isName, shape: theirs } of whole) {
      if (text === squeezed) raise(entry, isName ? WHOLE.name : WHOLE.word);
      else if (!isName) continue;
      else if (squeezed.length > 2 && text.startsWith(squeezed)) raise(entry, ends.includes(squeezed.length) ? WHOLE.start : WHOLE.inside);
      else if (!most || count(shape & ~theirs) > most) continue;
      else if (squeezed.length > 4 && distance(squeezed, text, most) <= most) raise(entry, WHOLE.near);
      else if (squeezed.length > 5 && distance(squeezed, text, most, ends) <= most) raise(entry, WHOLE.inside);
    }
  }

  const rounded = (score) => Math.round(Math.log(score) / Math.log(TIE));

  return function find(query) {
    const typed = index.words(query);
    if (!typed.length) return [];
    const isTyping = /[\p{L}\p{N}]$/u.test(query);
    // Words that say nothing are left out, unless there are no others.
    const telling = typed.map((word, at) => at).filter((at) => index.token(typed[at]));
    const asked = telling.length ? telling : typed.map((word, at) => at);
    const meant = asked.map((at) => meanings(typed[at], isTyping && at === typed.length - 1,
      [typed[at - 1] + typed[at], typed[at] + typed[at + 1]]));
    const there = namedPlaces(meant);
    const alone = meant.map(direct);
    together(typed, alone, asked);
    const seen = alone.map((word) => withMembers(word, there));
    const names = new Map();
    new Set([typed.join(""), asked.map((at) => typed[at]).join("")]).forEach((squeezed) => named(squeezed, names));
    const results = [];
    for (const entry of entries) {
      const { n } = entry;
      let sum = 0;
      let matched = 0;
      let inName = 0;
      let isStrong = names.has(n);
      const isSheet = there.has(n);
      for (const { strong, all, help } of seen) {
        const score = all[n] || (isSheet ? help * ON_THE_SHEET : 0);
        if (!score) continue;
        sum += score;
        matched++;
        if (strong[n]) inName++;
        if (strong[n] || score > top * SURE) isStrong = true;
      }
      if (!entry.address || (!matched && !names.has(n)) || (matched < asked.length && !isStrong)) continue;
      const score = (sum / asked.length) * (inName === asked.length ? NAMED : 1) + (names.get(n) || 0) * top;
      results.push({ entry, rank: n, score: rounded(score) });
    }
    for (const entry of combined) {
      const parts = seen.map(({ all }) => [all[entry.service.n], all[entry.region.n]]);
      const helping = parts.filter(([service, region]) => service > region).length;
      const matched = parts.filter((both) => Math.max(...both)).length;
      if (!helping || helping === matched || matched < asked.length) continue;
      const sum = parts.reduce((total, both) => total + Math.max(...both), 0);
      results.push({ entry, rank: entry.region.n, score: rounded(sum / asked.length) });
    }
    results.sort((one, other) => other.score - one.score || one.rank - other.rank);
    // Several words may lead to one page, such as the kinds of line: it stands once, where it is best.
    const shown = new Set();
    return results.map(({ entry }) => entry).filter(({ address }) => !shown.has(address) && shown.add(address));
  };
}
