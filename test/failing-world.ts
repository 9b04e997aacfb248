import type { TestWorld } from './world.ts'

/** The same world, except that its n-th act fails. Count n up from 1 until nothing fails, and every act has had its turn. */
export function failingAt(n: number, world: TestWorld): TestWorld & { readonly failed: boolean } {
  let acts = 0
  const turn = () => { if (++acts === n) throw new Error(`act ${n} failed`) }
  const failing = <T extends object>(room: T): T => new Proxy(room, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      const perform = value as (...args: unknown[]) => unknown
      // Who is signed in is no act; everything that is awaited is one.
      return (...args: unknown[]) => {
        if (name !== 'session' && name !== 'publicKeys') turn()
        return perform.apply(target, args)
      }
    },
  })
  return {
    ...world, get failed() { return acts >= n },
    ledger: failing(world.ledger), files: failing(world.files), packages: failing(world.packages), drives: failing(world.drives), documents: failing(world.documents), post: failing(world.post), vault: failing(world.vault),
  }
}
