import { Button } from '@mantine/core'
import { IconFilePlus, IconFolderPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pathOf, shell } from '../shell.ts'
import './drop.css'

interface DropProps { onPaths: (paths: string[]) => void; title?: string; folders?: boolean; busy?: boolean }

/** Takes files and folders dropped anywhere on the page, or picked by keyboard. */
export function Drop({ onPaths, title, folders = true, busy = false }: DropProps) {
  const { t } = useTranslation('parts')
  const hovering = useDropped(onPaths)
  return (
    <div className={hovering ? 'drop drop-hovering' : 'drop'} aria-busy={busy}>
      <p className="strong">{title ?? t('dropHere')}</p>
      <p className="soft small">{t('dropAnywhere')}</p>
      <div className="drop-acts">
        <Button variant="default" leftSection={<IconFilePlus size={20} aria-hidden />} onClick={() => void shell.pickFiles().then((paths) => paths.length > 0 && onPaths(paths))}>{t('pickFiles')}</Button>
        {folders && <Button variant="default" leftSection={<IconFolderPlus size={20} aria-hidden />} onClick={() => void shell.pickFolder().then((path) => path !== null && onPaths([path]))}>{t('addFolder')}</Button>}
      </div>
    </div>
  )
}

/** Listens on the whole window; says whether something is held over it. */
function useDropped(onPaths: (paths: string[]) => void): boolean {
  const [depth, setDepth] = useState(0)
  const take = useRef(onPaths)
  useEffect(() => { take.current = onPaths })
  useEffect(() => {
    const enter = (event: DragEvent): void => { event.preventDefault(); setDepth((d) => d + 1) }
    const leave = (): void => setDepth((d) => Math.max(0, d - 1))
    const over = (event: DragEvent): void => event.preventDefault()
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setDepth(0)
      const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '')
      if (paths.length > 0) take.current(paths)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return depth > 0
}
