/*
 * Turns text into comparable words, exactly as the build does in the build: a test compares every word.
 */
function analyser(letters, rules) {
  const ignored = new Set(rules.ignored);
  const same = new Map();
  rules.same.forEach((words) => words.forEach((other) => same.set(other, words[0])));
  const known = new Map();
  const swapped = Object.keys(letters).join("");
  const swaps = swapped ? new RegExp("[" + swapped + "]", "g") : null;

  /* The words of a text, folded: small, without accents, letters that count as others replaced. */
  function words(text) {
    let folded = text.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "").replace(/[^\p{L}\p{N}]|[\u{10000}-\u{10FFFF}]/gu, " ");
    if (swaps) folded = folded.replace(swaps, (sign) => letters[sign]);
    return folded.split(" ").filter(Boolean);
  }

  /* A folded word without the beginnings that do not count. */
  function bare(word) {
    for (const step of rules.beginnings) {
      const rule = step.find(([cut, , left]) => word.startsWith(cut) && word.length - cut.length >= left);
      if (rule) word = rule[1] + word.slice(rule[0].length);
    }
    return word;
  }

  function stem(word) {
    word = bare(word);
    word = same.get(word) || word;
    for (const step of rules.endings) {
      const rule = step.find(([cut, , left]) => word.endsWith(cut) && word.length - cut.length >= left);
      if (rule) word = word.slice(0, word.length - rule[0].length) + rule[1];
    }
    return word;
  }

  /* The comparable form of a folded word; empty for words that say nothing. */
  function token(word) {
    let found = known.get(word);
    if (found === undefined) {
      found = ignored.has(word) ? "" : stem(word);
      known.set(word, found);
    }
    return found;
  }

  return { words, bare, token };
}
