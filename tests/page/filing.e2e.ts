import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageFiling, PageLook } from '../../lib/app/witness-ports.ts';
import type { PageSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';
import { CONFIRMED, RECAP, STATES_IN_ENGLISH, TYPED, UPLOADS_BEFORE, UPLOADS_TODAY } from './filing-pages.ts';
import { BROWSERS } from './isolated.ts';
import { watchedPages } from './watched-pages.ts';

const PAGES = join(import.meta.dirname, '../pages');
const READ = 'read((text) => text)';

/** Pages of the workbench that are what the popup looks for, as they stand before anything is done on them. */
const KEEPABLE: Readonly<Record<string, PageLook['page']>> = {
  'b-p-recap-bouton-mort': 'recap',
  'b-u-envoi-confirme': 'recap',
  'clic-sans-effet-erreur-de-script': 'recap',
  'document-transmis-illisible': 'documents',
  'english-dead-click': 'recap',
  'erreur-metier-reponse-200': 'recap',
  'recapitulatif-etape-un': 'recap',
  'recapitulatif-plus-modifiable': 'recap',
};

/** Those of the portal itself: what an ordinary page is was written by somebody else. */
const portalPages = () =>
  ['known/usagers', 'known/particuliers', 'blind/usagers', 'blind/particuliers'].flatMap((folder) =>
    readdirSync(join(PAGES, folder))
      .filter((name) => name.endsWith('.html'))
      .map((name) => {
        const read = (file: string) => readFileSync(join(PAGES, folder, file), 'utf8');
        const { url } = JSON.parse(read(name.replace('.html', '.json'))) as { url: string };
        return { id: name.replace('.html', ''), html: read(name), url };
      }),
  );

describe.each(Object.entries(BROWSERS))('in %s', (_, launch) => {
  const pages = watchedPages(launch, 'tests/page/injected-filing.ts');

  /** The page at that address, read in the isolated world. */
  async function ask<Value>(html: string, expression: string, path = '/usagers/', hash = ''): Promise<Value> {
    pages.served.page(path, html);
    const watched = await pages.open(`${path}${hash}`);
    try {
      return await watched.inWorld<Value>(expression);
    } finally {
      await watched.page.close();
    }
  }

  it('reads the list of uploads of today', async () => {
    const { page, items } = await ask<PageFiling>(UPLOADS_TODAY, READ);
    expect(page).toBe('documents');
    expect(items).toEqual([
      {
        label: 'Passeport',
        state: 'received',
        says: 'Document ajouté',
        fileShown: true,
        fileType: 'pdf',
        size: '1,2 Mo',
        addedOn: '2026-11-21',
      },
      {
        label: 'Justificatif de domicile',
        state: 'refused',
        says: 'Le fichier n’a pas pu être traité.',
        fileShown: false,
        fileType: null,
        size: null,
        addedOn: null,
      },
      expect.objectContaining({ label: 'Photo d’identité', state: 'missing' }),
    ]);
  });

  it('reads that of the interface before', async () => {
    const { page, items } = await ask<PageFiling>(UPLOADS_BEFORE, READ, '/particuliers/');
    expect(page).toBe('documents');
    expect(items.map(({ label, state, size }) => [label, state, size])).toEqual([
      ['Passeport', 'received', '9 Ko'],
      ['Justificatif de domicile', 'refused', null],
    ]);
  });

  it('reads what became of documents, in English', async () => {
    const { page, items } = await ask<PageFiling>(STATES_IN_ENGLISH, READ);
    expect(page).toBe('documents');
    expect(items.map(({ label, state, says, addedOn }) => [label, state, says, addedOn])).toEqual([
      ['Passport', 'accepted', 'Accepted', '2026-11-12'],
      ['Proof of address', 'refused', 'Rejected: unreadable', '2026-11-12'],
      ['Birth certificate', 'pending', 'Under review', '2026-11-13'],
    ]);
  });

  it('reads the recapitulation, and no name of a file anywhere', async () => {
    const { page, items } = await ask<PageFiling>(RECAP, READ);
    expect(page).toBe('recap');
    expect(items.map(({ label, state, fileType }) => [label, state, fileType])).toEqual([
      ['Passeport', 'unknown', 'pdf'],
      ['Photo d’identité', 'unknown', 'jpg'],
    ]);
    const read = await ask<PageFiling>(STATES_IN_ENGLISH, READ);
    expect(JSON.stringify([items, read])).not.toMatch(/anne|fictive|scan|bill|photo\.jpg/i);
  });

  it('finds the day of filing beside a confirmation that does not write it', async () => {
    const { page, filed } = await ask<PageFiling>(CONFIRMED, READ);
    expect([page, filed]).toEqual([null, { on: '2026-11-21', time: '10:04' }]);
  });

  it('goes with the capture, masked like the rest of it', async () => {
    const { filing } = await ask<PageSnapshot>(TYPED, 'takeSnapshot()');
    expect(filing?.items).toMatchObject([{ label: 'Attestation de [masqué : saisie]', state: 'received' }]);
  });

  it('knows these pages among all those of the workbench, and no other', async () => {
    pages.served.page('/usagers/', '<!doctype html><title>Étrangers en France</title>');
    const watched = await pages.open('/usagers/');
    const found: Record<string, PageLook['page']> = {};
    for (const { id, html, url } of portalPages()) {
      const { pathname, hash } = new URL(url);
      const shown = JSON.stringify(html).replaceAll('<', '\\u003c');
      const { page } = await watched.inWorld<PageLook>(`(() => {
        history.replaceState(null, '', ${JSON.stringify(pathname + hash)});
        const other = new DOMParser().parseFromString(${shown}, 'text/html');
        document.documentElement.replaceWith(document.adoptNode(other.documentElement));
        return look();
      })()`);
      if (page !== null) found[id] = page;
    }
    expect(found).toEqual(KEEPABLE);
    await watched.page.close();
  });
});
