/**
 * Personal data in free text. Identity-card numbers are not needed to match anybody, so they are
 * cut out before a text is stored; phones and e-mail addresses are shown masked.
 */

/** Digits may be full-width, and parted by blanks, dots, strokes and the like, as people write them. */
const DIGIT = "[0-9０-９]";
const GAP = "[\\s\\p{Cf}.·・_/,，－—–-]{0,3}";
const NARROW_GAP = "[\\s\\p{Cf}.·-]?";

/**
 * Citizen identity number, GB 11643-1999: 6 digits region, 8 date of birth, 3 order, 1 check.
 * Looked for at every digit, so that digits before it or glued to it do not hide it.
 */
const IDENTITY_18 = new RegExp(`(?=(${DIGIT}(?:${GAP}${DIGIT}){16}${GAP}[0-9０-９xXｘＸ]))`, "gu");
/** The form before 1999: 6 digits region, 6 date of birth, 3 order. */
const IDENTITY_15 = new RegExp(
  `(?<!${DIGIT})(?=(${DIGIT}(?:${NARROW_GAP}${DIGIT}){14})(?!${DIGIT}))`,
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
  const long = cutAll(text, IDENTITY_18, isIdentity18);
  const short = cutAll(long.text, IDENTITY_15, isIdentity15);
  return { text: short.text, count: long.count + short.count };
}

/** Cuts out what the pattern finds, from left to right, where the digits are plausible. */
function cutAll(text: string, pattern: RegExp, plausible: (digits: string) => boolean): Cut {
  let clean = "";
  let kept = 0;
  let count = 0;
  for (const { index, 1: found = "" } of text.matchAll(pattern)) {
    if (index < kept || !plausible(plainDigits(found))) continue;
    clean += text.slice(kept, index) + CUT_MARK;
    kept = index + found.length;
    count += 1;
  }
  return { text: clean + text.slice(kept), count };
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

/** What people put between the digits of a phone number. */
const PHONE_GAP = "[\\s\\p{Cf}.·－—–-]{0,3}";
const moreDigits = (count: string) => `(?:${PHONE_GAP}${DIGIT})${count}`;

const MOBILE = new RegExp(
  `(?<!${DIGIT})((?:[+＋]?[8８][6６]${PHONE_GAP})?[1１]${PHONE_GAP}[3-9３-９]${PHONE_GAP}${DIGIT})${moreDigits("{4}")}${PHONE_GAP}(${DIGIT}${moreDigits("{3}")})(?!${DIGIT})`,
  "gu",
);
const LANDLINE = new RegExp(
  `(?<!${DIGIT})([(（]?[0０]${DIGIT}{2,3}[)）]?${PHONE_GAP})${DIGIT}${moreDigits("{2,3}")}${PHONE_GAP}(${DIGIT}${moreDigits("{3}")})(?!${DIGIT})`,
  "gu",
);
/** Service numbers of companies, 400 and 800. */
const SERVICE_LINE = new RegExp(
  `(?<!${DIGIT})([48]00${PHONE_GAP})${DIGIT}${moreDigits("{2}")}${PHONE_GAP}(${DIGIT}${moreDigits("{3}")})(?!${DIGIT})`,
  "gu",
);
const EMAIL =
  /([A-Za-z0-9Ａ-Ｚａ-ｚ０-９_.+-])[\p{L}\p{N}_.+-]{0,64}([@＠][\p{L}\p{N}-]{1,63}(?:[.．][\p{L}\p{N}-]{1,63}){1,5})/gu;
const NAMED_EMAIL =
  /(\p{Script=Han})\p{Script=Han}{0,20}([@＠][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})/gu;

/** The text with phones and e-mail addresses masked: 138****0001, l****@example.cn. */
export const maskContacts = (text: string): string =>
  [MOBILE, SERVICE_LINE, LANDLINE, EMAIL, NAMED_EMAIL].reduce(
    (masked, pattern) => masked.replace(pattern, "$1****$2"),
    text,
  );

/** The text as it may be kept and shown: without identity-card numbers, contacts masked. */
export const withoutPersonalData = (text: string): string =>
  maskContacts(cutIdentityNumbers(text).text);
