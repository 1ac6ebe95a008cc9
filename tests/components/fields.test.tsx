import { describe, expect, it } from 'vitest';
import { Field } from '../../components/design/Field.tsx';
import { ProgressBar } from '../../components/design/ProgressBar.tsx';
import { SecretField } from '../../components/design/SecretField.tsx';
import { drawn } from './drawn.tsx';

const nothing = () => undefined;
const field = (told: { hint?: string; error?: string | null }, rows = 1) =>
  drawn(<Field label="Ville" value="" maxLength={9} rows={rows} onText={nothing} {...told} />);
const secret = (told: { hint?: string; error?: string | null; remark?: string }) =>
  drawn(
    <SecretField
      label="Phrase"
      value=""
      shown={false}
      name="passphrase"
      onText={nothing}
      onEnter={nothing}
      {...told}
    />,
  );

/** The texts that are read with the field. */
function readWith(html: string): (string | undefined)[] {
  const ids = /aria-describedby="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? [];
  return ids.map((id) => new RegExp(`<p id="${id}"[^>]*>([^<]*)</p>`).exec(html)?.[1]);
}

describe('a field is read with what stands around it', () => {
  it.each([
    ['a line', () => field({ hint: 'Un indice', error: 'Trop court' }), ['Un indice', 'Trop court']],
    ['several lines', () => field({ hint: 'Un indice', error: null }, 3), ['Un indice']],
    ['a bare one', () => field({}), []],
    [
      'a passphrase',
      () => secret({ hint: 'Un indice', error: 'Trop court', remark: 'Faible' }),
      ['Un indice', 'Trop court', 'Faible'],
    ],
    ['a passphrase of which nothing is said yet', () => secret({ remark: '' }), ['']],
  ])('%s', (_name, draw, texts) => {
    const html = draw();
    expect(readWith(html)).toEqual(texts);
    expect(html.includes('aria-invalid="true"')).toBe(texts.includes('Trop court'));
  });
});

describe('a bar', () => {
  it('shows no part of a whole that nobody knows', () => {
    expect(drawn(<ProgressBar labelledBy="a" done={0} total={0} />)).not.toMatch(/value|max/);
  });

  it('is never more than full', () => {
    const html = drawn(<ProgressBar labelledBy="a" done={12} total={10} />);
    expect(html).toContain('value="10"');
    expect(html).toContain('max="10"');
  });
});
