import type { After } from '../../core/wire/pace.ts'

/** A clock that moves when told. */
export function clockByHand(): { after: After; pass(milliseconds: number): void; waiting(): number } {
  const alarms = new Set<{ at: number; then: () => void }>()
  let now = 0
  return {
    after(milliseconds, then) {
      const alarm = { at: now + milliseconds, then }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    pass(milliseconds) {
      now += milliseconds
      for (const alarm of [...alarms].filter(({ at }) => at <= now)) {
        alarms.delete(alarm)
        alarm.then()
      }
    },
    waiting: () => alarms.size,
  }
}
