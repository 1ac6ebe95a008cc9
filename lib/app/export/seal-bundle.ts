import { PATHS, PAYLOAD_FOLDER } from '../../core/bundle/layout.ts';
import { manifestText } from '../../core/bundle/manifests.ts';
import { PUBLIC_KEY } from '../../core/seal/device-key.ts';
import { derSignature } from '../../core/seal/ecdsa-signature.ts';
import { pemText } from '../../core/seal/pem.ts';
import type { DeviceKey } from '../ports.ts';
import type { BundleWriter } from './bundle-writer.ts';

/** Has a manifest stamped, by its SHA-256. */
export type StampManifest = (sha256: string) => Promise<void>;

/**
 * The last files of a bundle: its manifests and the seals over them. The tag manifest covers the first seal and the key;
 * its own seal, which comes after it, is listed nowhere. Timestamps go in between. Returns the manifest's hash.
 */
export async function sealBundle(
  writer: BundleWriter,
  key: DeviceKey,
  stamp: StampManifest,
): Promise<string> {
  const encoder = new TextEncoder();
  const sealed = async (path: string, signature: string, select: (path: string) => boolean) => {
    const text = manifestText(writer.files.filter((file) => select(file.path)));
    const manifest = await writer.addText(path, text);
    const signed = derSignature(await key.sign(encoder.encode(text)));
    await writer.addBytes(signature, signed);
    return manifest;
  };
  await writer.addText(PATHS.publicKey, pemText(PUBLIC_KEY, key.spki));
  const inPayload = (path: string) => path.startsWith(PAYLOAD_FOLDER);
  const { sha256 } = await sealed(PATHS.manifest, PATHS.manifestSignature, inPayload);
  await stamp(sha256);
  await sealed(PATHS.tagManifest, PATHS.tagManifestSignature, (path) => !inPayload(path));
  return sha256;
}
