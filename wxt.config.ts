import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { name, version } from './package.json' with { type: 'json' };
import { commitId } from './scripts/build/commit.mjs';
import { componentsOf, createRecord } from './scripts/build/components.mjs';
import { licencesText } from './scripts/build/licences.mjs';
import { sbomText } from './scripts/build/sbom.mjs';
import { verifierPage } from './scripts/build/verifier.mjs';
import { ROOT } from './scripts/setup/run.mjs';

/** The two hosts of the portal: the only ones asked for at install. */
const PORTAL_HOSTS = [
  'https://administration-etrangers-en-france.interieur.gouv.fr/*',
  'https://sso.anef.dgef.interieur.gouv.fr/*',
];

const commit = commitId(ROOT);
const record = createRecord();

/** Everything is refused but our own files; nothing may be fetched, framed or sent, and no text becomes code. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  // An authority that the person chooses is asked for timestamps, by one file (lib/browser/access/ask-authority.ts).
  'connect-src https:',
  // `data:`: the small pictures that the background hands to the popup.
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types anef-temoin-worker',
].join('; ');

/** What is left of a rule's wording is its text: it stands there by itself, and is compiled as such. */
const COMPILED = '({ text }) => compileWording(text)';

/** Rules without what is only judged by, for a bundle that only looks for their words. */
const bareRules = {
  name: 'bare-rules',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => {
    if (id.endsWith('/lib/core/detect/matchers.ts')) {
      if (!code.includes(COMPILED)) throw new Error('matchers.ts compiles its wordings in another way');
      return code.replace(COMPILED, '(text) => compileWording(text)');
    }
    if (!/\/lib\/core\/detect\/rules\/[\w-]+\.ts$/.test(id)) return undefined;
    return code
      .replace(
        /\b(?:kind|lang|source|measure|category|version|where|weight|generic|standing): (?:'[\w-]+'|[\d.]+|null|true|false),?/g,
        '',
      )
      .replace(/\{\s*text: ('[^']*'|"[^"]*"),?\s*\}/g, '$1');
  },
};

/** WXT's own log says nothing in a build for people: its calls need not weigh on every page. */
const withoutLog = {
  name: 'without-log',
  transform: (code: string, id: string) =>
    id.includes('virtual:wxt-unlisted-script-entrypoint')
      ? code.replace(/^\s*logger\.error\(.*\);$/gm, '')
      : undefined,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [preact(), record.plugin, verifierPage(record)],
    define: { __COMMIT__: JSON.stringify(commit) },
    // Every supported browser preloads modules by itself: its stand-in would be code that fetches.
    build: { sourcemap: false, modulePreload: { polyfill: false } },
  }),
  hooks: {
    // Called once everything is bundled, so that what went in is known.
    'build:publicAssets': (_wxt, files) => {
      const components = componentsOf(record.filesByPackage);
      files.push(
        { contents: licencesText(components), relativeDest: 'LICENCES.txt' },
        { contents: sbomText({ name, version, commit, components }), relativeDest: 'SBOM.cdx.json' },
      );
    },
    // In the page, a rule is its words: what the background judges it by is left out of the always-on script.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'witness')) config.plugins?.push(bareRules, withoutLog);
    },
    // The popup's title would be the button's, in French whatever the language.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitle__';
    },
  },
  // The sources that go with the packages are an archive of the commit: see scripts/build/extension.mjs.
  zip: { name, zipSources: false },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'fr',
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms', 'webRequest'],
    host_permissions: PORTAL_HOSTS,
    optional_host_permissions: ['<all_urls>'],
    // Written by hand: WXT's own content scripts announce themselves to the page, and a page can stop them.
    content_scripts: [{ matches: PORTAL_HOSTS, js: ['witness.js'], run_at: 'document_start' }],
    content_security_policy: { extension_pages: POLICY },
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
