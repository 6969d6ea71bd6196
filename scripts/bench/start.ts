import { inFolder, serve, type Target } from "./program.ts";
import { type Bench, rounded } from "./report.ts";
import { client } from "./requests.ts";

const QUESTION = { text: "我县500亩椪柑叶片卷曲、落果，请派人来看", county: "433126" };
const LATER_STARTS = 3;

/** From the command to the first recommendation over HTTP: into a new folder, then on it again. */
export const benchStart: Bench = () =>
  inFolder(async (folder) => {
    const first = await startOnce({ folder });
    const later: number[] = [];
    for (let start = 0; start < LATER_STARTS; start += 1) later.push(await startOnce({ folder }));
    const [quickest = 0] = later.toSorted((a, b) => a - b);
    return {
      figures: [
        { what: "first start", measured: rounded(first), unit: "s", target: { atMost: 20 } },
        {
          what: `later start (best of ${LATER_STARTS})`,
          measured: rounded(quickest),
          unit: "s",
          target: { atMost: 3 },
        },
      ],
      notes: { "later starts": later.map((seconds) => `${rounded(seconds)} s`).join(", ") },
    };
  });

async function startOnce(target: Target): Promise<number> {
  const begun = performance.now();
  const server = await serve(target);
  const one = client(server.address);
  const { status, body } = await one.recommend(QUESTION);
  const seconds = (performance.now() - begun) / 1000;
  one.close();
  await server.stop();
  if (status !== 200) throw new Error(`The first answer was ${status} ${body}`);
  return seconds;
}
