import type { Audit } from './audit/audit-store.ts';
import type { Acknowledged } from './burst.ts';

/** A sentence for each thing that was said to be stored and is not there, or is there twice. */
export function lossesIn(audit: Audit, lives: readonly Acknowledged[]): string[] {
  const found: string[] = [];
  for (const [index, { life, endedAt, statements, incidents, captured }] of lives.entries()) {
    const name = `life ${index + 1}`;
    for (const statement of statements) {
      const count = audit.captures.filter((capture) => capture.statement === statement).length;
      if (count !== 1) found.push(`${name}: ${statement} is there ${count} times`);
    }
    const own = audit.incidents.filter(({ at }) => at >= life.startedAt && at <= endedAt);
    for (const status of new Set(own.map((incident) => incident.status))) {
      const sightings = own.filter((incident) => incident.status === status);
      if (sightings.length > 1) found.push(`${name}: the ${status} was counted ${sightings.length} times`);
    }
    for (const status of incidents) {
      const incident = own.find((one) => one.status === status);
      if (!incident) {
        const others = own.map((one) => `${one.status} at ${one.at - life.startedAt}`).join(', ');
        found.push(`${name}: the incident ${status} is gone; there are ${others}`);
      }
      const shown = audit.captures.filter(({ incidentSeq }) => incidentSeq === incident?.seq).length;
      if (shown > 1 || (captured.includes(status) && shown === 0))
        found.push(`${name}: the incident ${status} has ${shown} captures`);
    }
  }
  const statements = audit.captures.flatMap(({ statement }) => statement ?? []);
  if (new Set(statements).size !== statements.length) found.push('a photograph is there twice');
  return found;
}
