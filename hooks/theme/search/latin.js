/*
 * Words of a language in another script that were typed in Latin letters and digits, as many do: 7imaya, musa3ada. Vowels are
 * written at will, so words are alike when their consonants are; among several the one that is spelt most alike is meant.
 */
const MOST_WRONG = 3;

function latin(index) {
  const { latin: signs, vowels } = index.rules;
  const longest = [...signs].sort(([one], [other]) => other.length - one.length);
  // Letters that one Latin sign may stand for, and those that these may be confused with, are one kind of consonant.
  const kinds = new Map();
  signs.forEach(([, letters]) => {
    const kind = [...letters].map((letter) => kinds.get(letter)).find(Boolean) || letters[0];
    for (const letter of letters) kinds.set(letter, kinds.get(letter) || kind);
  });

  const isVowel = (letter) => vowels.includes(letter);
  function frame(word) {
    return [...word].filter((letter) => !isVowel(letter)).map((letter) => kinds.get(letter) || letter).join("").replace(/(.)\1+/g, "$1");
  }

  function spelt(word) {
    let text = "";
    for (let at = 0; at < word.length;) {
      const sign = longest.find(([latin]) => word.startsWith(latin, at));
      if (!sign) return "";
      text += sign[1][0];
      at += sign[0].length;
    }
    return text;
  }

  const framed = new Map();
  const learn = (word) => {
    const key = frame(word);
    if (key.length > 1 && kinds.has(key[0])) framed.set(key, [...(framed.get(key) || []), word]);
  };
  index.spellings.forEach((stem, spelling) => learn(spelling));
  index.entries.forEach(({ urgent }) => urgent.forEach((text) => text.split(/[ |]/).filter((word) => !word.endsWith("*")).forEach(learn)));

  return function native(word) {
    if (!/^(?=.*[a-z])[a-z0-9]{3,}$/.test(word) || index.spellings.has(word) || index.rules.ignored.includes(word)) return word;
    const text = spelt(word);
    const likely = new Map();
    for (const form of text ? [text, index.bare(text)] : []) {
      for (const other of framed.get(frame(form)) || []) likely.set(other, Math.min(likely.get(other) ?? 9, distance(form, other, MOST_WRONG)));
    }
    const [best, wrong] = [...likely].reduce((one, other) => (other[1] < one[1] ? other : one), ["", MOST_WRONG + 1]);
    return wrong > MOST_WRONG ? word : best;
  };
}
