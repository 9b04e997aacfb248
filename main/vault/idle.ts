/** Locks after a time without activity. While something is under way the time does not run. */
export interface IdleWatch {
  /** Somebody asked for something: the time begins anew. */
  touch(): void
  /** Something long begins; the answer says that it has ended. */
  hold(): () => void
  /** Whether the time has run out. */
  isOver(): boolean
  stop(): void
}

/** Starts the watch. `now` is asked as well as the timer: a timer stands still while a notebook sleeps. */
export function watchIdle({ after, now, lock }: { after: number; now: () => number; lock: () => void }): IdleWatch {
  let last = now()
  let held = 0
  let stopped = false
  let timer = setTimeout(look, after)
  timer.unref()

  function look(): void {
    if (stopped) return
    if (isOver()) lock()
    else rearm()
  }
  function isOver(): boolean {
    // A clock that was set back must not buy time.
    last = Math.min(last, now())
    return held === 0 && now() - last >= after
  }
  function rearm(): void {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(look, Math.max(1000, after - (now() - last)))
    timer.unref()
  }
  function touch(): void {
    last = now()
  }
  return {
    touch, isOver,
    hold() {
      held++
      let open = true
      return () => {
        if (!open) return
        open = false
        held--
        touch()
      }
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
