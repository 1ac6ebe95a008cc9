import { MEASURES } from '../detect/categories.ts';
import { countsAsFailure } from '../detect/failures.ts';
import { MEASURE_TERMS } from '../dossier/measures.ts';
import { synthesise } from '../dossier/synthesis.ts';
import type { DocumentParts } from '../profile/rules.ts';
import { readableFingerprint } from '../seal/device-key.ts';
import { parisDate, parisDateTime } from '../time.ts';
import type { ChronologyInput } from './chronology-input.ts';
import { CHRONOLOGY_TITLE } from './chronology-title.ts';
import type { Block } from './document.ts';
import { count, typeset } from './french.ts';

const REHEARSAL =
  'Ce document a été fait pour apprendre, sur une page d’essai de l’extension. Le message d’échec y était inventé : le portail ANEF n’a rien affiché de tel. La suite montre à quoi ressemble un vrai document.';

/** First page: what this is, the figures, the measures concerned, how to read the rest. */
export function* coverBlocks(input: ChronologyInput): Generator<Block> {
  const { incidents, captures, attempts } = input.survey;
  const { parts } = input;
  const sightings = incidents.flatMap((incident) => incident.sightings);
  const figures = synthesise(attempts, sightings);
  const failures = incidents.filter(({ first }) => countsAsFailure(first));
  const manual = captures.filter(({ kind }) => kind === 'manual').length;
  const seen = failures.reduce((sum, incident) => sum + incident.sightings.length, 0);
  const moment = (iso: string | null) => (iso === null ? 'aucun' : parisDateTime(Date.parse(iso)));

  yield { type: 'heading', level: 1, text: CHRONOLOGY_TITLE, bookmark: 'Synthèse' };
  yield {
    type: 'paragraph',
    tone: 'small',
    text: typeset(
      `Dossier ${input.dossierId} · ouvert le ${parisDate(Date.parse(input.createdAt))} · document établi le ${parisDateTime(input.exportedAt)} par le logiciel ANEF Témoin ${input.software.version}`,
    ),
  };
  if (input.survey.rehearsal) yield { type: 'notice', text: typeset(REHEARSAL) };
  yield {
    type: 'paragraph',
    text: typeset(
      `Ce document présente les échecs relevés sur le portail ANEF (Administration numérique des étrangers en France) et sur les sites voisins pendant que la personne s’en servait, avec leur date, leur adresse${parts.pictures ? ', le texte affiché et, quand elle a pu être prise, l’image de l’écran' : ' et le texte affiché'}. Chaque tentative a été faite par la personne elle-même : le logiciel n’en fait aucune.`,
    ),
  };
  yield { type: 'heading', level: 2, text: 'En chiffres' };
  yield {
    type: 'facts',
    rows: [
      ['Tentatives', String(figures.attempts)],
      ['Incidents', `${failures.length}, relevés ${seen} fois en tout`],
      ['Jours différents', String(figures.distinctDays)],
      ['Heures différentes', String(figures.distinctHours)],
      ['Premier relevé', typeset(moment(figures.firstAt))],
      ['Dernier relevé', typeset(moment(figures.lastAt))],
      ['Durée entre les deux', count(figures.spanDays, 'jour entier', 'jours entiers')],
      ...(parts.captures ? [['Captures demandées', String(manual)] as const] : []),
      ['Clé du sceau', readableFingerprint(input.spkiSha256)],
    ],
  };
  yield {
    type: 'paragraph',
    tone: 'small',
    text: typeset(
      `Heures de Paris, suivies du décalage avec le temps universel (UTC). Une tentative est une visite du portail au cours de laquelle la personne a essayé quelque chose. Un incident est un échec relevé dans une tentative ; le même échec revu dans la même tentative reste un seul incident, relevé plusieurs fois. Une heure différente est une heure d’horloge d’un jour donné.${parts.captures ? ' Une capture demandée est une image que la personne a prise elle-même.' : ''} La clé du sceau est l’empreinte de la clé du navigateur de la personne, qui scelle tout le dossier : un dossier scellé par une autre clé a une autre empreinte. Ces chiffres décrivent ce qui a été relevé, sans rien en conclure.`,
    ),
  };
  if (!input.survey.rehearsal) yield* measureBlocks(figures.byMeasure);
  yield { type: 'heading', level: 2, text: 'Comment lire ce document' };
  yield {
    type: 'list',
    items: [
      `Le tableau des incidents suit cette synthèse. Chaque incident est ensuite présenté avec son texte${parts.pictures ? ', ses faits et ses images' : ' et ses faits'}. Les signets du PDF y mènent directement.`,
      ...pictureHints(parts),
      `Les textes entre filets sont recopiés tels que la page les affichait.${parts.statements ? ' Ce que la personne déclare est présenté séparément et n’engage qu’elle.' : ''}`,
      'Les parties secrètes des adresses (jetons, codes de connexion) et les identifiants personnels y sont retirés ou remplacés par {id}.',
      'Les limites de ces relevés sont énoncées à la fin : « Ce que ce document ne prouve pas ».',
    ].map(typeset),
  };
}

function pictureHints({ pictures, files }: DocumentParts): readonly string[] {
  if (!pictures)
    return [
      'Ce document est court : il ne reprend ni les images de l’écran ni ce que la personne y a joint.',
    ];
  return [
    'Chaque image porte au-dessus d’elle son adresse, sa date, son heure, le numéro de sa ligne dans le journal et le début de son empreinte SHA-256. Rien n’est écrit sur l’image.',
    files
      ? 'Les images imprimées ici sont des copies réduites. L’original intact de l’image 000012 est le fichier data/captures/000012.png remis avec ce document.'
      : 'Les images imprimées ici sont des copies réduites. La personne garde les originaux intacts et le journal. Ce document ne reprend pas ce qu’elle a choisi de ne plus afficher.',
  ];
}

function* measureBlocks(byMeasure: ReturnType<typeof synthesise>['byMeasure']): Generator<Block> {
  const rows = MEASURES.flatMap((measure) => {
    const counted = byMeasure[measure];
    if (!counted) return [];
    const { label, dates } = MEASURE_TERMS[measure];
    const day = parisDate(Date.parse(`${counted.term}T12:00:00Z`));
    return [
      [`${label} (${dates})`, String(counted.total), `${counted.afterTerm} après le ${day}`].map(typeset),
    ];
  });
  if (rows.length === 0) return;
  yield { type: 'heading', level: 2, text: 'Mesures concernées' };
  yield {
    type: 'table',
    columns: [
      { title: 'Mesure ordonnée par le Conseil d’État (résumé)', share: 0.6 },
      { title: 'Relevés', share: 0.13 },
      { title: 'Dont après la date indicative', share: 0.27 },
    ],
    rows,
  };
  yield {
    type: 'paragraph',
    tone: 'small',
    text: typeset(
      'La date indicative est comptée depuis la décision ; le délai court normalement de la notification, dont la date n’est pas connue ici. Le lien entre un incident et une mesure est proposé par le logiciel : à vérifier avec un avocat.',
    ),
  };
}
