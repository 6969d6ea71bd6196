interface TeamOf {
  county: string;
  /** Ids. */
  members: readonly string[];
}

/** By county: its members who stand in teams of other counties too, and in which. */
export function sharedMembers(
  teams: readonly TeamOf[],
): Map<string, { id: string; counties: string[] }[]> {
  const counties = new Map<string, string[]>();
  for (const { county, members } of teams) {
    for (const id of members) counties.set(id, [...(counties.get(id) ?? []), county]);
  }
  return new Map(
    teams.map(({ county, members }) => [
      county,
      members.flatMap((id) => {
        const others = (counties.get(id) ?? []).filter((one) => one !== county);
        return others.length > 0 ? [{ id, counties: others }] : [];
      }),
    ]),
  );
}
