import { openReference } from "../../src/node.ts";
import { type Bench, rounded } from "./report.ts";
import { demoNeeds } from "./requests.ts";

const TEXTS = 600;
const LEAST_SECONDS = 5;

/** The tagger called in this process, on the needs of the demo province. */
export const benchTag: Bench = async () => {
  const { tag } = openReference();
  const texts = demoNeeds(TEXTS).map(({ text }) => text);
  const once = () => texts.reduce((needs, text) => needs + tag(text).needs.length, 0);
  const understood = once();
  once();
  const before = process.cpuUsage();
  const begun = performance.now();
  let tagged = 0;
  while (performance.now() - begun < LEAST_SECONDS * 1000) {
    once();
    tagged += texts.length;
  }
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return {
    figures: [
      {
        what: "tag",
        measured: rounded(tagged / seconds),
        unit: "texts/s",
        target: { atLeast: 10_000 },
      },
      {
        what: "tag, by CPU time",
        measured: rounded((tagged * 1e6) / (user + system)),
        unit: "texts/s CPU",
      },
    ],
    notes: {
      texts: `${texts.length} of ${rounded(characters)} characters on average, ${understood} needs understood`,
    },
  };
};
