/** Columns of `data/incidents.csv`, in their order. */
export const INCIDENT_COLUMNS = [
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
export type IncidentColumn = (typeof INCIDENT_COLUMNS)[number];
