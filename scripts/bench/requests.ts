import { Agent, request } from "node:http";
import { demoRecords, FIRST_PROVINCE } from "../../src/demo.node.ts";
import { openReference } from "../../src/node.ts";

/** What a county officer asks: the words, and the code of the county. */
export interface Asking {
  text: string;
  county: string;
}

/** The first needs of the demo province, in the order of their codes. */
export function demoNeeds(count: number): Asking[] {
  const texts = new Map<string, { code: string; text: string }>();
  const counties = new Map<string, string>();
  for (const record of demoRecords(openReference(), FIRST_PROVINCE).records) {
    if ("node" in record) {
      if (record.node !== "Need") continue;
      const { code, text } = record.properties;
      texts.set(record.id, { code: String(code), text: String(text) });
    } else if (record.relation === "RAISED_IN") {
      counties.set(record.from[1], record.to[1].replace("place_", ""));
    }
  }
  return [...texts]
    .toSorted(([, one], [, other]) => (one.code < other.code ? -1 : 1))
    .slice(0, count)
    .map(([id, { text }]) => ({ text, county: counties.get(id) ?? "" }));
}

/** What came back, and how long it took from sending to the last byte. */
interface Answer {
  milliseconds: number;
  status: number;
  body: string;
}

export interface Client {
  recommend: (asking: Asking) => Promise<Answer>;
  close: () => void;
}

/** A client that keeps its one connection. */
export function client(address: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const url = `${address}/api/v1/recommendations`;
  return {
    recommend: (asking) => post(agent, url, JSON.stringify({ ...asking, limit: 10 })),
    close: () => agent.destroy(),
  };
}

function post(agent: Agent, url: string, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(url, {
      agent,
      method: "POST",
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    });
    sent.once("error", reject);
    sent.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          milliseconds: performance.now() - begun,
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.end(body);
  });
}
