/** Sums of decimals carry an error far behind the sixth: 35.6445, not 35.64450000000001. */
export const inDecimals = (value: number): number => {
  const near = Math.round(value * 1e6) / 1e6;
  return near === 0 ? 0 : near;
};

/** The same; what is not there stays so. */
export const rounded = (value: number | null): number | null =>
  value === null ? null : inDecimals(value);
