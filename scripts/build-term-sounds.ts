/**
 * Makes src/data/vocabulary/pinyin.csv, by which industries and competences are found by their
 * sound. The product reads the file; the package that knows the readings is needed here only.
 *
 * npm run term-sounds
 */
import { writeFileSync } from "node:fs";
import { readData } from "../src/data/files.node.ts";
import { readVocabulary } from "../src/data/vocabulary.ts";
import { pinyinTable } from "./term-sounds/spell.ts";

const FILE = new URL("../src/data/vocabulary/pinyin.csv", import.meta.url);

const table = pinyinTable(readVocabulary(readData));
writeFileSync(FILE, table);
process.stdout.write(`pinyin.csv: ${table.trim().split("\n").length - 1} rows\n`);
