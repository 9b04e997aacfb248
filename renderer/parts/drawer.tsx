import { Drawer as Sheet } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A sheet at the side, for one small task beside the page. */
export function Drawer({ title, opened, onClose, children }: { title: string; opened: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation('parts')
  return <Sheet opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>{opened && children}</Sheet>
}
