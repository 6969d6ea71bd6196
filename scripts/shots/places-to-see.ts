/** A page to be looked at. */
export interface PlaceToSee {
  name: string;
  path: string;
  /** Fields to fill in and send, for pages that answer a form. */
  form?: {
    action: string;
    fields: Record<string, string>;
    /** A button of the answer that is pressed too. */
    press?: string;
  };
}

/** The problem of the product's own description. */
const PROBLEM = "我县500亩椪柑叶片卷曲、落果，请派人来看";
const COUNTY = "433125";

/** Dialect, a variety, two problems, a refusal, a place, a size, helpers, a date; one word is strange. */
const MIXED =
  "我屋里三十亩爱媛38裂果，鸡也拉稀，不晓得咋个办，急！在保靖县，不需要培训，想请两名专家下周来看看魑魅";
const OWN_WORDS =
  "本人为省农科院副研究员，长于猕猴桃溃疡病防控、柑橘黄龙病检测、湘西黄牛品种选育；从事果树植保二十余年，主持选育品种2个，参与茶叶加工培训。";

/** Nobody holds enough of these to be recommended. */
const RARE = ["silkworm/sericulture", "silkworm/animal-disease", "bees/beekeeping"]
  .map((skill) => `skill=${encodeURIComponent(skill)}`)
  .join("&");

/** What is understood alone: no county is needed. */
const see = (text: string, more: Record<string, string> = {}): string =>
  `/?${new URLSearchParams({ text, ...more, see: "1" })}`;

const ask = (text: string, more: Record<string, string> = {}): string =>
  `/?${new URLSearchParams({ text, county: COUNTY, ...more })}`;

const TEAM = `/teams/${COUNTY}`;
/** More institutions than a team has members. */
const TOO_MANY = JSON.stringify({ id: "institutionsMin", min: 25 });

/** Every page, and every face that the start page has. */
export async function placesToSee(address: string): Promise<PlaceToSee[]> {
  const { need, run } = await saveSomething(address);
  const draft = await saveTeam(address);
  const expert = await firstLink(address, ask(PROBLEM), /\/experts\/[^"?#]+/);
  const stranger = await lastLink(address, "/experts?industry=rice", /\/experts\/([^"?#]+)/g);
  return [
    { name: "start", path: "/" },
    { name: "understood", path: see(MIXED) },
    { name: "question", path: see("椪柑请专家来看看") },
    { name: "tree", path: see(PROBLEM, { findIndustry: "gj", findCompetence: "bh" }) },
    { name: "suggested", path: see("椪柑裂果，还有点黑心，民宿没人来", { model: "1" }) },
    { name: "answer", path: ask(PROBLEM) },
    {
      name: "confirmed",
      path: ask("黄桃卖不出去", { skill: "peach/branding", days: "8", remote: "1" }),
    },
    { name: "why-not", path: ask(PROBLEM, { why: stranger }) },
    { name: "ask-back", path: ask("茶园请专家来看看") },
    { name: "abstention", path: `${ask("想养桑蚕兼养蜂，缺人指导")}&${RARE}` },
    { name: "other-county", path: ask("永顺县的椪柑溃疡病，电话13800138000，急") },
    { name: "needs", path: "/needs" },
    { name: "need", path: need },
    { name: "run", path: `${run}?replay=1` },
    { name: "experts", path: "/experts?industry=citrus" },
    { name: "expert", path: expert },
    { name: "profile", path: "/profile" },
    {
      name: "own-words",
      path: "/profile",
      form: { action: "/profile", fields: { text: OWN_WORDS } },
    },
    {
      name: "own-words-confirmed",
      path: "/profile",
      form: { action: "/profile", fields: { text: OWN_WORDS }, press: "button[name=confirm]" },
    },
    { name: "institutions", path: "/institutions" },
    { name: "institution", path: await firstLink(address, expert, /\/institutions\/[^"?#]+/) },
    { name: "counties", path: "/counties" },
    { name: "county", path: `/counties/${COUNTY}` },
    { name: "teams", path: "/teams" },
    { name: "team", path: TEAM },
    { name: "team-without-squads", path: `${TEAM}?preset=guangdong-town-team` },
    {
      name: "team-changed",
      path: `${TEAM}?do=size:9&do=policy:travelPerKm:0&substitutes=1&alternatives=1&why=${encodeURIComponent(stranger)}`,
    },
    { name: "team-impossible", path: `${TEAM}?do=rule:${encodeURIComponent(TOO_MANY)}` },
    { name: "team-faulty", path: `${TEAM}?do=pin:exp_nobody` },
    {
      name: "team-compared",
      path: `${TEAM}/compare?before=&after=${encodeURIComponent("do=size:9")}`,
    },
    { name: "team-roster", path: `${TEAM}/roster` },
    { name: "team-draft", path: draft },
    { name: "presets", path: "/presets" },
    { name: "preset", path: "/presets/yunnan-mission" },
    { name: "about", path: "/about" },
    { name: "not-found", path: "/needs/XQ-2026-99999" },
    { name: "wrong-filter", path: "/experts?county=火星" },
    {
      name: "wrong-form",
      path: "/",
      form: { action: "/match", fields: { text: "", county: "怀化市", days: "900" } },
    },
  ];
}

/** Saves a need with a kept list, so that their pages have something to show. */
async function saveSomething(address: string): Promise<{ need: string; run: string }> {
  const name = "王敏";
  const need = await send(address, "/needs", { text: PROBLEM, county: COUNTY, name });
  const [path = ""] = need.split("?");
  const run = await send(address, `${path}/runs`, { name });
  return { need, run: run.split("?")[0] ?? "" };
}

async function saveTeam(address: string): Promise<string> {
  const fields = { title: "2026 年服务团方案", name: "王敏" };
  const draft = await send(address, `${TEAM}/drafts`, fields);
  return draft.split("?")[0] ?? "";
}

async function send(
  address: string,
  path: string,
  fields: Record<string, string>,
): Promise<string> {
  const answer = await fetch(address + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: address },
    redirect: "manual",
  });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`${path} answered ${answer.status} without a place to go`);
  return location;
}

async function firstLink(address: string, path: string, pattern: RegExp): Promise<string> {
  const text = await (await fetch(address + path)).text();
  const found = pattern.exec(text)?.at(0);
  if (found === undefined) throw new Error(`${path} holds no link like ${pattern}`);
  return found;
}

async function lastLink(address: string, path: string, pattern: RegExp): Promise<string> {
  const text = await (await fetch(address + path)).text();
  const found = [...text.matchAll(pattern)].at(-1)?.at(1);
  if (found === undefined) throw new Error(`${path} holds no link like ${pattern}`);
  return decodeURIComponent(found);
}
