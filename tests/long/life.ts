import type { Page } from 'puppeteer-core';
import type { PopupView } from '../../lib/app/popup/popup-view.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { until } from '../e2e/until.ts';
import { login } from '../portal/journey.mjs';
import { type Desk, openDesk } from './desk.ts';
import type { KeptProfile } from './profile.ts';

/** One life of the browser on a kept profile: the portal in front, witnessed for the profile's one dossier. */
export interface Life {
  readonly stage: Stage;
  readonly page: Page;
  readonly desk: Desk;
  readonly dossier: string;
  readonly startedAt: number;
  view(): Promise<PopupView>;
  /** Ends the browser and all its processes as a power cut does. */
  cut(): Promise<void>;
  end(): Promise<void>;
}

/** Closes the browser of a kept profile, so that the next one finds its data. */
export async function endStage({ witnessed, portal }: Stage, profile: KeptProfile): Promise<void> {
  await witnessed.close();
  await profile.keepAddress(witnessed);
  await portal.close();
}

/** The same as a power cut does: all processes at once. */
export async function cutStage({ witnessed, portal }: Stage, profile: KeptProfile): Promise<void> {
  const pid = witnessed.browser.process()?.pid;
  // The group: a part that outlived the others could still write.
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  await witnessed.kill();
  await profile.keepAddress(witnessed);
  await portal.close();
}

/** `extensionDir`: the build to load, when it is not the ordinary one. */
export async function startLife(profile: KeptProfile, extensionDir?: string): Promise<Life> {
  const stage = await openStage({ userDataDir: profile.dir, ...(extensionDir && { extensionDir }) });
  try {
    return await begin(stage, profile);
  } catch (error) {
    await stage.close();
    throw error;
  }
}

async function begin(stage: Stage, profile: KeptProfile): Promise<Life> {
  const { witnessed } = stage;
  const startedAt = Date.now();
  const page = await witnessed.newPage();
  await login(page, 'ak');
  const desk = await openDesk(witnessed, page);
  const { tabId, ask } = desk;
  const view = () => ask('popup.read', { tabId, opened: false });
  // A page that stayed open while the session changed must be loaded again, as the popup says.
  await until('a watched page', async () => {
    const { kind } = (await view()).page;
    if (kind === 'across') await page.reload();
    return kind === 'watched';
  });
  // A real click on the toolbar button: what allows the pictures.
  await (await witnessed.popup(page)).close();
  const { dossiers, epoch } = await ask('popup.start', { tabId });
  const [known] = dossiers;
  const dossier = known ? { id: known.id } : { label: 'Dossier A. K.' };
  const bound = await ask('popup.assign', { tabId, dossier, bind: true, epoch, rooms: [] });
  if (!bound.dossier) throw new Error('the session could not be bound');
  return {
    stage,
    page,
    desk,
    dossier: bound.dossier.id,
    startedAt,
    view,
    cut: () => cutStage(stage, profile),
    end: () => endStage(stage, profile),
  };
}
