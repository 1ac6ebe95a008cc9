import type { NeighbourName } from '../hosts.mjs';

export const SITES: Readonly<
  Record<
    NeighbourName,
    {
      start: string;
      english?: string;
      title: Record<'fr' | 'en', string>;
      healthy: Record<'fr' | 'en', string>;
    }
  >
>;
/** Address of the site's first page, with a scenario in force (`none`: in good health). */
export function startAddress(site: NeighbourName, scenario?: string, lang?: 'fr' | 'en'): string;
