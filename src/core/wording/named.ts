/** What an asker can name: a party, a person, a side, a topic, an entry. */

/** Something an asker can name: shown as `label`, found by id, label and aliases. */
export interface Named {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Names of what belongs to it. Each means it as a whole; one of its words alone only asks back. */
  readonly members?: readonly string[];
  /** Its own words mean it only in full: “media” does not begin “mediators”. */
  readonly inFull?: true;
}
