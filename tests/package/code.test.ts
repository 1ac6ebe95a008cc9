import { describe, expect, it } from 'vitest';
import { BUILT } from './built.ts';
import { deedsOf } from './read-script.ts';

/**
 * The only places where built code could make code or markup of text, or reach outside, and why each is harmless. The
 * policy of the pages refuses all of them but the worker that we start and the one request to an authority.
 */
const REASONS: readonly (readonly [file: RegExp, deed: string, times: number, reason: string])[] = [
  [/^chunks\//, '.innerHTML', 2, 'Preact’s dangerouslySetInnerHTML, which no component uses'],
  [/^background\.js$/, 'fetch', 1, 'the request of a timestamp: lib/browser/access/ask-authority.ts'],
  [/^chunks\//, 'Worker', 1, 'our own workers, at fixed addresses: lib/browser/our-worker.ts'],
  [/^chunks\/verifier-/, 'Worker', 3, 'zip.js’s workers, which our reader turns off'],
  [/^chunks\/verifier-/, 'import()', 1, 'the code of the same workers'],
  [/^export-worker\.js$/, 'Worker', 1, 'fflate’s asynchronous functions, which pdfkit does not call'],
];

describe('what is looked for is found', () => {
  it.each([
    ['eval("1")', { eval: 1 }],
    ['globalThis.eval("1")', { '.eval': 1 }],
    ['new Function("return 1")', { Function: 1 }],
    ['window["Function"]("x")', { '.Function': 1 }],
    ['(()=>{}).constructor("x")', { 'constructor with text': 1 }],
    ['setTimeout("x", 1); setTimeout(() => 1, 1)', { 'timer with text': 1 }],
    ['(0, eval)("1"); const f = Function; run(eval)', { 'eval as a value': 2, 'Function as a value': 1 }],
    ['a instanceof Function; Function.prototype.toString.call(a)', {}],
    ['import(x); import("./a.js")', { 'import()': 1 }],
    ['a.innerHTML = b', { '.innerHTML': 1 }],
    ['document.createElement("script")', { 'script element': 1 }],
    ['navigator.sendBeacon(a)', { '.sendBeacon': 1 }],
    ['const { evaluate } = a; evaluate("x"); a = { eval: 1 }', {}],
  ])('%s', (source, deeds) => {
    expect(deedsOf('a.js', source)).toEqual(deeds);
  });
});

describe.each(BUILT)('the code in $name', ({ files, read }) => {
  const scripts = files.filter((file) => file.endsWith('.js'));

  it('makes no code of text and reaches outside in no way but these', () => {
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.flatMap((file) =>
      Object.entries(deedsOf(file, read(file))).map(([deed, times]) => ({ file, deed, times })),
    );
    const unexplained = found.filter(
      ({ file, deed, times }) =>
        !REASONS.some(([place, known, most]) => place.test(file) && known === deed && times === most),
    );
    expect(unexplained).toEqual([]);
    const outdated = REASONS.filter(
      ([place, known]) => !found.some(({ file, deed }) => place.test(file) && known === deed),
    );
    expect(outdated).toEqual([]);
  });

  it('is all ours to load: no page and no style sheet names another site, and no script stands in a page', () => {
    const pages = files.filter((file) => /\.(html|css)$/.test(file));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(`${page}: ${read(page)}`).not.toMatch(/https?:|(?:src|href)="\/\/|@import|url\((?!["']?data:)/);
    }
    for (const page of pages.filter((file) => file.endsWith('.html'))) {
      const inline = /<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=|javascript:/i;
      expect(`${page}: ${read(page)}`).not.toMatch(inline);
    }
  });

  it('carries no map, no path of the machine that built it and no file of an unknown kind', () => {
    const unknown = files.filter(
      (file) => !/\.(js|css|html|png)$|^[\w/]*(manifest|messages)\.json$/.test(file),
    );
    expect(unknown).toEqual(['LICENCES.txt', 'SBOM.cdx.json']);
    const root = process.cwd();
    for (const file of files.filter((name) => !name.endsWith('.png'))) {
      expect(read(file).includes(root), file).toBe(false);
      expect(/sourceMappingURL=(?!\S*['"`])/.test(read(file)), file).toBe(false);
    }
  });
});
