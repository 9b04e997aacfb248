import { createHash, randomInt } from 'node:crypto'

/** Chance that can be repeated: AZUKARI_SEED chooses the seed, or else it is drawn, and said with every failure and in the figures. */
export function seeded(name: string): { seed: number; random: () => number } {
  const seed = Number(process.env['AZUKARI_SEED'] ?? randomInt(2 ** 31))
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE()
  // mulberry32: short, and good enough to choose moments by.
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { seed, random }
}
