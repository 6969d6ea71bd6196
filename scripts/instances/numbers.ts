/** The whole of a file as numbers, taken one after the other. */
export interface Numbers {
  /** Throws when the file ends or holds something else there. */
  next: (meaning: string) => number;
  take: (count: number, meaning: string) => number[];
  isAtEnd: () => boolean;
}

export function numbersOf(text: string): Numbers {
  const words = text.split(/\s+/).filter((word) => word !== "");
  let place = 0;
  const next = (meaning: string): number => {
    const word = words[place];
    const value = Number(word);
    if (word === undefined || !Number.isFinite(value)) {
      throw new Error(`number ${place + 1} should be ${meaning}, it is ${word ?? "missing"}`);
    }
    place += 1;
    return value;
  };
  return {
    next,
    take: (count, meaning) => Array.from({ length: count }, () => next(meaning)),
    isAtEnd: () => place === words.length,
  };
}

/** A count that a file announces: refused when it cannot be one. */
export function countOf(numbers: Numbers, meaning: string, most = 100_000): number {
  const value = numbers.next(meaning);
  if (Number.isInteger(value) && value > 0 && value <= most) return value;
  throw new Error(`${meaning} should be a whole number from 1 to ${most}, it is ${value}`);
}
