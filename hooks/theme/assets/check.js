/*
 * Checks whether the files of a copy are as they were signed: the same rules as kit/verify.py and kit/verify.sh.
 *
 * Everything is reckoned here and not by the browser's own cryptography: that is missing on plain http, and in older phones.
 * Nothing in it is secret. Gives `copyCheck.check(files, keys, options)`; what it finds are codes, the words are the page's.
 */
var copyCheck = (function () {
  "use strict";
  var LIST = "SHA256SUMS", SIGNATURE = "SHA256SUMS.minisig", RELEASE = "release.json";
  // \u0020 is a space: the file holds no words for people, and a test counts on it.
  var UNTRUSTED = "untrusted\u0020comment:\u0020signature\u0020of\u0020SHA256SUMS", TRUSTED = "trusted\u0020comment:\u0020";
  var COMMENT = /^v=([1-9][0-9]{0,8}) date=([0-9]{4}-[0-9]{2}-[0-9]{2}) expires=([0-9]{4}-[0-9]{2}-[0-9]{2}) key=([0-9A-F]{16})$/;
  var ENTRY = /^([0-9a-f]{64}) {2}((?:[A-Za-z0-9_][A-Za-z0-9._-]*\/)*[A-Za-z0-9_][A-Za-z0-9._-]*)$/;
  var TELLS = /^(release\.json|([a-z-]+\/)?release\.html|kit\/changes\.[a-z.]+)$/;

  // What a Mac and Windows leave in every folder that they open; \u0020 is a space again.
  var STRAY = /^(([A-Za-z0-9_][A-Za-z0-9._-]*\/)*(\.DS_Store|[Tt]humbs\.db|[Dd]esktop\.ini|\._[A-Za-z0-9._-]+)|System\u0020Volume\u0020Information\/[A-Za-z0-9_-]+(\.dat|\.log)?)$/;
  // One with an ending that a browser may show, such as ._index.html, must begin as a Mac's own files do.
  var MARK = [0, 5, 22, 7];

  // SHA-2: its constants are the first bits of roots of primes.

  var primes = [];
  for (var n = 2; primes.length < 80; n++) if (primes.every(function (p) { return n % p; })) primes.push(n);

  function root(value, power) {
    var low = 0n, high = 1n << 80n;
    while (low + 1n < high) {
      var middle = (low + high) >> 1n;
      if (middle ** power <= value) low = middle;
      else high = middle;
    }
    return BigInt.asUintN(64, low);
  }
  var cubes = primes.map(function (p) { return root(BigInt(p) << 192n, 3n); });
  var squares = primes.slice(0, 8).map(function (p) { return root(BigInt(p) << 128n, 2n); });
  function high32(values) { return Int32Array.from(values, function (v) { return Number(v >> 32n) | 0; }); }
  function low32(values) { return Int32Array.from(values, function (v) { return Number(v & 0xffffffffn) | 0; }); }
  var K_HIGH = high32(cubes), K_LOW = low32(cubes);

  /* The message with its end mark and length, a multiple of the block. */
  function padded(bytes, block) {
    var out = new Uint8Array(Math.ceil((bytes.length + 1 + block / 8) / block) * block);
    out.set(bytes);
    out[bytes.length] = 128;
    var view = new DataView(out.buffer);
    view.setUint32(out.length - 4, bytes.length * 8 >>> 0);
    view.setUint32(out.length - 8, Math.floor(bytes.length / 0x20000000));
    return view;
  }

  function sha256(bytes) {
    var view = padded(bytes, 64), w = new Int32Array(64), hash = high32(squares);
    for (var at = 0; at < view.byteLength; at += 64) {
      for (var i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
      for (; i < 64; i++) {
        var x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
          + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
      }
      var a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4], f = hash[5], g = hash[6], h = hash[7];
      for (i = 0; i < 64; i++) {
        var one = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K_HIGH[i] + w[i] | 0;
        var two = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
        h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
      }
      hash[0] += a; hash[1] += b; hash[2] += c; hash[3] += d; hash[4] += e; hash[5] += f; hash[6] += g; hash[7] += h;
    }
    return Array.from(hash, function (word) { return (word >>> 0).toString(16).padStart(8, "0"); }).join("");
  }

  /* Numbers of 64 bits as two halves: BigInt would take seconds for a long list. */
  function sha512(bytes) {
    var view = padded(bytes, 128), H = high32(squares), L = low32(squares), wh = new Int32Array(80), wl = new Int32Array(80);
    var sh, sl;
    function add(ah, al, bh, bl) {
      var low = (al >>> 0) + (bl >>> 0);
      sl = low | 0;
      sh = ah + bh + (low > 0xffffffff ? 1 : 0) | 0;
    }
    /* The high half of a turn to the right; the low half is the same with the halves swapped. */
    function turn(h, l, by) { return by < 32 ? h >>> by | l << 32 - by : l >>> by - 32 | h << 64 - by; }
    for (var at = 0; at < view.byteLength; at += 128) {
      for (var i = 0; i < 16; i++) { wh[i] = view.getInt32(at + 8 * i); wl[i] = view.getInt32(at + 8 * i + 4); }
      for (; i < 80; i++) {
        var xh = wh[i - 15], xl = wl[i - 15], yh = wh[i - 2], yl = wl[i - 2];
        add(wh[i - 16], wl[i - 16], wh[i - 7], wl[i - 7]);
        add(sh, sl, turn(xh, xl, 1) ^ turn(xh, xl, 8) ^ xh >>> 7, turn(xl, xh, 1) ^ turn(xl, xh, 8) ^ (xl >>> 7 | xh << 25));
        add(sh, sl, turn(yh, yl, 19) ^ turn(yh, yl, 61) ^ yh >>> 6, turn(yl, yh, 19) ^ turn(yl, yh, 61) ^ (yl >>> 6 | yh << 26));
        wh[i] = sh; wl[i] = sl;
      }
      var h = Array.from(H), l = Array.from(L);
      for (i = 0; i < 80; i++) {
        add(h[7], l[7], turn(h[4], l[4], 14) ^ turn(h[4], l[4], 18) ^ turn(h[4], l[4], 41),
          turn(l[4], h[4], 14) ^ turn(l[4], h[4], 18) ^ turn(l[4], h[4], 41));
        add(sh, sl, h[4] & h[5] ^ ~h[4] & h[6], l[4] & l[5] ^ ~l[4] & l[6]);
        add(sh, sl, K_HIGH[i], K_LOW[i]);
        add(sh, sl, wh[i], wl[i]);
        var th = sh, tl = sl;
        add(turn(h[0], l[0], 28) ^ turn(h[0], l[0], 34) ^ turn(h[0], l[0], 39),
          turn(l[0], h[0], 28) ^ turn(l[0], h[0], 34) ^ turn(l[0], h[0], 39),
          h[0] & h[1] ^ h[0] & h[2] ^ h[1] & h[2], l[0] & l[1] ^ l[0] & l[2] ^ l[1] & l[2]);
        add(sh, sl, th, tl);
        h.unshift(sh); l.unshift(sl);
        add(h[4], l[4], th, tl);
        h[4] = sh; l[4] = sl;
        h.pop(); l.pop();
      }
      for (i = 0; i < 8; i++) { add(H[i], L[i], h[i], l[i]); H[i] = sh; L[i] = sl; }
    }
    var out = new DataView(new ArrayBuffer(64));
    for (i = 0; i < 8; i++) { out.setInt32(8 * i, H[i]); out.setInt32(8 * i + 4, L[i]); }
    return new Uint8Array(out.buffer);
  }

  // Ed25519 (RFC 8032)

  var P = (1n << 255n) - 19n, ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;
  function mod(a) { var r = a % P; return r < 0n ? r + P : r; }
  function power(base, exponent) {
    var out = 1n;
    for (base = mod(base); exponent; exponent >>= 1n, base = base * base % P) if (exponent & 1n) out = out * base % P;
    return out;
  }
  var D = mod(-121665n * power(121666n, P - 2n)), ROOT = power(2n, (P - 1n) / 4n);

  function little(bytes) {
    var out = 0n;
    for (var i = bytes.length - 1; i >= 0; i--) out = out << 8n | BigInt(bytes[i]);
    return out;
  }
  function point(bytes) {
    var y = little(bytes), sign = y >> 255n;
    y = BigInt.asUintN(255, y);
    if (y >= P) return null;
    var u = mod(y * y - 1n), v = mod(D * y * y + 1n);
    var x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
    if (mod(v * x * x) !== u) x = x * ROOT % P;
    if (mod(v * x * x) !== u || (!x && sign)) return null;
    if ((x & 1n) !== sign) x = P - x;
    return [x, y, 1n, x * y % P];
  }
  function sum(p, q) {
    var a = mod((p[1] - p[0]) * (q[1] - q[0])), b = mod((p[1] + p[0]) * (q[1] + q[0]));
    var c = mod(2n * D * p[3] * q[3]), d = mod(2n * p[2] * q[2]);
    var e = b - a, f = d - c, g = d + c, h = b + a;
    return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
  }
  function times(number, p) {
    for (var out = [0n, 1n, 1n, 0n]; number; number >>= 1n, p = sum(p, p)) if (number & 1n) out = sum(out, p);
    return out;
  }
  var BASE = [15112221349535400772501151409588531511454012693041857206046113283949847762202n, mod(4n * power(5n, P - 2n)), 1n, 0n];
  BASE[3] = mod(BASE[0] * BASE[1]);

  /* One of the eight points of a small order: such a key would have signed anything. */
  function isSmall(p) {
    p = times(8n, p);
    return p[0] === 0n && mod(p[1] - p[2]) === 0n;
  }

  function isSigned(key, message, signature) {
    var a = point(key), r = point(signature.subarray(0, 32)), s = little(signature.subarray(32));
    if (!a || !r || s >= ORDER || isSmall(a) || isSmall(r)) return false;
    var all = new Uint8Array(64 + message.length);
    all.set(signature.subarray(0, 32));
    all.set(key, 32);
    all.set(message, 64);
    var left = times(s, BASE), right = sum(r, times(little(sha512(all)) % ORDER, a));
    return mod(left[0] * right[2] - right[0] * left[2]) === 0n && mod(left[1] * right[2] - right[1] * left[2]) === 0n;
  }

  // The files

  function ascii(bytes) {
    for (var out = "", at = 0; at < bytes.length; at += 8192) out += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192));
    return out;
  }
  function bytesOf(text) { return Uint8Array.from(text, function (sign) { return sign.charCodeAt(0); }); }
  function hex(bytes) { return Array.from(bytes, function (b) { return b.toString(16).padStart(2, "0"); }).join(""); }
  function keyId(bytes) { return hex(Array.from(bytes.subarray(2, 10)).reverse()).toUpperCase(); }

  /* Base64 in its only right spelling, or null. */
  function exactly(text, length) {
    try {
      var found = atob(text);
      return found.length === length && btoa(found) === text ? bytesOf(found) : null;
    } catch (error) {
      return null;
    }
  }

  function refuse(code, detail) { throw { reasons: [[code, detail || ""]] }; }

  function readKeys(texts) {
    var keys = {};
    texts.forEach(function (text) {
      var data = exactly((text.split("\n")[1] || "").replace(/\s+$/, ""), 42);
      if (!data || data[0] !== 69 || data[1] !== 100) refuse("bad-key");
      keys[keyId(data)] = data.subarray(10);
    });
    if (!Object.keys(keys).length) refuse("no-key");
    return keys;
  }

  function readSignature(content, list, keys) {
    var lines = ascii(content).split("\n");
    if (lines.length !== 5 || lines[0] !== UNTRUSTED || lines[2].indexOf(TRUSTED) !== 0 || lines[4]) refuse("bad-signature-file");
    var first = exactly(lines[1], 74), second = exactly(lines[3], 64);
    if (!first || !second || first[0] !== 69 || first[1] !== 100) refuse("bad-signature-file");
    var id = keyId(first), comment = lines[2].slice(TRUSTED.length);
    if (!keys[id]) refuse("other-key", id);
    if (!isSigned(keys[id], list, first.subarray(10))) refuse("bad-signature");
    var line = new Uint8Array(64 + comment.length), said = COMMENT.exec(comment);
    line.set(first.subarray(10));
    line.set(bytesOf(comment), 64);
    if (!isSigned(keys[id], line, second) || !said || said[4] !== id) refuse("bad-comment");
    return { version: Number(said[1]), date: said[2], expires: said[3], key: id };
  }

  function readList(bytes) {
    var text = ascii(bytes), hashes = new Map(), last = "", small = new Set();
    if (!text.endsWith("\n")) refuse("bad-list");
    text.slice(0, -1).split("\n").forEach(function (line) {
      var entry = ENTRY.exec(line);
      if (!entry || entry[2] <= last || small.has(entry[2].toLowerCase()) || entry[2] === LIST || entry[2] === SIGNATURE) refuse("bad-list");
      last = entry[2];
      small.add(last.toLowerCase());
      hashes.set(last, entry[1]);
    });
    return hashes;
  }

  function phrase(list) {
    var kept = ascii(list).split("\n").filter(function (line) { return line && !TELLS.test(line.slice(66)); });
    var hash = sha256(bytesOf(kept.map(function (line) { return line + "\n"; }).join(""))), words = [], digits = [];
    var c = "bdfghjklmnprstvz", v = "aiou";
    for (var i = 0; i < 24; i += 4) {
      var n = parseInt(hash.substr(i, 4), 16);
      words.push(c[n >> 12] + v[n >> 10 & 3] + c[n >> 6 & 15] + v[n >> 4 & 3] + c[n & 15]);
      digits.push(String(parseInt(hash.substr(24 + i, 4), 16) % 10000).padStart(4, "0"));
    }
    return { words: words.join("\u0020"), digits: digits.join("\u0020") };
  }

  /* Those of some files that a Mac or Windows left, as [code, path]. */
  async function strays(files) {
    var found = [];
    for (var file of files) {
      var last = file.path.slice(file.path.lastIndexOf("/") + 1);
      if (!STRAY.test(file.path)) continue;
      if (last.indexOf("._") === 0 && last.indexOf(".", 2) > 0) {
        var start = await file.read();
        if (!MARK.every(function (byte, n) { return start[n] === byte; })) continue;
      }
      found.push([last[0] === "." ? "by-mac" : "by-windows", file.path]);
    }
    return found.sort(function (one, other) { return one.join("\u0020") < other.join("\u0020") ? -1 : 1; });
  }

  /* files: [{path, read() -> Promise of Uint8Array}]; keys: texts of .pub files; options: today, atLeast, isPart (only some
     files were chosen), tell(done, all). Gives {result: 0, 1, 2, 3, reasons: [[code, detail]],
     said, phrase, left, strays, isEarly}: 2 is genuine but old, 3 genuine but with files that a Mac or Windows left. */
  async function check(files, keys, options) {
    try {
      if (!files.length) refuse("empty-folder");
      var byPath = new Map(files.map(function (file) { return [file.path, file]; }));
      if (!byPath.has(LIST)) refuse("no-list");
      if (!byPath.has(SIGNATURE)) refuse("no-signature");
      var list = await byPath.get(LIST).read();
      var said = readSignature(await byPath.get(SIGNATURE).read(), list, readKeys(keys));
      var hashes = readList(list), reasons = [], left = 0, done = 0;
      var others = files.filter(function (file) { return file.path !== LIST && file.path !== SIGNATURE && !hashes.has(file.path); });
      var harmless = await strays(others), names = harmless.map(function (stray) { return stray[1]; });
      others.map(function (file) { return file.path; }).sort().forEach(function (path) {
        if (names.indexOf(path) < 0) reasons.push(["unlisted", path]);
      });
      for (var [name, hash] of hashes) {
        if (!byPath.has(name)) {
          if (options.isPart) left++;
          else reasons.push(["missing", name]);
        } else if (sha256(await byPath.get(name).read()) !== hash) reasons.push(["changed", name]);
        if (options.tell) options.tell(++done, hashes.size);
      }
      if (!reasons.length && byPath.has(RELEASE)) reasons = await disagreements(byPath.get(RELEASE), said);
      else if (!reasons.length && !options.isPart) reasons.push(["release-differs", RELEASE]);
      if (said.version < (options.atLeast || 0)) reasons.push(["too-old", String(said.version)]);
      if (reasons.length) return { result: 1, reasons: reasons };
      var result = options.today > said.expires ? 2 : harmless.length ? 3 : 0;
      return { result: result, reasons: [], said: said, phrase: phrase(list), left: left, strays: harmless, isEarly: options.today < said.date };
    } catch (wrong) {
      if (wrong && wrong.reasons) return { result: 1, reasons: wrong.reasons };
      return { result: 1, reasons: [["not-checked", String(wrong && wrong.name)]] };
    }
  }

  async function disagreements(file, said) {
    try {
      var release = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await file.read()));
      if (release.version === said.version && release.date === said.date && release.expires === said.expires) return [];
    } catch (wrong) { /* what cannot be read says something else */ }
    return [["release-differs", RELEASE]];
  }

  /* The ids of public keys, as people write them. Throws {reasons} for a text that is none. */
  function ids(texts) { return Object.keys(readKeys(texts)); }

  return { check: check, ids: ids, isSigned: isSigned, sha256: sha256, sha512: sha512 };
})();
