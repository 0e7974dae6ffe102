/** The time zones that can be chosen, by their IANA names and by their cities. */
import type { Named } from '../wording/named.ts';

/** Offered before all others. */
const OFFERED_FIRST = ['Asia/Karachi', 'Asia/Kabul', 'UTC'];

/** Names as they are today, where Unicode's list (which V8 gives) keeps the first one that a zone ever had. */
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

/** What people call them besides. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Karachi': ['PKT', 'Pakistan', 'Islamabad', 'Lahore', 'Peshawar', 'Quetta'],
  'Asia/Kabul': ['AFT', 'Afghanistan', 'Kandahar', 'Herat'],
  UTC: ['GMT', 'Etc/UTC'],
};

/** The nearest to the conflict first. `id` is what Temporal understands. */
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
