import type { Incident } from '../dossier/incidents.ts';
import type { CaptureSummary } from '../dossier/survey.ts';
import { parisIso } from '../time.ts';
import { csvText } from './csv.ts';
import { INCIDENT_COLUMNS, type IncidentColumn } from './incident-columns.ts';

/** What a row tells of a capture. */
type NamedCapture = Pick<CaptureSummary, 'seq' | 'incidentSeq' | 'quote'>;

/** `data/incidents.csv`: one row an incident, that is, its sightings in one attempt. */
export function incidentsTable(
  incidents: readonly Incident[],
  captures: readonly NamedCapture[],
  columns: readonly IncidentColumn[] = INCIDENT_COLUMNS,
): string {
  const rows = incidents.map((incident) => {
    const row = rowOf(incident, captures);
    return columns.map((column) => row[column]);
  });
  return csvText([columns, ...rows]);
}

function rowOf(
  { number, first, sightings, firstAt, lastAt }: Incident,
  captures: readonly NamedCapture[],
): Readonly<Record<IncidentColumn, string | number>> {
  const shown = captures.filter(({ incidentSeq }) => sightings.some(({ seq }) => seq === incidentSeq));
  return {
    incident: number,
    tentative: first.attempt,
    categorie: first.category,
    mesure: first.measure ?? '',
    regle: first.ruleId,
    version_regle: first.ruleVersion,
    site: first.host,
    route: first.routeTemplate,
    statut_http: first.httpStatus ?? '',
    nombre_de_fois: sightings.length,
    premiere_fois_utc: firstAt,
    derniere_fois_utc: lastAt,
    premiere_fois_paris: parisIso(Date.parse(firstAt)),
    derniere_fois_paris: parisIso(Date.parse(lastAt)),
    texte_releve: shown.find(({ quote }) => quote !== null)?.quote ?? '',
    empreinte_incident: first.fingerprint,
    lignes_journal: sightings.map(({ seq }) => seq).join(' '),
    lignes_captures: shown.map(({ seq }) => seq).join(' '),
  };
}
