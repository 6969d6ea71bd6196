import { refuseFaults } from "../../domain/input.ts";
import { TeamChange } from "../../domain/team/change.ts";

/**
 * A change as it stands in an address: `pin:exp_1`, `swap:exp_1:exp_9`, `size:8-12`, `coverage:0.9`, `weight:d03:5`,
 * `policy:cohesion:2`, `relax:3:{"id":"size","max":14}`. A colon within an id is encoded. Every change has
 * one text, and every text of this form one change.
 */
export function changeText(change: TeamChange): string {
  switch (change.kind) {
    case "pin":
    case "unpin":
    case "exclude":
    case "admit":
      return joined(change.kind, change.id);
    case "swap":
      return joined("swap", change.out, change.in);
    case "lock":
      return joined("lock", ...change.ids);
    case "size":
      return joined(
        "size",
        change.min === change.max ? `${change.min}` : `${change.min}-${change.max}`,
      );
    case "coverage":
      return joined(
        ...["coverage", String(change.min)],
        ...(change.demand === null ? [] : [change.demand]),
      );
    case "demandWeight":
      return joined("weight", change.demand, String(change.weight));
    case "policyWeight":
      return joined("policy", change.weight, String(change.value));
    case "relax":
      return `relax:${change.index}:${JSON.stringify(change.rule)}`;
    case "lift":
      return joined("lift", String(change.index));
    case "addRule":
      return `rule:${JSON.stringify(change.rule)}`;
    case "borrow":
      return joined("borrow", change.id, String(change.days));
    case "call": {
      const { title, tier, fit, demand } = change;
      return joined("call", title, tier, String(fit), ...(demand === null ? [] : [demand]));
    }
  }
}

const joined = (...parts: readonly string[]): string => parts.map(encoded).join(":");

/** Only what would end a part is encoded: the text stays readable. */
const encoded = (part: string): string =>
  part.replace(/[%:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const decoded = (part: string): string =>
  part.replace(/%(25|3A)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The change that a text stands for. Throws `invalid`, naming the text, when it stands for none. */
export function changeOf(text: string): TeamChange {
  const [, kind = "", rest = ""] = /^(\w+):(.*)$/s.exec(text) ?? [];
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  const { success, data } = TeamChange.safeParse(read?.(rest));
  return success ? data : notUnderstood(text);
}

const notUnderstood = (text: string): never =>
  refuseFaults([
    {
      field: "do",
      zh: `看不懂这项调整：“${text.slice(0, 100)}”`,
      en: `this change is not understood: "${text.slice(0, 100)}"`,
    },
  ]);

type Reader = (rest: string) => unknown;

const inParts =
  (read: (parts: readonly string[]) => unknown): Reader =>
  (rest) =>
    read(rest.split(":").map(decoded));

const person = (kind: string): Reader =>
  inParts(([id, ...more]) => (more.length > 0 ? undefined : { kind, id }));

/** The parts of each kind of text; what they may be is for the schema to say. */
const READERS: Readonly<Record<string, Reader>> = {
  pin: person("pin"),
  unpin: person("unpin"),
  exclude: person("exclude"),
  admit: person("admit"),
  swap: inParts(([out, into]) => ({ kind: "swap", out, in: into })),
  lock: inParts((ids) => ({ kind: "lock", ids })),
  size: (range) => {
    const [, min, max = min] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    return { kind: "size", min: Number(min), max: Number(max) };
  },
  coverage: inParts(([min, demand = null]) => ({ kind: "coverage", min: number(min), demand })),
  weight: inParts(([demand, weight]) => ({ kind: "demandWeight", demand, weight: number(weight) })),
  policy: inParts(([weight, value]) => ({ kind: "policyWeight", weight, value: number(value) })),
  relax: (rest) => {
    const [, index, rule] = /^(\d+):(.*)$/s.exec(rest) ?? [];
    return { kind: "relax", index: number(index), rule: json(rule) };
  },
  lift: (index) => ({ kind: "lift", index: number(index) }),
  rule: (rule) => ({ kind: "addRule", rule: json(rule) }),
  borrow: inParts(([id, days]) => ({ kind: "borrow", id, days: number(days) })),
  call: inParts(([title, tier, fit, demand = null]) => ({
    kind: "call",
    title,
    tier,
    fit: number(fit),
    demand,
  })),
};

const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : undefined;

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
