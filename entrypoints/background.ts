import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../lib/browser/start-background.ts';

export default defineBackground(startBackground);
