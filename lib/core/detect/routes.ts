import type { PageAddress } from './signals.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const HEX = /^(?=.*\d)[0-9a-f]{8,}$/i;
/** One or two digits are a step (`etape/2`); more are a file, a person or a year. */
const NUMBER = /^\d[\d.,_-]{2,}$/;
const MIXED = /^(?=(?:.*\d){3})(?=.*[a-z])[\w.~:-]{8,}$/i;
const OPAQUE = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{16,}$|^[\w-]{40,}$/;
/** A bare `code=` may be an error's: the sign-on's comes with a state. */
const LOGIN_RETURN = /(?:^|[?&#/;])session_state=|(?=.*(?:^|[?&#/;])code=)(?=.*(?:^|[?&#/;])state=)/i;
const LONGEST_PATH = 300;
/** Where documents go, or come from. */
export const UPLOAD_PATH = /document|piece|upload|fichier|file|televers|justificatif/i;
/** Where they go and nothing else: by what is done there, because the method of a request is not always known. */
export const SENDING_PATH = /upload|televers|depos\w*-(?:piece|document|fichier)/i;

/** Here the portal's messages are quoted, not shown, or the site speaks of itself. */
export const HELP_ROUTE =
  /aide|faq|help|assistance|foire|contact|questions|mentions|tutoriel|guide|accessib|a11y|statisti|nouveautes|notes-de-version|release|changelog|charte|glossaire|glossary|confidentialite|privacy/i;

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A malformed escape is no word of the site's.
    return '%';
  }
};

const isVariable = (segment: string): boolean => {
  const text = decode(segment);
  return (
    UUID.test(text) ||
    HEX.test(text) ||
    NUMBER.test(text) ||
    MIXED.test(text) ||
    OPAQUE.test(text) ||
    /[@%=\s]/.test(text) ||
    text.length > 80
  );
};

/**
 * A path with its variable parts as `{id}`: numbers of three digits or more, identifiers of every sort, addresses.
 * Query, fragment and matrix parameters are dropped. `isPersonal` adds what this page knows was typed by the person.
 */
export const pathTemplate = (path: string, isPersonal?: (segment: string) => boolean): string => {
  const bare = path.replace(/[?&#].*$/s, '');
  const segments = bare.split('/').map((segment) => {
    const name = segment.replace(/;.*$/s, '');
    return isVariable(name) || isPersonal?.(decode(name)) === true ? '{id}' : name;
  });
  return segments.join('/').slice(0, LONGEST_PATH);
};

/** Host and port of a page's address; empty where there is none. */
export const hostIn = ({ origin }: Pick<PageAddress, 'origin'>): string =>
  URL.canParse(origin) ? new URL(origin).host : '';

/** The hash route without its parameters; empty for an anchor (`#contenu`) or a sign-on answer (`#state=…`). */
const hashRoute = (hash: string, isPersonal?: (segment: string) => boolean): string => {
  const content = hash.replace(/^#!?/, '');
  if (!content.startsWith('/')) return '';
  return `#${pathTemplate(content, isPersonal)}`;
};

/** What may be kept of an address, and whether somebody has just come back from signing on. Never throws. */
export const addressOf = (
  url: string,
  isPersonal?: (segment: string) => boolean,
): { readonly address: PageAddress; readonly loginReturn: boolean } => {
  if (!URL.canParse(url)) return { address: { origin: '', path: '', route: '' }, loginReturn: false };
  const { origin, pathname, hash, search } = new URL(url);
  return {
    address: { origin, path: pathTemplate(pathname, isPersonal), route: hashRoute(hash, isPersonal) },
    loginReturn: LOGIN_RETURN.test(hash) || LOGIN_RETURN.test(search),
  };
};

/** Path and hash route as one string, alike on two machines: what stands in incident records and in fingerprints. */
export const routeTemplate = (address: PageAddress): string =>
  `${pathTemplate(address.path)}${address.route === '' ? '' : `#${pathTemplate(address.route.slice(1))}`}`;
