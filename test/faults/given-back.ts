import type { World } from '../../core/world.ts'
import type { TestWorld } from '../world.ts'

/**
 * Each world of paper holds a database that no collector of garbage weighs: a thousand of them are most of a gigabyte while the heap stays small.
 * A walk notes every world that a desk is opened over, and gives it back when the test, or the run of a model, is over that opened it.
 */
let open = new Set<TestWorld>()

export function noted<W extends World>(world: W): W {
  if ('leave' in world) open.add(world as unknown as TestWorld)
  return world
}

/** What was opened so far belongs to a whole file: it stays. */
export const keepWhatIsOpen = (): void => { open = new Set() }

/** Answers how many were given back. */
export function giveBack(): number {
  const left = [...open]
  keepWhatIsOpen()
  for (const world of left) world.leave()
  return left.length
}

interface WithHooks { beforeEach(hook: () => void): unknown; afterEach(hook: () => void): unknown }

/** A property of a model, each run of which gives back what it opened, and leaves to its test what that opened before. */
export function eachRunGivesBack<P>(property: P): P {
  const hooked = property as P & WithHooks
  let before = open
  hooked.beforeEach(() => {
    before = open
    keepWhatIsOpen()
  })
  hooked.afterEach(() => {
    giveBack()
    open = before
  })
  return property
}
