/** What an asker can name: a party, a person, a side, a topic, an entry. */

/** Something an asker can name: shown as `label`, found by id, label and aliases. */
export interface Named {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
}
