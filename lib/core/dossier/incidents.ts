import type { IncidentRecord } from '../bundle/incident-record.ts';

/** Sightings with one fingerprint in one attempt: what a person calls one incident. */
export interface Incident {
  /** Order of first sighting in the dossier, from 1. */
  readonly number: number;
  /** In order of their journal lines; never empty. */
  readonly sightings: readonly IncidentRecord[];
  readonly first: IncidentRecord;
  /** ISO 8601 UTC. A clock may have moved back: earliest and latest, whatever the order of lines. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Merges sightings, numbered in the order in which each incident first entered the journal. */
export function groupIncidents(records: Iterable<IncidentRecord>): readonly Incident[] {
  const groups = new Map<string, IncidentRecord[]>();
  for (const record of [...records].sort((a, b) => a.seq - b.seq)) {
    const key = `${record.attempt} ${record.fingerprint}`;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()].flatMap((sightings, at) => {
    const [first] = sightings;
    if (!first) return [];
    const times = sightings.map((sighting) => sighting.at).sort();
    return [
      { number: at + 1, sightings, first, firstAt: times[0] ?? first.at, lastAt: times.at(-1) ?? first.at },
    ];
  });
}
