import type { Diagnostics } from '../../lib/app/settings/diagnostics.ts';
import type { Mishap } from '../../lib/core/diagnostics/mishap.ts';
import type { Words } from '../words.ts';

/** « 21/11/2026 09:04 » in universal time: the same for whoever reads it. */
const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const mishapLine = ({ at, code, place, count }: Mishap): string =>
  [
    `${minute(at)} UTC`,
    code,
    ...(place ? [`${place.script}:${place.line}:${place.column}`] : []),
    ...(count > 1 ? [`× ${count}`] : []),
  ].join('  ');

/** Exactly what is shown and what is copied: one line each, in the person's language. */
export function diagnosticText(told: Diagnostics, words: Words): string {
  const yes = (value: boolean): string => words(value ? 'diagnostics_yes' : 'diagnostics_no');
  const line = (label: string, value: string | number): string =>
    words('diagnostics_line', { label, value: typeof value === 'number' ? String(value) : value });
  const { holdings, storage, access, mishaps } = told;
  return [
    `ANEF Témoin ${told.version} (${told.commit})`,
    line(words('diagnostics_browser'), told.browser),
    line(words('diagnostics_system'), told.system),
    ...(holdings
      ? [
          line(words('diagnostics_dossiers'), holdings.dossiers),
          line(words('diagnostics_captures'), holdings.captures),
          line(words('diagnostics_incidents'), holdings.incidents),
          line(words('diagnostics_waiting'), holdings.waiting),
          ...(holdings.rehearsals > 0 ? [line(words('diagnostics_rehearsals'), holdings.rehearsals)] : []),
        ]
      : [words('diagnostics_no_database')]),
    ...(storage
      ? [
          line(
            words('diagnostics_storage'),
            words('diagnostics_of', { done: words.size(storage.used), total: words.size(storage.quota) }),
          ),
        ]
      : []),
    line(words('diagnostics_access_portal'), yes(access.portal)),
    line(words('diagnostics_access_login'), yes(access.login)),
    line(words('diagnostics_access_private'), yes(access.privateWindows)),
    mishaps.length === 0 ? words('diagnostics_no_mishap') : words('diagnostics_mishaps'),
    ...mishaps.toReversed().map(mishapLine),
  ].join('\n');
}
