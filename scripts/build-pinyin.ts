/**
 * Writes how each common character sounds, for reading words that were typed with a character of
 * the same sound (茯岭 for 茯苓).
 *
 *   npm run -s pinyin
 */
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const FILE = new URL("../src/data/lexicon/pinyin.csv", import.meta.url);
const HEAD = [
  "# How each character of GB 2312 sounds most often, without tone, from pinyin-pro 3.29.4 (MIT): npm run pinyin",
  "sound,characters",
];

/** The characters of GB 2312: rows 16 to 87 of 94 cells. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder("gb18030");
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  }
  return characters;
}

const bySound = new Map<string, string[]>();
for (const character of commonCharacters()) {
  const sound = pinyin(character, { toneType: "none", v: true });
  bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
}
const rows = [...bySound]
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([sound, characters]) => `${sound},${characters.join("")}`);
writeFileSync(FILE, `${[...HEAD, ...rows].join("\n")}\n`);
process.stdout.write(`${rows.length} sounds\n`);
