/*
 * Finds entries for what somebody types: whole names first, then words by the weight that lunr gave them, and through words
 * that lead on (kinds of help, places, groups) what belongs to them. The numbers were chosen by measurement.
 */
const SHARES = { need: 0.8, service: 0.5, country: 0.7, region: 0.6, group: 0.5, language: 0.5, violation: 0.6 };
const IN_REGION = 0.35;
const ANYWHERE = 0.2;
const ON_THE_SHEET = 0.6;
const WHOLE = { exact: 3, alias: 2, near: 1.5, start: 1.2, inside: 0.6 };
const MISSING = 0.25;
const TIE = 1.04;

/* How many wrong letters are forgiven in a word. */
function forgiven(length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/*
 * How many letters differ (wrong, missing, added, swapped), or more than `most`. With `ends`, the word may stop at one of
 * these places: then only the beginning is compared.
 */
function distance(one, other, most, ends) {
  if (!ends && Math.abs(one.length - other.length) > most) return most + 1;
  const width = Math.min(other.length, one.length + most);
  let before = null;
  let last = [];
  for (let column = 0; column <= width; column++) last.push(column);
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    let best = row;
    for (let column = 1; column <= width; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (before && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      here.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    before = last;
    last = here;
  }
  if (!ends) return width === other.length ? last[width] : most + 1;
  return ends.reduce((best, end) => (end <= width ? Math.min(best, last[end]) : best), most + 1);
}

function finder(index) {
  const { entries, postings, spellings, whole, leading, everywhere } = index;
  const size = entries.length;
  const top = Math.max(...[...postings.values()].map((list) => Math.max(...list.map(({ weight }) => weight))));

  /* The words of the index that a typed word may mean, and how sure that is. */
  function meanings(word, isLast) {
    const found = new Map();
    const mean = (stem, sure) => { if (sure > (found.get(stem) || 0)) found.set(stem, sure); };
    const stem = index.token(word);
    if (postings.has(stem)) mean(stem, 1);
    if (isLast && word.length > 1) {
      for (const [spelling, known] of spellings) {
        if (spelling.length > word.length && spelling.startsWith(word)) mean(known, 0.4 + 0.5 * (word.length / spelling.length));
      }
    }
    const most = forgiven(word.length);
    if (found.size || !most) return found;
    for (const [spelling, known] of spellings) {
      const wrong = distance(word, spelling, most);
      if (wrong <= most) mean(known, wrong === 1 ? 0.7 : 0.5);
    }
    return found;
  }

  /* What one word counts in every entry, by itself and through what leads on. */
  function scores(word, isLast) {
    const own = new Float32Array(size);
    const strong = new Uint8Array(size);
    for (const [stem, sure] of meanings(word, isLast)) {
      for (const { entry, weight, isStrong } of postings.get(stem)) {
        if (weight * sure > own[entry.n]) own[entry.n] = weight * sure;
        if (isStrong) strong[entry.n] = 1;
      }
    }
    const all = own.slice();
    const raise = (n, score) => { if (score > all[n]) all[n] = score; };
    let best = 0;
    for (const { entry, members } of leading) {
      const score = all[entry.n];
      if (!score || !(strong[entry.n] || entry.kind === "service")) continue;
      members.forEach((n) => raise(n, score * SHARES[entry.kind]));
      if (entry.kind !== "country" && entry.kind !== "region") best = Math.max(best, score);
      if (entry.kind === "country" && own[entry.n]) {
        entry.about.forEach((region) => {
          raise(region.n, score * IN_REGION);
          leading.find((lead) => lead.entry === region).members.forEach((n) => {
            if (entries[n].kind !== "country") raise(n, score * IN_REGION);
          });
        });
        everywhere.forEach((n) => raise(n, score * ANYWHERE));
      }
    }
    return { own, strong, all, best };
  }

  /* What the whole query counts as a name, a part of one, or one with a wrong letter. */
  function named(squeezed) {
    const found = new Map();
    const raise = ({ n }, tier) => { if (tier > (found.get(n) || 0)) found.set(n, tier); };
    const most = forgiven(squeezed.length);
    for (const { entry, text, ends, isName } of whole) {
      if (text === squeezed) raise(entry, isName ? WHOLE.exact : WHOLE.alias);
      else if (!isName) continue;
      else if (squeezed.length > 2 && text.startsWith(squeezed)) raise(entry, ends.includes(squeezed.length) ? WHOLE.start : WHOLE.inside);
      else if (most && squeezed.length > 4 && distance(squeezed, text, most) <= most) raise(entry, WHOLE.near);
      else if (most && squeezed.length > 5 && distance(squeezed, text, most, ends) <= most) raise(entry, WHOLE.inside);
    }
    return found;
  }

  return function find(query) {
    const typed = index.words(query);
    if (!typed.length) return [];
    const isTyping = /[\p{L}\p{N}]$/u.test(query);
    const telling = typed.filter((word) => index.token(word));
    const asked = telling.length ? telling : typed;
    const seen = asked.map((word, at) => scores(word, isTyping && at === asked.length - 1));
    const names = named(typed.join(""));
    const results = [];
    for (const entry of entries) {
      const { n, kind } = entry;
      let sum = 0;
      let matched = 0;
      let isStrong = names.has(n);
      const isSheet = (kind === "country" || kind === "region") && seen.some(({ own }) => own[n]);
      for (const { strong, all, best } of seen) {
        const score = all[n] || (isSheet ? best * ON_THE_SHEET : 0);
        if (!score) continue;
        sum += score;
        matched++;
        if (strong[n] || !isStrong && score > top * 0.1) isStrong = true;
      }
      if (!entry.address || (!matched && !names.has(n))) continue;
      if (matched < asked.length && !isStrong) continue;
      const share = matched / asked.length;
      const score = (sum / asked.length) * (share < 1 ? MISSING * share : 1) + (names.get(n) || 0) * top;
      results.push({ entry, score: Math.round(Math.log(score) / Math.log(TIE)) });
    }
    results.sort((one, other) => other.score - one.score || one.entry.n - other.entry.n);
    return results.map(({ entry }) => entry);
  };
}
