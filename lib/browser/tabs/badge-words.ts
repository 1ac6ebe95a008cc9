/// <reference types="vite/client" />
import type { BadgeState } from '../../app/popup/badge-state.ts';
import { browser } from '../api.ts';
import { language } from '../remembered/settings.ts';

interface Message {
  readonly message: string;
}

/**
 * The tooltip's sentences, by file. Bundled: Chromium's own lookup has been seen to give a worker nothing for as long as
 * it lives, and it would follow the browser's language, not the person's choice. One by one, so that no other comes along.
 */
const SENTENCES: Readonly<Record<BadgeState['title'], Readonly<Record<string, Message>>>> = {
  badge_watching: import.meta.glob<Message>('../../../public/_locales/*/messages.json', {
    eager: true,
    import: 'badge_watching',
  }),
  badge_click_needed: import.meta.glob<Message>('../../../public/_locales/*/messages.json', {
    eager: true,
    import: 'badge_click_needed',
  }),
  badge_who: import.meta.glob<Message>('../../../public/_locales/*/messages.json', {
    eager: true,
    import: 'badge_who',
  }),
  badge_no_access: import.meta.glob<Message>('../../../public/_locales/*/messages.json', {
    eager: true,
    import: 'badge_no_access',
  }),
  badge_incidents_one: import.meta.glob<Message>('../../../public/_locales/*/messages.json', {
    eager: true,
    import: 'badge_incidents_one',
  }),
  badge_incidents_other: import.meta.glob<Message>('../../../public/_locales/*/messages.json', {
    eager: true,
    import: 'badge_incidents_other',
  }),
  badge_trouble: import.meta.glob<Message>('../../../public/_locales/*/messages.json', {
    eager: true,
    import: 'badge_trouble',
  }),
};

const FIRST = 'fr';

/** One sentence in the person's language: her choice, else the browser's, else French. */
export async function badgeSentence({ title, count }: BadgeState): Promise<string> {
  const files = Object.entries(SENTENCES[title]);
  const wanted =
    (await language.getValue()) ?? browser.i18n.getUILanguage().toLowerCase().split('-')[0] ?? FIRST;
  const of = (code: string) => files.find(([path]) => path.includes(`/${code}/`))?.[1].message;
  return (of(wanted) ?? of(FIRST) ?? '').replace('{count}', String(count));
}
