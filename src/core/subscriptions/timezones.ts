/** The time zones that can be chosen, by their IANA names and by their cities. */
import type { Named } from '../wording/named.ts';

/** Offered before all others, as the conflict is there. */
const OFFERED_FIRST = ['Asia/Karachi', 'Asia/Kabul', 'UTC'];

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

/** Other names that people use. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Karachi': ['PKT', 'Pakistan', 'Islamabad', 'Lahore', 'Peshawar', 'Quetta'],
  'Asia/Kabul': ['AFT', 'Afghanistan', 'Kandahar', 'Herat'],
  UTC: ['GMT', 'Etc/UTC'],
};

/** All time zones, those of the conflict first. `id` is an IANA name that Temporal accepts. */
export function timezoneNames(): readonly Named[] {
  return [...new Set([...OFFERED_FIRST, ...Intl.supportedValuesOf('timeZone')])].map((zone) => {
    const id = RENAMED[zone] ?? zone;
    const aliases = [...(id === zone ? [] : [zone, cityOf(zone)]), cityOf(id), ...(OTHER_NAMES[id] ?? [])];
    return { id, label: id, aliases };
  });
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
