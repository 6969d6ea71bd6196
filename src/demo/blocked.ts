import type { GraphRecord } from "../graph/record.ts";
import type { Person } from "./person.ts";
import { servable } from "./postings.ts";
import type { Lot } from "./random.ts";
import { relation } from "./record.ts";
import type { CountiesFor } from "./service-counties.ts";
import type { World } from "./world.ts";

const BLOCKED = 40;
const EXPERTS_PER_BLOCKED = 25;

const REASONS = [
  "近亲属在该县科技主管部门任职，按规定回避",
  "本人在该县企业持股，存在利益关系",
  "与该县合作社的技术合同纠纷尚未了结",
  "上一轮派驻经双方协商提前终止，三年内不再派往",
  "该县书面提出暂不接收",
  "本人申请不派往原籍县",
] as const;

/** Indexes of the few experts who must not be sent to some county. */
export function blockedIndexes(world: World): ReadonlySet<number> {
  const lot = world.lotFor("blocked");
  const count = Math.min(BLOCKED, Math.floor(world.experts / EXPERTS_PER_BLOCKED));
  const indexes = new Set<number>();
  while (indexes.size < count) indexes.add(lot.whole(0, world.experts - 1));
  return indexes;
}

/** That a person must not be sent to a county they might else be sent to. */
export function blockedRecord(
  lot: Lot,
  { person, countiesFor }: { person: Person; countiesFor: CountiesFor },
): GraphRecord {
  const posted = new Set(person.postings.map((posting) => posting.county));
  const counties = servable(person, countiesFor);
  let county = counties.draw(lot);
  while (posted.has(county)) county = counties.draw(lot);
  return relation([["Expert", person.id], "BLOCKED_FROM", ["County", `place_${county.code}`]], {
    reason: lot.pick(REASONS),
  });
}
