import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '../frame/frozen.ts'
import { ActButton } from '../parts/act-button.tsx'

/** What may also happen on a page, behind a quiet button, so that the page keeps its one primary act. `unless`: it stays shut, and says why. */
export function Folded({ label, unless = null, children }: { label: string; unless?: Reason | null; children: (close: ReactNode, done: () => void) => ReactNode }) {
  const { t } = useTranslation('parts')
  const [open, setOpen] = useState(false)
  if (unless) return <div className="acts acts-tight"><ActButton variant="subtle" unless={[unless]}>{label}</ActButton></div>
  if (!open) return <Button variant="subtle" onClick={() => setOpen(true)}>{label}</Button>
  return children(<Button key="close" variant="subtle" onClick={() => setOpen(false)}>{t('cancel')}</Button>, () => setOpen(false))
}
