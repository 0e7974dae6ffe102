/** Why the memory could not be opened, written for whoever starts the bot: what is wrong, where, and what to do. */
export class OpenStoreError extends Error {
  override readonly name = 'OpenStoreError';
}
