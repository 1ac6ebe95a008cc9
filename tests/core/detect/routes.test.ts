import { describe, expect, it } from 'vitest';
import { addressOf, pathTemplate, routeTemplate } from '../../../lib/core/detect/routes.ts';

const PORTAL = 'https://administration-etrangers-en-france.interieur.gouv.fr';

describe('paths', () => {
  it.each([
    ['/api/anf/usager/dossiers/4521', '/api/anf/usager/dossiers/{id}'],
    ['/api/sejour/usager/statut/demande_sejour', '/api/sejour/usager/statut/demande_sejour'],
    ['/a/3f2504e0-4f89-11d3-9a0c-0305e82c3301/b', '/a/{id}/b'],
    ['/a/deadbeef01/b', '/a/{id}/b'],
    ['/a/AB12CD345/b', '/a/{id}/b'],
    ['/a/jean%40exemple.fr', '/a/{id}'],
    ['/a/%E0%A4%A', '/a/{id}'],
    ['/etape/2', '/etape/2'],
    ['/v1/oauth2/token', '/v1/oauth2/token'],
    ['/a/b;jsessionid=0123ABCD?x=1#y', '/a/b'],
    [
      '/auth/realms/anef-usagers/login-actions/required-action',
      '/auth/realms/anef-usagers/login-actions/required-action',
    ],
    ['/espace-personnel/connexion-inscription', '/espace-personnel/connexion-inscription'],
  ])('%j → %j', (path, template) => {
    expect(pathTemplate(path)).toBe(template);
  });

  it('hides what the page knows was typed', () => {
    expect(pathTemplate('/recherche/exemple', (segment) => segment === 'exemple')).toBe('/recherche/{id}');
  });
});

describe('addresses', () => {
  it.each([
    [`${PORTAL}/usagers/#/demande/etape/2?code=secret`, '#/demande/etape/2', false],
    [`${PORTAL}/usagers/#state=s3cret&session_state=s3cret&code=s3cret`, '', true],
    [`${PORTAL}/usagers/#/accueil&state=s3cret&code=s3cret`, '#/accueil', true],
    [`${PORTAL}/usagers/?token=s3cret#/dossier/123456`, '#/dossier/{id}', false],
    [`${PORTAL}/usagers/#contenu`, '', false],
    [`${PORTAL}/usagers/#/postcode=x/y`, '#/{id}/y', false],
  ])('%s', (url, route, loginReturn) => {
    const read = addressOf(url);
    expect(read.address).toEqual({ origin: PORTAL, path: '/usagers/', route });
    expect(read.loginReturn).toBe(loginReturn);
    expect(JSON.stringify(read)).not.toContain('s3cret');
  });

  it('never throws', () => {
    expect(addressOf('not an address').address.origin).toBe('');
  });

  it('gives one template for a page, alike for everybody', () => {
    const of = (url: string) => routeTemplate(addressOf(url).address);
    expect(of(`${PORTAL}/usagers/#/dossier/123456/pieces`)).toBe('/usagers/#/dossier/{id}/pieces');
    expect(of(`${PORTAL}/usagers/#/dossier/123456/pieces`)).toBe(
      of(`${PORTAL}/usagers/?a=b#/dossier/98765/pieces?c=d`),
    );
  });
});
