/** A time zone in which it is a given hour now, for what a bot does by the hour of the day. */

/** `hour`: 0 to 12. Whole hours from UTC; the sign of these names is the other way round. */
export function timezoneAt(hour: number): string {
  const ahead = hour - new Date().getUTCHours();
  const east = ahead < -12 ? ahead + 24 : ahead;
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}
