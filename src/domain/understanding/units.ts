/** Some of all UTF-16 units: 1 at each of them, 0 at the others. */
export type Units = Uint8Array;

/** The units of some characters, to be looked up at every place of a text. */
export function unitsOf(characters: string): Units {
  const marks = new Uint8Array(0x1_0000);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}

/** Whether one of some units stands at a place, which may lie outside the text. */
export const holds = (units: Units, codes: readonly number[], at: number): boolean =>
  units[codes[at] ?? -1] === 1;
