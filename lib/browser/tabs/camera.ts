import type { PageMoment, PageQuestion } from '../../app/protocol.ts';
import type { Camera, PageFacts, Picture } from '../../app/witness-ports.ts';
import { CameraError, type CameraRefusal } from '../../app/witness-ports.ts';
import { browser } from '../api.ts';
import { parsePageFacts, parsePageLook, parsePageMoment } from './page-answers.ts';
import { askSnapshot, isRehearsalUrl } from './rehearsal-page.ts';

/** Width of the popup's small pictures (device pixels). */
const THUMBNAIL_WIDTH = 144;
/** How long a page may take to answer (ms): a busy one is slow, a frozen one never answers. */
const PAGE_PATIENCE = 4_000;
/** The same for what the popup waits for before it shows anything (ms). */
const LOOK_PATIENCE = 1_500;

function refusalOf(message: string): CameraRefusal {
  if (/MAX_CAPTURE_VISIBLE_TAB_CALLS|quota/i.test(message)) return 'too-soon';
  return /activeTab|all_urls|permission|not allowed|cannot access/i.test(message) ? 'no-grant' : 'failed';
}

const patience = <Value>(answer: Promise<Value>, ms = PAGE_PATIENCE): Promise<Value | undefined> =>
  Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms))]);

function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Width and height stand in the PNG's first chunk, big-endian, at fixed places. */
function sizeOf(png: Uint8Array<ArrayBuffer>): { width: number; height: number } {
  const view = new DataView(png.buffer);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

async function inject(tabId: number): Promise<unknown> {
  const target = { tabId, frameIds: [0] };
  const [first] = await browser.scripting.executeScript({ target, files: ['/snapshot.js'] });
  return first?.result;
}

async function ask(tabId: number, what: PageQuestion['ask']): Promise<PageMoment | undefined> {
  const question: PageQuestion = { to: 'page', ask: what };
  try {
    return parsePageMoment(await patience(browser.tabs.sendMessage(tabId, question, { frameId: 0 })));
  } catch {
    return undefined; // no script of ours listens there
  }
}

/** The page's account of itself at once, where no picture depends on it; undefined when it does not answer. */
export const presence = (tabId: number): Promise<PageMoment | undefined> => ask(tabId, 'presence');

export function createCamera(): Camera {
  return {
    async front(tabId) {
      try {
        const tab = await browser.tabs.get(tabId);
        if (tab.windowId === undefined) return undefined;
        const window = await browser.windows.get(tab.windowId);
        return { windowId: tab.windowId, active: tab.active, minimised: window.state === 'minimized' };
      } catch {
        return undefined; // closed: there is nothing to photograph any more
      }
    },

    async photograph(windowId): Promise<Picture> {
      try {
        const bytes = bytesOf(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }));
        return { bytes, ...sizeOf(bytes) };
      } catch (error) {
        const message = String(error);
        throw new CameraError(refusalOf(message), message);
      }
    },

    moment: (tabId) => ask(tabId, 'moment'),

    async facts(tabId): Promise<PageFacts | undefined> {
      try {
        const { url } = await browser.tabs.get(tabId);
        return parsePageFacts(await patience(isRehearsalUrl(url) ? askSnapshot(tabId) : inject(tabId)));
      } catch {
        return undefined; // access withdrawn, or the page is gone: the rest is stored without it
      }
    },

    async look(tabId) {
      try {
        const target = { tabId, frameIds: [0] };
        const files = ['/filing.js'];
        // At once: a page that never finishes loading must not keep the popup waiting.
        const looking = browser.scripting.executeScript({ target, files, injectImmediately: true });
        return parsePageLook((await patience(looking, LOOK_PATIENCE))?.[0]?.result);
      } catch {
        return undefined; // access withdrawn, or the page is gone: there is nothing to suggest
      }
    },

    async thumbnail({ bytes, width, height }) {
      const scale = Math.min(1, THUMBNAIL_WIDTH / width);
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(
        Math.max(1, Math.round(width * scale)),
        Math.max(1, Math.round(height * scale)),
      );
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      bitmap.close();
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 });
      const small = new Uint8Array(await blob.arrayBuffer());
      return `data:image/jpeg;base64,${btoa(Array.from(small, (byte) => String.fromCharCode(byte)).join(''))}`;
    },
  };
}
