/** What people type for a harm: each word and the harm that it means. */

export const HARM_WORDS = Object.fromEntries(
  Object.entries({
    killed: 'kill kills killing dead death deaths die died deceased fatality fatalities kia',
    injured: 'injury injuries wound wounds wounded hurt',
    captured: 'capture captive captives captivity prisoner prisoners pow pows',
    displaced: 'displacement displacements idp idps refugee refugees',
  } as const).flatMap(([harm, words]) => words.split(' ').map((word) => [word, harm])),
);
