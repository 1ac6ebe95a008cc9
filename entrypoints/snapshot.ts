import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeSnapshot } from '../lib/page/snapshot/take-snapshot.ts';

/** Injected when a capture is taken; the promise is the script's completion value, which `executeScript` awaits. */
export default defineUnlistedScript({ main: takeSnapshot });
