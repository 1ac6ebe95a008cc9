import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, MEASURES } from '../../../lib/core/detect/categories.ts';
import { CONCEPTS } from '../../../lib/core/detect/concepts.ts';
import { judge } from '../../../lib/core/detect/judge.ts';
import { RULES } from '../../../lib/core/detect/rule-book.ts';
import { GENERIC_RULES, NO_SLOT_RULES, SITE_RULES } from '../../../lib/core/detect/rules/index.ts';
import { atSite, messageOf, requestOf } from './message-of.ts';
import { HITS, MISSES } from './rule-cases.ts';

/** Those that judge words or statuses; behaviour has tests of its own. */
const SAID = RULES.filter(({ kind }) => kind !== 'behaviour');
const WORDING_RULES = [...SITE_RULES, ...NO_SLOT_RULES, ...GENERIC_RULES];

describe('the registry', () => {
  it('holds every rule file, once, under its own id', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../lib/core/detect/rules'))
      .map((name) => name.replace(/\.ts$/, ''))
      .filter((name) => !['index', 'http', 'behaviour'].includes(name));
    expect(WORDING_RULES.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is well formed', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(CATEGORIES).toContain(rule.category);
    expect(rule.measure === null || MEASURES.includes(rule.measure)).toBe(true);
    expect(rule.weight).toBeGreaterThanOrEqual(0);
    expect(rule.weight).toBeLessThanOrEqual(1);
  });

  it.each(WORDING_RULES.map((rule) => [rule.id, rule] as const))('%s speaks both languages', (_, rule) => {
    expect(new Set(rule.wordings.map(({ lang }) => lang)).size).toBe(2);
    // A generic or guessed wording is never enough alone, and the only quotation is what the page shows.
    if (rule.generic) expect(rule.weight).toBeLessThan(1);
  });

  it('names only ideas that the dictionary has', () => {
    const named = WORDING_RULES.flatMap(({ concepts = [] }) => concepts.flat());
    const dictionary = new Set<string>(CONCEPTS);
    expect(named.filter((name) => !dictionary.has(name))).toEqual([]);
  });
});

const findingsOf = (kase: (typeof HITS)[number]): string[] =>
  judge(
    [
      typeof kase.says === 'number'
        ? requestOf(kase.says, kase.request)
        : messageOf(kase.says, kase.message, kase.site),
      ...(kase.beside === undefined ? [] : [requestOf(kase.beside)]),
      ...(kase.shown === undefined ? [] : [messageOf(kase.shown)]),
    ],
    { ...atSite(kase.site), ...kase.context },
  ).map(({ ruleId }) => ruleId);

describe('hits', () => {
  it.each(HITS.map((kase) => [kase.rule, kase.says, kase] as const))('%s ← %s', (rule, _, kase) => {
    expect(findingsOf(kase)).toContain(rule);
  });
  it('every rule that can find has one', () => {
    const hit = new Set(HITS.map(({ rule }) => rule));
    const byAddress = ['page-unreachable'];
    expect(
      SAID.filter(({ id, weight }) => weight > 0 && !hit.has(id) && !byAddress.includes(id)).map(
        ({ id }) => id,
      ),
    ).toEqual([]);
  });
});

describe('misses', () => {
  it.each(MISSES.map((kase) => [kase.rule, kase.says, kase] as const))('%s ≠ %s', (rule, _, kase) => {
    expect(findingsOf(kase)).not.toContain(rule);
  });
  it('every rule has one', () => {
    const missed = new Set(MISSES.map(({ rule }) => rule));
    expect(SAID.filter(({ id }) => !missed.has(id) && id !== 'page-unreachable').map(({ id }) => id)).toEqual(
      [],
    );
  });
});

describe('every wording, however it is typed', () => {
  const cases = [...SITE_RULES, ...NO_SLOT_RULES]
    .filter(({ weight }) => weight > 0)
    .flatMap((rule) =>
      rule.wordings.map(
        ({ text }) => [rule, text.replaceAll('{date}', '24/01/2024').replaceAll(/\[?…\]?/g, ' ')] as const,
      ),
    );
  it.each(cases.map(([rule, text]) => [rule.id, text, rule] as const))('%s: %s', (id, text, rule) => {
    const site = rule.hosts === 'any' ? 'portal' : rule.hosts[0];
    const forms = [
      text,
      text.replaceAll("'", '’'),
      text.replaceAll('’', "'"),
      text.toUpperCase(),
      text.normalize('NFD'),
      text.replaceAll(' ', '\u00a0'),
      `  ${text.replaceAll(' ', '\n  ')} `,
      `${text} Veuillez contacter votre préfecture.`,
    ];
    for (const form of forms) {
      expect(judge([messageOf(form, {}, site)], atSite(site)).map(({ ruleId }) => ruleId)).toContain(id);
    }
  });
});
