/**
 * `routes` is a list of `[method, '/path/{param}', key, handler, failures?]`. Returns (method, path) → `{ key, params,
 * handler, failures }` or undefined. Scenarios name a route by its key; where the key is absent it is
 * `METHOD /path/{param}`. `failures` are handlers by name: the site's own failing answers on that route.
 */
export function createRouter(routes) {
  const compiled = routes.map(([method, template, key, handler, failures]) => {
    const source = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const pattern = new RegExp(`^${source}$`);
    return { method, pattern, key: key ?? `${method} ${template}`, handler, failures };
  });
  return (method, path) => {
    for (const route of compiled) {
      const found = route.method === method && route.pattern.exec(path);
      if (found) {
        const { key, handler, failures } = route;
        return { key, handler, failures, params: { ...found.groups } };
      }
    }
    return undefined;
  };
}
