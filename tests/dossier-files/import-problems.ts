/** What an import says is wrong. */
import { ImportError } from '../../src/dossier-files/entry-files.ts';

/** The lines of the `ImportError` that the work ends with; none where it ends well. */
export function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ImportError) return error.problems;
    throw error;
  }
  return [];
}
