import { describe, expect, test } from "vitest";
import {
  CUT_MARK,
  cutIdentityNumbers,
  maskContacts,
} from "../../../src/domain/privacy/personal.ts";
import { fc } from "../../support/properties.ts";

/** A number of no living person: the check digit is as it falls. */
const NUMBER = "433126199001011234";

describe("identity numbers", () => {
  test.each([
    [
      "in a sentence",
      `我叫王小二，身份证${NUMBER}，椪柑落果`,
      `我叫王小二，身份证${CUT_MARK}，椪柑落果`,
    ],
    ["with an X at the end", "43312619900101123X", CUT_MARK],
    ["with a small x at the end", "43312619900101123x落果", `${CUT_MARK}落果`],
    ["in full-width digits", "４３３１２６１９９００１０１１２３Ｘ", CUT_MARK],
    ["parted by blanks", "433126 19900101 1234", CUT_MARK],
    ["parted by hyphens", "433126-19900101-1234", CUT_MARK],
    ["of the form before 1999", "证号433126900101123。", `证号${CUT_MARK}。`],
    ["between letters", `a${NUMBER}b`, `a${CUT_MARK}b`],
    ["parted by two blanks", "433126  199001011234", CUT_MARK],
    ["parted by full-width strokes", "433126－19900101—1234", CUT_MARK],
    ["parted by commas", "433126，19900101，1234", CUT_MARK],
    ["glued to a phone", `${NUMBER}13800000001`, `${CUT_MARK}13800000001`],
    ["behind a phone", `13800000001 ${NUMBER}`, `13800000001 ${CUT_MARK}`],
    ["behind a year", "2025 433126 19900101 1234", `2025 ${CUT_MARK}`],
    ["in a numbered list", `1.${NUMBER}`, `1.${CUT_MARK}`],
    ["with a sign of no width in it", "433126199\u200b001011234", CUT_MARK],
  ])("are cut out %s", (_, text, clean) => {
    expect(cutIdentityNumbers(text)).toEqual({ text: clean, count: 1 });
  });

  test("are all cut out, and counted", () => {
    const { text, count } = cutIdentityNumbers(`${NUMBER}、${NUMBER}和433126900101123`);
    expect(count).toBe(3);
    expect(text).toBe(`${CUT_MARK}、${CUT_MARK}和${CUT_MARK}`);
  });

  test.each([
    ["a phone", "13800000001"],
    ["a mu and a price", "500亩，12元/斤，1998年开始种"],
    ["a village code", "433126100201"],
    ["eighteen digits that hold no date", "433126199013411234"],
    ["eighteen digits of no region", "933126199001011234"],
    ["the code of a need", "XQ-2026-00042"],
  ])("%s is not taken for one", (_, text) => {
    expect(cutIdentityNumbers(text)).toEqual({ text, count: 0 });
  });

  test("are gone wherever they stand, and nothing else is", () => {
    const words = fc.string({ unit: fc.constantFrom(..."椪柑落果，。 ab") });
    const day = fc.integer({ min: 10, max: 28 });
    fc.assert(
      fc.property(words, words, day, (before, after, date) => {
        const number = `4331261990${date > 12 ? "01" : date}${date}123X`;
        const cut = cutIdentityNumbers(before + number + after);
        expect(cut).toEqual({ text: before + CUT_MARK + after, count: 1 });
      }),
    );
  });

  test("a text without digits stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/\d/.test(text.normalize("NFKC")));
        expect(cutIdentityNumbers(text)).toEqual({ text, count: 0 });
      }),
    );
  });
});

describe("contacts", () => {
  test.each([
    ["请打13800000001联系", "请打138****0001联系"],
    ["138 0000 0001", "138****0001"],
    ["138-0000-0001", "138****0001"],
    ["+86 13800000001", "+86 138****0001"],
    ["8613800000001", "86138****0001"],
    ["0743-8222222", "0743-****2222"],
    ["0731 8888 1234", "0731 ****1234"],
    ["（0731）88881234", "（0731）****1234"],
    ["１３８７６５４０００１", "１３８****０００１"],
    ["138.1234.5678", "138****5678"],
    ["138·1234·5678", "138****5678"],
    ["1381 2345 678", "138****5 678"],
    ["138\u200b12345678", "138****5678"],
    ["0743 - 8223344", "0743 - ****3344"],
    ["400-888-1234", "400-****1234"],
    ["张三@qq.com", "张****@qq.com"],
    ["lin.qiuyue@example.cn", "l****@example.cn"],
    ["发到a@b.example.com。", "发到a****@b.example.com。"],
  ])("%s is shown as %s", (text, shown) => {
    expect(maskContacts(text)).toBe(shown);
  });

  test.each(["500亩", "433126", "XQ-2026-00042", "2026-11-23", "@所有人", "1.5元"])(
    "%s is shown as it is",
    (text) => {
      expect(maskContacts(text)).toBe(text);
    },
  );

  test("masking again changes nothing", () => {
    const text = "13800000001，0743-8222222，lin@example.cn";
    expect(maskContacts(maskContacts(text))).toBe(maskContacts(text));
  });
});
