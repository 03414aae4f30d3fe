/*
 * For languages whose marks are vowels or which write no spaces between words, exactly as hooks/amparo/text/analysis.py does:
 * words keep such marks, and a run without spaces becomes pairs of letters. Other languages are not sent this.
 */
analyser = ((plain) => (letters, rules) => {
  const swap = (sign) => letters[sign] ?? sign;
  const ACCENT = /^[\u0300-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/;
  const RUN = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff]+)/;

  /* Every letter with the next one, each with the marks on it; one letter by itself is a word. */
  function pairs(run) {
    const found = run.match(/[^\p{M}]\p{M}*|^\p{M}+/gu);
    return found.length > 1 ? found.slice(1).map((other, at) => found[at] + other) : found;
  }

  function words(text) {
    const folded = text.normalize("NFKD").toLowerCase().replace(/\p{M}|[\u200b-\u200d]/gu, (sign) => (sign < "\u2010" && sign > "\u200a") || ACCENT.test(sign) ? "" : sign)
      .replace(/[^\p{L}\p{N}\p{M}]|[\u{10000}-\u{10FFFF}]/gu, " ").replace(/[^ ]/gu, swap);
    return folded.split(" ").filter(Boolean).flatMap((word) => word.split(RUN).filter(Boolean).flatMap((part) => (RUN.test(part) ? pairs(part) : [part])));
  }

  return { ...plain(letters, rules), words };
})(analyser);
