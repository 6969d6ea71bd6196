/** How many may wait; a composition seldom takes a second. */
const MOST_WAITING = 16;
/** Of these, how many whose answer takes long: a crowd of them must not shut out the others. */
const MOST_LONG = 8;
/** So many may go before one that takes long and came earlier; then it has its turn. */
const MOST_PASSES = 8;

/** Those who wait for a solver that answers one after the other. */
export interface WaitingLine<Waiter> {
  /** In the order of their turns. */
  readonly inOrder: readonly Waiter[];
  /** False when too many wait already. */
  join: (waiter: Waiter, takesLong: boolean) => boolean;
  /** Takes out whose turn it is. */
  next: () => Waiter | undefined;
  /** False for whoever does not wait. */
  leave: (waiter: Waiter) => boolean;
}

interface Place<Waiter> {
  waiter: Waiter;
  takesLong: boolean;
  passedBy: number;
}

/** First come, first served, but what is quick goes before what takes long, so that a simple question need not wait behind big ones. */
export function waitingLine<Waiter>(): WaitingLine<Waiter> {
  const places: Place<Waiter>[] = [];
  const lets = ({ takesLong, passedBy }: Place<Waiter>) => takesLong && passedBy < MOST_PASSES;
  return {
    get inOrder() {
      return places.map(({ waiter }) => waiter);
    },
    join: (waiter, takesLong) => {
      const long = places.filter((place) => place.takesLong).length;
      if (places.length >= MOST_WAITING || (takesLong && long >= MOST_LONG)) return false;
      const at = takesLong ? places.length : places.findLastIndex((place) => !lets(place)) + 1;
      for (const passed of places.slice(at)) passed.passedBy += 1;
      places.splice(at, 0, { waiter, takesLong, passedBy: 0 });
      return true;
    },
    next: () => places.shift()?.waiter,
    leave: (waiter) => {
      const at = places.findIndex((place) => place.waiter === waiter);
      if (at >= 0) places.splice(at, 1);
      return at >= 0;
    },
  };
}
