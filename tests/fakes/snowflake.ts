/** Discord ids: 17-19 digits, rising, with the time inside (discord.js sorts its rate-limit buckets by that shape). */
import { platformNow } from './platform-clock.ts';

const discordEpoch = 1_420_070_400_000n;
let increment = 0n;

/** A new id that no earlier call in this process returned. */
export function createSnowflake(): string {
  increment += 1n;
  return String(((BigInt(platformNow()) - discordEpoch) << 22n) | (increment & 0x3f_ff_ffn));
}
