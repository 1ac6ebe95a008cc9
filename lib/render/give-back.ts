/** Below this (bytes) the collector is as good. */
const WORTH_IT = 64 * 1024;

/** What has been given back since the collector was last woken (bytes). */
let since = 0;
const WAKE_EVERY = 8 * 1024 * 1024;
/** Never touched, so that the system never provides it; V8 counts it, and begins to collect at that much. */
const ALARM = 64 * 1024 * 1024;

let nowhere: MessagePort | undefined;

/** A port whose other end is closed: what is sent there is gone at once. */
function openNowhere(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}

/**
 * What databases and pictures leave behind is outside of the collector's count: it would let it pile up. The buffer is
 * sent away like the others; made and merely dropped, it would be left out when the code is made small.
 */
function wakeCollector(port: MessagePort): void {
  try {
    port.postMessage(null, [new ArrayBuffer(ALARM)]);
  } catch {
    // A device that has not that much to promise: its collector is awake by itself.
  }
}

/**
 * Gives the memory of bytes that nobody will read again back at once: picture after picture, the collector would let
 * hundreds of megabytes pile up first. Sent away, not detached by `transfer`: Chromium keeps a hold of its own on what
 * WebCrypto and files have made, and lets go of it only when it is sent (Chromium 156, Firefox 153: 300 decryptions of
 * 1 MiB take 300 MB with `transfer`, 160 MB left to the collector, 4 MB sent away).
 * Views of a larger buffer are left alone, for others may look at the rest of it.
 */
export function giveBack(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (!(buffer instanceof ArrayBuffer) || bytes.byteLength !== buffer.byteLength) return;
  if (buffer.byteLength < WORTH_IT) return;
  nowhere ??= openNowhere();
  since += buffer.byteLength;
  nowhere.postMessage(null, [buffer]);
  if (since < WAKE_EVERY) return;
  since = 0;
  wakeCollector(nowhere);
}
