import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { When } from '../parts/figures.tsx'
import { usePersonName } from '../people/person-name.ts'
import { DueClock, useNow } from './clock.tsx'

/** Each has a clock of its own. */
const MOST = 50

/** What is out of the house right now, the one that is due first on top, each with its running clock. */
export function OutNow({ list, onOpen }: { list: readonly CarryOut[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('carryouts')
  const name = usePersonName()
  const now = useNow()
  const out = list.filter(({ state }) => state === 'out').sort((a, b) => a.dueAt - b.dueAt)
  if (out.length === 0) return <p className="soft">{t('noneOut')}</p>
  return (
    <ul className="out-now">
      {out.slice(0, MOST).map((c) => {
        const late = c.overdueSince !== null || now > c.dueAt
        return (
          <li key={c.id} className={late ? 'out-late' : undefined}>
            <div>
              <p className="strong">{c.no}　{c.content}</p>
              <p className="small soft">{c.destination}　{(c.out?.persons ?? []).map(name).join('、')}　{t('dueAt')} <When at={c.dueAt} /></p>
            </div>
            <DueClock dueAt={c.dueAt} isLate={late} />
            <Button variant="default" aria-label={t('openNamed', { no: c.no })} onClick={() => onOpen(c.id)}>{t('open')}</Button>
          </li>
        )
      })}
      {out.length > MOST && <li className="soft">{t('moreOut', { count: out.length - MOST })}</li>}
    </ul>
  )
}
