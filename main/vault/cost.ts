import { totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'
import { DEFAULT_COST, type ScryptParams, wrapKey } from '../../crypto/key-wrap.ts'

/** What one guess of a password shall cost: scrypt's parameters for new slots, and for old ones when their password was right. */
export interface Cost {
  forNew(): Promise<ScryptParams>
  /** Stronger parameters for a slot of these, whose stretching took so many milliseconds here; null: it is strong enough. */
  after(used: ScryptParams, took: number): ScryptParams | null
}

/** Whoever signs in waits no longer than this for it, in milliseconds. */
const PATIENCE = 1000
/** 512 MiB: a notebook of the office has that to spare for a second. */
const MOST_N = 2 ** 19

/**
 * As much as this machine bears: N is doubled from the default, which is the least there is, while a stretching stays within a second and
 * its memory within an eighth of the machine's. `measure` tells how many milliseconds these parameters take; asked once.
 */
export function measuredCost({ measure = stretchOnce, memory = totalmem() }: { measure?: (params: ScryptParams) => Promise<number>; memory?: number } = {}): Cost {
  let measured: Promise<ScryptParams> | null = null
  const grown = (from: ScryptParams, took: number): ScryptParams => {
    let [{ N }, milliseconds] = [from, took]
    while (N < MOST_N && milliseconds * 2 <= PATIENCE && memoryOf({ ...from, N: N * 2 }) <= memory / 8) {
      N *= 2
      milliseconds *= 2
    }
    return { ...from, N }
  }
  return {
    forNew: () => (measured ??= measure(DEFAULT_COST).then((took) => grown(DEFAULT_COST, took))),
    after(used, took) {
      const least = isWeaker(used, DEFAULT_COST) ? grown(DEFAULT_COST, took * (workOf(DEFAULT_COST) / workOf(used))) : grown(used, took)
      return isWeaker(used, least) ? least : null
    },
  }
}

/** The same everywhere, for tests. */
export function fixedCost(params: ScryptParams): Cost {
  return { forNew: async () => params, after: (used) => (isWeaker(used, params) ? params : null) }
}

const workOf = ({ N, r, p }: ScryptParams): number => N * r * p
const memoryOf = ({ N, r }: ScryptParams): number => 128 * N * r
const isWeaker = (one: ScryptParams, other: ScryptParams): boolean => workOf(one) < workOf(other)

async function stretchOnce(params: ScryptParams): Promise<number> {
  const begun = performance.now()
  await wrapKey({ secret: new Uint8Array(32), password: 'measured', params })
  return performance.now() - begun
}
