import type { Synthesis } from '../bundle/dossier-record.ts';
import type { IncidentRecord } from '../bundle/incident-record.ts';
import type { Category } from '../detect/categories.ts';
import { countsAsFailure } from '../detect/failures.ts';
import { parisDay, parisHour, wholeDays } from '../time.ts';
import { MEASURE_TERMS } from './measures.ts';

/**
 * Figures of a dossier. `attempts`: attempts opened in the journal. Everything else is counted on sightings of
 * failures: a legal rule (`eligibility`) and a success (`confirmation`) are kept but not counted.
 */
export function synthesise(attempts: number, sightings: Iterable<IncidentRecord>): Synthesis {
  const days = new Set<string>();
  const hours = new Set<string>();
  const times: number[] = [];
  const byCategory: Partial<Record<Category, number>> = {};
  const byMeasure: Synthesis['byMeasure'] = {};

  for (const sighting of sightings) {
    const { at, category, measure } = sighting;
    const time = Date.parse(at);
    if (!countsAsFailure(sighting) || Number.isNaN(time)) continue;
    times.push(time);
    days.add(parisDay(time));
    hours.add(parisHour(time));
    byCategory[category] = (byCategory[category] ?? 0) + 1;
    if (measure === null) continue;
    const { term } = MEASURE_TERMS[measure];
    const counted = byMeasure[measure] ?? { total: 0, afterTerm: 0, term };
    counted.total++;
    if (parisDay(time) > term) counted.afterTerm++;
    byMeasure[measure] = counted;
  }

  times.sort((a, b) => a - b);
  const [first] = times;
  const last = times.at(-1);
  const iso = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());
  return {
    attempts,
    distinctDays: days.size,
    distinctHours: hours.size,
    firstAt: iso(first),
    lastAt: iso(last),
    spanDays: first === undefined || last === undefined ? 0 : wholeDays(first, last),
    byCategory,
    byMeasure,
  };
}
