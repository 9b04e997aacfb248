import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

const looks = {
  plain: { Icon: IconInfoCircle, role: undefined },
  good: { Icon: IconCircleCheck, role: 'status' },
  warning: { Icon: IconAlertTriangle, role: undefined },
  refused: { Icon: IconCircleX, role: 'alert' },
} as const

/** A calm notice beside what it concerns. `refused` is read out at once, `good` when there is a pause. */
export function Notice({ look = 'plain', title, children }: { look?: keyof typeof looks; title?: ReactNode; children?: ReactNode }) {
  const { Icon, role } = looks[look]
  return (
    <div className={`notice notice-${look}`} role={role}>
      <Icon size={24} aria-hidden />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
