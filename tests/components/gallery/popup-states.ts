import type { PopupProps } from '../../../components/popup/popup-props.ts';
import { IMAGE_MISSING_REASONS } from '../../../lib/core/bundle/capture-record.ts';
import { CATEGORIES } from '../../../lib/core/detect/categories.ts';
import { HOSTILE } from './hostile.ts';
import {
  AK,
  BT,
  capture,
  dossier,
  FIRST_RUN,
  filing,
  incident,
  keepable,
  keptList,
  MINUTE,
  NOW,
  PICTURE,
  room,
  view,
} from './views.ts';

export type PopupState = Pick<PopupProps, 'view' | 'busy' | 'outcome'> & Partial<Pick<PopupProps, 'proof'>>;

const state = (
  change: Parameters<typeof view>[0] = {},
  rest: Partial<Pick<PopupProps, 'busy' | 'outcome' | 'proof'>> = {},
): PopupState => ({ view: view(change), busy: null, outcome: null, ...rest });

const many = Array.from({ length: 20 }, (_, index) =>
  incident({
    key: `incident ${index}`,
    category: CATEGORIES[index % CATEGORIES.length] ?? 'status',
    count: (index % 3) + 1,
    lastAt: NOW - index * 7 * MINUTE,
    httpStatus: index % 4 === 0 ? 503 : null,
    thumbnail: index % 2 === 0 ? PICTURE : null,
    imageMissing:
      index % 2 === 0 ? null : (IMAGE_MISSING_REASONS[index % IMAGE_MISSING_REASONS.length] ?? null),
    quote: index % 3 === 0 ? 'Ce timbre ne peut être consommé. Il a déjà été utilisé.' : null,
  }),
);

const clients = Array.from({ length: 23 }, (_, index) =>
  dossier(`${String.fromCharCode(65 + index)}. ${String.fromCharCode(90 - index)}.`, 30 + index * 800),
);

