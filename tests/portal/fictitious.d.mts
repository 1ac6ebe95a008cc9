type Values = Readonly<Record<string, string>>;

export const USERS: readonly { id: number; login: string; name: string }[];
/** What a journey types, by field name. */
export const FICTITIOUS: Values;
/** Those of its values that are odd enough to be searched for in a bundle: none may ever be found there. */
export const DISTINCTIVE: readonly string[];
/** Start of the secret in the query of `/api/notifications`. */
export const SECRET_TOKEN: string;
/** By step number; 0 is the triage. */
export const VALUES_BY_STEP: Readonly<Record<number, Values>>;
