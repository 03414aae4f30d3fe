/*
 * Somebody pastes a number, a mailbox or an address that wrote to her: does it stand in this copy? The list of what does is
 * loaded only then.
 */
const NUMBER = /^\+?[\d().\/-]{3,}$/;
const MAILBOX = /^[^@]*@[^@]+$/;
const ADDRESS = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(\/.*)?$/u;
const FINGERPRINT = /^[0-9a-f]{40}$/;

/* Among other words, as in "who is +353 1 210 0489?": a mailbox, an address with its scheme, or a long number. */
const INSIDE = [/[^\s<>"'(]+@[^\s<>"'),;?]+/, /\b(?:https?:\/\/|www\.)[^\s<>"']+/, /(?:\+|00)?[\d(][\d\s().\/-]{5,}\d/];

/* Shorter numbers are compared whole; of longer ones a country code or a zero may be missing. */
const LONG = 7;

/* Digits of any script as ours: each script has its ten in a row. */
const plainDigits = (text) => text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
  let zero = digit.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (digit.codePointAt(0) - zero) % 10;
});

/* What is compared, as `search/contacts.py` writes it; empty for ordinary words. */
function markOf(query) {
  const text = plainDigits(query).replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "").replace(/[‐-―−]/g, "-").trim();
  const whole = markOfOne(text);
  if (whole.text) return whole;
  const inside = INSIDE.map((pattern) => text.match(pattern)).find(Boolean);
  return inside ? markOfOne(inside[0].replace(/[.,;:!?]+$/, "")) : whole;
}

function markOfOne(query) {
  const text = query.replace(/\s/g, "").toLowerCase().replace(/^<|>$/g, "").replace(/^(mailto|tel|sms|callto|whatsapp|skype):(\/\/)?/, "")
    .replace(/^https?:\/\//, "").replace(/^www\./, "").replace(/^wa\.me\//, "+").replace(/^([^@?]+@[^?]+)\?.*$/, "$1").replace(/\/$/, "");
  // A zero in brackets is dialled only inside the country.
  if (NUMBER.test(text)) return { isNumber: true, text: text.replace(/(\+\d+)\(0\)/, "$1").replace(/\D/g, "").replace(/^00/, "") };
  return { isNumber: false, text: MAILBOX.test(text) || ADDRESS.test(text) || FINGERPRINT.test(text) ? text : "" };
}

/* Pages on which it stands, below the language's root. A page below a known host counts, another host never. */
function standing({ isNumber, text }, known) {
  const rest = text.replace(/^0+/, "");
  const isIt = isNumber
    ? (mark) => mark === text || (rest.length >= LONG && /^\d+$/.test(mark) && mark.endsWith(rest))
    : (mark) => mark === text || (!mark.includes("/") && !mark.includes("@") && text.startsWith(mark + "/"));
  return [...new Set(Object.keys(known).filter(isIt).flatMap((mark) => known[mark]))];
}
