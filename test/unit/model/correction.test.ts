import { expect, test } from "vitest";
import { standingIn } from "../../../src/domain/model/correction.ts";
import { cutIdentityNumbers, maskContacts } from "../../../src/domain/privacy/personal.ts";
import { fc } from "../../support/properties.ts";

const piece = fc.constantFrom(
  "椪柑",
  "柑柑",
  "落果",
  "13812345678",
  "433126199001011234",
  "，",
  "😀",
);

test("words of any text stand in the text as kept, or are said to be gone", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.nat(40),
      fc.nat(6),
      (pieces, start, length) => {
        const sent = pieces.join("");
        const kept = maskContacts(cutIdentityNumbers(sent).text);
        const from = Math.min(start, sent.length);
        const words = sent.slice(from, from + length);
        const standing = standingIn(kept, sent, { words, from, to: from + words.length });
        if (standing) expect(kept.slice(standing.from, standing.to)).toBe(words);
        else if (kept === sent) expect(words === "" && from > 0).toBe(true);
      },
    ),
  );
});

test("of words that stand in a text twice, those that were meant are kept", () => {
  const sent = "椪柑 13812345678 椪柑落果";
  const kept = "椪柑 138****5678 椪柑落果";
  const from = sent.lastIndexOf("椪柑");
  const moved = standingIn(kept, sent, { words: "椪柑", from, to: from + 2 });
  expect(moved?.from).toBe(kept.lastIndexOf("椪柑"));
  expect(standingIn(kept, sent, { words: "椪柑", from: 0, to: 2 })?.from).toBe(0);
});
