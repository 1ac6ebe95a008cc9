/** Every field of `dossier.json` that a profile may carry or leave out; those of `procedure` one by one. */
export const DESCRIPTION_FIELDS = [
  'format',
  'id',
  'rehearsal',
  'profile',
  'createdAt',
  'exportedAt',
  'software',
  'procedure.kind',
  'procedure.ground',
  'procedure.prefecture',
  'procedure.titleExpiresOn',
  'procedure.filedOn',
  'filings',
  'documents',
  'absences',
  'synthesis',
  'contacts',
  'exhibits',
  'withheld',
  'limits',
  'key',
] as const;
export type DescriptionField = (typeof DESCRIPTION_FIELDS)[number];

/** Without them nobody could tell what the bundle is. */
export const ALWAYS = [
  'format',
  'id',
  'rehearsal',
  'profile',
  'exportedAt',
  'software',
  'synthesis',
  'exhibits',
  'withheld',
  'limits',
  'key',
] as const satisfies readonly DescriptionField[];

/** The fields listed, and no other. `fields`: `a.b` names a field of `a`, one level down. */
export function pickFields(whole: Readonly<Record<string, unknown>>, fields: readonly string[]) {
  const within = (name: string): Record<string, unknown> => {
    const inner = whole[name] as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(inner).filter(([key]) => fields.includes(`${name}.${key}`)));
  };
  return Object.fromEntries(
    Object.entries(whole).flatMap(([name, value]) => {
      if (fields.includes(name)) return [[name, value]];
      return fields.some((field) => field.startsWith(`${name}.`)) ? [[name, within(name)]] : [];
    }),
  );
}
