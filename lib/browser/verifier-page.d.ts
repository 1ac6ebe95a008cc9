/** `verifier.html` of a bundle, as text: see scripts/build/verifier.mjs. */
declare module 'virtual:verifier-page' {
  const html: string;
  export default html;
}
