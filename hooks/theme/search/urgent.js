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

  /* By entry, how much of what was typed says that it is urgent: the more words and letters, the surer. */
  return function urgent(typed) {
    const forms = typed.map((word) => [word, index.bare(word), ...meant(word)]);
    const found = new Map();
    for (const { n, parts } of patterns) {
      for (let from = 0; from + parts.length <= forms.length; from++) {
        if (!parts.every((part, at) => isOne(forms[from + at], part))) continue;
        const letters = typed.slice(from, from + parts.length).join("").length;
        found.set(n, Math.max(found.get(n) || 0, parts.length * 100 + letters));
      }
    }
    return found;
  };
}
