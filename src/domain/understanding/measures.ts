import type { Folded } from "./fold.ts";
import { typedSpan } from "./spans.ts";
import type { Amount, Headcount, Span } from "./tagger.ts";
import { type Units, unitsOf } from "./units.ts";

/** What the words say in figures. */
export interface Measures {
  amounts: Amount[];
  headcount: Headcount | null;
  dates: Span[];
}

const UNITS: Readonly<Record<string, Amount["kind"]>> = {
  亩: "area",
  公顷: "area",
  平方米: "area",
  平方: "area",
  平米: "area",
  分地: "area",
  吨: "weight",
  公斤: "weight",
  千克: "weight",
  kg: "weight",
  斤: "weight",
  头: "animals",
  只: "animals",
  羽: "animals",
  尾: "animals",
  匹: "animals",
  箱: "animals",
  群: "animals",
  窝: "animals",
  株: "plants",
  棵: "plants",
  蔸: "plants",
  兜: "plants",
  穴: "plants",
  元: "money",
  块钱: "money",
  公里: "length",
  千米: "length",
  厘米: "length",
  公分: "length",
  米: "length",
  "%": "share",
  成: "share",
};

/** Alone behind a power it counts the next one below: 1万2 is 12,000. */
const ONE_TO_NINE = "[1-9一二两三四五六七八九]";
const HAN_NUMBER = "[〇零一二两三四五六七八九十百千万亿半]";
// Every repetition is bounded: a text of a thousand 百 must be read as quickly as any other.
const FIGURES = "\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,4})?";
const NUMBER = `(?:${FIGURES}(?:[千万亿]${ONE_TO_NINE}[百千]?(?![十百千万亿点.,\\d])|[十百千万亿]{0,2})|${HAN_NUMBER}{1,12}(?:点${HAN_NUMBER}{1,4})?|好?几[十百千万]{0,2}|数[十百千万]{1,2})[多余来几]{0,2}[万亿]?`;
const AMOUNT = new RegExp(
  // From 500 to 600 is no one number: its span counts, not its value.
  `百分之(${NUMBER})|((?:${FIGURES}|${HAN_NUMBER}{1,12})[-~到至—](?=\\d|${HAN_NUMBER}))?(${NUMBER})个?(${Object.keys(UNITS).join("|")})(?![月期份上雾])`,
  "uy",
);
const HELPERS = "专家|特派员|老师|教授|技术员|技术人员|农技员|农技人员|科技人员|科技人才|师傅|团员";
const HEADCOUNT = new RegExp(
  `(?:派|请|需|要|来|选|安排|聘|引进|增)[^,。;\\n]{0,6}?((${NUMBER})[名位个][^,。;\\n]{0,8}?(?:${HELPERS}))`,
  "u",
);
const SEASON = "春|夏|秋|冬|开春|春上|春天|夏天|秋天|冬天|年底|年初|上半年|下半年";
const DATE = new RegExp(
  [
    `(?:\\d{4}年|[今明去前后]年)?\\d{1,2}月(?:\\d{1,2}[日号]|份|底|初|[上中下]旬)?`,
    "[一二三四五六七八九十]{1,2}月(?:份|底|初|[上中下]旬)?",
    `(?:\\d{4}年|[今明去前后]年)(?:${SEASON})?`,
    "[上下本这]个?(?:周|星期|礼拜|月)(?:底|初|末)?",
    "(?:月底|年底|年前|年后|开春|入冬|入秋|入夏|立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒|春节|端午|中秋|国庆)(?:前后|之前|以前|前|后)?",
    "[\\d一二两三四五六七八九十]{1,3}个?(?:天|周|星期|月)(?:之|以)?内",
  ].join("|"),
  "uy",
);

/** Characters an amount, and those a date, begins with: elsewhere neither is looked for. */
const AMOUNT_STARTS = unitsOf("0123456789〇零一二两三四五六七八九十百千万半几数好");
const DATE_STARTS = unitsOf(
  "0123456789一二三四五六七八九十两今明去前后上下本这月年开入立雨惊春清谷夏小芒大处白秋寒霜冬端中国",
);
const COUNTERS = unitsOf("名位个");

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/**
 * The number in words or digits: "三百五十" 350, "1.2万" 12,000, "500多" 500.
 * Null where they name no number (几百, 数十).
 */