/** Every state that the popup has, by name. */
export const POPUP_STATES: Readonly<Record<string, PopupState>> = {
  loading: { view: 'loading', busy: null, outcome: null },
  error: { view: { error: 'Error: Could not establish connection.' }, busy: null, outcome: null },
  unsupported: state({ page: { kind: 'unsupported' }, dossier: null }),
  'unsupported-waiting': state({
    page: { kind: 'unsupported' },
    dossier: null,
    question: 'who',
    waiting: [room({ from: 'current' })],
  }),
  offered: state({ page: { kind: 'offered', host: 'www.rdv-prefecture.interieur.gouv.fr' }, dossier: null }),
  'offered-first': state({
    ...FIRST_RUN,
    page: { kind: 'offered', host: 'www.rdv-prefecture.interieur.gouv.fr' },
    question: 'none',
  }),
  once: state(
    {
      page: { kind: 'once' },
      dossier: null,
      waiting: [room({ from: 'earlier', captures: 1, incidents: 0, host: 'www.yvelines.gouv.fr' })],
    },
    { outcome: { kind: 'stored', imageMissing: null } },
  ),
  neighbour: state({
    page: { kind: 'watched', pictures: 'probable', host: 'www.rdv-prefecture.interieur.gouv.fr' },
  }),
  'neighbour-who': state({
    ...FIRST_RUN,
    noticeAccepted: true,
    page: { kind: 'watched', pictures: 'probable', host: 'www.rdv-prefecture.interieur.gouv.fr' },
  }),
  'no-access': state({
    page: { kind: 'no-access', origin: 'https://administration-etrangers-en-france.interieur.gouv.fr' },
    dossier: null,
  }),
  silent: state({ page: { kind: 'silent' } }),
  across: state({
    page: { kind: 'across' },
    dossier: null,
    suggested: AK,
    waiting: [room({ from: 'across', captures: 1, incidents: 0 })],
  }),
  'across-first': state({ ...FIRST_RUN, page: { kind: 'across' }, question: 'none' }),
  private: state({ page: { kind: 'private', refused: false }, inPrivate: true, dossier: null }),
  'private-first': state({
    ...FIRST_RUN,
    page: { kind: 'private', refused: false },
    inPrivate: true,
    question: 'none',
  }),
  'private-refused': state({ page: { kind: 'private', refused: true }, inPrivate: true, dossier: null }),
  'private-agreed': state({ inPrivate: true }),
  'first-run': state({ ...FIRST_RUN, page: { kind: 'watched', pictures: 'not-started' } }),
  'first-who': state({ ...FIRST_RUN, noticeAccepted: true }),
  'first-rehearsal': state({ ...FIRST_RUN, noticeAccepted: true, rehearsal: true }),
  'not-started': state({ page: { kind: 'watched', pictures: 'not-started' } }),
  starting: state({ page: { kind: 'watched', pictures: 'not-started' } }, { busy: 'start' }),
  'click-needed': state({ page: { kind: 'watched', pictures: 'click-needed' } }),
  quiet: state(),
  'who-one': state({
    question: 'who',
    dossier: null,
    waiting: [room({ from: 'current', captures: 1, incidents: 1 })],
  }),
  'who-one-nothing': state({ question: 'who', dossier: null }),
  'who-many': state({ question: 'who', dossier: null, dossiers: clients }),
  still: state({
    question: 'still',
    dossier: null,
    suggested: AK,
    dossiers: [AK, BT],
    waiting: [room({ from: 'current' })],
  }),
  'still-nothing': state({ question: 'still', dossier: null, suggested: AK, dossiers: [AK, BT] }),
  waiting: state({
    dossiers: [AK, BT],
    waiting: [room(), room({ id: 'room 2', from: 'across', captures: 1, incidents: 0 })],
  }),
  'waiting-one': state({ waiting: [room()] }),
  'waiting-single': state({ waiting: [room(), room({ id: 'room 2' })] }),
  capturing: state({}, { busy: 'capture' }),
  stored: state({ captures: [capture()] }, { outcome: { kind: 'stored', imageMissing: null } }),
  'stored-without': state(
    { captures: [capture({ thumbnail: null, imageMissing: 'password-visible' })] },
    { outcome: { kind: 'stored', imageMissing: 'password-visible' } },
  ),
  erased: state({
    captures: [
      capture({ title: '', statement: null, thumbnail: null, erased: true }),
      capture({ key: 'capture 2' }),
    ],
  }),
  refused: state({}, { outcome: { kind: 'refused', reason: 'session-changed' } }),
  'proof-recap': state({ filing: filing({ page: keepable({ kind: 'recap', documents: 0 }) }) }),
  'proof-documents': state({ filing: filing({ page: keepable() }) }),
  'proof-who': state({ question: 'who', dossier: null, filing: filing({ page: keepable() }) }),
  'proof-taking': state({ filing: filing({ page: keepable() }) }, { busy: 'proof' }),
  'proof-kept': state(
    {
      captures: [capture({ step: 'documents', statement: null })],
      filing: filing({ page: keepable({ keptAt: NOW }), documents: keptList(3) }),
    },
    { proof: { kind: 'stored', imageMissing: null, documents: 3 } },
  ),
  'proof-kept-without': state(
    { filing: filing({ page: keepable({ keptAt: NOW }), documents: keptList(3) }) },
    { proof: { kind: 'stored', imageMissing: 'click-needed', documents: 3 } },
  ),
  'proof-again': state({
    captures: [capture({ step: 'recap', statement: null })],
    filing: filing({ page: keepable({ kind: 'recap', documents: 0, keptAt: NOW - 2 * MINUTE }) }),
  }),
  'proof-one-incident': state({
    incidents: [incident()],
    filing: filing({ page: keepable() }),
  }),
  'only-here': state({ onlyHere: 24 }),
  'only-here-seen': state({ onlyHere: 214, incidents: [incident()], waiting: [room()] }),
  filed: state({
    incidents: [
      incident({
        ruleId: 'request-sent',
        category: 'confirmation',
        measure: null,
        failure: false,
        httpStatus: null,
        quote: 'Votre demande a bien été envoyée le 21/11/2026 à 10:04:07. Elle porte le numéro ZZ-01.',
      }),
    ],
    filing: filing({
      filed: { on: '2026-11-21', time: '10:04:07', read: 'page' },
      documents: keptList(7),
    }),
  }),
  'filed-clock': state({ filing: filing({ filed: { on: '2026-11-21', time: null, read: 'clock' } }) }),
  'filed-hostile': state({
    filing: filing({
      documents: {
        at: NOW,
        items: [
          { label: HOSTILE.quote, state: 'refused' },
          { label: HOSTILE.longQuote, state: 'accepted' },
          { label: HOSTILE.arabic, state: 'pending' },
          { label: '', state: 'unknown' },
        ],
      },
    }),
  }),
  'one-incident': state({
    incidents: [
      incident({ count: 3, quote: 'Désolé, une erreur est survenue. Nos équipes ont été averties.' }),
    ],
  }),
  'incident-pending': state({ incidents: [incident({ thumbnail: null, pending: true })] }),
  'incident-without': state({
    incidents: [
      incident({ category: 'blocked-form', httpStatus: null, thumbnail: null, imageMissing: 'click-needed' }),
      incident({
        key: '2',
        category: 'confirmation',
        failure: false,
        httpStatus: null,
        lastAt: NOW - 30 * MINUTE,
      }),
    ],
  }),
  'help-failures': state({
    incidents: [
      incident({ ruleId: 'page-unreachable', category: 'unavailable', httpStatus: null }),
      incident({ key: '2', category: 'upload', measure: 'report-correct-complete', httpStatus: 413 }),
      incident({ key: '3', category: 'duplicate', measure: 'several-requests', httpStatus: null }),
    ],
  }),
  'help-rule': state({
    incidents: [
      incident({
        ruleId: 'renewal-too-early',
        category: 'eligibility',
        measure: null,
        failure: false,
        httpStatus: null,
        quote: 'Il est trop tôt pour demander le renouvellement de votre titre.',
      }),
    ],
  }),
  'one-hidden': state({ incidents: [incident(), incident({ key: '2', category: 'session', hidden: true })] }),
  'all-hidden': state({ incidents: [incident({ hidden: true })] }),
  'help-hidden': state({
    incidents: [incident(), incident({ key: '2', category: 'session', hidden: true })],
  }),
  'twenty-incidents': state({ incidents: many }),
  'disk-full': state({ trouble: 'disk-full' }),
  'database-blocked': state({ trouble: 'database-blocked' }),
  'database-newer': state({ trouble: 'database-newer' }),
  'database-broken': state({ trouble: 'database-broken' }),
  'private-window': state({ trouble: 'private-window', dossier: null, dossiers: [] }),
  long: state({
    dossier: dossier(HOSTILE.longLabel),
    dossiers: [dossier(HOSTILE.longLabel)],
    incidents: [incident({ quote: HOSTILE.longQuote })],
    captures: [capture({ statement: HOSTILE.longQuote, title: HOSTILE.longQuote })],
  }),
  hostile: state({
    question: 'still',
    dossier: null,
    suggested: dossier(HOSTILE.label),
    dossiers: [dossier(HOSTILE.label), dossier(HOSTILE.arabic), dossier(HOSTILE.zalgo)],
    incidents: [incident({ quote: HOSTILE.quote, thumbnail: 'https://example.org/track.png' })],
    captures: [
      capture({ title: HOSTILE.zalgo, statement: HOSTILE.arabic, thumbnail: 'javascript:alert(1)' }),
    ],
  }),
};
