/** What can go wrong with a terminal: the reader goes away. */

/** True where whoever read our output has closed it (`npm start | head`): nothing more to say, and nothing is broken. */
export function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
