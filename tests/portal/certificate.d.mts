/** A certificate for the portal's host names, made for this run. PEM. */
export function createCertificate(): { key: Buffer; cert: Buffer };
