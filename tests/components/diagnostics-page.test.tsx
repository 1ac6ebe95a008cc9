import { describe, expect, it } from 'vitest';
import { DiagnosticsPage } from '../../components/diagnostics/DiagnosticsPage.tsx';
import { drawn } from './drawn.tsx';
import { DIAGNOSTICS_STATES } from './gallery/diagnostics-states.ts';

const nothing = () => undefined;
const draw = (name: string, language?: string): string => {
  const state = DIAGNOSTICS_STATES[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  return drawn(<DiagnosticsPage {...state} onCopy={nothing} onLanguage={nothing} />, language);
};

describe.each(['fr', 'en'])('every state in %s', (language) => {
  it.each(Object.keys(DIAGNOSTICS_STATES))('%s', (name) => {
    const html = draw(name, language);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/>[a-z]+(?:_[a-z]+)+<|\{\w+\}|undefined|NaN|<script/);
  });
});

describe('the diagnostics page', () => {
  it('shows the text before it offers to copy it, the newest error first', () => {
    const html = draw('diagnostics-told');
    expect(html.indexOf('<pre')).toBeLessThan(html.indexOf('Copier ce texte'));
    expect(html.indexOf('TypeError')).toBeLessThan(html.indexOf('disk-full'));
    expect(html).toContain('2026-11-21 08:58 UTC  disk-full  background:12:34567  × 7');
    expect(html).toContain('Place prise sur l’ordinateur : 48,3 Mo sur 10 Go');
  });

  it('without a database says so, and has nothing to copy before it is read', () => {
    expect(draw('diagnostics-without-database')).toContain('La base de données ne répond pas');
    expect(draw('diagnostics-reading')).not.toContain('Copier');
    expect(draw('diagnostics-refused')).toContain('copiez-le vous-même');
  });
});
