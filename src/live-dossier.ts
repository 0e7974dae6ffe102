/** The dossier as it is now: the baseline imported, the ledger folded, and folded again when somebody adds to it. */
import type { Logger } from 'pino';
import type { Conflict } from './core/dossier/conflict.ts';
import { type Dossier, foldDossier } from './core/dossier/dossier.ts';
import type { Revision } from './core/dossier/revision.ts';
import type { Store } from './core/ports/store.ts';
import { type Baseline, planImport } from './dossier-files/baseline.ts';
import {
  additionsFrom,
  additionsText,
  type ConflictAdditions,
  joined,
  withAdditions,
} from './dossier-files/conflict-additions.ts';
import { holdConflict, refuseOtherConflict } from './dossier-files/held-conflict.ts';

/** Milliseconds after which the ledger is read again where it could not be. */
const READ_AGAIN_MS = 3000;

/** Name of the fact that keeps what imports added to the conflict's own words. */
const ADDITIONS = 'conflict-additions';

export interface LiveDossier {
  readonly current: () => Dossier;
  /** The import at the start: revisions written, and entries left alone because a moderator has revised them. */
  readonly imported: { readonly revisions: number; readonly leftAlone: readonly string[] };
  /** Reads what was appended since, by this process or another. Resolves to the number of those revisions. */
  readonly refresh: () => Promise<number>;
  /** Calls back after every refresh that found something; returns what ends that. */
  readonly onChange: (listener: () => void) => () => void;
}

/**
 * Imports what of `baseline` the ledger lacks, then folds. `now` is Unix time in ms. Throws `OtherConflictError`, with
 * nothing written, where the store holds another conflict.
 */
export async function openDossier(baseline: Baseline, store: Store, now: number): Promise<LiveDossier> {
  let ledger: readonly Revision[] = await store.revisionsAfter(0);
  const head = () => ledger.at(-1)?.seq ?? 0;
  await refuseOtherConflict(baseline.conflict, store, ledger);
  let plan = planImport(baseline, ledger, now);
  // Another process may be importing the same files at the same moment: then its revisions are read and planned with.
  while (plan.drafts.length > 0) {
    const added = await store.append(plan.drafts, head());
    ledger = [...ledger, ...(added === 'moved on' ? await store.revisionsAfter(head()) : added)];
    if (added !== 'moved on') break;
    await refuseOtherConflict(baseline.conflict, store, ledger);
    plan = planImport(baseline, ledger, now);
  }
  await holdConflict(baseline.conflict, store);
  const imported = { revisions: plan.drafts.length, leftAlone: plan.leftAlone };
  const readOn = async () => {
    // Two refreshes may be under way at once: what the other one added meanwhile is not added again.
    const added = (await store.revisionsAfter(head())).filter(({ seq }) => seq > head());
    ledger = [...ledger, ...added];
    return added.length;
  };
  await readOn();
  let dossier = foldDossier(ledger, await conflictIn(store, baseline.conflict));
  const listeners = new Set<() => void>();
  const refresh = async () => {
    const added = await readOn();
    if (added === 0) return 0;
    dossier = foldDossier(ledger, await conflictIn(store, baseline.conflict));
    for (const listener of listeners) listener();
    return added;
  };
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { imported, refresh, onChange, current: () => dossier };
}

/** `conflict`, as shipped, with the topics and victim groups that imports have added. */
export async function conflictIn(store: Store, conflict: Conflict): Promise<Conflict> {
  return withAdditions(conflict, additionsFrom(await store.recall(ADDITIONS)));
}

/** Keeps what an import adds, before the entries that need it: a bot that sees these finds it. */
export async function keepAdditions(store: Store, additions: ConflictAdditions): Promise<void> {
  const text = additionsText(joined(additionsFrom(await store.recall(ADDITIONS)), additions));
  if (text !== undefined && additionsText(additions) !== undefined) await store.remember(ADDITIONS, text);
}

/** Refreshes; where that fails it tries again, because the store announces what was appended only once. */
export function refreshing({ refresh }: Pick<LiveDossier, 'refresh'>, log: Logger): () => void {
  const read = (): void => {
    refresh().catch((error: unknown) => {
      log.error({ err: error }, 'The ledger could not be read; trying again');
      setTimeout(read, READ_AGAIN_MS).unref();
    });
  };
  return read;
}
