/** The test files that start Truceline, or a server, as processes: `npm run test:clocks` leaves them out. */

export const PROCESS_TESTS: readonly string[] = [
  'tests/command-line.test.ts',
  'tests/delivery/claim-alert.test.ts',
  'tests/delivery/in-chat/corrected.test.ts',
  'tests/delivery/in-chat/greeted.test.ts',
  'tests/delivery/crash/crash.test.ts',
  'tests/delivery/drill.test.ts',
  'tests/delivery/in-chat/reminded.test.ts',
  'tests/delivery/in-chat/reported.test.ts',
  'tests/delivery/crash/late-restart.test.ts',
  'tests/delivery/crash/takeover.test.ts',
  'tests/export.test.ts',
  'tests/main.test.ts',
  'tests/dossier-files/new-dossier.test.ts',
  'tests/storage/processes.test.ts',
  'tests/storage/start-postgres.test.ts',
];
