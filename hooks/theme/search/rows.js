/*
 * The entries of the site's index. What a result says is also where its words are: the browser takes the words apart again.
 */
function rows(packed) {
  const ids = column(packed.ids);
  const [titles, lines, names, others, told, urgent] = ["titles", "lines", "names", "words", "texts", "urgent"].map((name) => texts(packed, name));
  const { words } = analyser(packed.letters, packed.rules);
  const entries = [];
  packed.kinds.forEach(([kind, count, folder]) => {
    for (; count; count--) {
      const n = entries.length;
      const title = titles[n].join("");
      const id = ids[n] === "=" ? words(title).join("-") : ids[n];
      entries.push({
        kind, id, title, line: lines[n].join(""), text: told[n].join(""), names: names[n], words: others[n], urgent: urgent[n],
        address: id && folder + id + ".html",
      });
    }
  });
  return entries;
}
