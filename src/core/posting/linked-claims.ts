/** Keeps conflicts between claims mutual: if one claim names another as conflicting, the other names it too. */
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry, Claim } from '../dossier/entries.ts';

/**
 * New versions of other claims, so that they name `claim` if it names them, and no longer if only its version `before`
 * did. Claims that need no change are left out.
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

/** The claim's last revision. A dossier of an earlier moment would show an older one. */
function claimAsLastWritten(id: string, dossier: Dossier): Claim | undefined {
  const last = dossier.history(id).at(-1);
  return last && last.change !== 'retraction' && last.entry.kind === 'claim' ? last.entry.fields : undefined;
}
