/* How alike two words are: wrong letters are forgiven, and most words are told apart without comparing them. */
/* How many wrong letters are forgiven in a word. */
function forgiven(length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/* Which letters a word has, as bits: words that differ much are told apart without comparing them. */
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << word.charCodeAt(at) % 32;
  return bits;
}

function count(bits) {
  let found = 0;
  for (; bits; bits &= bits - 1) found++;
  return found;
}

/*
 * How many letters differ (wrong, missing, added, swapped), or more than `most`. With `ends`, the other word may stop at one of
 * these places: then only its beginning is compared.
 */
const ROWS = [0, 1, 2].map(() => new Uint8Array(256));
function distance(one, other, most, ends) {
  const width = Math.min(other.length, one.length + most);
  if (width > 250 || (ends ? width + most < one.length : Math.abs(one.length - other.length) > most)) return most + 1;
  let [before, last, here] = ROWS;
  for (let column = 0; column <= width; column++) last[column] = column;
  for (let row = 1; row <= one.length; row++) {
    let best = (here[0] = row);
    const sign = one.charCodeAt(row - 1);
    for (let column = 1; column <= width; column++) {
      const facing = other.charCodeAt(column - 1);
      let cost = Math.min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (sign === facing ? 0 : 1));
      if (row > 1 && column > 1 && sign === other.charCodeAt(column - 2) && facing === one.charCodeAt(row - 2)) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      here[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    [before, last, here] = [last, here, before];
  }
  if (!ends) return last[width];
  return ends.reduce((best, end) => (end <= width ? Math.min(best, last[end]) : best), most + 1);
}
