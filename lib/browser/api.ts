/** The extension API, with promises in both browsers. Imported only here, in this folder and in the entrypoints. */
export { default as browser } from 'webextension-polyfill';
