import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBuildingBank, IconChecklist, IconClockHour4, IconCircleDot, IconHelpCircle, IconHourglass, IconUserCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { printTracking } from '../../core/mailings/tracking.ts'
import type { Card } from '../../core/home/home.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { DueClock } from '../carryouts/clock.tsx'
import { desk } from '../desk.ts'
import { ArticleChip, asArticle } from '../parts/article-chip.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { useTerm } from '../words/terms.ts'
import { leadTo } from './lead-to.ts'

const icons = { overdue: IconAlertTriangle, question: IconHelpCircle, approval: IconUserCheck, asked: IconBuildingBank, out: IconClockHour4, waiting: IconHourglass, todo: IconChecklist, calm: IconCircleDot }

export function OneCard({ card }: { card: Card }) {
  const { t } = useTranslation('today')
  const go = useNavigate()
  const settle = useCommand(desk.home.settle)
  const language = useLanguage()
  const term = useTerm()
  const KindIcon = icons[card.kind]
  const article = asArticle(card.article)
  const trackingNo = card.facts['trackingNo']
  const dueAt = card.facts['dueAt']
  const hasClock = typeof dueAt === 'number' && (card.kind === 'out' || card.kind === 'overdue')
  const facts = { ...card.facts, subject: card.subject, ...(typeof card.facts['standing'] === 'string' ? { standing: term(card.facts['standing']) } : {}), ...(typeof trackingNo === 'string' ? { trackingNo: printTracking(trackingNo) } : {}) }
  const text = (under: 'cards' | 'acts', ...codes: string[]): string => {
    const code = codes.find((one) => i18next.exists(`${under}.${one}`, { ns: 'today' })) ?? 'other'
    return (t as (key: string, facts: object) => string)(`${under}.${code}`, facts)
  }
  return (
    <li className="today-card">
      <KindIcon size={28} stroke={1.75} aria-hidden />
      <div className="today-words">
        <p className="today-sentence">{text('cards', card.code)}</p>
        <p className="notice-line small soft">
          {hasClock && <DueClock due={card.code === 'first-report-due' ? 'first report' : 'return'} dueAt={dueAt as Instant} isLate={card.kind === 'overdue' && card.code !== 'first-report-due'} />}
          {card.at !== null && !hasClock && <span>{t(card.code === 'handover-due' || card.code === 'handover-late' ? 'due' : 'since', { time: sayTime(card.at, language) })}</span>}
          {article && <ArticleChip article={article} />}
        </p>
      </div>
      {card.kind === 'question'
        ? <Button loading={settle.busy} onClick={() => settle.run({ id: card.subjectId })}>{t('acts.settle')}</Button>
        : <Button variant={card.kind === 'overdue' || card.kind === 'approval' || card.kind === 'asked' ? 'filled' : 'default'} onClick={() => void go(leadTo(card))}>{text('acts', card.code, card.leadsTo)}</Button>}
      {settle.error && <div className="today-trouble"><Trouble of={settle.error} /></div>}
    </li>
  )
}
