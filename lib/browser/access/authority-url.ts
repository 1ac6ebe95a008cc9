/** Of an authority: encrypted on the way, and no name or password in it. */
export function isAuthorityUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, hash } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' && hash === '';
}
