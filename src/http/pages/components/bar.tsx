/** A part of a whole as a bar. Beside it always stands the number, so it is hidden from readers aloud. */
export function Bar({ value, max }: { value: number; max: number }) {
  const share = max === 0 ? 0 : Math.min(100, Math.max(0, (value / max) * 100));
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="8" />
      <rect class="fill" width={share.toFixed(1)} height="8" />
    </svg>
  );
}
