/*
 * Text that the build pressed with LZMA, which is a tenth smaller than what servers and zips make of it. Written after the
 * public specification of the format: no position counts, and the three highest bits of the letter before do.
 */
const [HALF, CHANCES] = [1024, 0x2000];
const [AGAIN, SAME, SECOND, THIRD, ONE, NEW_LENGTH, OLD_LENGTH, SLOTS, NEAR, ALIGNED, LETTERS] = [12, 24, 36, 48, 60, 72, 352, 632, 888, 1016, 1040];

function unpressed(size, packed) {
  const bytes = atob(packed);
  const out = new Uint8Array(size);
  const chances = new Uint16Array(CHANCES).fill(HALF);
  const back = [0, 0, 0, 0];
  let [range, code, next, at, state] = [0xFFFFFFFF, 0, 1, 0, 0];
  while (next < 5) code = code * 256 + bytes.charCodeAt(next++);

  /* What is left of the range is made wide again with another byte. */
  function widened() {
    if (range >= 0x1000000) return;
    range *= 256;
    code = code * 256 + (bytes.charCodeAt(next++) || 0);
  }
  function bit(n) {
    const part = (range >>> 11) * chances[n];
    const isOne = code >= part;
    chances[n] += isOne ? -(chances[n] >> 5) : (2048 - chances[n]) >> 5;
    if (isOne) code -= part;
    range = isOne ? range - part : part;
    widened();
    return +isOne;
  }
  function number(from, bits) {
    let node = 1;
    for (let n = bits; n; n--) node = node * 2 + bit(from + node);
    return node - (1 << bits);
  }
  function turned(from, bits) {
    let [node, sum] = [1, 0];
    for (let n = 0; n < bits; n++) {
      const single = bit(from + node);
      node = node * 2 + single;
      sum += single << n;
    }
    return sum;
  }
  function evenly(bits) {
    let sum = 0;
    for (; bits; bits--) {
      range >>>= 1;
      const isOne = code >= range;
      if (isOne) code -= range;
      widened();
      sum = sum * 2 + isOne;
    }
    return sum;
  }
  const length = (from) => (!bit(from) ? number(from + 2, 3) : !bit(from + 1) ? 8 + number(from + 10, 3) : 16 + number(from + 18, 8));
  const copy = (from) => { out[at] = out[at - from - 1]; at++; };

  /* One letter. After a copy, that which would have come next in it is unlikely. */
  function letter() {
    const from = LETTERS + 0x300 * (at && out[at - 1] >> 5);
    let node = 1;
    let other = state > 6 ? out[at - back[0] - 1] : -1;
    while (node < 256) {
      const guess = (other >> 7) & 1;
      const single = bit(from + node + (other < 0 ? 0 : 256 * (1 + guess)));
      node = node * 2 + single;
      other = other < 0 || single !== guess ? -1 : (other << 1) & 255;
    }
    out[at++] = node;
    state -= state < 4 ? state : state < 10 ? 3 : 6;
  }

  /* How far back a new copy begins. */
  function distance(long) {
    const slot = number(SLOTS + 64 * Math.min(long, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const least = (2 + (slot & 1)) * Math.pow(2, bits);
    return least + (slot < 14 ? turned(NEAR + least - slot, bits) : evenly(bits - 4) * 16 + turned(ALIGNED, 4));
  }

  while (at < size) {
    if (!bit(state)) letter();
    else {
      let long;
      const isLater = state > 6;
      if (!bit(AGAIN + state)) {
        long = length(NEW_LENGTH);
        state = isLater ? 10 : 7;
        back.unshift(distance(long));
      } else {
        const which = !bit(SAME + state) ? 0 : !bit(SECOND + state) ? 1 : 2 + bit(THIRD + state);
        if (!which && !bit(ONE + state)) {
          state = isLater ? 11 : 9;
          copy(back[0]);
          continue;
        }
        back.unshift(...back.splice(which, 1));
        long = length(OLD_LENGTH);
        state = isLater ? 11 : 8;
      }
      back.length = 4;
      for (let n = long + 2; n; n--) copy(back[0]);
    }
  }
  return new TextDecoder().decode(out);
}
