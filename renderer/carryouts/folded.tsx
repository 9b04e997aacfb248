import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What may also happen on a page, behind a quiet button, so that the page keeps its one primary act. */
export function Folded({ label, children }: { label: string; children: (close: ReactNode, done: () => void) => ReactNode }) {
  const { t } = useTranslation('parts')
  const [open, setOpen] = useState(false)
  if (!open) return <Button variant="subtle" onClick={() => setOpen(true)}>{label}</Button>
  return children(<Button key="close" variant="subtle" onClick={() => setOpen(false)}>{t('cancel')}</Button>, () => setOpen(false))
}
