import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PORTAL_MATCHES } from '../../lib/browser/access/hosts.ts';
import { browserName, builtExtension, openStage, type Stage } from './stage.ts';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts: readonly {
    readonly matches: readonly string[];
    readonly js: readonly string[];
  }[];
  readonly content_security_policy: { readonly extension_pages: string };
}

const text = readFileSync(join(builtExtension(browserName), 'manifest.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;

describe('the built manifest', () => {
  it('asks for six permissions that warn of nothing, and two hosts', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions].sort()).toEqual([
      'activeTab',
      'alarms',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webRequest',
    ]);
    expect(manifest.host_permissions).toEqual(PORTAL_MATCHES);
    expect(manifest.optional_host_permissions).toEqual(['<all_urls>']);
  });

  it('has one content script, on those hosts alone', () => {
    expect(manifest.content_scripts.map(({ matches, js }) => [matches, js])).toEqual([
      [PORTAL_MATCHES, ['witness.js']],
    ]);
  });

  it('exposes nothing to pages or other extensions', () => {
    expect(text).not.toMatch(/web_accessible_resources|externally_connectable|optional_permissions|sandbox/);
  });

  it('has these entries and no other', () => {
    const own = browserName === 'firefox' ? 'browser_specific_settings' : 'minimum_chrome_version';
    expect(Object.keys(manifest).sort()).toEqual(
      [
        'action',
        'background',
        'content_scripts',
        'content_security_policy',
        'default_locale',
        'description',
        'host_permissions',
        'icons',
        'manifest_version',
        'name',
        'optional_host_permissions',
        'permissions',
        'version',
        own,
      ].sort(),
    );
  });

  it('lets its own pages load its own files and nothing else', () => {
    const policy = manifest.content_security_policy.extension_pages
      .split('; ')
      .map((part) => part.split(' '));
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages']);
    expect(Object.fromEntries(policy.map(([directive, ...values]) => [directive, values]))).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'"],
      // For the authority of timestamps that the person chooses: any, so by its scheme.
      'connect-src': ['https:'],
      'img-src': ["'self'", 'data:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['anef-temoin-worker'],
    });
  });
});

const saysAtInstall = () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('is one line, about the two hosts of the portal', async () => {
    const warnings = await stage.witnessed.evaluateInBackground(
      async (json: string) => {
        interface Management {
          getPermissionWarningsByManifest(manifest: string): Promise<string[]>;
        }
        const { management } = (globalThis as unknown as { chrome: { management: Management } }).chrome;
        return management.getPermissionWarningsByManifest(json);
      },
      text.replaceAll(/__MSG_\w+__/g, 'ANEF Témoin').replace(/"default_locale":"fr",/, ''),
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('administration-etrangers-en-france.interieur.gouv.fr');
    expect(warnings[0]).toContain('sso.anef.dgef.interieur.gouv.fr');
  });
};

// Firefox has no way to ask.
if (browserName === 'chromium') describe('what Chromium says at install', saysAtInstall);
