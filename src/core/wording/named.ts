/** What an asker can name: a party, a person, a side, a topic, an entry. */

import type { Edtf } from '../dossier/dates/edtf.ts';

/** Something an asker can name: shown as `label`, found by id, label and aliases. */
export interface Named {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Of what happened: its days. It can be named by these, its places and its words in any order. */
  readonly days?: readonly Edtf[];
  /** Of what happened: names of its places, and words for what kind of event it was. */
  readonly places?: readonly string[];
  /** Words of others that speak of it: they name nothing by themselves, and whoever types one is shown where it is. */
  readonly mentions?: readonly string[];
  /** Offices of a person. Each means the person as a whole; some of its words are asked back. */
  readonly roles?: readonly string[];
  /** Names of what belongs to it. Each means it as a whole; one of its words alone only asks back. */
  readonly members?: readonly string[];
  /** Its own words mean it only in full: “media” does not begin “mediators”. */
  readonly inFull?: true;
}
