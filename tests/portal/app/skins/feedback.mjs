const TOAST_MS = 3000;

/** Shows a node over the page and takes it away after three seconds. */
export function vanishing(node) {
  document.body.append(node);
  setTimeout(() => node.remove(), TOAST_MS);
}

/** A waiting indicator over the whole page: at most one. */
export function createLoader(make) {
  let node;
  return {
    showLoader() {
      if (node) return;
      node = make();
      document.body.append(node);
    },
    hideLoader() {
      node?.remove();
      node = undefined;
    },
  };
}
