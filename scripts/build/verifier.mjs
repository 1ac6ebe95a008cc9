import { createHash } from 'node:crypto';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { ROOT } from '../setup/run.mjs';
import { componentsOf, createRecord } from './components.mjs';
import { licencesText } from './licences.mjs';

/** Of the language files, what the verifier says: the popup's words would be most of its weight. */
const VERIFIER_WORDS = /^(?:verifier_|language_|extName$|loading$)/;

const bareWords = {
  name: 'bare-words',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/_locales\/\w+\/messages\.json$/.test(id)) return undefined;
    const kept = Object.entries(JSON.parse(code)).filter(([key]) => VERIFIER_WORDS.test(key));
    return JSON.stringify(Object.fromEntries(kept));
  },
};

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Everything is refused but this one script and this one style, by their hashes: the page can reach nothing. */
const policyOf = (script, style) =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** `--` would end the comment that the licences stand in. */
const asComment = (text) => `<!--\n${text.replace(/-{2,}/g, ({ length }) => '='.repeat(length))}\n-->`;

/** What would end the element that the text stands in, written so that it says the same and ends nothing. */
const inScript = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** One page, all of it in one file: what it does stands in it, what it may do too. */
function pageOf(script, style, licences) {
  return `<!doctype html>
${asComment(licences)}
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="viewport" content="width=device-width">
<title>ANEF Témoin · Vérifier un dossier</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script>${script}</script>
</body>
</html>
`;
}

/** Whoever runs the build: a surrounding test would have its own mode built in. */
async function asProduction(config) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await build(config);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/**
 * Builds `verifier.html`, the page that travels in each bundle: the same bytes wherever it is made from the same commit.
 * Returns its text, and which packages went into it, as `createRecord` notes them.
 */
export async function buildVerifier() {
  const record = createRecord();
  const { output } = await asProduction({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [preact(), bareWords, record.plugin],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: ['chrome130', 'firefox142'],
      modulePreload: false,
      copyPublicDir: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(ROOT, 'entrypoints/verifier/alone.tsx'),
        output: { format: 'iife', codeSplitting: false, entryFileNames: 'verifier.html' },
      },
    },
  });
  const scripts = output.filter(({ type }) => type === 'chunk');
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'));
  if (scripts.length !== 1 || output.length !== 1 + styles.length)
    throw new Error(`verifier.html is not one file: ${output.map(({ fileName }) => fileName)}`);
  const script = inScript(scripts[0].code.trim());
  const style = styles.map(({ source }) => String(source).trim()).join('\n');
  if (/<\/style/i.test(style)) throw new Error('the style would end its element');
  const html = pageOf(script, style, licencesText(componentsOf(record.filesByPackage)));
  return { html, filesByPackage: record.filesByPackage };
}

const IMPORTED = 'virtual:verifier-page';
/** Below our own folder, so that it is known for ours. */
const MODULE = join(ROOT, 'verifier-page.virtual.js');

/**
 * A Vite plugin: the page as the text of the module `virtual:verifier-page`, built once, before what imports it. The
 * packages in it are noted in `record` for the script that carries it.
 */
export function verifierPage(record) {
  let building;
  return {
    name: 'verifier-page',
    resolveId: (id) => (id === IMPORTED ? MODULE : undefined),
    async load(id) {
      if (id !== MODULE) return undefined;
      building ??= buildVerifier();
      const { html, filesByPackage } = await building;
      for (const path of filesByPackage.keys()) {
        record.filesByPackage.set(
          path,
          (record.filesByPackage.get(path) ?? new Set()).add('export-worker.js'),
        );
      }
      return `export default ${JSON.stringify(html)};`;
    },
  };
}
