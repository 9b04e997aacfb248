import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'

interface PageProps {
  title: string
  lead?: ReactNode
  /** The one thing that is done here; at the same place on every page. */
  action?: ReactNode
  back?: { to: string; label: string }
  children: ReactNode
}

/** One page, one subject. Its heading takes the focus, so that a screen reader says where one has come to. */
export function Page({ title, lead, action, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} — 預かり`
  }, [title])
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="page">
      {back && <Link className="page-back no-print" to={back.to}><IconArrowLeft size={20} aria-hidden />{back.label}</Link>}
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {action && <div className="page-action">{action}</div>}
        {lead && <p className="page-lead">{lead}</p>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page under its own heading. */
export function Block({ title, lead, action, children }: { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="block" aria-label={title}>
      <div className="block-head">
        <h2>{title}</h2>
        {action}
      </div>
      {lead && <p className="block-lead">{lead}</p>}
      {children}
    </section>
  )
}
