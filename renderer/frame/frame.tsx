import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tray } from '../jobs/tray.tsx'
import { Side } from './side.tsx'
import { useStayAwake } from './stay-awake.ts'
import { Top } from './top.tsx'
import './frame.css'

/** The desk itself: work on the left, who and which contract on top, the page in the middle, long work below. */
export function Frame() {
  const { t } = useTranslation('frame')
  useStayAwake()
  const [open, setOpen] = useState(false)
  return (
    <div className="frame">
      <a className="frame-skip" href="#page" onClick={(event) => { event.preventDefault(); document.getElementById('page')?.focus() }}>{t('skip')}</a>
      <Side open={open} onGone={() => setOpen(false)} />
      <div className="frame-body">
        <Top menuOpen={open} onMenu={() => setOpen(!open)} />
        <main id="page" tabIndex={-1}><Outlet /></main>
        <Tray />
      </div>
    </div>
  )
}
