import { IconAlertTriangle, IconCircleCheck, IconCircleDot, IconCircleX, IconProgress } from '@tabler/icons-react'
import type { ReactNode } from 'react'

const looks = { good: IconCircleCheck, busy: IconProgress, warn: IconAlertTriangle, bad: IconCircleX, calm: IconCircleDot }
export type StatusLook = keyof typeof looks

/** A state is a word with an icon and a colour, never a colour alone. */
export function Status({ look, children }: { look: StatusLook; children: ReactNode }) {
  const Icon = looks[look]
  return <span className={`status status-${look}`}><Icon size={20} aria-hidden />{children}</span>
}
