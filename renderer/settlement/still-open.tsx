import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Balance, Open } from '../../core/settlement/settlement.ts'
import { keep } from '../asking/kept.ts'
import { useOffice } from '../frame/in-hand.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { sayNumber } from '../words/figures.ts'
import { blankPlan } from '../wipes/plan-draft.ts'
import { vaultLine } from '../wipes/plan-line.tsx'

type Why = keyof typeof import('../words/settlement.ts').settlement.ja.whys
/** One reads some, and settles them; the rest comes up as they go. */
const SHOWN = 100

/** What keeps the contract open, each with the way to where it is settled. */
export function StillOpen({ contract, balance }: { contract: ContractOfWork; balance: Balance }) {
  const { t } = useTranslation('settlement')
  const go = useNavigate()
  const { session } = useOffice()
  const { open, openCount } = balance
  if (openCount === 0) return <div className="spaced"><Notice look="good" title={t('openNone')} /></div>
  const onErase = (): void => {
    keep(`disposal ${contract.id}`, { ...blankPlan(contract, session.personId), targets: [vaultLine(inVault(balance))] })
    void go({ to: '/wipe/new' })
  }
  return (
    <Block title={t('open')} lead={t('openLead', { n: sayNumber(openCount) })}>
      <ul className="still-open">
        {open.slice(0, SHOWN).map((one) => (
          <li key={`${one.kind} ${one.id} ${one.why} ${one.subject}`}>
            <span className="still-open-kind soft">{t(`kinds.${one.kind}`)}</span>
            <span><span className="strong">{one.subject}</span>{one.count > 1 && <>　{t('itemCount', { n: sayNumber(one.count) })}</>}<br /><span className="small">{t(`whys.${one.why as Why}`)}</span></span>
            <Button variant="default" aria-label={t('goTo', { subject: one.subject })} onClick={() => (one.kind === 'item' && one.why === 'in-vault' ? onErase() : void go(whereTo(one)))}>{t(one.kind === 'item' && one.why === 'in-vault' ? 'eraseVault' : one.kind === 'item' && one.why === 'not-ended' ? 'give' : 'go')}</Button>
          </li>
        ))}
      </ul>
      {balance.receipts.some(({ items }) => items.some(({ left }) => left.includes('not-ended'))) && <div className="acts"><Button variant="default" onClick={onErase}>{t('eraseVault')}</Button></div>}
    </Block>
  )
}

const inVault = ({ receipts }: Balance) => receipts.flatMap(({ items }) => items).filter(({ left }) => left.includes('not-ended') || left.includes('in-vault'))

function whereTo({ leadsTo, kind, id, why }: Open): { to: string; params?: Record<string, string> } {
  switch (leadsTo) {
    case 'settlement': return { to: '/settlement/give' }
    case 'disposals': return kind === 'plan' ? { to: '/wipe/$id', params: { id } } : { to: kind === 'medium' && why === 'not-wiped' ? '/wipe/new' : '/wipe' }
    case 'mailings': return { to: '/send/$id', params: { id } }
    case 'media': return { to: '/media' }
    case 'packages': return { to: '/pack' }
    case 'copies': return { to: '/copies/$id', params: { id } }
    case 'carryouts': return { to: '/carry-outs/$id', params: { id } }
    case 'subcontracts': return { to: '/subcontracts/$id', params: { id } }
    default: return { to: '/' }
  }
}
