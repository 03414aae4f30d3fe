/*
 * The entries of the site's index. What a result says is also where its words are: the browser takes the words apart again.
 */
const CAPITAL = 65;

function rows(packed) {
  const ids = column(packed.ids);
  const [titles, lines, names, others, told, urgent] = ["titles", "lines", "names", "words", "texts", "urgent"].map((name) => texts(packed, name));
  const { words } = analyser(packed.letters, packed.rules);
  const entries = [];
  packed.kinds.forEach(([kind, count, folder]) => {
    for (; count; count--) {
      const n = entries.length;
      const title = titles[n].join("");
      const known = [...new Set(words([title, ...names[n]].join(" ")))];
      // A capital letter stands for a word of the names, and for the hyphen before it.
      const id = ids[n] === "=" ? words(title).join("-") : ids[n].replace(/[A-Z]/g, (sign, at) => (at ? "-" : "") + known[sign.charCodeAt(0) - CAPITAL]);
      entries.push({
        kind, id, title, line: lines[n].join(""), text: told[n].join(""), names: names[n], words: others[n], urgent: urgent[n],
        address: id && folder + id + ".html",
      });
    }
  });
  return entries;
}
