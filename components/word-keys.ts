import type french from '../public/_locales/fr/messages.json';

type FileKey = keyof typeof french;
type PluralBase<Key = FileKey> = Key extends `${infer Base}_other` ? Base : never;
/** A key of the French file; `incidents` stands for `incidents_one`, `incidents_other` and what else a language has. */
export type WordKey = FileKey | PluralBase;
export type Values = Readonly<Record<string, string | number>>;
