import type { Incident } from '../dossier/incidents.ts';
import type { CaptureSummary } from '../dossier/survey.ts';
import { parisIso } from '../time.ts';
import { csvText } from './csv.ts';

const HEADER = [
  'incident',
  'tentative',
  'categorie',
  'mesure',
  'regle',
  'version_regle',
  'site',
  'route',
  'statut_http',
  'nombre_de_fois',
  'premiere_fois_utc',
  'derniere_fois_utc',
  'premiere_fois_paris',
  'derniere_fois_paris',
  'texte_releve',
  'empreinte_incident',
  'lignes_journal',
  'lignes_captures',
] as const;

/** `data/incidents.csv`: one row an incident, that is, its sightings in one attempt. */
export function incidentsTable(
  incidents: readonly Incident[],
  captures: readonly Pick<CaptureSummary, 'seq' | 'incidentSeq' | 'quote'>[],
): string {
  const rows = incidents.map((incident) => {
    const { first, sightings, firstAt, lastAt } = incident;
    const shown = captures.filter(({ incidentSeq }) => sightings.some(({ seq }) => seq === incidentSeq));
    return [
      incident.number,
      first.attempt,
      first.category,
      first.measure ?? '',
      first.ruleId,
      first.ruleVersion,
      first.host,
      first.routeTemplate,
      first.httpStatus ?? '',
      sightings.length,
      firstAt,
      lastAt,
      parisIso(Date.parse(firstAt)),
      parisIso(Date.parse(lastAt)),
      shown.find(({ quote }) => quote !== null)?.quote ?? '',
      first.fingerprint,
      sightings.map(({ seq }) => seq).join(' '),
      shown.map(({ seq }) => seq).join(' '),
    ];
  });
  return csvText([HEADER, ...rows]);
}
