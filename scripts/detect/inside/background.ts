import * as z from 'zod/mini';
import type { WitnessState } from '../../../lib/app/witness/witness-state.ts';
import { parseWitnessed } from '../../../lib/app/witness/witnessed.ts';
import { openDatabase } from '../../../lib/browser/store/database.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { ruleOf } from '../../../lib/core/detect/rule-book.ts';
import type { Finding } from '../../../lib/core/detect/signals.ts';
import type { FoundThing } from '../finding.ts';
import { WORKBENCH } from './place.ts';

/** Runs in the extension's background, put there by the workbench: what was found is read where it is kept. */
type Changes = Record<string, { readonly newValue?: WitnessState }>;
interface SessionStorage {
  get(key: string): Promise<{ readonly witness?: WitnessState }>;
  readonly onChanged: { addListener(listener: (changes: Changes) => void): void };
}
const session = (globalThis as unknown as { chrome: { storage: { session: SessionStorage } } }).chrome.storage
  .session;

const toThing = ({ ruleId, category, quote }: Finding): FoundThing => ({
  ruleId,
  category,
  quote: quote ?? null,
});

/** `taken` names every finding once, those that came too late for their incident too; its second word is the rule. */
const ruleOfName = (name: string): string => name.split(' ')[1] ?? '';

const heldIn = ({ scopes }: WitnessState): FoundThing[] =>
  Object.values(scopes).flatMap(({ incidents, unstored, taken }) => [
    ...incidents.cascades.flatMap(({ findings }) => findings.map(toThing)),
    ...unstored.flatMap(({ findings }) => findings.map(toThing)),
    ...taken.flatMap((name) => {
      const rule = ruleOf(ruleOfName(name));
      return rule ? [{ ruleId: rule.id, category: rule.category, quote: null }] : [];
    }),
  ]);

const noted: FoundThing[] = [];

/** Notes what is found from now on: a cascade keeps its quotations only until it has settled. */
export function record(): void {
  Object.assign(globalThis, { [Symbol.for(WORKBENCH)]: { isSettled, collectFindings } });
  session.onChanged.addListener(({ witness }) => {
    if (witness?.newValue) noted.push(...heldIn(witness.newValue));
  });
}

/** Whether everything that was found is stored, its captures included. */
async function isSettled(): Promise<boolean> {
  const { witness } = await session.get('witness');
  if (witness === undefined) return true;
  const open = Object.values(witness.scopes).some(
    ({ incidents, unstored }) => incidents.cascades.length > 0 || unstored.length > 0,
  );
  return !open && Object.keys(witness.owed).length === 0;
}

async function stored(): Promise<FoundThing[]> {
  z.config({ jitless: true });
  const database = await openDatabase();
  try {
    const store = createWitnessStore(database, createKeyRing(database));
    const things: FoundThing[] = [];
    for (const { key } of await store.waiting()) {
      const content = await store.waitingContent(key);
      const facts = content && parseWitnessed(content.facts);
      if (facts?.kind === 'incident') {
        for (const { ruleId, category } of facts.record.findings)
          things.push({ ruleId, category, quote: null });
      }
    }
    return things;
  } finally {
    database.close();
  }
}

/**
 * Everything found since the browser started: noted on its way to a waiting room, in the order in which it is stored
 * there, so that what names the first incident comes first.
 */
async function collectFindings(): Promise<FoundThing[]> {
  const { witness } = await session.get('witness');
  const inOrder = await stored();
  const all = [...noted, ...(witness ? heldIn(witness) : []), ...inOrder];
  const placeOf = ({ ruleId }: FoundThing): number => {
    const place = inOrder.findIndex((one) => one.ruleId === ruleId);
    return place < 0 ? inOrder.length : place;
  };
  return all.sort((a, b) => placeOf(a) - placeOf(b));
}
