import { countsAsFailure } from '../detect/failures.ts';
import type { Incident } from '../dossier/incidents.ts';
import { MEASURE_TERMS } from '../dossier/measures.ts';
import type { CaptureSummary } from '../dossier/survey.ts';
import type { DocumentParts } from '../profile/rules.ts';
import { parisDateTime, parisShort } from '../time.ts';
import { behaviourRows } from './behaviour-rows.ts';
import { CATEGORY_WORDS, categoryName } from './category-words.ts';
import type { Block } from './document.ts';
import { count, typeset } from './french.ts';

/** One line an incident, in order of first sighting. `captures`: null where nothing is said of pictures. */
export function* incidentTable(
  incidents: readonly Incident[],
  captures: readonly CaptureSummary[] | null,
): Generator<Block> {
  if (incidents.length === 0) {
    yield { type: 'paragraph', text: 'Aucun incident n’a été relevé.' };
    return;
  }
  yield {
    type: 'table',
    columns: [
      { title: 'N°', share: 0.06 },
      { title: 'Premier relevé (Paris)', share: 0.225 },
      { title: 'Tentative', share: 0.105 },
      { title: 'Nature', share: 0.25 },
      { title: 'Page', share: 0.26 },
      { title: 'Relevés', share: 0.1 },
    ],
    rows: incidents.map(({ number, first, firstAt, sightings }) => [
      String(number),
      parisShort(Date.parse(firstAt)),
      String(first.attempt),
      countsAsFailure(first) ? categoryName(first.category) : `${categoryName(first.category)} (non compté)`,
      first.routeTemplate,
      String(sightings.length),
    ]),
  };
  if (captures === null) return;
  const without = incidents.filter(
    ({ sightings }) =>
      !captures.some(
        ({ incidentSeq, picture }) => picture !== null && sightings.some(({ seq }) => seq === incidentSeq),
      ),
  );
  if (without.length > 0) {
    yield {
      type: 'paragraph',
      tone: 'small',
      text: typeset(`Sans image : ${without.map(({ number }) => `n° ${number}`).join(', ')}.`),
    };
  }
}

export function* incidentHeading({ number, first, firstAt }: Incident): Generator<Block> {
  const name = CATEGORY_WORDS[first.category].name;
  yield {
    type: 'heading',
    level: 2,
    text: typeset(`Incident n° ${number} : ${name.charAt(0).toLowerCase()}${name.slice(1)}`),
    bookmark: `${number}. ${parisShort(Date.parse(firstAt))} - ${name}`,
  };
}

/** What was found, without the captures. */
export function* incidentIntroduction(
  incident: Incident,
  captures: readonly CaptureSummary[],
  parts: Pick<DocumentParts, 'captures'>,
): Generator<Block> {
  const { first, sightings } = incident;
  yield { type: 'paragraph', text: typeset(CATEGORY_WORDS[first.category].description) };
  yield {
    type: 'facts',
    rows: [...behaviourRows(incident, captures), ...factsOf(incident, parts.captures && captures.length > 0)],
  };
  const quotes = new Set(
    captures.flatMap(({ quote }) => (quote === null || quote.trim() === '' ? [] : [quote])),
  );
  for (const text of quotes) yield { type: 'quotation', text, source: 'Texte relevé sur la page' };
  if (parts.captures && captures.length === 0) {
    yield {
      type: 'notice',
      text: typeset(
        `Aucune capture n’accompagne ${sightings.length === 1 ? 'ce relevé' : 'ces relevés'} : seuls les faits ci-dessus ont été conservés.`,
      ),
    };
  }
}

type Row = readonly [label: string, value: string];

/** The address stands above each picture: it is a row here only when there is none. */
function factsOf({ first, sightings, firstAt, lastAt }: Incident, addressFollows: boolean): readonly Row[] {
  const others = first.findings.slice(1).map(({ category, status }) => {
    const name = categoryName(category);
    return status === null ? name : `${name} (statut HTTP ${status})`;
  });
  const again = `${count(sightings.length, 'fois', 'fois')} dans cette tentative, la dernière le ${parisDateTime(Date.parse(lastAt))}`;
  const measure = first.measure === null ? undefined : MEASURE_TERMS[first.measure];
  const lines = `${sightings.length === 1 ? 'ligne' : 'lignes'} ${sightings.map(({ seq }) => seq).join(', ')} du journal`;
  const rows: (Row | null)[] = [
    ['Date et heure', typeset(parisDateTime(Date.parse(firstAt)))],
    sightings.length === 1 ? null : ['Relevé aussi', typeset(again)],
    addressFollows ? null : ['Adresse', `https://${first.host}${first.routeTemplate}`],
    first.httpStatus === null ? null : ['Réponse du serveur', `statut HTTP ${first.httpStatus}`],
    others.length === 0 ? null : ['Relevé en même temps', others.join(', ')],
    measure ? ['Mesure concernée', typeset(`${measure.label} (${measure.dates})`)] : null,
    [
      'Repères',
      typeset(
        `tentative n° ${first.attempt} ; ${lines} ; règle ${first.ruleId}, version ${first.ruleVersion}`,
      ),
    ],
  ];
  return rows.filter((row) => row !== null);
}
