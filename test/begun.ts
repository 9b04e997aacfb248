import type { Wipe } from '../core/wipes/wipe.ts'

/** The wipe that was begun; fails when whoever was asked last thought better of it. */
export async function begun(act: Promise<{ wipe: Wipe | null }>): Promise<Wipe> {
  const { wipe } = await act
  if (!wipe) throw new Error('nothing was begun')
  return wipe
}
