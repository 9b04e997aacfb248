import { useEffect } from 'react'
import { client, questions } from '../asking/questions.ts'

const MINUTE = 60_000

/**
 * Someone who fills in a long form is at work, though the desk hears nothing of it: typing and pointing ask the desk
 * something small, once a minute at most. The status that screens ask by themselves does not count there.
 */
export function useStayAwake(): void {
  useEffect(() => {
    let last = Date.now()
    const stir = (): void => {
      if (Date.now() - last < MINUTE) return
      last = Date.now()
      void client.invalidateQueries({ queryKey: questions.contracts.queryKey })
    }
    window.addEventListener('keydown', stir)
    window.addEventListener('pointerdown', stir)
    return () => {
      window.removeEventListener('keydown', stir)
      window.removeEventListener('pointerdown', stir)
    }
  }, [])
}
