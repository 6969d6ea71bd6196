import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readData } from "../../src/data/files.node.ts";
import { readReference } from "../../src/data/reference.ts";
import { demoRecords } from "../../src/demo.node.ts";
import type { MatchRequest } from "../../src/domain/matching/facts.ts";
import { fittingSkillIds, prepareMatching } from "../../src/domain/matching/matching.ts";
import { type Recommendation, recommendAmong } from "../../src/domain/matching/recommend.ts";
import { loadRecords } from "../../src/graph/bulk.ts";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { openGraph } from "../../src/graph/graph.ts";
import { migrate } from "../../src/graph/migrate.ts";
import { needById } from "../../src/graph/queries/needs.ts";
import { newOperation } from "../../src/usecases/context.ts";
import { factsOf, pairingsOf } from "../../src/usecases/loading/facts.ts";
import { rankExperts } from "../../src/usecases/loading/ranking.ts";
import { requestOfNeed } from "../../src/usecases/loading/request.ts";

/** The demo province in small; rows and lists that nobody ordered come in a random order. */
const EXPERTS = 300;
const NEEDS = 60;
const LIMIT = 10;

const reference = readReference(readData);
const graph = openGraph(grafeo({ shuffleUnordered: true }));
const services = { graph, reference, now: () => new Date("2026-11-23T08:00:00Z"), newId: uuidv7 };

beforeAll(async () => {
  const operation = () => newOperation(services);
  await migrate(graph, operation);
  const { records } = demoRecords(reference, { experts: EXPERTS, seed: 7 });
  await loadRecords(graph, records, { newOperation: operation });
}, 120_000);

afterAll(() => graph.engine.close());

const Ids = z.array(z.object({ id: z.string() }));

async function idsOf(label: "Expert" | "Need", limit: number): Promise<string[]> {
  const text = `MATCH (n:${label}) RETURN n.id AS id ORDER BY id LIMIT $limit`;
  return Ids.parse(await graph.engine.read(text, { limit })).map(({ id }) => id);
}

/** The requests of the stored needs; every other one as if it could be met from afar. */
async function requests(): Promise<MatchRequest[]> {
  const needs = await Promise.all(
    (await idsOf("Need", NEEDS)).map((id) => graph.maybe(needById, { id })),
  );
  return needs
    .filter((need) => need !== undefined)
    .map((need) => requestOfNeed(services, need))
    .map((request, index) => (index % 2 ? { ...request, allowsRemote: true } : request));
}

/** Judges everyone, read in full: the measure of any cut. */
async function amongAll(request: MatchRequest): Promise<Recommendation> {
  const matching = prepareMatching(reference.rules, request);
  const everyone = await factsOf(graph, {
    ids: await idsOf("Expert", EXPERTS),
    skills: fittingSkillIds(matching),
    request,
    pairings: await pairingsOf(graph, request.county),
  });
  expect(everyone).toHaveLength(EXPERTS);
  return recommendAmong(matching, everyone, LIMIT);
}

const told = ({ listed, abstained }: Recommendation) => ({
  listed: listed.map(({ scored }) => scored),
  abstained: abstained && { ...abstained, nearest: abstained.nearest.map(({ scored }) => scored) },
});

test("the top 10 out of the graph equals scoring everyone, and few are read in full", async () => {
  const asked = await requests();
  expect(asked).toHaveLength(NEEDS);
  let read = 0;
  for (const request of asked) {
    const cut = await rankExperts(services, request, LIMIT);
    expect(told(cut)).toEqual(told(await amongAll(request)));
    read += cut.read;
  }
  expect(read / NEEDS).toBeLessThan(EXPERTS / 4);
}, 120_000);
