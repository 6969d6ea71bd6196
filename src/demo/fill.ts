/** What stands between the names, and the names, in turn. */
const templates = new Map<string, readonly string[]>();

/** Words that meet when a phrase is put into a sentence that goes on with the same word. */
const DOUBLED: ReadonlyMap<string, string> = new Map([
  ["技术技术", "技术"],
  ["技术关键技术", "关键技术"],
  ["技术方法", "方法"],
  ["方法方法", "方法"],
  ["工艺技术", "工艺"],
  ["培训培训", "培训"],
  ["培训技术培训", "培训"],
]);
const DOUBLE = new RegExp([...DOUBLED.keys()].join("|"), "g");

/** Puts the values into a text with {names}. Throws a RangeError when a value is not there. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  const parts = templates.get(text) ?? text.split(/[{}]/);
  templates.set(text, parts);
  let filled = "";
  for (const [index, part] of parts.entries()) {
    const value = index % 2 === 0 ? part : values[part];
    if (value === undefined) throw new RangeError(`nothing to put for {${part}} in "${text}"`);
    filled += value;
  }
  return filled.replace(DOUBLE, (words) => DOUBLED.get(words) ?? words);
}
