/** The one place in the terminal. */

/** The place, and the id of the person who sits there. */
export const TERMINAL = 'terminal:local';
