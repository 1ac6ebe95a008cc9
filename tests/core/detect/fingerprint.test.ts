import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, fingerprintText, messageConcepts } from '../../../lib/core/detect/fingerprint.ts';
import vectors from './fingerprint-vectors.json' with { type: 'json' };

interface Vector {
  readonly about: string;
  readonly ruleId: string;
  readonly route: string;
  readonly status: number | null;
  readonly message: string | null;
  readonly text: string;
  readonly fingerprint: string;
}

const findingOf = ({ ruleId, status, message }: Vector) => ({
  ruleId,
  ...(status === null ? {} : { status }),
  ...(message === null ? {} : { concepts: messageConcepts(message) }),
});

describe('fingerprints, frozen: they are written into chains', () => {
  it.each((vectors as Vector[]).map((vector) => [vector.about, vector] as const))('%s', (_, vector) => {
    const finding = findingOf(vector);
    expect(fingerprintText(finding, vector.route)).toBe(vector.text);
    expect(fingerprintOf(finding, vector.route, sha256)).toBe(vector.fingerprint);
  });
});

it.each([
  ['Une erreur est survenue', 'An error occurred'],
  ['Une erreur technique est survenue.', 'A technical error has occurred.'],
  ['Votre session a expiré', 'Your session has expired'],
  ['Le service est momentanément indisponible', 'The service is temporarily unavailable'],
  ['Vous avez déjà une demande en cours', 'You already have a request in progress'],
  ['Le paiement a échoué', 'Payment failed'],
  ['Ce compte est bloqué', 'This account is locked'],
])('« %s » and "%s" are one malfunction', (french, english) => {
  expect(messageConcepts(french).length).toBeGreaterThan(0);
  expect(messageConcepts(english)).toEqual(messageConcepts(french));
});

it('nothing of the text is left but known ideas', () => {
  expect(messageConcepts('Erreur : le dossier de Dupont Jeanne, 12 rue des Lilas, a échoué')).toEqual([
    'error',
    'failed',
    'request',
  ]);
});
