import type { World } from "../support/world.ts";

/** What a browser without scripts does: follow links, fill in forms, press buttons. */
export function browserOf(world: World) {
  const submit = (path: string, fields: [string, string][]) =>
    world.post(path, new URLSearchParams(fields).toString(), {
      "content-type": "application/x-www-form-urlencoded",
      origin: "http://localhost",
    });
  return {
    /** The text of a page. */
    read: async (path: string, headers: Record<string, string> = {}): Promise<string> =>
      (await world.get(path, headers)).text(),
    submit,
    /** The place a form leads to. */
    landing: async (path: string, fields: [string, string][]): Promise<string> =>
      (await submit(path, fields)).headers.get("location") ?? "",
  };
}

/** The text a reader sees, without marks. */
export const visible = (page: string): string =>
  page
    .replace(/<head>.*?<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** Headings that skip a level after the one before them, e.g. "h2 h4". */
export function skippedHeadings(page: string): string[] {
  const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  return levels.flatMap((level, place) => {
    const before = levels[place - 1] ?? 0;
    return level > before + 1 ? [`h${before} h${level}`] : [];
  });
}

/** Names of the experts listed, in their order. */
export function listed(page: string): string[] {
  const list = /<ol class="cards ranked">.*?<\/ol>/s.exec(page)?.[0] ?? "";
  return [...list.matchAll(/class="name"[^>]*>([^<]+)</g)].flatMap(([, name]) => name ?? []);
}

/** Values of the skills that the chips stand for. */
export const chips = (page: string): string[] =>
  [...page.matchAll(/name="skill" value="([^"]+)" form="problem"/g)].flatMap(
    ([, value]) => value ?? [],
  );

/** The value of a form's field. */
export const fieldValue = (page: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(page)?.[1] ?? "";
