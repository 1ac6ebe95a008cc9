import { describe, expect, it } from 'vitest';
import { hostGroup, isPublicSite, neighbourOf } from '../../../lib/core/detect/hosts.ts';

describe('a neighbouring site', () => {
  const neighbours: [string, string][] = [
    [
      'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/4/',
      'www.rdv-prefecture.interieur.gouv.fr',
    ],
    ['https://www.yvelines.gouv.fr/booking/create/12345/1', 'www.yvelines.gouv.fr'],
    ['https://app.franceconnect.gouv.fr/api/v2/authorize?state=x', 'app.franceconnect.gouv.fr'],
    ['https://www.demarches-simplifiees.fr/dossiers/1', 'www.demarches-simplifiees.fr'],
    ['https://demarche.numerique.gouv.fr/', 'demarche.numerique.gouv.fr'],
    ['https://contacts-demarches.interieur.gouv.fr/', 'contacts-demarches.interieur.gouv.fr'],
    ['https://timbres.impots.gouv.fr/', 'timbres.impots.gouv.fr'],
    ['https://rdv.anct.gouv.fr/prendre_rdv', 'rdv.anct.gouv.fr'],
    ['https://pprdv.interieur.gouv.fr/', 'pprdv.interieur.gouv.fr'],
  ];
  it.each(neighbours)('%s is %s', (url, host) => {
    expect(neighbourOf(url)).toBe(host);
  });

  const others: (string | undefined)[] = [
    undefined,
    'about:blank',
    'http://www.rdv-prefecture.interieur.gouv.fr/',
    'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/',
    'https://sso.anef.dgef.interieur.gouv.fr/auth/',
    'https://www.yvelines.gouv.fr/Actualites',
    'https://www.yvelines.gouv.fr/bookings-of-another-kind',
    'https://www.demarches-simplifiees.fr.example.org/',
    'https://franceconnect.gouv.fr.example.org/',
    'https://example.org/booking/create/1',
  ];
  it.each(others)('%s is none', (url) => {
    expect(neighbourOf(url)).toBeUndefined();
  });
});

it('a public site is any of the State’s, over https', () => {
  expect(isPublicSite('https://www.yvelines.gouv.fr/Actualites')).toBe(true);
  expect(isPublicSite('https://gouv.fr.example.org/')).toBe(false);
  expect(isPublicSite('https://evilgouv.fr/')).toBe(false);
  expect(isPublicSite('http://www.yvelines.gouv.fr/')).toBe(false);
  expect(isPublicSite('chrome://settings/')).toBe(false);
});

it('a host that no group knows has no rules of its own', () => {
  expect(hostGroup('example.org')).toBeUndefined();
});
