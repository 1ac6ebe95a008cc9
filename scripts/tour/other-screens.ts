import { join } from 'node:path';
import type { DossierRecord } from '../../lib/core/bundle/dossier-record.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { unpack } from '../../tests/e2e/bundle-checks.ts';
import { exportFor } from '../../tests/e2e/export-for.ts';
import type { Stage } from '../../tests/e2e/stage.ts';
import { DEMO, pictureSurface } from './pictures.ts';
import { expectThat, type TourReport } from './report.ts';

const READERS = ['court', 'administration', 'association'] as const;

/** The pages that nobody needs for the main job, and the exports that have no screen yet. */
export async function tourOtherScreens(
  { witnessed }: Stage,
  bundle: string,
  report: TourReport,
): Promise<void> {
  const { id, software } = JSON.parse(unpack(bundle).read('data/dossier.json')) as DossierRecord;
  const diagnostics = await witnessed.openExtensionPage('/diagnostics.html');
  await pictureSurface(diagnostics, 'diagnostic');
  for (const profile of READERS) {
    await report.check(`the export for ${profile} is intact`, async () => {
      const about = { dossierId: id, software };
      const path = await exportFor(diagnostics, about, { profile }, join(DEMO, 'exports'));
      const { verdict } = await verifyBundle(path);
      expectThat(verdict === 'intact', verdict);
    });
  }
  await diagnostics.close();

  const settings = await witnessed.openExtensionPage('/settings.html');
  await settings.waitForText('Sauvegarde');
  await pictureSurface(settings, 'reglages');
  await settings.close();

  const verifier = await witnessed.openExtensionPage('/verifier.html');
  await pictureSurface(verifier, 'verifier');
  await report.check('the verifier’s page finds the bundle intact', async () => {
    await verifier.setFiles('input[name="archive"]', bundle);
    await verifier.waitForText('Intact', { timeout: 20_000 });
  });
  await pictureSurface(verifier, 'verifier-resultat');
  await verifier.close();
}
