import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, portalUrl } from '../portal/journey.mjs';
import { startFor } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { readStored } from './stored.ts';

/** All that a page could see of the extension, read the same way with and without it. */
async function look(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const events: string[] = [];
    for (const type of ['message', 'storage', 'focus', 'blur', 'error', 'unhandledrejection']) {
      addEventListener(type, (event) => {
        if (event.target === window) events.push(event.type);
      });
    }
    const patched = (owner: object) =>
      Object.entries(Object.getOwnPropertyDescriptors(owner))
        .filter(([, { value, get, set }]) =>
          [value, get, set].some(
            (code) =>
              typeof code === 'function' && !Function.prototype.toString.call(code).includes('[native code]'),
          ),
        )
        .map(([name]) => name);
    await fetch('/api/replique/500').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const attributes = [...document.querySelectorAll('*')].flatMap((node) =>
      [...node.attributes].map(({ name }) => `${node.localName} ${name}`),
    );
    return {
      globals: Object.getOwnPropertyNames(window)
        .filter((name) => !/^\d+$/.test(name))
        .sort(),
      patched: [EventTarget, Node, Element, Document, XMLHttpRequest, History].flatMap((owner) =>
        patched(owner.prototype),
      ),
      windowPatched: patched(window).filter((name) => !name.startsWith('__')),
      nodes: [...document.querySelectorAll('*')].map(({ localName }) => localName),
      attributes,
      adopted: document.adoptedStyleSheets.length,
      events,
      // Modules arrive in any order.
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .sort(),
    };
  });
}

describe('the page', () => {
  let stage: Stage;
  let bare: Stage;
  const requestsOf = ({ portal }: Stage) =>
    // Several at once arrive in any order.
    portal.requests
      .map(
        ({ method, host, path }: { method: string; host: string; path: string }) =>
          `${method} ${host}${path}`,
      )
      .sort();

  beforeAll(async () => {
    stage = await openStage();
    bare = await openStage({ extensionDir: await emptyExtension() });
  });
  afterAll(async () => {
    await stage?.close();
    await bare?.close();
  });

  it('finds itself exactly as it is without the extension, before and after a capture', async () => {
    const visit = async (own: Stage, started: boolean) => {
      const page = await own.witnessed.newPage();
      await login(page, 'ak');
      if (started) await (await startFor(own, page, 'A. K.')).close();
      await page.goto(portalUrl('usagers', '#/espace-personnel/mon-compte'));
      await page.waitForSelector('main[data-route="#/espace-personnel/mon-compte"]');
      await page.bringToFront();
      return look(page);
    };
    const [seen, expected] = [await visit(stage, true), await visit(bare, false)];
    expect(seen).toEqual(expected);
    const { files } = await readStored(stage.witnessed);
    expect(files.some(({ kind }) => kind === 'snapshot')).toBe(true);
  });

  it('the extension has made no request of its own', () => {
    expect(requestsOf(stage)).toEqual(requestsOf(bare));
  });
});

/** An extension that does nothing, so that both browsers are alike but for ours. */
async function emptyExtension(): Promise<string> {
  const { mkdtemp, writeFile } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = await mkdtemp(join(tmpdir(), 'empty-extension-'));
  const background = { service_worker: 'background.js', scripts: ['background.js'] };
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1.0.0',
    background,
    action: {},
    browser_specific_settings: { gecko: { id: 'empty@example.org' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), '');
  return folder;
}
