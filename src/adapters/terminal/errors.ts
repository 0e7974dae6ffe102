/** What can go wrong with a terminal: the reader goes away. */

/** True where the reader has closed our output (`npm start | head`): nothing is broken. */
export function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
