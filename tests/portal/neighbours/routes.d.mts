/** `[method, path with {parameters}, key, handler, failures?]`, by host name. */
export const NEIGHBOUR_ROUTES: Readonly<
  Record<string, readonly (readonly [method: string, path: string, key: string, ...rest: unknown[]])[]>
>;
