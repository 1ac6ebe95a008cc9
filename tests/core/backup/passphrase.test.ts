import { describe, expect, it } from 'vitest';
import { isAccepted, judgePassphrase, missingCharacters } from '../../../lib/core/backup/passphrase.ts';

describe('a passphrase', () => {
  it.each([
    ['', 'short'],
    ['motdepasse1', 'short'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'repeats'],
    ['123123123123123', 'repeats'],
    ['AaAaAaBbBbBb', 'repeats'],
    ['tomate cheval', 'fair'],
    ['tomate cheval lundi rue', 'long'],
    ['مفتاح سري طويل جدا هنا', 'long'],
  ])('« %s » is %s', (passphrase, judged) => {
    expect(judgePassphrase(passphrase)).toBe(judged);
    expect(isAccepted(judgePassphrase(passphrase))).toBe(judged === 'fair' || judged === 'long');
  });

  it('is counted as it is read: an accent or a sign outside the first plane is one character', () => {
    expect(missingCharacters('e\u0301te\u0301')).toBe(9);
    expect(missingCharacters('🔑🔑')).toBe(10);
    expect(missingCharacters('assez longue, oui')).toBe(0);
  });
});
