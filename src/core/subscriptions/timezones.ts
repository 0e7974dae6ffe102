/** The time zones that can be chosen, by their IANA names and by their cities. */
import type { Conflict } from '../dossier/conflict.ts';
import type { Named } from '../wording/named.ts';
import type { NameContext } from '../wording/wording-context.ts';

/** Today's names of zones for which V8 gives the oldest name, following Unicode's list. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** No conflict's zone, and of use in all of them. */
const UTC = { id: 'UTC', aliases: ['GMT', 'Etc/UTC'] };

/** All time zones, those of the conflict first. `id` is an IANA name that Temporal accepts. */
export function timezoneNames({ dossier }: Pick<NameContext, 'dossier'>): readonly Named[] {
  const first = [...(dossier.conflict.timezones ?? []), UTC];
  const names = new Map(first.map(({ id, aliases }) => [id, aliases]));
  const zones = new Set([...names.keys(), ...Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone)]);
  const former = Map.groupBy(Object.entries(RENAMED), ([, today]) => today);
  return [...zones].map((id) => {
    const olds = (former.get(id) ?? []).flatMap(([old]) => [old, cityOf(old)]);
    return { id, label: id, aliases: [...olds, cityOf(id), ...(names.get(id) ?? [])] };
  });
}

/** The zone that counts where nobody chose one: that of the conflict, else `otherwise`. */
export function localTimezone({ timezones = [] }: Conflict, otherwise = UTC.id): string {
  return timezones[0]?.id ?? otherwise;
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
