import { describe, expect, it } from 'vitest';
import type { HostGroup } from '../../lib/core/detect/hosts.ts';
import { judge } from '../../lib/core/detect/judge.ts';
import { NO_SLOT_RULES, SITE_RULES } from '../../lib/core/detect/rules/index.ts';
import type { Finding, Signal } from '../../lib/core/detect/signals.ts';
import { BROWSERS } from '../page/isolated.ts';
import { watchedPages } from '../page/watched-pages.ts';
import { NEIGHBOURS, PORTAL_HOST, SSO_HOST } from '../portal/hosts.mjs';

/** Every sentence that was read in a public source, as real pages may show it: in each interface, however it is typed. */

const HOSTS: Readonly<Record<HostGroup, string>> = {
  portal: PORTAL_HOST,
  sso: SSO_HOST,
  franceconnect: NEIGHBOURS.franceConnect,
  'rdv-prefecture': NEIGHBOURS.rdvPrefecture,
  booking: NEIGHBOURS.booking,
  'paris-rdv': NEIGHBOURS.paris,
  'rdv-service-public': NEIGHBOURS.rdvServicePublic,
  demarches: NEIGHBOURS.demarches,
  contacts: NEIGHBOURS.contacts,
  stamps: NEIGHBOURS.stamps,
};

/** A gap of a published sentence stands for words that are not known. */
const filled = (text: string): string =>
  text
    .replaceAll('{date}', '24/01/2024 à 13:14:14')
    .replaceAll(/\[…\]/g, 'ZZTEST.')
    .replaceAll('…', 'ZZTEST');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Each word in an element of its own, as frameworks and translations cut sentences. */
const split = (text: string): string =>
  text
    .split(' ')
    .map((word, at) => (at % 2 === 0 ? `<span>${escaped(word)}</span>` : `<strong>${escaped(word)}</strong>`))
    .join(' ');

const TYPED: readonly (readonly [string, (text: string) => string])[] = [
  ['as published', escaped],
  ['with curly apostrophes', (text) => escaped(text.replaceAll("'", '’'))],
  ['with straight apostrophes', (text) => escaped(text.replaceAll('’', "'"))],
  ['in upper case', (text) => escaped(text.toUpperCase())],
  ['with non-breaking spaces', (text) => escaped(text).replaceAll(' ', '&nbsp;')],
  ['split over several elements', split],
];

/** How each generation of the portal, and the neighbours, show a message. */
const SHOWN: readonly (readonly [string, (html: string) => string])[] = [
  [
    'p-message',
    (html) =>
      `<p-message><div class="ui-message ui-message-error"><span class="ui-message-icon"></span><span>${html}</span></div></p-message>`,
  ],
  ['fr-alert', (html) => `<div class="fr-alert fr-alert--error" role="alert"><p>${html}</p></div>`],
];

const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Réplique de test</title></head><body>
<main><h1>Ma démarche</h1><p>${'Cette page de réplique présente une étape ordinaire, avec ses explications. '.repeat(8)}</p><div id="place"></div></main></body></html>`;

const published = [...SITE_RULES, ...NO_SLOT_RULES].flatMap((rule) =>
  rule.wordings
    .filter(({ source }) => rule.weight > 0 && source === 'verbatim')
    .map(({ text }) => ({
      id: rule.id,
      group: rule.hosts === 'any' ? 'portal' : (rule.hosts[0] ?? 'portal'),
      text,
    })),
);
const groups = [...new Set(published.map(({ group }) => group))];

describe.each(Object.entries(BROWSERS))('in %s', (_, launch) => {
  const pages = watchedPages(launch, 'tests/page/injected.ts', (served) => served.page('/page', PAGE));

  it.each(groups)('what %s has published is found by its own rule, and quoted', async (group) => {
    const watched = await pages.open(`https://${HOSTS[group]}/page`);
    const missed: string[] = [];
    let number = 0;
    for (const { id, text } of published.filter((one) => one.group === group)) {
      for (const [interface_, shown] of SHOWN) {
        for (const [how, typed] of TYPED) {
          // The same words sooner than a second later are the same message.
          const html = shown(`${typed(filled(text))} (cas ${++number})`);
          const before = (await watched.inWorld<Signal[]>('heard')).length;
          await watched.page.evaluate((inner) => {
            document.querySelector('#place')?.replaceChildren();
            document.querySelector('#place')?.insertAdjacentHTML('beforeend', inner);
          }, html);
          const wanted = await watched.page.evaluate(() =>
            (document.querySelector('#place') as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
          );
          const found = await findings(
            async () => (await watched.inWorld<Signal[]>('heard')).slice(before),
            id,
            HOSTS[group],
          );
          const own = found.find(({ ruleId }) => ruleId === id);
          if (own?.quote?.toLowerCase() !== wanted.toLowerCase())
            missed.push(`${id}, ${interface_}, ${how}: ${own?.quote ?? 'not found'}`);
        }
      }
    }
    expect(missed).toEqual([]);
    await watched.page.close();
  });

  /** What the signals mean, once they mean what is looked for, or after three seconds. */
  async function findings(signals: () => Promise<Signal[]>, id: string, host: string): Promise<Finding[]> {
    const context = {
      address: { origin: `https://${host}`, path: '/page', route: '' },
      loggedIn: false,
      recent: [],
    };
    for (let turn = 0; ; turn += 1) {
      const found = judge(await signals(), context);
      if (turn === 15 || found.some(({ ruleId }) => ruleId === id)) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});
