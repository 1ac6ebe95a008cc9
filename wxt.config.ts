import { execFileSync } from 'node:child_process';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { licencesText } from './scripts/build/licences.mjs';

/** The two hosts of the portal: the only ones asked for at install. */
const PORTAL_HOSTS = [
  'https://administration-etrangers-en-france.interieur.gouv.fr/*',
  'https://sso.anef.dgef.interieur.gouv.fr/*',
];

/** The commit that the package was built from; a bundle says which software wrote it. */
const commitId = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return 'unknown'; // built from a source archive, without git
  }
};

/** Rules without what is only judged by, for a bundle that only looks for their words. */
const bareRules = {
  name: 'bare-rules',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /\/lib\/core\/detect\/rules\/[\w-]+\.ts$/.test(id)
      ? code.replace(/\b(?:lang|source|measure|category|version): (?:'[\w-]+'|\d+|null),?/g, '')
      : undefined,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [preact()],
    define: { __COMMIT__: JSON.stringify(commitId()) },
    build: { sourcemap: false },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ contents: licencesText(), relativeDest: 'LICENCES.txt' });
    },
    // In the page, a rule is its words: what the background judges it by is left out of the always-on script.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'witness')) config.plugins?.push(bareRules);
    },
    // The popup's title would be the button's, in French whatever the language.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitle__';
    },
  },
  zip: { name: 'anef-temoin' },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'fr',
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms', 'webRequest'],
    host_permissions: PORTAL_HOSTS,
    optional_host_permissions: ['<all_urls>'],
    // Written by hand: WXT's own content scripts announce themselves to the page, and a page can stop them.
    content_scripts: [{ matches: PORTAL_HOSTS, js: ['witness.js'], run_at: 'document_start' }],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'anef-temoin@temoin.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '130' }),
  }),
});
