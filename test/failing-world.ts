import type { World } from '../core/world.ts'

/**
 * `before`: the act does not happen. `after`: it does, and its answer is lost. `came first`: an append finds that another desk
 * wrote before it; of any other act nothing comes then.
 */
export type Failing = 'before' | 'after' | 'came first'

/** What a failing world has done so far, by name (`files.keep` …), and whether it failed already. */
export interface Failures { readonly turn: number; readonly acts: readonly string[]; readonly failed: boolean }

/** Thrown by the act whose turn it was. */
export class ActFailed extends Error {}

/** The same world, except that its n-th act fails, and none after it. Count n up from 1 until nothing fails, and every act has had its turn. */
export function failingAt<W extends World>(n: number, world: W, how: Failing = 'before'): W & Failures {
  const acts: string[] = []
  const failing = <T extends object>(room: string, acting: T): T => new Proxy(acting, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      const act = `${room}.${String(name)}`
      const perform = (...args: unknown[]): unknown => (value as (...args: unknown[]) => unknown).apply(target, args)
      // Who is signed in is no act; everything else that the core cannot do by itself is one.
      if (NO_ACTS.has(act)) return perform
      return (...args: unknown[]) => {
        if (acts.push(act) !== n) return perform(...args)
        if (how === 'came first') return act === 'ledger.append' ? Promise.resolve(false) : perform(...args)
        const failed = new ActFailed(`act ${n} failed: ${act}`)
        if (how === 'before') throw failed
        const done = perform(...args)
        if (done instanceof Promise) return done.then(() => { throw failed })
        throw failed
      }
    },
  })
  const { ledger, files, packages, drives, wiping, documents, post, vault, viruses, views, tables, evidence, workstation, backups } = world
  const rooms = Object.entries({ ledger, files, packages, drives, wiping, documents, post, vault, viruses, views, tables, evidence, workstation, backups })
  return {
    ...world, ...Object.fromEntries(rooms.map(([name, room]) => [name, failing(name, room)])),
    confirm: failing('world', { confirm: world.confirm }).confirm,
    turn: n, get acts() { return acts }, get failed() { return acts.length >= n },
  } as W & Failures
}

const NO_ACTS = new Set(['vault.session', 'vault.publicKeys'])
