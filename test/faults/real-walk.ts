import type { Desk } from '../../core/contract.ts'
import { openDesk } from '../../core/desk.ts'
import { type Asking, type RealOffice, realStage } from './real-stage.ts'
import { campaign, type Counted } from './world-calls.ts'

type InputOf<F> = F extends (input: infer I, ...more: never[]) => unknown ? I : never
type AnswerOf<F> = F extends (...args: never[]) => Promise<infer A> ? A : never
export type Walk = <G extends keyof Desk, N extends keyof Desk[G]>(group: G, name: N, asking?: Asking<InputOf<Desk[G][N]>>) => Promise<AnswerOf<Desk[G][N]>>

/** Asks real offices for things, one after the other; before each is done, every call of it fails in its turn, and all is put back to where it stood. */
export function walking(office: RealOffice, counted: Counted): Walk {
  return async (group, name, asking) => {
    const stage = await realStage(office, asking ?? { input: undefined as never })
    try {
      await campaign(`${group}.${String(name)}`, stage, openDesk, counted)
      const { input, look } = await stage.put()
      const run = openDesk(office.world)[group][name] as (input: unknown, how: object) => Promise<never>
      const answer = await run(input, { signal: new AbortController().signal, onProgress: () => {} })
      await look()
      return answer
    } finally {
      await stage.end()
    }
  }
}
