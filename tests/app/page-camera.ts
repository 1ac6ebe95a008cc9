import type { PageMoment } from '../../lib/app/protocol.ts';
import {
  type Camera,
  CameraError,
  type CameraRefusal,
  type FrontTab,
  type PageFacts,
  type PageLook,
  type Picture,
} from '../../lib/app/witness-ports.ts';

export const picture: Picture = { bytes: new Uint8Array([137, 80, 78, 71]), width: 2, height: 1 };
export const facts: PageFacts = {
  html: '<!doctype html><p>réplique</p>',
  sanitised: [],
  form: [],
  piiZones: [],
  page: { title: 'Ma demande', lang: 'fr', topFrame: true },
  scroll: { x: 0, y: 0 },
  dpr: 1,
  window: { width: 800, height: 600 },
  screen: { width: 800, height: 600 },
};

export interface FakeCamera extends Camera {
  /** What stands in the tab now; undefined when it is gone. */
  page: PageMoment | undefined;
  /** What happens while the browser takes the picture. */
  whileShooting: () => void | Promise<void>;
  shrink: () => Promise<string>;
  refusal: CameraRefusal | null;
  /** What a look at the page tells, and what its capture does; by default nothing out of the ordinary. */
  glance: PageLook | undefined;
  told: PageFacts | undefined;
  shots: number;
}

/** A browser with one window, whose tab in front is always the one asked for. */
export function fakeCamera(document = 'document-a', route = '/usagers/#/demande'): FakeCamera {
  const front: FrontTab = { windowId: 5, active: true, minimised: false };
  const camera: FakeCamera = {
    page: { document, loadedAt: 0, route, visible: true, passwordFilled: false },
    whileShooting: () => undefined,
    shrink: async () => 'data:image/png;base64,AA==',
    refusal: null,
    glance: undefined,
    told: undefined,
    shots: 0,
    front: async () => front,
    moment: async () => camera.page,
    facts: async () => camera.told ?? facts,
    look: async () => camera.glance,
    thumbnail: () => camera.shrink(),
    async photograph() {
      camera.shots++;
      await camera.whileShooting();
      if (camera.refusal) throw new CameraError(camera.refusal, 'refused by the browser');
      return picture;
    },
  };
  return camera;
}
