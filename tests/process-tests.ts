/** The test files that start Truceline, or a server, as processes of their own: these have the clock of the machine. */

export const PROCESS_TESTS: readonly string[] = [
  'tests/command-line.test.ts',
  'tests/delivery/claim-alert.test.ts',
  'tests/delivery/corrected-in-chat.test.ts',
  'tests/delivery/crash.test.ts',
  'tests/delivery/drill.test.ts',
  'tests/delivery/reminded-in-chat.test.ts',
  'tests/delivery/reported-in-chat.test.ts',
  'tests/delivery/takeover.test.ts',
  'tests/export.test.ts',
  'tests/main.test.ts',
  'tests/storage/processes.test.ts',
  'tests/storage/start-postgres.test.ts',
];
