import { describe, expect, it } from 'vitest';
import type { PageFiling } from '../../../lib/app/witness-ports.ts';
import type { DocumentItem } from '../../../lib/core/detect/filing/document.ts';
import { parisDay } from '../../../lib/core/time.ts';
import { facts } from '../page-camera.ts';
import { clicks, says, stands } from '../page-tells.ts';
import { openPopup } from '../popup-opening.ts';
import { TAB } from '../waking.ts';

const item = (label: string, state: DocumentItem['state']): DocumentItem => ({
  label,
  state,
  says: null,
  fileShown: true,
  fileType: 'pdf',
  size: null,
  addedOn: null,
});
const LIST = [item('Passeport', 'received'), item('Photo d’identité', 'refused')];
const listed = (more: Partial<PageFiling> = {}) => ({
  ...facts,
  filing: { page: 'documents' as const, items: LIST, cut: false, filed: null, ...more },
});

/** The popup stands over a page of the portal that somebody fills. */
async function filling({ bound = true } = {}) {
  const popup = await openPopup();
  const { clock, tells, store, handlers, person } = popup;
  const id = bound ? await popup.bind() : '';
  const stand = (route: string) => clock.until(tells([stands(clock.now(), route, { first: true })]));
  await stand('#/demande');
  const confirm = async (text: string, rule = 'request-sent') => {
    await clock.until(tells([says(clock.now(), text, { rules: [rule], level: 'success' })]));
    await clock.pass(5_000);
  };
  const proof = () =>
    clock.until(handlers['popup.capture']({ tabId: TAB, statement: null, proof: true }, person));
  const types = (of = id) => store.lines(of).map(({ type }) => type);
  return { ...popup, id, stand, confirm, proof, types };
}

describe('a proof before sending', () => {
  it('is suggested on such a page, and on no other', async () => {
    const { read, camera } = await filling();
    expect((await read()).filing.page).toBeNull();
    camera.glance = { page: 'documents', documents: 2 };
    expect((await read()).filing.page).toEqual({ kind: 'documents', documents: 2, keptAt: null });
  });

  it('neither comes nor goes while the popup stands open', async () => {
    const { read, camera, stand } = await filling();
    camera.glance = { page: 'recap', documents: 0 };
    await read();
    camera.glance = { page: null, documents: 0 };
    expect((await read(false)).filing.page?.kind).toBe('recap');
    await stand('#/demande/etape/2');
    expect((await read(false)).filing.page).toBeNull();
  });

  it('is not suggested where the page cannot be looked at', async () => {
    const { read, camera } = await filling();
    camera.look = () => Promise.reject(new Error('the page is gone'));
    expect((await read()).filing.page).toBeNull();
  });

  it('is not suggested on a neighbouring site', async () => {
    const { read, camera, around } = await filling();
    camera.glance = { page: 'recap', documents: 0 };
    around.place = {
      store: 'default www.rdv-prefecture.interieur.gouv.fr',
      windowId: 5,
      origin: 'https://x',
    };
    expect((await read()).filing.page).toBeNull();
  });

  it('keeps the page and the list with one click, and says so', async () => {
    const { read, camera, proof, store, id, types } = await filling();
    camera.glance = { page: 'documents', documents: 2 };
    camera.told = listed();
    await read();
    const { outcome, view } = await proof();
    expect(outcome).toEqual({ kind: 'stored', imageMissing: null, documents: 2 });
    expect(types().slice(-2)).toEqual(['capture', 'documents']);
    const [capture] = store.records(id, 'capture');
    expect(capture?.trigger).toEqual({ kind: 'manual', step: 'documents' });
    expect(store.records(id, 'documents')).toMatchObject([
      { format: 'anef-documents/1', captureSeq: capture?.seq, attempt: 1, page: 'documents', items: LIST },
    ]);
    expect(view.filing).toMatchObject({
      page: { kind: 'documents', keptAt: expect.any(Number) },
      documents: { items: LIST.map(({ label, state }) => ({ label, state })) },
    });
  });

  it('waits with its list until she has said for whom', async () => {
    const { read, camera, proof, handlers, person, clock, store, types } = await filling({ bound: false });
    camera.glance = { page: 'documents', documents: 2 };
    camera.told = listed();
    const { epoch } = await read();
    await proof();
    const answer = { tabId: TAB, dossier: { label: 'A. K.' }, bind: true, epoch, rooms: [] };
    const view = await clock.until(handlers['popup.assign'](answer, person));
    const id = view.dossier?.id ?? '';
    expect(types(id)).toContain('documents');
    expect(store.lines(id).find(({ type }) => type === 'documents')?.witnessedAt).toBeDefined();
    expect(view.filing.documents?.items).toHaveLength(2);
  });

  it('writes nothing personal into the journal', async () => {
    const { read, camera, proof, store, id } = await filling();
    camera.glance = { page: 'documents', documents: 2 };
    camera.told = listed();
    await read();
    await proof();
    const line = store.lines(id).at(-1) ?? {};
    expect(Object.keys(line).sort()).toEqual(['at', 'attempt', 'commit', 'prev', 'seq', 'type']);
  });
});

