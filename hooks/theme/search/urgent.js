/*
 * Words of danger to life or freedom lead to what happened before all else, wherever they stand in a sentence.
 */
function urgency(index) {
  const patterns = [];
  index.entries.forEach(({ n, urgent }) => urgent.forEach((text) => patterns.push({ n, parts: text.split(" ").map((part) => part.split("|")) })));
  const alone = patterns.filter(({ parts }) => parts.length === 1).flatMap(({ parts }) => parts[0]).filter((part) => !part.endsWith("*"));

  /* Whether a typed word is one of those of a pattern; `kill*` is the beginning of one. */
  const isOne = (forms, part) => part.some((one) => (one.endsWith("*") ? forms.some((form) => form.startsWith(one.slice(0, -1))) : forms.includes(one)));

  /* A word that nobody wrote so, as the word of danger that it is nearly. */
  function meant(word) {
    const most = word.length < 6 ? 0 : 1;
    return most && !index.spellings.has(index.bare(word)) ? alone.filter((other) => distance(word, other, most) <= most) : [];
  }

  /* Where words of danger stand in a row of typed words, given by their places; and how sure each is: by words, then by letters. */
  function standing(typed, row) {
    const forms = row.map((at) => [typed[at], index.bare(typed[at]), ...meant(typed[at])]);
    const places = [];
    for (const { n, parts } of patterns) {
      for (let from = 0, to = parts.length; to <= row.length; from++, to++) {
        if (!parts.every((part, at) => isOne(forms[from + at], part))) continue;
        const long = row.slice(from, to).reduce((sum, at) => sum + typed[at].length, 0);
        places.push({ n, first: row[from], last: row[to - 1], sure: (to - from) * 100 + long });
      }
    }
    return places;
  }

  /*
   * By entry, how much of what was typed says that it is urgent; with and without the words that say nothing. Words inside a
   * longer phrase of another entry do not count: somebody who wants to kill herself threatens nobody.
   */
  return function urgent(typed, telling) {
    const places = [...standing(typed, typed.map((word, at) => at)), ...standing(typed, telling)];
    const isInside = ({ n, first, last, sure }) => places.some((other) => other.n !== n && other.first <= first && other.last >= last && other.sure > sure + 99);
    const found = new Map();
    places.filter((place) => !isInside(place)).forEach(({ n, sure }) => found.set(n, Math.max(found.get(n) || 0, sure)));
    return found;
  };
}
