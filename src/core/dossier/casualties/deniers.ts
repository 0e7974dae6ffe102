/** Who denies a figure that a report gives. */
import type { Dossier } from '../dossier.ts';
import { onceFor } from '../memoise.ts';

const byReport = onceFor(({ claims }: Pick<Dossier, 'claims'>) =>
  Map.groupBy(claims.values(), ({ development }) => development),
);

/** Ids of parties, each once: none where the report (id of a development) holds a denial alone, as that is its news. */
export function deniersOf(dossier: Pick<Dossier, 'claims'>, report: string): readonly string[] {
  const claims = byReport(dossier).get(report) ?? [];
  const denials = claims.filter(({ count }) => count.qualifier === 'denial');
  return denials.length === claims.length ? [] : [...new Set(denials.map(({ claimedBy }) => claimedBy))];
}
