import { MEASURES, type Measure } from '../../core/detect/categories.ts';
import type { Sighting } from '../../core/detect/incidents.ts';
import type { Evidence } from '../../core/detect/signals.ts';
import { isoTime } from '../../core/time.ts';
import type { Clock } from '../ports.ts';
import type { UnplacedCapture, WitnessedIncident } from './witnessed.ts';

const measureOf = (id: string | undefined): Measure | null =>
  MEASURES.find((measure) => measure === id) ?? null;

/** The identity-free record of one sighting: nothing of it was written by a page. */
export function describeIncident(
  sighting: Sighting,
  about: {
    readonly id: string;
    readonly firstId: string;
    readonly epoch: string;
    readonly version: string;
    readonly clock: Clock;
  },
): WitnessedIncident {
  const [primary] = sighting.findings;
  const { name: zone, offsetMinutes } = about.clock.zone();
  const { id, firstId, epoch } = about;
  return {
    kind: 'incident',
    id,
    firstId,
    epoch,
    record: {
      format: 'anef-incident/1',
      at: isoTime(sighting.at),
      zone,
      offsetMinutes,
      occurrence: sighting.occurrence,
      fingerprint: sighting.fingerprint,
      ruleId: primary.ruleId,
      ruleVersion: primary.ruleVersion,
      category: primary.category,
      measure: measureOf(primary.measure),
      host: sighting.place.host,
      routeTemplate: sighting.place.route,
      httpStatus: primary.status ?? null,
      findings: sighting.findings.map(({ ruleId, category, status }) => ({
        ruleId,
        category,
        status: status ?? null,
      })),
      ...countedOf(primary.evidence),
      software: { name: 'anef-temoin', version: about.version },
    },
  };
}

/** What can be counted: a label is a text of the page, and may name somebody. */
function countedOf(evidence: Evidence | undefined): Pick<WitnessedIncident['record'], 'evidence'> {
  if (evidence === undefined) return {};
  const { durationMs, tries, fields, scriptErrors, errorName } = evidence;
  const counted = { durationMs, tries, fields, scriptErrors, errorName };
  return { evidence: Object.fromEntries(Object.entries(counted).filter(([, value]) => value !== undefined)) };
}

/** Why a capture was taken. The quotation is the first that the cascade has: an HTTP status has no words. */
export function triggerOf(sighting: Sighting): UnplacedCapture['trigger'] {
  const [primary] = sighting.findings;
  const quote = sighting.findings.find((finding) => finding.quote !== undefined)?.quote;
  return {
    kind: 'finding',
    ruleId: primary.ruleId,
    ruleVersion: primary.ruleVersion,
    category: primary.category,
    ...(primary.measure === undefined ? {} : { measure: primary.measure }),
    ...(quote === undefined ? {} : { quote: quote.slice(0, 500) }),
    fingerprint: sighting.fingerprint,
    inViewport: primary.inViewport,
    ...(primary.evidence === undefined ? {} : { evidence: { ...primary.evidence } }),
  };
}
