import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionOf } from './browser/firefox-protocol.ts';
import type { Witnessed } from './browser/witnessed.ts';

/** An extension whose background does what `script` says, and that may do nothing special. Returns its folder. */
export async function writeExtension(script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'other-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Other',
    version: '1.0.0',
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    action: {},
    browser_specific_settings: { gecko: { id: 'other@example.org' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), script);
  return folder;
}

/** Adds another extension to a browser that runs. */
export async function installBeside(witnessed: Witnessed, folder: string): Promise<void> {
  if (witnessed.name === 'chromium') {
    await witnessed.browser.installExtension(folder);
    return;
  }
  await connectionOf(witnessed.browser).send('webExtension.install', {
    extensionData: { type: 'path', path: folder },
  });
}
