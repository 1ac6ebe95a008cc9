import { describe, expect, it } from 'vitest';
import { foldLabel, labelProblem } from '../../components/popup/label.ts';
import { drawn } from './drawn.tsx';
import { POPUP_STATES, type PopupState } from './gallery/popup-states.ts';
import { AK, FIRST_RUN, filing, incident, keepable, NOW, room, view } from './gallery/views.ts';
import { StillPopup } from './still-popup.tsx';

const draw = (state: PopupState, language?: string): string => drawn(<StillPopup {...state} />, language);

const shown = (change: Parameters<typeof view>[0] = {}, rest: Partial<PopupState> = {}) =>
  draw({ view: view(change), busy: null, outcome: null, ...rest });

describe.each(['fr', 'en'])('every state in %s', (language) => {
  it.each(Object.entries(POPUP_STATES))('%s', (_, state) => {
    const html = draw(state, language);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    // A key shown as it is, a hole in a sentence, a value that is none.
    expect(html).not.toMatch(/>[a-z]+(?:_[a-z]+)+</);
    expect(html.replaceAll('{label} $1', '')).not.toMatch(/\{\w+\}|undefined|NaN|Invalid|\[object/);
    expect(html).not.toMatch(/<(?:script|iframe)|\ssrc="(?!data:image\/)/);
    expect(html.match(/data-look="primary"/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});

describe('a capture that was erased', () => {
  it('keeps its place and its day, and nothing else', () => {
    const nothing = { step: null, statement: null, thumbnail: null, imageMissing: null, title: '' };
    const html = shown({ captures: [{ ...nothing, key: '5', at: NOW, erased: true }] });
    expect(html).toContain('Capture effacée par vous');
    expect(html).not.toMatch(/<img|Page photographiée/);
  });
});

describe('pictures', () => {
  it('are announced before the first one, and not offered', () => {
    const html = shown({ ...FIRST_RUN, page: { kind: 'watched', pictures: 'not-started' } });
    expect(html).toContain('La photo montre tout ce qui est à l’écran, y compris ce que vous avez tapé.');
    expect(html).toContain('Démarrer le témoin');
    expect(html).not.toContain('Photographier cette page');
  });

  it('are taken of a page from before the session too, and kept apart', () => {
    const html = shown({ page: { kind: 'across' }, dossier: null, suggested: AK });
    expect(html).toContain('Photographier cette page');
    expect(html).toContain('La photo sera gardée à part, et n’ira dans aucun dossier sans vous.');
    expect(html).not.toContain('Pour qui ?');
    const first = shown({ ...FIRST_RUN, page: { kind: 'across' }, question: 'none' });
    expect(first).toContain('La photo montre tout ce qui est à l’écran');
    expect(first).toContain('Démarrer le témoin');
    expect(first).not.toContain('Photographier cette page');
  });

  it('are never promised', () => {
    expect(shown()).toContain('Photos probablement possibles.');
  });

  it('wait for a click that opening the popup has given', () => {
    const html = shown({ page: { kind: 'watched', pictures: 'click-needed' } });
    expect(html).toContain('Vous venez de le faire en ouvrant cette fenêtre.');
    expect(html).toContain('Reprendre les photos');
  });

  it.each([
    ['stored', { kind: 'stored', imageMissing: null }, 'C’est enregistré, photo comprise.'],
    ['without', { kind: 'stored', imageMissing: 'password-visible' }, 'effacez le mot de passe'],
    ['refused', { kind: 'refused', reason: 'session-changed' }, 'Rien n’a été enregistré'],
  ] as const)('answer aloud: %s', (_, outcome, sentence) => {
    const region = /<div role="status" class="capture-outcome"[^>]*>(.*?)<\/section>/.exec(
      shown({}, { outcome }),
    )?.[1];
    expect(region).toContain(sentence);
  });
});

describe('a private window', () => {
  const asked = { page: { kind: 'private', refused: false }, inPrivate: true, dossier: null } as const;

  it('says what stays on the computer before anything is kept, and takes a no', () => {
    const html = shown(asked);
    expect(html).toContain('Fenêtre privée : rien n’est gardé sans votre accord');
    expect(html).toContain('Le témoin, non : si vous le démarrez, ce qu’il note et ses photos restent');
    expect(html).toContain('Démarrer le témoin');
    expect(html).toContain('Ne rien garder de cette fenêtre');
    expect(html).not.toContain('Photographier cette page');
    expect(html).not.toContain('Rien d’anormal');
  });

  it('refused, lets her change her mind', () => {
    const html = shown({ ...asked, page: { kind: 'private', refused: true } });
    expect(html).toContain('Fenêtre privée : le témoin ne garde rien');
    expect(html).toContain('Démarrer le témoin');
    expect(html).not.toContain('Ne rien garder de cette fenêtre');
  });

  it('says where the export page will open', () => {
    expect(shown({ inPrivate: true })).toContain('La page d’exportation s’ouvre dans une fenêtre ordinaire.');
    expect(shown()).not.toContain('fenêtre ordinaire');
  });
});

describe('the session', () => {
  it('is asked before anything else is proposed', () => {
    const html = shown({ question: 'still', dossier: null, suggested: AK });
    expect(html).toContain('C’est toujours A. K. ?');
    expect(html.indexOf('C’est toujours')).toBeLessThan(html.indexOf('Photographier cette page'));
    expect(html).toContain('La photo sera gardée à part jusqu’à votre réponse.');
  });

  it('takes one click with a single dossier', () => {
    expect(shown({ question: 'who', dossier: null })).toContain('C’est pour A. K.');
  });

  it('is not asked away from the portal, where what waits is put away without binding', () => {
    const html = shown({
      page: { kind: 'unsupported' },
      question: 'who',
      dossier: null,
      waiting: [room({ from: 'current' })],
    });
    expect(html).not.toContain('Pour qui ?');
    expect(html).toContain('Ranger dans A. K.');
  });

  it('never sweeps along a page that was open across two sessions', () => {
    const across = room({ id: 'room 2', from: 'across' });
    expect(shown({ waiting: [room(), across] })).not.toContain('Tout ranger');
    expect(shown({ waiting: [across] })).not.toContain('Ranger dans A. K.');
    expect(shown({ waiting: [room(), room({ id: 'room 3' }), across] })).toContain('Tout ranger dans A. K.');
  });
});

describe('labels', () => {
  it.each([
    ['', 'missing'],
    [' . ', 'missing'],
    ['a.k', 'taken'],
    ['Á. K.', 'taken'],
    ['A. K. 2', null],
    ['أ. ك.', null],
  ])('%s', (label, problem) => expect(labelProblem(label, [AK])).toBe(problem));

  it('fold alike however they are typed', () => expect(foldLabel('É.–ﬁ 2')).toBe('efi2'));
});

describe('trouble', () => {
  it('is said first, and the witness does not pretend to watch', () => {
    const html = shown({ trouble: 'database-broken' });
    expect(html).toContain('Ne désinstallez pas l’extension');
    expect(html).not.toMatch(/Le témoin veille|Rien d’anormal|Photographier cette page/);
  });

  it('leaves a way to try again on a full disk', () => {
    expect(shown({ trouble: 'disk-full' })).toContain('Photographier cette page');
  });
});

describe('what was seen', () => {
  it('reassures when there is nothing', () => expect(shown()).toContain('Rien d’anormal pour l’instant.'));

  it('quotes the portal, counts, and says why a picture is missing', () => {
    const html = shown({
      incidents: [
        incident({
          count: 3,
          quote: 'Erreur <b>500</b>',
          thumbnail: null,
          imageMissing: 'other-tab-in-front',
        }),
      ],
    });
    expect(html).toContain('Erreur &lt;b>500&lt;/b>');
    expect(html).toContain('3 fois, la dernière aujourd’hui à 10 h 27, code 500');
    expect(html).toContain('Sans photo : un autre onglet était devant.');
  });

  it('does not count a legal rule as a failure', () => {
    const html = shown({
      incidents: [incident({ category: 'eligibility', failure: false, httpStatus: null })],
    });
    expect(html).toContain('Gardé, mais pas compté comme une panne.');
    expect(html).not.toContain('data-failure');
  });

  it('shows no more what she has hidden, says how much, and never that nothing was wrong', () => {
    const html = shown({ incidents: [incident({ hidden: true })] });
    expect(html).toContain('1 masqué');
    expect(html).toContain('Afficher de nouveau');
    expect(html).not.toMatch(/Rien d’anormal|Ne plus afficher|data-failure|Ce que vous pouvez faire/);
    const [before = '', after = ''] = shown({
      incidents: [incident(), incident({ key: '2', category: 'session', hidden: true })],
    }).split('1 masqué');
    expect(before).toContain('Le portail a répondu par une erreur');
    expect(before).toContain('Ne plus afficher');
    expect(after).toContain('Le portail a coupé la session');
  });

  it('is not hidden before it is known whose it is', () => {
    const html = shown({ dossier: null, question: 'who', incidents: [incident()] });
    expect(html).toContain('Le portail a répondu par une erreur');
    expect(html).not.toContain('Ne plus afficher');
  });

  it('draws only pictures that it holds', () => {
    expect(shown({ incidents: [incident({ thumbnail: 'https://example.org/x.png' })] })).not.toContain(
      '<img',
    );
    expect(shown({ incidents: [incident({ thumbnail: 'data:image/svg+xml;base64,AA' })] })).not.toContain(
      '<img',
    );
  });
});

describe('a filing', () => {
  it('is suggested to be kept on its last page, in its own place above the rest', () => {
    const html = shown({ filing: filing({ page: keepable({ kind: 'recap', documents: 0 }) }) });
    expect(html).toContain('Gardez une preuve avant d’envoyer');
    expect(html.indexOf('Garder une preuve')).toBeLessThan(html.indexOf('Photographier cette page'));
  });

  it('says what is kept of the list, and what is not', () => {
    const html = shown({ filing: filing({ page: keepable() }) });
    expect(html).toContain('La liste des 3 documents est gardée aussi, en entier, sans le nom des fichiers.');
  });

  it('waits for nothing where no picture can be asked for yet', () => {
    const html = shown({
      ...FIRST_RUN,
      page: { kind: 'watched', pictures: 'not-started' },
      filing: filing({ page: keepable() }),
    });
    expect(html).not.toContain('Garder une preuve');
  });

  it('answers in its own place', () => {
    const html = shown(
      { filing: filing({ page: keepable() }) },
      { proof: { kind: 'stored', imageMissing: null, documents: 3 } },
    );
    expect(html).toMatch(/proof-outcome.*C’est enregistré.*La liste des 3 documents/s);
  });

  it.each([
    [
      { on: '2026-11-21', time: '10:04:07', read: 'page' },
      'Demande envoyée le 21 novembre 2026',
      'à 10:04:07',
    ],
    [{ on: '2026-12-01', time: null, read: 'page' }, 'le 1 décembre 2026', 'Date écrite par le portail'],
    [{ on: '2026-11-21', time: null, read: 'clock' }, 'le 21 novembre 2026', 'c’est celle de cet ordinateur'],
  ] as const)('done, tells its day: %o', (filed, day, how) => {
    const html = shown({ filing: filing({ filed }) });
    expect(html).toContain(day);
    expect(html).toContain(how);
  });
});
