import { describe, expect, it } from 'vitest';
import { isLocalAddress } from '../../../lib/core/verify/local-address.ts';
import { english } from '../../../lib/core/verify/words/english.ts';
import { french } from '../../../lib/core/verify/words/french.ts';
import { fill, shown, verifierWords } from '../../../lib/core/verify/words/index.ts';

const sentences = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : sentences(value, `${path}${key}.`),
  );
const places = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort().join();

describe('what the verifier says', () => {
  it('has the same sentences in each language, with the same values in them', () => {
    const inFrench = sentences(french);
    const inEnglish = new Map(sentences(english));
    expect(inFrench.map(([key]) => key).sort()).toEqual([...inEnglish.keys()].sort());
    expect(inFrench.filter(([key, text]) => places(text) !== places(inEnglish.get(key) ?? ''))).toEqual([]);
    expect(inFrench.length).toBeGreaterThan(50);
  });

  it('claims nothing that nobody can know', () => {
    // A certificate is a file, and no claim.
    const boast = /certifi(?!cat)|authenti|garanti|guarantee|prouve|proves/i;
    expect([...sentences(french), ...sentences(english)].filter(([, text]) => boast.test(text))).toEqual([]);
  });

  it('is French in a language that it does not speak', () => {
    expect(verifierWords('ar')).toBe(french);
  });

  it('puts values in place as they are, and only its own', () => {
    expect(fill('Le fichier {path} est absent.', { path: '$& {path} <b>' })).toBe(
      'Le fichier $& {path} <b> est absent.',
    );
    expect(fill('{constructor} {__proto__}', {})).toBe('{constructor} {__proto__}');
  });

  it.each([
    ['a\u001b[31mb\u0000', 'a[31mb'],
    ['a\u202eb\u2066c', 'abc'],
    ['a\n\n  b', 'a b'],
    ['x'.repeat(70_000), `${'x'.repeat(160)}…`],
  ])('shows a stranger’s value on one line, cut and without what acts', (value, wanted) => {
    expect(shown(value)).toBe(wanted);
  });
});

describe('an address that is no server of the Internet', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.0.9',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '[::1]',
    'fe80::1%eth0',
    'fd12:3456::1',
    '::ffff:192.168.0.1',
  ])('%s', (address) => expect(isLocalAddress(address)).toBe(true));

  it.each([
    '203.0.113.7',
    '172.32.0.1',
    '11.0.0.1',
    '100.128.0.1',
    '192.169.0.1',
    '2a01:cb00::1',
    '::ffff:203.0.113.7',
    '',
    'fdx',
  ])('not %s', (address) => expect(isLocalAddress(address)).toBe(false));
});
