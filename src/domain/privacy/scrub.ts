import { z } from "zod";
import type { Fold } from "../understanding/fold.ts";

/** A text that may leave the process: as long as the one it was made from, private parts blotted out. */
const Scrubbed = z.string().brand("Scrubbed");
export type Scrubbed = z.infer<typeof Scrubbed>;

/** Stands for each UTF-16 unit of what was blotted out, so that every other offset stays as it was. */
export const BLOT = "＊";

export interface Scrubbing {
  fold: Fold;
  /** Names of people, as far as anybody knows whom the text may name: see `wordsOfNames`. */
  names: readonly string[];
}

/*
 * The patterns are held against the reading form of a text: full-width and circled digits are plain
 * ones there, letters are lower case, signs of no width are gone, and so are blanks beside digits and
 * Latin letters. Where it is unclear whether something is private, it is: a draft can do without it.
 */

const DIGIT = "[\\p{Nd}零〇一二三四五六七八九幺洞拐勾两壹贰叁肆伍陆柒捌玖]";
const BETWEEN_DIGITS = "[\\s\\p{P}\\p{S}]{0,6}";
/** Phones, identity and card numbers, and QQ: seven digits or more, in whatever form and however parted. */
const NUMBER = `[a-z]{0,2}(?:${DIGIT}${BETWEEN_DIGITS}){6,}${DIGIT}x?(?:(?:转|分机)\\d{1,5})?`;

const AT = "(?:@|[(\\[]at[)\\]]|#at#)";
const EMAIL = `(?:[\\p{Script=Latin}\\p{N}_.+*-]+|\\p{Script=Han}{1,4})${AT}[\\p{Script=Latin}\\p{N}-]+(?:[.。][\\p{Script=Latin}\\p{N}-]+)+`;
const ADDRESS_OF_PAGE = "(?:https?://|www\\.)[^\\s,。]+";

const CHAT =
  "微信|薇信|威信|微x|weixin|wechat|(?<![a-z])(?:wx|vx|qq)|加v|v信|扣扣|企鹅|抖音|快手|钉钉|支付宝|telegram|whatsapp";
/** An account after the name of a service: 微信号是 lin_88, QQ群：12345. */
const ACCOUNT = `(?<=(?:${CHAT})[^a-z0-9\\n。;!?]{0,6})[a-z0-9_@.-]{4,}`;
/** A name on such a service: 微信名：秋天的果. */
const NICKNAME = `(?<=(?:(?:${CHAT})(?:号|名|昵称)?|昵称|网名)[:是为叫])[^\\s,。;!?、]{1,12}`;

const SINGLE_SURNAMES =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄家封芮储靳汲松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘斜厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步耿满弘匡文寇广禄阙东欧利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾毋沙乜鞠须丰巢关蒯相查后荆红游竺权盖益桓公兰肖付代阳粟涂覃佘佟邝区岳帅亓仝冼";
const SURNAME = `(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|轩辕|夏侯|独孤|南宫|[${SINGLE_SURNAMES}])`;
/** A character of a name; U+FFFD stands for one outside the Basic Multilingual Plane. */
const HAN = "[\\p{Script=Han}\\ufffd]";
/** What parts the names of one person, and what people type for it. */
const DOTS = "·•・‧∙⋅";
/** Signs in names that people type in several ways, or leave out. */
const SIGNS = `${DOTS}.'’-`;

/** Characters that names of other languages are written with: 阿卜杜热西提, 乌云其木格, 扎西次仁. */
const SOUND =
  "[阿艾依巴买麦提木江吉古丽热尔汗克孜吐图曼哈萨斯布卡库娜尼努拉迪力乌苏玉米合帕塔达格其措仁次旺扎西卓玛多朗嘉央贡桑德顿丹增益卜杜都不逊肯别赛琪娅雅那音日嘎琴娃云宁沙瓦伊铁甫敖特沁夫根勒恩莫牙生胡斯坦孟满珠诺占堆松赞杰罗索旦]";
