import { z } from "zod";
import type {
  AskShare,
  Crop,
  DemoTables,
  GivenName,
  InstitutionRow,
  NeedText,
  Share,
  Specialty,
} from "../demo/tables.ts";
import { FAMILIES, rankKey, TRADES, topicKey } from "../demo/tables.ts";
import { EVIDENCE_KINDS, SERVICE_MODES } from "../domain/model/expert.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { type ReadData, readTable } from "./table.ts";
import { readVocabulary } from "./vocabulary.ts";

const Words = z.string().min(1);
const Initials = z.string().regex(/^[a-z]+$/);
const Weight = z.coerce.number().positive();
const Flag = z.enum(["yes", ""]).transform((value) => value === "yes");
const parts = (separator: string) => (text: string) =>
  text.split(separator).filter((part) => part !== "");
const Blank = z.literal("").transform(() => null);

const NEED_FILES = ["fruit-tea", "field-forest", "animals", "village"].map(
  (part) => `demo/needs-${part}.csv`,
);

/** The cells that name ids of the vocabulary, refused when one of them is unknown. */
function cells({ industries, competences }: Vocabulary) {
  const known = (ids: ReadonlyMap<string, unknown>, what: string) =>
    z.string().refine((id) => ids.has(id), { error: `there is no such ${what}` });
  const Industry = known(industries, "industry");
  const Competence = known(competences, "competence");
  const list = <Cell extends z.ZodType<string, string>>(cell: Cell) =>
    z.string().transform(parts(" ")).pipe(z.array(cell));
  const shares = (cell: z.ZodType<string, string>) =>
    z
      .string()
      .transform((text): unknown[] => parts(" ")(text).map((share) => share.split(":")))
      .pipe(z.array(z.tuple([cell, Weight])).min(1))
      .transform((rows): Share[] => rows.map(([id, weight]) => ({ id, weight })));
  return { Industry, Competence, list, shares, Either: z.union([Industry, Competence]) };
}

type Cells = ReturnType<typeof cells>;

const InstitutionCells = ({ shares, Either }: Cells) =>
  z
    .object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      level: z.enum(["province", "prefecture", "county", "outside"]),
      trade: z.enum(TRADES),
      name: Words,
      initials: Initials,
      county: z.union([z.string().regex(/^43\d{4}$/), Blank]),
      city: z.string(),
      latitude: z.union([Blank, z.coerce.number()]),
      longitude: z.union([Blank, z.coerce.number()]),
      weight: Weight,
      profile: shares(Either),
    })
    .transform(
      ({ city, latitude, longitude, ...row }): InstitutionRow => ({
        ...row,
        outside: latitude === null || longitude === null ? null : { city, latitude, longitude },
      }),
    )
    .refine(({ county, outside }) => (county === null) !== (outside === null), {
      error: "either a county or a city with coordinates",
    });

const SpecialtyCells = ({ Industry, Competence, list, shares }: Cells): z.ZodType<Specialty> =>
  z.object({
    id: Words,
    weight: Weight,
    zh: Words,
    family: z.enum(FAMILIES),
    industries: shares(Industry),
    also: list(Industry),
    core: shares(Competence),
    extra: list(Competence),
  });

const CropRow: z.ZodType<Crop & { industry: string }> = z.object({
  industry: Words,
  word: Words,
  varieties: z.string().transform(parts("|")),
  stem: z.string(),
});

