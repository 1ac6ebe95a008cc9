import { areProbable, type PictureState } from './popup-view.ts';

export interface BadgeState {
  readonly text: string;
  readonly tone: 'calm' | 'alert' | 'ask';
  /** Key of the sentence in the tooltip. */
  readonly title:
    | 'badge_watching'
    | 'badge_click_needed'
    | 'badge_who'
    | 'badge_no_access'
    | 'badge_incidents_one'
    | 'badge_incidents_other'
    | 'badge_trouble';
  readonly count: number;
}

/** What the badge of a watched tab says. It never claims that a picture will succeed. */
export function badgeOf(tab: {
  readonly failures: number;
  readonly pictures: PictureState;
  readonly bound: boolean;
  readonly trouble: boolean;
}): BadgeState {
  const count = tab.failures;
  if (tab.trouble) return { text: '!', tone: 'alert', title: 'badge_trouble', count };
  if (count > 0) {
    const text = count > 99 ? '99+' : String(count);
    const title = count === 1 ? 'badge_incidents_one' : 'badge_incidents_other';
    return { text, tone: areProbable(tab.pictures) ? 'alert' : 'ask', title, count };
  }
  if (tab.pictures === 'click-needed') return { text: '!', tone: 'ask', title: 'badge_click_needed', count };
  if (!tab.bound) return { text: '?', tone: 'ask', title: 'badge_who', count };
  return areProbable(tab.pictures)
    ? { text: '●', tone: 'calm', title: 'badge_watching', count }
    : { text: '', tone: 'calm', title: 'badge_watching', count };
}