const PARTED_NAME = `(?:${HAN}{1,10}(?:[${DOTS}]${HAN}{1,10})+|${SOUND}{2,10}(?:[\\s.-]${SOUND}{2,10})+)`;
/** As many characters as a name has at most, up to where the words end; else a surname and two more. */
const NAME = `(?:${PARTED_NAME}|${HAN}{2,4}(?!${HAN})|${SOUND}{4,15}|${SURNAME}${HAN}{1,2}|${HAN}{2,4}|[a-z][a-z .'${DOTS}-]+)`;
const LABEL = "(?:姓名|联系人|联络人|经办人|收件人|负责人|户主)";
const I_AM_CALLED = "(?:我叫|俺叫|名叫|名字[:是叫])";
const NAMED = `(?<=(?:${I_AM_CALLED}|${LABEL}|联系(?=${SURNAME}))[\\s:是为叫(（“"'—-]{0,4})${NAME}`;
/** All words up to a sign, where no surname begins them and they are sure to be a name. */
const LONG_NAMED = `(?<=${I_AM_CALLED}|${LABEL}[\\s:是为叫(（]{1,3})(?!${SURNAME})${HAN}{5,12}(?!${HAN})`;
/** 我是 goes before much that is no name: 我是种橘子的. */
const MAYBE_NAME = `(?:${PARTED_NAME}|${SOUND}{4,15}|${SURNAME}${HAN}{1,2}(?!${HAN})|${HAN}{2,4}(?!${HAN})(?<![的户民农人员社县乡镇村市])|${SURNAME}${HAN}{1,2})`;
const MAYBE_NAMED = `(?<=(?:我是|我们是|俺是|本人)[\\s:,叫是]{0,2})${MAYBE_NAME}`;
const TITLED = `${SURNAME}${HAN}{0,2}(?:老师|主任|书记|支书|村长|镇长|乡长|县长|局长|科长|站长|教授|先生|女士|师傅|同志|大姐|大哥|医生|会计|老板|经理)`;

const PRIVATE = [
  ...[NUMBER, EMAIL, ADDRESS_OF_PAGE, ACCOUNT, NICKNAME],
  ...[NAMED, LONG_NAMED, MAYBE_NAMED, TITLED],
].map((pattern) => new RegExp(pattern, "gu"));

/**
 * The text with phones, identity and card numbers, e-mail addresses, accounts, the given names and the
 * names after 我叫, 联系人 and the like blotted out, whatever form their characters have. What is blotted
 * out is replaced sign for sign: `from` and `to` of a span mean the same in both texts.
 */
export function scrub(text: string, { fold, names }: Scrubbing): Scrubbed {
  const folded = fold(text);
  const read = folded.plain;
  const units = text.split("");
  const blot = (start: number, end: number): void => {
    units.fill(BLOT, Number(folded.from[start]), Number(folded.to[end - 1]));
  };
  for (const pattern of PRIVATE) {
    for (const { index, 0: found } of read.matchAll(pattern)) blot(index, index + found.length);
  }
  const { words, places } = squeeze(read);
  for (const searched of names.flatMap((name) => formsOf(fold(name).plain))) {
    for (const at of placesOf(searched, words)) {
      blot(Number(places[at]), Number(places[at + searched.length - 1]) + 1);
    }
  }
  return Scrubbed.parse(units.join(""));
}

const UNREAD = new RegExp(`[\\s${SIGNS}]`, "u");

/** Without the blanks and signs that people put into names or leave out, and where each character stood. */
function squeeze(read: string): { words: string; places: number[] } {
  const places = read.split("").flatMap((unit, at) => (UNREAD.test(unit) ? [] : [at]));
  return { words: places.map((at) => read[at]).join(""), places };
}

/** A name as it is looked for, and the given name alone where a dot parts it: 迪丽热巴 of 迪丽热巴·迪力木拉提. */
function formsOf(name: string): string[] {
  const [given = ""] = name.split(new RegExp(`[${DOTS}]`, "u"));
  const forms = [name, given].map((form) => squeeze(form).words);
  return [...new Set(forms)].filter((form) => form.length > 1);
}

function* placesOf(searched: string, words: string): Generator<number> {
  for (let at = words.indexOf(searched); at >= 0; at = words.indexOf(searched, at + 1)) yield at;
}

/** What to look up names by, to know of whom a text may speak. */
interface WordsOfNames {
  /** The text as typed and as read, in lower case and without blanks and `signs`. */
  text: string;
  signs: string;
}

/** Each name that `scrub` finds in a text begins with two characters in a row of `text`, or with one and a sign. */
export function wordsOfNames(text: string, fold: Fold): WordsOfNames {
  const typed = text.replaceAll(/\p{Cf}/gu, "").toLowerCase();
  const forms = [typed, fold(text).plain].map((form) => squeeze(form).words);
  return { text: forms.join("\n"), signs: ` ${SIGNS}` };
}
