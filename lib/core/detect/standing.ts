/**
 * Rules about a sentence that stands on its page every time: kept, and not counted. The figures of a dossier are counted
 * again by the verifier, so a rule never changes sides: it would need another id.
 */
const STANDING: ReadonlySet<string> = new Set(['recap-no-later-change']);

export const isStanding = (ruleId: string): boolean => STANDING.has(ruleId);
