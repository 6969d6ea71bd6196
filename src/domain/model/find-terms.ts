/** An industry or a competence with the names it is looked up by. */
export interface NamedTerm {
  kind: "industry" | "competence";
  id: string;
  zh: string;
  en: string;
  /** The syllables of the Chinese name without tones, v for ü: "gan ju". */
  pinyin: string;
}

export interface FindTerms {
  kind: NamedTerm["kind"];
  /** At most this many, >= 0. */
  limit: number;
}

/** How much of the name the query is, best first. */
const QUALITIES = ["exact", "prefix", "contains"] as const;
type Quality = (typeof QUALITIES)[number];

/** The query as it is compared: full-width signs made plain, in lower case, without blanks and ' of pinyin. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ü", "v")
    .replace(/[\s'’]+/gu, "");

function qualityOf(form: string, query: string): Quality | null {
  if (form === query) return "exact";
  return form.startsWith(query) ? "prefix" : null;
}

/** From each syllable on: "gan ju" is also found by "ju". */
function soundQuality(syllables: readonly string[], query: string): Quality | null {
  const whole = qualityOf(syllables.join(""), query) ?? qualityOf(initialsOf(syllables), query);
  if (whole) return whole;
  // One letter of the middle of a name is no search.
  if (query.length < 2) return null;
  const isInside = syllables.some((_, index) => {
    const rest = syllables.slice(index);
    return rest.join("").startsWith(query) || initialsOf(rest).startsWith(query);
  });
  return isInside ? "contains" : null;
}

const initialsOf = (syllables: readonly string[]): string =>
  syllables.map((syllable) => syllable[0]).join("");

/** From each word on: "Navel orange" is also found by "orange". */
function englishQuality(name: string, query: string): Quality | null {
  const words = name.split(" ");
  const whole = qualityOf(plain(name), query);
  if (whole || query.length < 2) return whole;
  const isInside = words.some((_, index) => plain(words.slice(index).join("")).startsWith(query));
  return isInside ? "contains" : null;
}

const best = (...found: (Quality | null)[]): Quality | null =>
  QUALITIES.find((quality) => found.includes(quality)) ?? null;

function matchOf({ zh, en, pinyin }: NamedTerm, query: string): Quality | null {
  const isLatin = /^[a-z0-9-]+$/.test(query);
  if (!isLatin) return qualityOf(zh, query) ?? (zh.includes(query) ? "contains" : null);
  return best(soundQuality(pinyin.split(" "), query), englishQuality(en, query));
}

/**
 * Industries or competences by their Chinese or English name, pinyin or pinyin initials: "柑橘",
 * "citrus", "ganju", "gj". Exact before prefix before contains, then in the order of the
 * vocabulary. An empty query finds nothing.
 */
export function findTerms<Term extends NamedTerm>(
  terms: readonly Term[],
  query: string,
  { kind, limit }: FindTerms,
): Term[] {
  const wanted = plain(query);
  if (wanted === "") return [];
  return terms
    .filter((term) => term.kind === kind)
    .flatMap((term) => {
      const quality = matchOf(term, wanted);
      return quality ? [{ term, rank: QUALITIES.indexOf(quality) }] : [];
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ term }) => term);
}
