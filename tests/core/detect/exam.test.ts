import { describe, expect, it } from 'vitest';
import { isFailure } from '../../../lib/core/detect/categories.ts';
import { HOST_GROUPS, type HostGroup } from '../../../lib/core/detect/hosts.ts';
import { judge } from '../../../lib/core/detect/judge.ts';
import { EXAM, isMessage, type Phrase, readPhrases, shownOf } from '../../../scripts/learn/phrases.ts';
import { atSite, messageOf } from './message-of.ts';

/** Names of sites in the files of phrases that are not those of the groups of hosts. */
const GROUPS: Readonly<Record<string, HostGroup>> = {
  timbres: 'stamps',
  'demarches-simplifiees': 'demarches',
};

const groupOf = (site: string): HostGroup =>
  GROUPS[site] ?? HOST_GROUPS.find((group) => group === site) ?? 'portal';

const readOf = (phrase: Phrase & { readonly site?: string }) => {
  const site = groupOf(phrase.site ?? 'portal');
  const shown = shownOf(phrase);
  const place = /^h\d$/.test(shown.component) ? 'block' : 'component';
  const message = messageOf(shown.text, { ...shown, place }, site);
  return judge([message], atSite(site)).map(({ category }) => category);
};

/**
 * Messages by somebody who knew no rule, of which none teaches (docs/phrases.md). What was measured the first time, and
 * must not become worse unseen.
 */
describe('the examination', () => {
  const phrases = readPhrases(EXAM).filter(isMessage);

  it('most of what tells of something is told', () => {
    const positives = phrases.filter(({ label }) => label === 'positive');
    const found = positives.filter((phrase) => readOf(phrase).some((one) => phrase.categories.includes(one)));
    expect(found.length / positives.length).toBeGreaterThanOrEqual(0.85);
  });

  it('of a hundred ordinary messages at most one is told as a failure', () => {
    const negatives = phrases.filter(({ label }) => label === 'negative');
    const alarms = negatives.filter((phrase) =>
      readOf(phrase).some((one) => isFailure(one) && !phrase.categories.includes(one)),
    );
    expect(alarms.length / negatives.length).toBeLessThanOrEqual(0.01);
  });
});
