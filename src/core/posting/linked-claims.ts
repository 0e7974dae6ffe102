/** A conflict between two figures is mutual: where one claim names another, that one names it in turn. */
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry, Claim } from '../dossier/entries.ts';

/**
 * The other claims as they are to be, once `claim` conflicts with those that it names, and no longer with those that only its version
 * `before` names. What is as it should be already is left out.
 */
export function linkedClaims(claim: Claim, before: Claim | undefined, dossier: Dossier): readonly AnyEntry[] {
  const named = new Set(claim.conflictsWith);
  return [...new Set([...named, ...(before?.conflictsWith ?? [])])].flatMap((id): AnyEntry[] => {
    const other = claimAsLastWritten(id, dossier);
    if (id === claim.id || other === undefined || other.conflictsWith.includes(claim.id) === named.has(id)) return [];
    const conflictsWith = named.has(id)
      ? [...other.conflictsWith, claim.id]
      : other.conflictsWith.filter((one) => one !== claim.id);
    return [{ kind: 'claim', fields: { ...other, conflictsWith } }];
  });
}

/** As it was last written: not as a snapshot shows it. */
function claimAsLastWritten(id: string, dossier: Dossier): Claim | undefined {
  const last = dossier.history(id).at(-1);
  return last && last.change !== 'retraction' && last.entry.kind === 'claim' ? last.entry.fields : undefined;
}