export function numberIn(words: string): number | null {
  if (ALL_DIGITS.test(words)) return Number(words);
  const plain = words.replaceAll(",", "").replace(/[多余来]/gu, "");
  if (/[几数]/u.test(plain) || ABOUT.test(plain)) return null;
  if (plain === "半") return 0.5;
  const [, whole, parts] = /^(.+)点(.+)$/u.exec(plain) ?? [];
  if (whole && parts) return Number(`${belowTenThousand(whole)}.${digitsIn(parts)}`);
  // 三万五千 is read in parts: what stands before 万 or 亿 counts that often.
  const [, big = "", power = "", small = ""] = /^(.*?)([万亿])(.*)$/u.exec(plain) ?? [];
  if (power === "") return belowTenThousand(plain);
  const times = big === "" ? 1 : belowTenThousand(big);
  return times * Number(POWERS[power]) + remainder(small, Number(POWERS[power]));
}

const ALL_DIGITS = /^\d+$/;

/** Two digits side by side are a guess: 三五名, 两三百. */
const ABOUT = /[一二两三四五六七八九]{2}(?![点])/u;

const ONE_DIGIT = new RegExp(`^${ONE_TO_NINE}$`, "u");

/** What follows 万 or 亿: 三万五 is 35,000. */
const remainder = (small: string, power: number): number =>
  ONE_DIGIT.test(small) ? (Number(digitIn(small)) * power) / 10 : (numberIn(small) ?? 0);

const digitsIn = (words: string): string => [...words].map((sign) => DIGITS[sign] ?? sign).join("");

/** What the last part counts: tens where it is a digit right behind 百 (一百二), ones in 一百零二. */
function lastCounts(parts: readonly string[]): number {
  const power = POWERS[parts.at(-2) ?? ""] ?? 10;
  return ONE_DIGIT.test(parts.at(-1) ?? "") ? power / 10 : 1;
}

/** "三百五十" 350, "三千五" 3,500, "12" 12, "2千" 2,000. */
function belowTenThousand(words: string): number {
  const parts = words.match(/\d+(?:\.\d+)?|./gu) ?? [];
  let total = 0;
  let digit: number | null = null;
  for (const part of parts) {
    const power = POWERS[part];
    if (power === undefined) {
      digit = digitIn(part) ?? digit;
      continue;
    }
    total += (digit ?? 1) * power;
    digit = null;
  }
  return total + (digit ?? 0) * lastCounts(parts);
}

const digitIn = (part: string): number | null =>
  /^\d/.test(part) ? Number(part) : (DIGITS[part] ?? null);

/** All matches of a sticky pattern that begin with one of `starts`, none overlapping. */
function matchesOf(
  folded: string,
  { pattern, starts }: { pattern: RegExp; starts: Units },
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    if (starts[folded.charCodeAt(at)] === 0) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null) continue;
    found.push(match);
    at += match[0].length - 1;
  }
  return found;
}

/** A text as typed, and the same in the reading form. */
interface Typed {
  text: string;
  folded: Folded;
}

const spanAt = ({ text, folded }: Typed, start: number, length: number): Span =>
  typedSpan(text, folded, [start, start + length]);

function amountsIn(typed: Typed): Amount[] {
  const amounts: Amount[] = [];
  const { plain } = typed.folded;
  for (const match of matchesOf(plain, { pattern: AMOUNT, starts: AMOUNT_STARTS })) {
    const [all, share, range, number = share ?? "", unit = "%"] = match;
    const kind = UNITS[unit];
    if (kind === undefined) continue;
    const value = range === undefined ? numberIn(number) : null;
    const { words, from, to } = spanAt(typed, match.index, all.length);
    amounts.push({ words, from, to, kind, value, unit });
  }
  return amounts;
}

function headcountIn(typed: Typed): Headcount | null {
  const { codes, plain } = typed.folded;
  if (!codes.some((code) => COUNTERS[code] === 1)) return null;
  const wanted = HEADCOUNT.exec(plain);
  if (wanted === null) return null;
  const [words, helpers = "", number = ""] = wanted;
  const value = numberIn(number);
  if (value === null) return null;
  const start = wanted.index + words.length - helpers.length;
  return { ...spanAt(typed, start, helpers.length), value };
}

const datesIn = (typed: Typed): Span[] =>
  matchesOf(typed.folded.plain, { pattern: DATE, starts: DATE_STARTS }).map((match) =>
    spanAt(typed, match.index, match[0].length),
  );

/** Sizes, amounts, helpers wanted and dates in a text. */
export function readMeasures(text: string, folded: Folded): Measures {
  const typed = { text, folded };
  return { amounts: amountsIn(typed), headcount: headcountIn(typed), dates: datesIn(typed) };
}
