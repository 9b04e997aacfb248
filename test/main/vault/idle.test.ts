import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../core/time.ts'
import { watchIdle } from '../../../main/vault/idle.ts'

beforeEach(() => { vi.useFakeTimers({ now: 0 }) })
afterEach(() => { vi.useRealTimers() })

function watch() {
  const lock = vi.fn()
  return { lock, idle: watchIdle({ after: 10 * MINUTE, now: () => Date.now(), lock }) }
}

test('the time runs out by itself, and begins anew with every touch', () => {
  const { lock, idle } = watch()

  vi.advanceTimersByTime(9 * MINUTE)
  idle.touch()
  vi.advanceTimersByTime(10 * MINUTE - 1000)
  expect(lock).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)

  expect(lock).toHaveBeenCalledTimes(1)
})

test('while something is under way the time does not run; it begins when the last of them ends', () => {
  const { lock, idle } = watch()
  const [first, second] = [idle.hold(), idle.hold()]

  vi.advanceTimersByTime(60 * MINUTE)
  first()
  first()
  vi.advanceTimersByTime(60 * MINUTE)
  expect(lock).not.toHaveBeenCalled()
  second()
  vi.advanceTimersByTime(10 * MINUTE + 1000)

  expect(lock).toHaveBeenCalledTimes(1)
})

test('a machine that slept, or whose clock was set back, buys no time', () => {
  const { idle } = watch()
  vi.setSystemTime(20 * MINUTE)
  expect(idle.isOver()).toBe(true)

  vi.setSystemTime(-60 * MINUTE)
  expect(idle.isOver()).toBe(false)
  vi.setSystemTime(-50 * MINUTE)
  expect(idle.isOver()).toBe(true)
})

test('a watch that was stopped locks nothing any more', () => {
  const { lock, idle } = watch()

  idle.stop()
  vi.advanceTimersByTime(60 * MINUTE)

  expect(lock).not.toHaveBeenCalled()
})
