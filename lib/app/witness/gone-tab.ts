import type { IncidentPlace } from '../../core/detect/incidents.ts';
import { blankTab, type TabState } from './tab-state.ts';

/** The tab of a page that is no longer there, as far as its place tells. */
export function goneTab({ tab, host, route }: IncidentPlace, store: string, documentEpoch: string): TabState {
  const [path = '', hash] = route.split('#');
  return blankTab({
    id: Number(tab),
    store,
    windowId: -1,
    documentEpoch,
    address: {
      origin: host === '' ? '' : `https://${host}`,
      path,
      route: hash === undefined ? '' : `#${hash}`,
    },
  });
}