describe('the filing date', () => {
  const SENT = 'Votre demande a bien été envoyée le 24/01/2024 à 13:14:14. Elle porte le numéro 75-12';

  it('is the one that the portal writes, in the chain and in the popup', async () => {
    const { confirm, store, id, types, read } = await filling();
    await confirm(SENT);
    expect(types().slice(-3)).toEqual(['incident', 'capture', 'filing']);
    const [capture] = store.records(id, 'capture');
    expect(store.records(id, 'filing')).toMatchObject([
      {
        format: 'anef-filing/1',
        filedOn: '2024-01-24',
        filedTime: '13:14:14',
        read: 'page',
        numberShown: true,
        captureSeq: capture?.seq,
        ruleId: 'request-sent',
        host: 'administration-etrangers-en-france.interieur.gouv.fr',
      },
    ]);
    expect(JSON.stringify(store.records(id, 'filing'))).not.toContain('75-12');
    expect((await read()).filing.filed).toEqual({ on: '2024-01-24', time: '13:14:14', read: 'page' });
  });

  it('is taken whatever else was told in the same breath', async () => {
    const { clock, tells, store, id } = await filling();
    const rule = 'Une fois la demande envoyée, je ne peux plus la modifier.';
    const told = [
      says(clock.now(), rule, { rules: ['recap-no-later-change'], level: 'unknown' }),
      says(clock.now(), SENT, { rules: ['request-sent'], level: 'success' }),
    ];
    await clock.until(tells(told));
    await clock.pass(5_000);
    expect(store.records(id, 'incident')).toMatchObject([{ ruleId: 'recap-no-later-change' }]);
    expect(store.records(id, 'filing')).toMatchObject([{ ruleId: 'request-sent', filedOn: '2024-01-24' }]);
  });

  it('is told once, however often the page is met; another one is another', async () => {
    const { confirm, clock, types, read } = await filling();
    await confirm(SENT);
    await clock.pass(45 * 60_000);
    await confirm(SENT);
    expect(types().filter((type) => type === 'filing')).toHaveLength(1);
    await clock.pass(45 * 60_000);
    await confirm('Votre demande a bien été envoyée le 02/02/2024 à 09:00:00.');
    expect(types().filter((type) => type === 'filing')).toHaveLength(2);
    expect((await read()).filing.filed?.on).toBe('2024-02-02');
  });

  it('is read beside a confirmation that does not write it', async () => {
    const { confirm, camera, store, id } = await filling();
    camera.told = listed({ page: null, items: [], filed: { on: '2024-01-24', time: null } });
    await confirm('Your application has been successfully submitted');
    expect(store.records(id, 'filing')).toMatchObject([{ filedOn: '2024-01-24', read: 'page' }]);
  });

  it('is that of the clock when the portal writes none, after she has pressed what sends', async () => {
    const { confirm, clock, tells, store, id } = await filling();
    await clock.until(tells([clicks(clock.now(), 'Envoyer ma demande')]));
    await confirm('Votre demande a bien été envoyée');
    const [filing] = store.records(id, 'filing');
    expect(filing).toMatchObject({ filedOn: parisDay(clock.now()), filedTime: null, read: 'clock' });
  });

  it.each([
    ['nothing was pressed and no day is written', 'Votre demande a bien été envoyée', 'request-sent'],
    [
      'it is an appointment',
      'Votre demande de rendez-vous a bien été enregistrée le 24/01/2024',
      'generic-confirmation',
    ],
    ['it is a stamp', 'Votre timbre a été consommé. Demande du 24/01/2024', 'stamp-consumed'],
  ])('is none when %s', async (_, text, rule) => {
    const { confirm, store, id } = await filling();
    await confirm(text, rule);
    expect(store.records(id, 'filing')).toEqual([]);
  });

  it('is never in the future', async () => {
    const { confirm, store, id } = await filling();
    await confirm('Votre demande a bien été envoyée le 24/01/2099 à 13:14:14.');
    expect(store.records(id, 'filing')).toEqual([]);
  });

  it('goes with what waited, to whom it is put away', async () => {
    const { confirm, handlers, person, clock, read } = await filling({ bound: false });
    await confirm(SENT);
    const { epoch } = await read();
    const answer = { tabId: TAB, dossier: { label: 'A. K.' }, bind: true, epoch, rooms: [] };
    const view = await clock.until(handlers['popup.assign'](answer, person));
    expect(view.filing.filed?.on).toBe('2024-01-24');
  });
});
