/**
 * Personal data in free text. Identity-card numbers are not needed to match anybody, so they are
 * cut out before a text is stored; phones and e-mail addresses are shown masked.
 */

/** Digits may be full-width, and parted by blanks, dots, strokes and the like, as people write them. */
const DIGIT = "[0-9０-９]";
const GAP = "[\\s.·・_/,，－—–-]{0,3}";
const NARROW_GAP = "[\\s.·-]?";

/**
 * Citizen identity number, GB 11643-1999: 6 digits region, 8 date of birth, 3 order, 1 check. One
 * that is glued to further digits is found too.
 */
const IDENTITY_18 = new RegExp(
  `(?<!${DIGIT})${DIGIT}(?:${GAP}${DIGIT}){16}${GAP}[0-9０-９xXｘＸ]`,
  "gu",
);
/** The form before 1999: 6 digits region, 6 date of birth, 3 order. */
const IDENTITY_15 = new RegExp(
  `(?<!${DIGIT})${DIGIT}(?:${NARROW_GAP}${DIGIT}){14}(?!${DIGIT})`,
  "gu",
);

/** What stands where an identity number was. */
export const CUT_MARK = "［身份证号已删除］";

export interface Cut {
  text: string;
  /** How many identity numbers were cut out. */
  count: number;
}

/** The text without identity-card numbers. */
export function cutIdentityNumbers(text: string): Cut {
  let count = 0;
  const cut = (plausible: (digits: string) => boolean) => (found: string) => {
    if (!plausible(plainDigits(found))) return found;
    count += 1;
    return CUT_MARK;
  };
  const clean = text
    .replace(IDENTITY_18, cut(isIdentity18))
    .replace(IDENTITY_15, cut(isIdentity15));
  return { text: clean, count };
}

const plainDigits = (found: string): string => found.normalize("NFKC").replace(/[^0-9xX]/gu, "");

const isIdentity18 = (digits: string): boolean =>
  isRegion(digits) && isDay(digits.slice(6, 10), digits.slice(10, 14));

const isIdentity15 = (digits: string): boolean =>
  isRegion(digits) && isDay(`19${digits.slice(6, 8)}`, digits.slice(8, 12));

const isRegion = (digits: string): boolean => /^[1-8]\d/.test(digits);

function isDay(year: string, monthAndDay: string): boolean {
  const month = Number(monthAndDay.slice(0, 2));
  const day = Number(monthAndDay.slice(2, 4));
  return /^(18|19|20)\d\d$/.test(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const MOBILE = new RegExp(
  `(?<!${DIGIT})((?:[+＋]?[8８][6６][ -]?)?[1１][3-9３-９]${DIGIT})[\\s－—–-]{0,2}${DIGIT}{4}[\\s－—–-]{0,2}(${DIGIT}{4})(?!${DIGIT})`,
  "gu",
);
const LANDLINE = new RegExp(
  `(?<!${DIGIT})([(（]?[0０]${DIGIT}{2,3}[)）]?[\\s－—–-]{0,2})${DIGIT}{3,4}[\\s－—–-]{0,2}(${DIGIT}{4})(?!${DIGIT})`,
  "gu",
);
const EMAIL = /([\w.+-])[\w.+-]*([@＠][\w-]+(?:\.[\w-]+)+)/gu;

/** The text with phones and e-mail addresses masked: 138****0001, l****@example.cn. */
export const maskContacts = (text: string): string =>
  text.replace(MOBILE, "$1****$2").replace(LANDLINE, "$1****$2").replace(EMAIL, "$1****$2");

/** True when words look for digits or addresses, which only serve to guess at what is masked. */
export const seeksContacts = (words: string): boolean => /[@＠]|[0-9０-９]{4}/u.test(words);
