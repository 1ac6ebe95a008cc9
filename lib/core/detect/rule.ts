import type { Category, Measure } from './categories.ts';
import type { HostGroup } from './hosts.ts';
import type { MessagePlace, Obstacle } from './signals.ts';

/** `verbatim`: read in a public source. `paraphrase`: reported in other words. `inferred`: ours, never a quotation. */
export type WordingSource = 'verbatim' | 'paraphrase' | 'inferred';

export interface Wording {
  readonly text: string;
  readonly lang: 'fr' | 'en';
  readonly source: WordingSource;
}

interface RuleIdentity {
  /** Kebab-case. Written into bundles: never renamed, never given to another rule. */
  readonly id: string;
  /** Grows by one when what the rule catches changes. */
  readonly version: number;
  readonly category: Category;
  /** The measure ordered on 5 May 2026 that the failure concerns, or null. */
  readonly measure: Measure | null;
  /** 1 is enough alone; less needs something else to confirm it; 0 never makes a finding. */
  readonly weight: number;
}

/** Finds words on the page. Pure data: nothing to program in order to add one. */
export interface WordingRule extends RuleIdentity {
  readonly kind: 'wording';
  readonly hosts: readonly HostGroup[] | 'any';
  /** The loosest place in which the words have their full weight; they count for half elsewhere. */
  readonly where: MessagePlace;
  readonly wordings: readonly Wording[];
  /**
   * Sets of ideas (`concepts.ts`), each of which says the same as a wording. Only looked for in message components and
   * blocks.
   */
  readonly concepts?: readonly (readonly string[])[];
  /** What an error that says nothing else is about: the last resort for words that nobody has seen before. */
  readonly topics?: readonly string[];
  /** States a rule for as long as the page is there, rather than telling what has just happened. */
  readonly standing?: true;
  /** Parts of the address's query or fragment that say the same, e.g. `error=invalidCaptcha`. */
  readonly markers?: readonly string[];
  /** Words that many failures share: their ideas enter the fingerprint, and they are never called the portal's own. */
  readonly generic: boolean;
}

/** Finds a status among the answers of the page's own server. */
export interface HttpRule extends RuleIdentity {
  readonly kind: 'http';
  readonly statuses: readonly (readonly [from: number, to: number])[];
  /** `any`, or only while somebody is logged in, or only on a path that has to do with documents, or that takes them. */
  readonly when: 'any' | 'logged-in' | 'upload' | 'sending';
}

/** Finds what a form does to the person who fills it. Its watcher (`lib/page/watchers`) has weighed it already. */
export interface BehaviourRule extends RuleIdentity {
  readonly kind: 'behaviour';
  readonly obstacle: Obstacle;
}

export type Rule = WordingRule | HttpRule | BehaviourRule;
