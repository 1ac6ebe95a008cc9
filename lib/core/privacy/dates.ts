const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/;
const EUROPEAN = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;
const COMPACT = /^(\d\d)(\d\d)((?:19|20)\d\d)$/;
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];

const partsOf = (value: string): readonly [year: string, month: string, day: string] | undefined => {
  const [, year, month, day] = ISO.exec(value) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return [year, month, day];
  const [, d, m, y] = EUROPEAN.exec(value) ?? COMPACT.exec(value) ?? [];
  return y !== undefined && m !== undefined && d !== undefined ? [y, m, d] : undefined;
};

/** Other ways in which a page writes a date that was typed, without separators; empty when the value is no date. */
export const datesAlike = (value: string): readonly string[] => {
  const parts = partsOf(value.trim());
  if (parts === undefined) return [];
  const [year, m, d] = parts;
  const month = m.padStart(2, '0');
  const day = d.padStart(2, '0');
  const plainDay = String(Number(day));
  const named = (MONTHS[Number(month) - 1] ?? []).flatMap((name) => [
    plainDay + name + year,
    day + name + year,
    `${plainDay}er${name}${year}`,
    name + plainDay + year,
  ]);
  return [
    year + month + day,
    day + month + year,
    month + day + year,
    plainDay + String(Number(month)) + year,
    day + month + year.slice(2),
    ...named,
  ];
};
