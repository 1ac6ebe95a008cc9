import { type Connection, evaluateIn } from './firefox-protocol.ts';
import { createSurface, type Surface } from './surface.ts';

/** The protocol's codes for the keys that are no character. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** A page of the extension in Firefox. `close` and `isOpen` differ between a tab and the popup's panel. */
export function createFirefoxSurface(
  connection: Connection,
  context: string,
  { close, isOpen }: { close: () => Promise<void>; isOpen: () => Promise<boolean> },
): Surface {
  const perform = async (source: object) => {
    await connection.send('input.performActions', { context, actions: [source] });
  };
  return createSurface({
    evaluate: (expression) => evaluateIn(connection, context, expression),
    clickAt: (x, y) =>
      perform({
        type: 'pointer',
        id: 'mouse',
        actions: [
          // Whole pixels are the only ones the protocol takes.
          { type: 'pointerMove', x: Math.floor(x), y: Math.floor(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    press: (keys) =>
      perform({
        type: 'key',
        id: 'keyboard',
        actions: keys.flatMap((key) => {
          const value = key.length > 1 && KEYS[key] ? KEYS[key] : key;
          return [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ];
        }),
      }),
    async setFiles(selector, paths) {
      const locator = { type: 'css', value: selector };
      const { result } = await connection.send('browsingContext.locateNodes', { context, locator });
      const [node] = result.nodes ?? [];
      if (!node) throw new Error(`no ${selector}`);
      await connection.send('input.setFiles', {
        context,
        element: { sharedId: node.sharedId },
        files: paths,
      });
    },
    async capture(fullPage) {
      const origin = fullPage ? 'document' : 'viewport';
      const { result } = await connection.send('browsingContext.captureScreenshot', { context, origin });
      return Buffer.from(result.data ?? '', 'base64');
    },
    isOpen,
    close,
  });
}
