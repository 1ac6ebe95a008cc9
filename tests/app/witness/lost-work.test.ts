import { describe, expect, it } from 'vitest';
import {
  type Filling,
  fillingAfter,
  isLoginPlace,
  lostByLogin,
  lostHere,
} from '../../../lib/app/witness/lost-work.ts';
import type { PageAddress, StepSignal } from '../../../lib/core/detect/signals.ts';

const PORTAL = 'https://administration-etrangers-en-france.interieur.gouv.fr';
const SSO = 'https://sso.anef.dgef.interieur.gouv.fr';
const MINUTE = 60_000;
const NOW = 100 * MINUTE;

const at = (origin: string, path: string, route = ''): PageAddress => ({ origin, path, route });
const FORM = at(PORTAL, '/usagers/', '#/demande/etape/3');
const LOGIN = at(SSO, '/auth/realms/anef-usagers/protocol/openid-connect/auth');
const step = (kind: StepSignal['step'], label: string, ago = MINUTE): StepSignal => ({
  kind: 'step',
  at: NOW - ago,
  step: kind,
  label,
});
const fill = (...steps: StepSignal[]): Filling | undefined =>
  steps.reduce<Filling | undefined>(
    (filling, signal) => fillingAfter({ address: FORM, ...(filling && { filling }) }, signal, true),
    undefined,
  );
const TWO = [step('input', 'Commune'), step('input', 'Téléphone')];
const tab = (
  steps: readonly StepSignal[],
  rest: { savedAt?: number; refusedAt?: number; address?: PageAddress } = {},
) => {
  const filling = fill(...steps);
  return { address: FORM, ...(filling && { filling }), ...rest };
};

describe('a login page', () => {
  it.each([
    [LOGIN, true],
    [at(PORTAL, '/usagers/', '#/espace-personnel/connexion-inscription'), true],
    [FORM, false],
    [at('https://www.example.org', '/connexion'), false],
    [at('', ''), false],
  ])('%j: %s', (address, expected) => {
    expect(isLoginPlace(address)).toBe(expected);
  });
});

describe('work lost on the way to the login page', () => {
  const lost = (steps: readonly StepSignal[], rest = {}, to = LOGIN) =>
    lostByLogin(tab(steps, rest), { address: to, at: NOW }, NOW)?.evidence;

  it.each<[string, ReturnType<typeof lost>, ReturnType<typeof lost>]>([
    ['two fields', lost(TWO), { fields: 2 }],
    ['the same field twice', lost([step('input', 'Commune'), step('input', 'Commune')]), undefined],
    ['a file', lost([step('upload', 'Passeport')]), { fields: 1 }],
    ['a click on what saves', lost([...TWO, step('click', 'Enregistrer et poursuivre', 500)]), { fields: 2 }],
    ['a click elsewhere', lost([...TWO, step('click', 'Déconnexion', 500)]), undefined],
    ['a click elsewhere, long before', lost([...TWO, step('click', 'Aide', 20_000)]), { fields: 2 }],
    ['sent with success since', lost(TWO, { savedAt: NOW - 1000 }), undefined],
    ['sent before, typed since', lost(TWO, { savedAt: NOW - 2 * MINUTE }), { fields: 2 }],
    [
      'typed long ago',
      lost([step('input', 'Commune', 40 * MINUTE), step('input', 'Voie', 40 * MINUTE)]),
      undefined,
    ],
    [
      'one field that the portal has just refused to save',
      lost([step('input', 'Motif'), step('click', 'Enregistrer', 500)], { refusedAt: NOW - 400 }),
      { fields: 1 },
    ],
    ['to another page of the portal', lost(TWO, {}, at(PORTAL, '/usagers/', '#/')), undefined],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('is not what anybody may begin, and a login ends', () => {
    const filling = TWO.reduce<Filling | undefined>(
      (known, signal) => fillingAfter({ address: FORM, ...(known && { filling: known }) }, signal, false),
      undefined,
    );
    const asked = { address: FORM, ...(filling && { filling }) };
    expect(lostByLogin(asked, { address: LOGIN, at: NOW }, NOW)).toBeUndefined();
  });

  it('is never what was typed on a login page', () => {
    expect(fillingAfter({ address: LOGIN }, step('input', 'Identifiant'), true)).toBeUndefined();
  });
});

describe('work lost where it stands', () => {
  it('goes with the session', () => {
    expect(lostHere(tab(TWO), NOW, NOW)).toMatchObject({ obstacle: 'work-lost', at: NOW });
  });
  it('is not that of another page', () => {
    expect(lostHere(tab(TWO, { address: at(PORTAL, '/usagers/', '#/') }), NOW, NOW)).toBeUndefined();
  });
});
