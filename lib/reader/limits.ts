/** Above any honest bundle, below what would fill a machine or keep it busy. */
export const LIMITS = {
  items: 100_000,
  /** Of one file that is read whole into memory: records, manifests, journal. Others are only hashed. */
  readBytes: 64 * 1024 ** 2,
  /** Of one file that is hashed whole rather than piece by piece. */
  digestBytes: 8 * 1024 ** 2,
  /** Of one file that is kept once it has been read, and of all of them: several checks ask for each record. */
  keptFileBytes: 64 * 1024,
  keptBytes: 32 * 1024 ** 2,
  totalBytes: 40 * 1024 ** 3,
  /** Of the whole content to the archive: pictures hardly shrink. Deflate alone reaches 1032. */
  ratio: 50,
  /** What may swell beyond that: a small archive of repetitive text. */
  slackBytes: 64 * 1024 ** 2,
  /** Of the archive's directory, or of a chunk of it: 100,000 names of ours have 12 MB. */
  pieceBytes: 32 * 1024 ** 2,
} as const;
