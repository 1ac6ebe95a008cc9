import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookAtFilingPage } from '../lib/page/filing/read-filing.ts';

/** Injected when the popup opens over a page of the portal: is it one to keep before sending? */
export default defineUnlistedScript({ main: lookAtFilingPage });
