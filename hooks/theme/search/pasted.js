/*
 * Somebody pastes a number, a mailbox or an address that wrote to her: does it stand in this copy? The list of what does is
 * loaded only then.
 */
const NUMBER = /^\+?[\d().\/-]{3,}$/;
const MAILBOX = /^[^@]*@[^@]+$/;
const ADDRESS = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(\/.*)?$/u;
const FINGERPRINT = /^[0-9a-f]{40}$/;

/* Shorter numbers are compared whole; of longer ones a country code or a zero may be missing. */
const LONG = 7;

/* What is compared, as `search/contacts.py` writes it; empty for ordinary words. */
function markOf(query) {
  const text = query.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).replace(/[\s\u200e\u200f\u202a-\u202e]/g, "").toLowerCase()
    .replace(/^(mailto|tel|sms):/, "").replace(/^https?:\/\//, "").replace(/^www\./, "").replace(/\/$/, "");
  if (NUMBER.test(text)) return { isNumber: true, text: text.replace(/\D/g, "").replace(/^00/, "") };
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
