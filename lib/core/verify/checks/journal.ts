import { PATHS } from '../../bundle/layout.ts';
import type { Check, Problem } from '../check.ts';
import { missing } from '../compare-manifest.ts';
import { journalOf } from '../journal-of.ts';
import { isWithoutJournal } from '../profile-of.ts';

export const journal: Check = {
  id: 'journal',
  async run(bundle) {
    const found = await journalOf(bundle);
    if (!found && (await isWithoutJournal(bundle))) return [{ kind: 'left-out', id: 'journal-left-out' }];
    if (!found) return [missing(PATHS.journal)];
    const problems: Problem[] = found.chain.problems.map(({ place, kind }) => ({
      kind: kind === 'unknown-type' ? 'unknown' : 'altered',
      id: `line-${kind}`,
      values: { line: place },
    }));
    found.raws.forEach((raw, at) => {
      if (!isOneWay(raw)) problems.push({ kind: 'altered', id: 'line-two-ways', values: { line: at + 1 } });
    });
    if (found.chain.head.seq === 0) problems.push({ kind: 'missing', id: 'journal-empty' });
    else if (!found.ended) problems.push({ kind: 'altered', id: 'journal-cut' });
    return problems;
  },
};

/** Written as this format writes it. A key that stands twice, a space or another spelling is read in several ways. */
function isOneWay(raw: string): boolean {
  try {
    return JSON.stringify(JSON.parse(raw)) === raw;
  } catch {
    return true; // unreadable: told as such
  }
}
