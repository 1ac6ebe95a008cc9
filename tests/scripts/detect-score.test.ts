import { describe, expect, it } from 'vitest';
import type { Category } from '../../lib/core/detect/categories.ts';
import { distinct, type FoundThing, lineOf } from '../../scripts/detect/finding.ts';
import { complaintOf, isMet, type Result, summaryOf } from '../../scripts/detect/score.ts';

const found = (category: Category, ruleId = `rule-${category}`, quote: string | null = null): FoundThing => ({
  ruleId,
  category,
  quote,
});
const result = (more: Partial<Result>): Result => ({
  id: 'cas',
  label: 'positive',
  expected: null,
  findings: [],
  broken: null,
  quiet: true,
  ...more,
});

describe('the line of a case', () => {
  it('has the id and the findings, and is one line', () => {
    const line = lineOf('cas', [found('upload', 'generic-upload', 'Fichier\nrefusé')]);
    expect(JSON.parse(line)).toEqual({
      page: 'cas',
      findings: [{ ruleId: 'generic-upload', category: 'upload', quote: 'Fichier\nrefusé' }],
    });
    expect(line).not.toContain('\n');
    expect(lineOf('cas', [])).toBe('{"page":"cas","findings":[]}');
  });

  it('has each finding once, without the wordless double of a quoted one', () => {
    const quoted = found('session', 'login-expired', 'Session expirée');
    const bare = found('session', 'login-expired');
    const status = found('server-error', 'http-server-error');
    expect(distinct([bare, quoted, status, quoted, status, bare])).toEqual([quoted, status]);
    const other = found('session', 'login-expired', 'Délai dépassé');
    expect(distinct([quoted, other])).toEqual([quoted, other]);
  });
});

describe('a case', () => {
  it.each<[string, Partial<Result>, boolean]>([
    ['says nothing', {}, true],
    ['says nothing, whatever is found', { findings: [found('upload')] }, true],
    ['positive, found', { expected: ['upload'], findings: [found('upload')] }, true],
    [
      'positive, found with more',
      { expected: ['upload'], findings: [found('upload'), found('refused')] },
      true,
    ],
    ['positive, half found', { expected: ['upload', 'session'], findings: [found('upload')] }, false],
    ['positive, not found', { expected: ['upload'] }, false],
    ['negative, nothing found', { label: 'negative', expected: [] }, true],
    ['negative, something found', { label: 'negative', expected: [], findings: [found('upload')] }, false],
    ['negative without a list, something found', { label: 'negative', findings: [found('upload')] }, false],
    [
      'negative, a success declared',
      { label: 'negative', expected: ['confirmation'], findings: [found('confirmation')] },
      true,
    ],
    ['negative, a success declared and absent', { label: 'negative', expected: ['confirmation'] }, true],
    [
      'negative, a legal rule not declared',
      { label: 'negative', expected: [], findings: [found('eligibility')] },
      false,
    ],
    ['broken', { expected: [], broken: 'étape 1' }, false],
  ])('%s', (_, more, met) => {
    expect(isMet(result(more))).toBe(met);
    expect(complaintOf(result(more)) === undefined).toBe(met);
  });

  it('says what is wrong with it', () => {
    const findings = [found('refused', 'generic-refused', 'Demande refusée')];
    expect(complaintOf(result({ expected: ['upload'], findings }))).toBe(
      'cas : manque upload ; trouvé : refused (generic-refused : « Demande refusée »)',
    );
    expect(complaintOf(result({ label: 'negative', expected: [], findings }))).toBe(
      'cas : fausse alerte : refused (generic-refused : « Demande refusée »)',
    );
  });
});

describe('the summary', () => {
  it('counts categories, false alarms, and names what was missed', () => {
    const lines = summaryOf([
      result({ id: 'a', expected: ['upload', 'session'], findings: [found('upload')] }),
      result({ id: 'b', expected: ['upload'], findings: [found('upload')] }),
      result({ id: 'e', expected: ['upload'], findings: [found('refused'), found('upload')] }),
      result({ id: 'c', label: 'negative', expected: [], findings: [found('upload')] }),
      result({ id: 'd', label: 'negative', expected: [] }),
    ]);
    expect(lines.map((line) => line.replaceAll(/\s/g, ' '))).toEqual([
      'Cas conformes : 60 % (3 sur 5)',
      'Rappel : 75 % (3 sur 4)',
      'Première catégorie juste : 66,7 % (2 sur 3)',
      'Fausses alertes : 50 % (1 sur 2)',
      'Catégories manquées :',
      '  session : 1 sur 1 — a',
    ]);
  });

  it('has no rate of nothing', () => {
    expect(summaryOf([result({})])).toEqual([
      expect.stringContaining('(1 sur 1)'),
      'Rappel : —',
      'Première catégorie juste : —',
      'Fausses alertes : —',
    ]);
  });
});
