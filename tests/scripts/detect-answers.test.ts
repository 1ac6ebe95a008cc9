import { describe, expect, it } from 'vitest';
import { parseCase } from '../../scripts/detect/case.ts';
import { answerTo } from '../../scripts/detect/serve-case.ts';

const CASE = parseCase(
  'cas.json',
  'cas',
  JSON.stringify({
    url: 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/?x=1#/demande',
    status: 503,
    responses: [
      { path: '/api/x', method: 'GET', status: 500, body: 'lu' },
      { path: '/api/x', method: 'POST', status: 422, body: 'envoyé' },
      { path: '/api/y?page=1', status: 200, contentType: 'text/plain', body: 'tout' },
      { path: '/usagers/', method: 'POST', status: 302, body: 'formulaire' },
    ],
  }),
  '<p>page</p>',
);
const ask = (method: string, target: string, navigation = false) => {
  const { status, body } = answerTo(CASE, { method, target, navigation });
  return [status, body];
};

describe('the server of a case answers', () => {
  it.each<[string, [string, string, boolean?], [number, string]]>([
    [
      'the page with its status, whatever the query',
      ['GET', '/usagers/?autre=2', true],
      [503, '<p>page</p>'],
    ],
    ['by method', ['GET', '/api/x'], [500, 'lu']],
    ['by another method', ['POST', '/api/x'], [422, 'envoyé']],
    ['404 to a method that nobody answers', ['PUT', '/api/x'], [404, '']],
    ['any method where none is named, without the query', ['DELETE', '/api/y?page=7'], [200, 'tout']],
    ['a form sent to the address of the page', ['POST', '/usagers/', true], [302, 'formulaire']],
    ['404 to a script that asks for the page', ['GET', '/usagers/'], [404, '']],
    ['404 to everything else', ['GET', '/favicon.ico'], [404, '']],
  ])('%s', (_, request, expected) => {
    expect(ask(...request)).toEqual(expected);
  });
});
