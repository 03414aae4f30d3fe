/*
 * Finds entries for what somebody types: whole names first, then words by the weight that lunr gave them, and through words
 * that lead on (kinds of help, places, groups) what belongs to them. The numbers were chosen by measurement.
 */

/* How much of what leads on arrives at what belongs to it. */
const SHARES = { need: 0.6, service: 0.5, country: 0.95, region: 0.6, group: 0.4, language: 0.5, violation: 0.6 };
const IN_REGION = 0.35;
const ANYWHERE = 0.2;

/* A country sheet answers every need: how much a kind of help counts there, when the country is named too. */
const ON_THE_SHEET = 0.75;

/* What a whole query counts that is a name, another word for something, nearly a name, or the beginning of one. */
const WHOLE = { name: 3, word: 2, near: 1.5, start: 1.2, inside: 0.6 };

/* What a word of danger to life or freedom counts, wherever it stands: more than anything but the whole name of a page. */
const URGENT = 2.5;

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

/* Names of places are many and short: only so much of one that is begun or misspelt is taken for it. */
const BEGUN_PLACE = 5;
const MOST_OF_PLACE = 0.6;
const WRONG_PLACE = 6;
const WRONG_CITY = 7;
const VERY_WRONG_PLACE = 10;

/* Typing errors are not forgiven into names of places in a longer sentence that says something else already. */
const SHORT = 3;

/* Another ending is taken for the same place only in words so long: mexicanas, but not cara for CAR. */
const LONG_ENOUGH = 6;

/* The shortest part of a word that was joined with another one. */
const PART = 3;

