import { describe, expect, it } from 'vitest';
import { ownerOf, roomId } from '../../../lib/core/dossier/owner.ts';
import {
  afterPortalEvent,
  bindSession,
  openSession,
  type PortalEvent,
  portalEventOf,
} from '../../../lib/core/dossier/portal-session.ts';

const bound = bindSession(openSession('default', 'epoch-a', 0), 'dossier-a');
const told = (event: PortalEvent, session = bound, at = 1000) =>
  afterPortalEvent(session, event, 'epoch-b', at);

describe('whatever may have changed the user unbinds the session', () => {
  const changes: [string, PortalEvent][] = [
    ['the page goes to the SSO', { kind: 'at-sso' }],
    ['a login comes back', { kind: 'login-returned', tab: 1 }],
    ['a logout', { kind: 'logged-out' }],
  ];
  it.each(changes)('%s', (_name, event) => {
    expect(told(event)).toMatchObject({ epoch: 'epoch-b', dossier: null, previous: 'dossier-a' });
  });

  it('a 401 alone changes nobody, the recognition that follows does', () => {
    const refused = told({ kind: 'unauthorised', askedAt: 500 });
    expect(refused).toMatchObject({ epoch: 'epoch-a', dossier: 'dossier-a' });
    expect(told({ kind: 'authenticated' }, refused)).toMatchObject({ epoch: 'epoch-b', dossier: null });
  });

  it('being recognised again without a 401 changes nothing', () => {
    const recognised = told({ kind: 'authenticated' });
    expect(recognised).toEqual({ ...bound, recognisedAt: 1000 });
    expect(told({ kind: 'authenticated' }, recognised)).toBe(recognised);
  });

  it('a 401 before anybody was known, then the first recognition, changes nobody', () => {
    const fresh = openSession('default', 'epoch-a', 0);
    const probed = told({ kind: 'unauthorised', askedAt: 500 }, fresh);
    expect(told({ kind: 'authenticated' }, probed)).toEqual({ ...fresh, recognisedAt: 1000 });
  });

  it('a 401 to what was asked before the portal had recognised anybody, told after, is the first probe’s', () => {
    const recognised = told({ kind: 'authenticated' });
    expect(told({ kind: 'unauthorised', askedAt: 999 }, recognised, 1100)).toBe(recognised);
    expect(told({ kind: 'unauthorised', askedAt: 1001 }, recognised, 1100).unauthorised).toBe(true);
  });

  it.each<PortalEvent>([
    { kind: 'at-sso' },
    { kind: 'login-returned', tab: 7 },
    { kind: 'logged-out' },
    { kind: 'unauthorised', askedAt: 4000 },
    { kind: 'authenticated' },
  ])('what happened before the session began changes nothing when it is told late: %j', (event) => {
    const session = openSession('default', 'epoch-a', 5000);
    expect(told(event, session, 4500)).toBe(session);
  });

  it('a clock set back silences nobody: the session has not begun by the clock of now', () => {
    const session = openSession('default', 'epoch-a', 3_600_000);
    const after = afterPortalEvent(session, { kind: 'logged-out' }, 'epoch-b', 5000, 5000);
    expect(after.epoch).toBe('epoch-b');
  });

  it('however late it is told', () => {
    const session = openSession('default', 'epoch-a', 3_600_000);
    expect(told({ kind: 'login-returned', tab: 7 }, session, 5000)).toBe(session);
  });

  it('several pages of the SSO are one visit', () => {
    const away = told({ kind: 'at-sso' });
    expect(afterPortalEvent(away, { kind: 'at-sso' }, 'epoch-c', 2000)).toBe(away);
  });

  it('the same return told by network and page counts once, another tab’s return does not', () => {
    const away = told({ kind: 'at-sso' });
    const back = afterPortalEvent(away, { kind: 'login-returned', tab: 7 }, 'epoch-c', 2000);
    expect(back.epoch).toBe('epoch-c');
    expect(afterPortalEvent(back, { kind: 'login-returned', tab: 7 }, 'epoch-d', 2500)).toBe(back);
    expect(afterPortalEvent(back, { kind: 'login-returned', tab: 8 }, 'epoch-d', 2500).epoch).toBe('epoch-d');
    expect(afterPortalEvent(back, { kind: 'login-returned', tab: 7 }, 'epoch-d', 90_000).epoch).toBe(
      'epoch-d',
    );
  });
});

describe('what a request says about the session', () => {
  const request = {
    host: 'portal',
    path: '/',
    mainFrame: false,
    tab: 1,
    phase: 'portal',
    startedAt: 500,
    status: null,
  } as const;
  const sso = '/auth/realms/anef-usagers';
  const table: [string, Parameters<typeof portalEventOf>[0], PortalEvent['kind'] | undefined][] = [
    [
      'login page',
      { ...request, host: 'sso', mainFrame: true, path: `${sso}/protocol/openid-connect/auth` },
      'at-sso',
    ],
    [
      'hidden check of the SSO',
      { ...request, host: 'sso', path: `${sso}/protocol/openid-connect/auth` },
      undefined,
    ],
    [
      'SSO logout',
      { ...request, host: 'sso', mainFrame: true, path: `${sso}/protocol/openid-connect/logout` },
      'logged-out',
    ],
    [
      'SSO logout in the background',
      { ...request, host: 'sso', path: `${sso}/protocol/openid-connect/logout` },
      'logged-out',
    ],
    ['portal logout', { ...request, path: '/api/logout' }, 'logged-out'],
    ['back from the SSO', { ...request, mainFrame: true, path: '/usagers/', phase: 'sso' }, 'login-returned'],
    ['an ordinary page', { ...request, mainFrame: true, path: '/usagers/' }, undefined],
    ['401', { ...request, path: '/api/notifications', status: 401 }, 'unauthorised'],
    ['who am I, answered', { ...request, path: '/api/usager/moi', status: 200 }, 'authenticated'],
    ['another answer', { ...request, path: '/api/notifications', status: 200 }, undefined],
  ];
  it.each(table)('%s', (_name, given, kind) => {
    expect(portalEventOf(given)?.kind).toBe(kind);
  });
});

describe('whose is what is seen', () => {
  it('the dossier’s, on a document of its own session', () => {
    expect(ownerOf(bound, 'epoch-a')).toEqual({ kind: 'dossier', id: 'dossier-a', epoch: 'epoch-a' });
  });
  it('nobody’s yet, on a page that stayed open across a change of session', () => {
    const owner = ownerOf(bound, 'epoch-before');
    expect(owner).toEqual({
      kind: 'room',
      id: roomId('default', 'epoch-a', 'epoch-before'),
      epoch: 'epoch-a',
    });
    expect(owner.id).not.toBe(roomId('default', 'epoch-a', 'epoch-a'));
  });
});
