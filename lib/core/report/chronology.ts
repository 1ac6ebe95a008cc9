import type { Incident } from '../dossier/incidents.ts';
import { REHEARSAL_WARNING } from '../dossier/rehearsal.ts';
import { type CaptureSummary, erasureSentence, gapSentence } from '../dossier/survey.ts';
import { absenceBlocks } from './absence-section.ts';
import { captureBlocks } from './capture-section.ts';
import type { ChronologyInput } from './chronology-input.ts';
import { CHRONOLOGY_TITLE } from './chronology-title.ts';
import { coverBlocks } from './cover-section.ts';
import type { Block, PrintableDocument } from './document.ts';
import { filingBlocks } from './filing-section.ts';
import { typeset } from './french.ts';
import { incidentHeading, incidentIntroduction, incidentTable } from './incident-section.ts';
import { CROSS_CHECK, LIMITS } from './limits.ts';

/** Exhibit 01: figures, table, then each incident with its pictures, read one at a time. Figures, never a verdict. */
export function chronology(input: ChronologyInput): PrintableDocument {
  const shortId = input.dossierId.slice(0, 8);
  const { rehearsal } = input.survey;
  return {
    title: `${rehearsal ? 'Répétition - ' : ''}${CHRONOLOGY_TITLE} - dossier ${shortId}`,
    subject: rehearsal
      ? REHEARSAL_WARNING
      : `Incidents relevés sur le portail ANEF, avec leurs dates, adresses${input.parts.pictures ? ', textes et images' : ' et textes'}`,
    lang: 'fr',
    createdAt: new Date(input.exportedAt),
    footer: `${CHRONOLOGY_TITLE} · dossier ${shortId}`,
    ...(rehearsal ? { warning: typeset(REHEARSAL_WARNING) } : {}),
    blocks: blocks(input),
  };
}

async function* blocks(input: ChronologyInput): AsyncGenerator<Block> {
  const { incidents, gaps, erased, absences, captures } = input.survey;
  const { parts } = input;
  const shown = new Set(parts.captures ? captures.map(({ seq }) => seq) : []);
  yield* coverBlocks(input);

  if (gaps.length > 0) {
    yield { type: 'heading', level: 2, text: 'Fichiers manquants ou altérés' };
    yield {
      type: 'paragraph',
      text: typeset(
        'Le journal annonce les fichiers suivants, qui ne peuvent pas être présentés tels quels :',
      ),
    };
    yield { type: 'list', items: gaps.map((gap) => typeset(gapSentence(gap))) };
  }

  if (erased.length > 0) {
    yield { type: 'heading', level: 2, text: 'Effacé par la personne' };
    yield { type: 'list', items: erased.map((each) => typeset(erasureSentence(each))) };
  }

  yield* filingBlocks(input.survey, { files: parts.files, captures: shown });

  yield* absenceBlocks(absences, shown);

  yield { type: 'heading', level: 1, text: 'Tableau des incidents', bookmark: 'Tableau des incidents' };
  yield* incidentTable(incidents, parts.pictures ? captures : null);

  if (incidents.length > 0) yield* incidentSections(input);
  if (parts.captures) yield* otherCaptures(input);

  yield { type: 'page-break' };
  yield {
    type: 'heading',
    level: 1,
    text: 'Ce que ce document ne prouve pas',
    bookmark: 'Ce que ce document ne prouve pas',
  };
  yield { type: 'list', items: LIMITS.map(typeset) };
  yield { type: 'notice', text: typeset(CROSS_CHECK) };
}

async function* incidentSections(input: ChronologyInput): AsyncGenerator<Block> {
  yield { type: 'page-break' };
  yield { type: 'heading', level: 1, text: 'Les incidents un par un', bookmark: 'Les incidents un par un' };
  let onFreshPage = true;
  for (const incident of input.survey.incidents) {
    const captures = capturesOf(incident, input.survey.captures);
    const pictured = captures.some(({ picture }) => picture !== null);
    // An incident with its picture fills a page: it starts one, so that what belongs together is seen together.
    if (pictured && !onFreshPage) yield { type: 'page-break' };
    onFreshPage = false;
    yield* incidentHeading(incident);
    yield* incidentIntroduction(incident, captures, input.parts);
    if (input.parts.captures) for (const capture of captures) yield* captureBlocks(capture, input);
  }
}

async function* otherCaptures(input: ChronologyInput): AsyncGenerator<Block> {
  const known = new Set(input.survey.incidents.flatMap(({ sightings }) => sightings.map(({ seq }) => seq)));
  const others = input.survey.captures.filter(
    ({ incidentSeq }) => incidentSeq === null || !known.has(incidentSeq),
  );
  if (others.length === 0) return;
  yield { type: 'page-break' };
  const text = 'Captures faites à la demande de la personne';
  yield { type: 'heading', level: 1, text, bookmark: text };
  for (const [at, capture] of others.entries()) {
    if (at > 0 && capture.picture !== null) yield { type: 'page-break' };
    yield* captureBlocks(capture, input, `Capture ${at + 1}`);
  }
}

const capturesOf = (
  { sightings }: Incident,
  captures: readonly CaptureSummary[],
): readonly CaptureSummary[] =>
  captures.filter(({ incidentSeq }) => sightings.some(({ seq }) => seq === incidentSeq));