function finder(index) {
  const { entries, combined, postings, spellings, whole, leading, everywhere, rules } = index;
  const size = entries.length;
  const native = rules.latin.length ? latin(index) : (word) => word;
  const urgent = urgency(index);
  const ignored = new Set(rules.ignored);
  const everyday = new Set([].concat(...rules.same));
  const membersOf = new Map(leading.map(({ entry, members }) => [entry, members]));
  const isPlace = ({ kind }) => kind === "country" || kind === "region";
  const phrases = new Map();
  const places = [];
  const ofPlaces = new Set();
  const ofNations = new Set();
  whole.forEach((name) => {
    name.shape = letters(name.text);
    if (isPlace(name.entry)) {
      places.push(name);
      name.stems.forEach((stem) => ofPlaces.add(stem));
      if (name.isName) name.bares.forEach((word) => ofNations.add(word));
    }
    phrases.set(name.text, [...(phrases.get(name.text) || []), name.entry.n]);
  });
  // Looked through for every word that nobody wrote so: a list is quicker than asking a map for each.
  const known = [...spellings].map(([spelling, stem]) => ({ spelling, stem, long: spelling.length, shape: letters(spelling), isPlace: ofPlaces.has(stem), isNation: ofNations.has(spelling) }));
  const top = Math.max(...[...postings.values()].map((list) => Math.max(...list.map(({ weight }) => weight))));

  const meaning = (found) => (stem, sure) => { if (postings.has(stem) && sure > (found.get(stem) || 0)) found.set(stem, sure); };
  /* What is remembered of a typed word: the stems that it may mean, and the spellings that it was taken for. */
  const nothing = (typed) => Object.assign(new Map(), { as: new Set([index.bare(typed)]) });

  /* The words of the index that a typed word means as it stands, or begins, and how sure that is. */
  function meanings(typed, isBegun, pairs) {
    const word = index.bare(typed);
    const found = nothing(typed);
    const mean = meaning(found);
    mean(index.token(typed), 1);
    pairs.filter((pair) => spellings.has(pair)).forEach((pair) => {
      mean(spellings.get(pair), JOINED);
      found.as.add(pair);
    });
    const isWord = found.size > 0;
    if (isBegun && word.length > 1) {
      for (const { spelling, stem, long, isPlace } of known) {
        if (isPlace && (isWord || word.length < BEGUN_PLACE)) continue;
        if (long <= word.length || !spelling.startsWith(word)) continue;
        mean(stem, BEGUN + LONGER * (word.length / spelling.length));
        found.as.add(spelling);
      }
    }
    if (!found.size && rules.particles.includes(typed[0]) && typed.length > 3) mean(index.token(typed.slice(1)), JOINED);
    if (!found.size) {
      halves(typed).forEach((half) => {
        mean(index.token(half), JOINED);
        found.as.add(index.bare(half));
      });
    }
    return found;
  }

  /* Two words that were written as one; one of them may be a word that says nothing. */
  function halves(typed) {
    for (let at = typed.length - PART; at >= PART; at--) {
      const both = [typed.slice(0, at), typed.slice(at)];
      const telling = both.filter((half) => spellings.has(index.bare(half)) && index.token(half)
        && (half.length >= BEGUN_PLACE || !ofPlaces.has(index.token(half))));
      if (telling.length && both.every((half) => telling.includes(half) || ignored.has(half))) return telling;
    }
    return [];
  }

  /* The words of the index that a typed word is nearly. */
  function nearly(typed, mayBePlace) {
    const word = index.bare(typed);
    const found = nothing(typed);
    const mean = meaning(found);
    const most = forgiven(word.length);
    if (!most) return found;
    const mostInPlace = (least) => (!mayBePlace || typed.length < least ? 0 : typed.length < VERY_WRONG_PLACE ? 1 : most);
    const [mostInNation, mostInCity] = [WRONG_PLACE, WRONG_CITY].map(mostInPlace);
    const shape = letters(word);
    for (const { spelling, stem, long, shape: theirs, isPlace, isNation } of known) {
      const mostHere = isNation ? mostInNation : isPlace ? mostInCity : most;
      if (!mostHere || Math.abs(long - word.length) > mostHere || count(shape ^ theirs) > 2 * mostHere) continue;
      const wrong = distance(word, spelling, mostHere);
      if (wrong > mostHere) continue;
      mean(stem, WRONG[wrong]);
      found.as.add(spelling);
    }
    return found;
  }

  /* What one word counts in every entry by itself, and in which it is a part of a name. */
  function direct(found, there) {
    const own = new Float32Array(size);
    const strong = new Uint8Array(size);
    for (const [stem, sure] of found) {
      for (const { entry, weight, isStrong } of postings.get(stem)) {
        // A part of a place's name is often an everyday word: puerto, santa, new.
        if (isPlace(entry) && !there.has(entry.n)) continue;
        if (weight * sure > own[entry.n]) own[entry.n] = weight * sure;
        if (isStrong) strong[entry.n] = 1;
      }
    }
    return { own, strong };
  }

  /* Countries and regions that the query names: every word of one of their names is in it, and not as a part of a longer
     name of something else. A city that is called by a word and a small one, as La Paz, needs both: peace is not the city. */
  function namedPlaces(meant, typed, asked) {
    const query = " " + typed.join(" ") + " ";
    const free = meant.filter((found, i) => !isCovered(typed, asked[i]) && !everyday.has(typed[asked[i]]));
    const as = new Set(free.flatMap((found) => [...found.as]));
    const long = new Set([...as].filter((word) => word.length >= LONG_ENOUGH && !everyday.has(word)).map(index.token));
    const isThere = ({ stems, bares, said, isName }) => bares.length
      && bares.every((word, i) => as.has(word) || long.has(stems[i]))
      && (isName || bares.length === said.split(" ").length - 2 || query.includes(said));
    return new Set(places.filter(isThere).map(({ entry }) => entry.n));
  }

  /* Whether a typed word is one of several that are a name, or a saying, of something that is no place. */
  function isCovered(typed, at) {
    for (let from = Math.max(0, at - LONGEST_PHRASE + 1); from <= at; from++) {
      for (let to = Math.max(at + 1, from + 2); to <= Math.min(typed.length, from + LONGEST_PHRASE); to++) {
        const found = phrases.get(typed.slice(from, to).join(""));
        if (found && !found.some((n) => isPlace(entries[n]))) return true;
      }
    }
    return false;
  }

  /* The same, and what it counts through what leads on. */
  function withMembers({ own, strong }) {
    const all = own.slice();
    const raise = (n, score) => { if (score > all[n]) all[n] = score; };
    let help = 0;
    // The numbers of a country stand on its sheet, which is nearer than the list of all.
    let line = 0;
    for (const { n, kind } of entries) if (kind === "line" && own[n] > line) line = own[n];
    for (const { entry, members } of leading) {
      const score = all[entry.n];
      // A word in the description of a country leads nowhere; what happened leads to kinds of help, and those to helpers.
      if (!score || !(strong[entry.n] || entry.kind === "service")) continue;
      members.forEach((n) => raise(n, score * SHARES[entry.kind]));
      if (!isPlace(entry)) help = Math.max(help, score);
      if (entry.kind !== "country" || !own[entry.n]) continue;
      entry.about.forEach((region) => {
        raise(region.n, score * IN_REGION);
        membersOf.get(region).forEach((n) => { if (entries[n].kind !== "country") raise(n, score * IN_REGION); });
      });
      everywhere.forEach((n) => raise(n, score * ANYWHERE));
    }
    return { own, strong, all, help: Math.max(help * ON_THE_SHEET, line) };
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

  /* What the whole query counts as a name, a part of one, or one with a wrong letter. Names of places are not guessed where
     the words mean something as they stand. */
  function named(squeezed, found, isUnderstood) {
    const raise = ({ n }, tier) => { if (tier > (found.get(n) || 0)) found.set(n, tier); };
    const most = forgiven(squeezed.length);
    const mostInPlace = isUnderstood || squeezed.length < WRONG_CITY ? 0 : squeezed.length < VERY_WRONG_PLACE ? 1 : most;
    const shape = letters(squeezed);
    const long = index.bare(squeezed).length;
    for (const { entry, text, ends, isName, isAll, shape: theirs } of whole) {
      const ofPlace = isPlace(entry);
      if (ofPlace && !isName && !isAll) continue;
      const mostHere = ofPlace ? mostInPlace : most;
      if (text === squeezed) raise(entry, isName ? WHOLE.name : WHOLE.word);
      else if (!isName) continue;
      else if (squeezed.length > 2 && text.startsWith(squeezed)) {
        if (ofPlace && (long < BEGUN_PLACE || everyday.has(squeezed) || squeezed.length <= text.length * MOST_OF_PLACE)) continue;
        raise(entry, ends.includes(squeezed.length) ? WHOLE.start : WHOLE.inside);
      } else if (!mostHere || count(shape & ~theirs) > mostHere) continue;
      else if (squeezed.length > 4 && distance(squeezed, text, mostHere) <= mostHere) raise(entry, WHOLE.near);
      else if (!ofPlace && squeezed.length > 5 && distance(squeezed, text, most, ends) <= most) raise(entry, WHOLE.inside);
    }
  }

  const rounded = (score) => Math.round(Math.log(score) / Math.log(TIE));

  return function find(query) {
    const typed = index.words(query).map(native);
    if (!typed.length) return [];
    const isTyping = /[\p{L}\p{N}]$/u.test(query);
    // Words that say nothing are left out, unless there are no others.
    const telling = typed.map((word, at) => at).filter((at) => index.token(typed[at]));
    const asked = telling.length ? telling : typed.map((word, at) => at);
    const asTyped = asked.map((at) => meanings(typed[at], isTyping && at === typed.length - 1,
      [typed[at - 1] + typed[at], typed[at] + typed[at + 1]]));
    const mayBePlace = asked.length <= SHORT || !asTyped.some((found) => found.size);
    const meant = asTyped.map((found, i) => (found.size ? found : nearly(typed[asked[i]], mayBePlace)));
    // Several words of which none is known as it stands, and not all are nearly one, are no words of ours.
    const isGuess = asked.length >= SHORT && asTyped.every((found) => !found.size) && meant.some((found) => !found.size);
    if (isGuess) meant.forEach((found) => found.clear());
    const there = namedPlaces(meant, typed, asked);
    const alone = meant.map((found) => direct(found, there));
    together(typed, alone, asked);
    const seen = alone.map(withMembers);
    const names = new Map();
    const isUnderstood = asTyped.every((found) => found.size);
    new Set([typed.join(""), asked.map((at) => typed[at]).join("")]).forEach((squeezed) => named(squeezed, names, isUnderstood));
    urgent(typed, asked).forEach((sure, n) => names.set(n, Math.max(names.get(n) || 0, URGENT + sure / 2e3)));
    const results = [];
    for (const entry of entries) {
      const { n } = entry;
      let sum = 0;
      let matched = 0;
      let inName = 0;
      let isStrong = names.has(n);
      const isSheet = there.has(n);
      for (const { strong, all, help } of seen) {
        const score = Math.max(all[n], isSheet ? help : 0);
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
