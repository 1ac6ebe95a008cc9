/**
 * `routes` is a list of `[method, '/path/{param}', key, handler]`. Returns (method, path) → `{ key, params, handler }`
 * or undefined. Scenarios name a route by its key; where the key is absent it is `METHOD /path/{param}`.
 */
export function createRouter(routes) {
  const compiled = routes.map(([method, template, key, handler]) => {
    const source = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    return { method, pattern: new RegExp(`^${source}$`), key: key ?? `${method} ${template}`, handler };
  });
  return (method, path) => {
    for (const route of compiled) {
      const found = route.method === method && route.pattern.exec(path);
      if (found) return { key: route.key, handler: route.handler, params: { ...found.groups } };
    }
    return undefined;
  };
}
