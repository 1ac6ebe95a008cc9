/** Addresses of the computer itself, of a local network, or of none: RFC 1122, 1918, 3927, 4193, 4291, 6598. */
const LOCAL_4 =
  /^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const LOCAL_6 = /^(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$/;

/** Whether no server of the public Internet has this address. `address`: IPv4 or IPv6, as browsers give it. */
export function isLocalAddress(address: string): boolean {
  const bare = address
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  return LOCAL_4.test(mapped ?? bare) || LOCAL_6.test(bare);
}