/** "plant-disease:7:3" or "rural-commerce/e-commerce:3:3": competence, tenths of the weight, level. */
const asks = ({ Industry, Competence }: Cells) => {
  const Ask = z
    .string()
    .regex(/^([a-z-]+\/)?[a-z-]+:(10|[1-9]):[2-4]$/)
    .transform((text) => {
      const [skill = "", tenths, level] = text.split(":");
      const [competence = "", industry = null] = skill.split("/").reverse();
      return { industry, competence, weight: Number(tenths) / 10, level: Number(level) };
    })
    .pipe(
      z.object({
        industry: Industry.nullable(),
        competence: Competence,
        weight: z.number(),
        level: z.number(),
      }),
    );
  const whole = (rows: readonly AskShare[]) =>
    Math.abs(rows.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-9;
  return z
    .string()
    .transform(parts(" "))
    .pipe(z.array(Ask))
    .refine(whole, { error: "the shares must sum to 10" });
};

/** "3-4", or nothing for any time; needs are gathered until November. */
const Months = z
  .string()
  .regex(/^(\d{1,2}-\d{1,2})?$/)
  .transform((text): unknown[] => (text === "" ? [1, 11] : text.split("-")))
  .pipe(z.tuple([z.coerce.number().min(1).max(11), z.coerce.number().min(1).max(11)]));

const NeedCells = (kinds: Cells) =>
  z
    .object({
      industries: kinds.list(kinds.Industry).pipe(z.array(z.string()).min(1)),
      asks: asks(kinds),
      speaker: z.enum(["farmer", "cooperative", "clerk", "official", "company"]),
      urgent: Flag,
      remote: Flag,
      days: z.coerce.number().int().min(1).max(60),
      months: Months,
      text: Words.max(1_000),
    })
    .transform(({ remote, ...row }): NeedText => ({ ...row, allowsRemote: remote }));

const RankRow = z
  .object({
    trade: z.enum(TRADES),
    family: z.union([z.enum(FAMILIES), z.literal("").transform(() => FAMILIES[0])]),
    junior: Words,
    intermediate: Words,
    associate: Words,
    senior: Words,
  })
  .transform(({ trade, family, junior, intermediate, associate, senior }) => ({
    key: rankKey(trade, family),
    names: [junior, intermediate, associate, senior],
  }));

const SurnameRow = z
  .object({ surname: Words, pinyin: Initials, weight: Weight })
  .transform(({ surname, ...row }) => ({ text: surname, ...row }));

const GivenNameRow = z
  .object({
    style: z.enum(["male", "female"]),
    position: z.enum(["first", "second", "single"]),
    character: Words,
    pinyin: Initials,
  })
  .transform(({ character, ...row }): GivenName => ({ text: character, ...row }));

/** What the demo province is invented from. Throws with file and line when a row is bad. */
export function readDemoTables(readData: ReadData): DemoTables {
  const kinds = cells(readVocabulary(readData));
  const { Industry, Competence, list } = kinds;
  const read = <Row>(name: string, row: z.ZodType<Row>) =>
    readTable(readData, `demo/${name}.csv`, row);
  const fits = { competences: list(Competence), text: Words };
  return {
    institutions: read("institutions", InstitutionCells(kinds)),
    specialties: read("specialties", SpecialtyCells(kinds)),
    crops: new Map(read("crops", CropRow).map((row) => [row.industry, row])),
    topics: new Map(
      read(
        "topics",
        z.object({
          industry: z.union([Industry, z.literal("")]),
          competence: Competence,
          topics: z.string().transform(parts("|")),
        }),
      ).map((row) => [topicKey(row), row.topics]),
    ),
    scopes: new Map(
      read("scopes", z.object({ competence: Competence, industries: list(Industry) })).map(
        ({ competence, industries }) => [competence, industries],
      ),
    ),
    evidence: read(
      "evidence",
      z.object({
        kind: z.enum(EVIDENCE_KINDS),
        scope: z.union([z.enum(["technical", "social"]), Blank]),
        ...fits,
      }),
    ),
    summaries: read("summaries", z.object(fits)),
    about: read(
      "about",
      z.object({
        newcomer: z.enum(["yes", "no", "any"]),
        mode: z.union([z.enum(SERVICE_MODES), Blank]),
        text: Words,
      }),
    ),
    needs: NEED_FILES.flatMap((file) => readTable(readData, file, NeedCells(kinds))),
    ranks: new Map(read("ranks", RankRow).map(({ key, names }) => [key, names])),
    surnames: read("surnames", SurnameRow),
    givenNames: read("given-names", GivenNameRow),
    reservedNames: new Set(
      read("reserved-names", z.object({ name: Words })).map(({ name }) => name),
    ),
  };
}
