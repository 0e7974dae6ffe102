/** The one error of a platform that the bot cannot go on with. */

/** The message is one line for whoever runs the bot; it never has the token in it. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}
