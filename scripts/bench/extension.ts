import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { BrowserName } from '../../tests/e2e/browser/witnessed.ts';
import { builtExtension } from '../../tests/e2e/stage.ts';
import { ROOT } from '../setup/run.mjs';

/**
 * A copy of the built extension with one page more, which fills dossiers by the product's own writer. Every file of the
 * product is there byte for byte. Returns its folder; `remove` deletes it.
 */
export async function benchExtension(
  browser: BrowserName,
): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'temoin-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(builtExtension(browser), folder, { recursive: true });
    const page = join(ROOT, 'scripts', 'bench', 'page');
    await cp(join(page, 'bench.html'), join(folder, 'bench.html'));
    await build({
      configFile: false,
      root: page,
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        copyPublicDir: false,
        lib: { entry: join(page, 'bench-page.ts'), formats: ['es'], fileName: () => 'bench.js' },
      },
    });
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
