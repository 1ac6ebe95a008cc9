/**
 * Fewer characters than this are refused (code points). Each guess costs whoever tries them all a second and 256 MB, so
 * that twelve characters that are no known word hold; nobody can measure whether they are one.
 */
export const PASSPHRASE_LEAST = 12;
/** From here on length is no longer what is missing. */
const LONG = 20;
/** « aaaaaaaaaaaa » and « 123123123123 » are long and say little. */
const LEAST_DIFFERENT = 6;

export type PassphraseJudgement = 'short' | 'repeats' | 'fair' | 'long';

/** What can be said of a passphrase without knowing where it comes from. `short` and `repeats` are refused. */
export function judgePassphrase(passphrase: string): PassphraseJudgement {
  const characters = [...passphrase.normalize('NFC')];
  if (characters.length < PASSPHRASE_LEAST) return 'short';
  if (new Set(characters.map((each) => each.toLowerCase())).size < LEAST_DIFFERENT) return 'repeats';
  return characters.length < LONG ? 'fair' : 'long';
}

export const isAccepted = (judgement: PassphraseJudgement): boolean =>
  judgement === 'fair' || judgement === 'long';

/** How many characters are still wanted. */
export const missingCharacters = (passphrase: string): number =>
  Math.max(0, PASSPHRASE_LEAST - [...passphrase.normalize('NFC')].length);
