import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../components/languages.ts';
import { HELP_OF_RULES, helpCounts, helpSubject, termSentence } from '../../components/popup/help.ts';
import { IncidentHelp } from '../../components/popup/IncidentHelp.tsx';
import { keyPart } from '../../components/words.ts';
import { CATEGORIES, MEASURES } from '../../lib/core/detect/categories.ts';
import { RULES, ruleOf } from '../../lib/core/detect/rule-book.ts';
import { MEASURE_TERMS } from '../../lib/core/dossier/measures.ts';
import { drawn } from './drawn.tsx';
import { incident, ZONE } from './gallery/views.ts';

const french = wordsOf('fr', ZONE);

const help = (change: Parameters<typeof incident>[0], language?: string): string =>
  drawn(<IncidentHelp incident={incident(change)} />, language);

/** Every rule of this version, and every category without any. */
const EXPLAINED = [
  ...RULES.map(({ id, category, measure }) => ({ ruleId: id, category, measure })),
  ...CATEGORIES.map((category) => ({
    ruleId: 'one that this version does not know',
    category,
    measure: null,
  })),
];

describe.each(['fr', 'en'])('the help in %s', (language) => {
  it.each(EXPLAINED)('explains $ruleId, $category', (about) => {
    const html = help(about, language);
    expect(html.match(/<h4/g)).toHaveLength(3);
    expect(html.match(/<li/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).not.toMatch(/\{\w+\}|>[a-z]+(?:_[a-z]+)+</);
  });

  it.each(EXPLAINED)('says no deadline to be over, and no advice to wait: $ruleId', (about) => {
    expect(help(about, language)).not.toMatch(
      /expirée?s? depuis|dépassé|en retard|overdue|\bAttendez\b|>Wait/,
    );
  });

  it.each(EXPLAINED)('is made of sentences that can be said in one breath: $ruleId', (about) => {
    const sentences = help(about, language)
      .replace(/<[^>]+>/g, '\n')
      .split(/(?<=[.?:])\s|\n/);
    expect(sentences.filter((sentence) => sentence.length > 175)).toEqual([]);
  });
});

describe('what is explained', () => {
  it('names rules that exist', () => {
    expect(Object.keys(HELP_OF_RULES).filter((id) => ruleOf(id) === undefined)).toEqual([]);
  });

  it.each([
    [{ ruleId: 'page-unreachable', category: 'unavailable', httpStatus: null }, 'no-answer'],
    [{ ruleId: 'http-upload-refused', category: 'upload', httpStatus: 413 }, 'upload-too-large'],
    [{ ruleId: 'http-upload-refused', category: 'upload', httpStatus: 422 }, 'upload'],
    [{ ruleId: 'generic-blocked-form', category: 'blocked-form', httpStatus: null }, 'blocked-form'],
    [{ ruleId: 'constructor', category: 'status', httpStatus: null }, 'status'],
  ] as const)('%o', (about, subject) => expect(helpSubject(about)).toBe(subject));

  it('stays folded', () => expect(help({})).toMatch(/^<details class="help"><summary>/));
});

describe('what it counts for', () => {
  it('is the measure of the incident, in the words of the report', () => {
    for (const measure of MEASURES) {
      const { label, term } = MEASURE_TERMS[measure];
      const [year, month, day] = term.split('-').map(Number);
      const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, 12));
      expect(french(`measure_${keyPart(measure)}`)).toBe(label);
      expect(french(termSentence(measure))).toContain('Décision du 5 mai 2026');
      expect(french(termSentence(measure))).toContain(
        `vers le ${date.toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: ZONE })}`,
      );
    }
  });

  it('is no failure for a rule, but for an error in the dates that it was applied to', () => {
    const html = help({ ruleId: 'renewal-too-early', category: 'eligibility', measure: null });
    expect(html).toContain('Cela ressemble à une règle de droit, et non à une panne.');
    expect(html).toContain('entre le 120e et le 60e jour avant la fin du titre');
    expect(html).toContain('ce serait une erreur dans les données de l’administration');
    expect(html).toContain('Dans ce cas, signalez-le');
    expect(html).toContain(MEASURE_TERMS['report-correct-complete'].label);
  });

  it('is nothing that nobody said', () => {
    expect(helpCounts({ category: 'status', measure: null })).toEqual({
      sentence: 'help_counts_none',
      measure: null,
    });
    expect(help({ category: 'confirmation', measure: null })).not.toMatch(/<dl|N’attendez pas/);
  });
});
