import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Mailing } from '../../core/mailings/mailing.ts'
import { printTracking } from '../../core/mailings/tracking.ts'
import type { Mail } from '../../core/mails/mail.ts'
import type { Instant } from '../../core/time.ts'
import { Button } from '@mantine/core'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'

/** A parcel or an e-mail: one line of the 送付管理簿. */
interface Sending { id: string; no: string; way: 'parcel' | 'mail'; to: string; content: string; at: Instant; state: string; look: StatusLook; trackingNo: string; done: boolean }

export function Mailings() {
  const { t } = useTranslation('send')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('send')
  const go = useNavigate()
  const parcels = useQuery(questions.mailings(contract.id))
  const mails = useQuery(questions.mails(contract.id))
  const asked = { data: parcels.data && mails.data && { parcels: parcels.data, mails: mails.data }, error: parcels.error ?? mails.error }
  const begin = <ActButton unless={[useWhyNot('mailings.draft')]} onClick={() => void go({ to: '/send/new' })}>{t('begin')}</ActButton>
  const open = (id: string): void => void go({ to: '/send/$id', params: { id } })
  const columns: Column<Sending>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (s) => <><span className="strong">{s.no}</span><br /><span className="small soft">{t(`ways.${s.way}`)}</span></>, text: (s) => `${s.no} ${t(`ways.${s.way}`)}` },
    { key: 'to', head: t('to'), cell: (s) => s.to, text: (s) => s.to },
    { key: 'content', head: t('content'), cell: (s) => s.content, text: (s) => s.content },
    { key: 'state', whole: true, head: t('state'), cell: (s) => <Status look={s.look}>{s.state}</Status>, text: (s) => s.state },
    { key: 'at', head: t('at'), cell: (s) => <When at={s.at} /> },
    { key: 'tracking', whole: true, head: t('trackingNo'), cell: (s) => <span className="code">{s.trackingNo || '—'}</span>, text: (s) => s.trackingNo, extra: true },
    { key: 'open', whole: true, head: t('next'), cell: (s) => <Button variant={s.done ? 'subtle' : 'default'} aria-label={t('openNamed', { no: s.no })} onClick={() => open(s.id)}>{t('open')}</Button> },
  ]
  const chips: Chip<Sending>[] = [{ key: 'open', label: t('chips.open'), test: (s) => !s.done }, { key: 'done', label: t('chips.done'), test: (s) => s.done }]
  const rows = useSendings(asked.data)
  return (
    <Page title={t('title')} lead={t('lead')} action={rows.length > 0 && begin}>
      <Asked of={asked}>
        {() => (rows.length === 0
          ? <Empty title={t('empty')} article="11(4)" action={begin}>{t('emptyLead')}</Empty>
          : <Table name={t('table')} rows={rows} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} />)}
      </Asked>
    </Page>
  )
}

const parcelLooks: Record<Mailing['state'], StatusLook> = { drafted: 'warn', checked: 'busy', dispatched: 'busy', inquired: 'bad', arrived: 'busy', received: 'good', returned: 'bad', missing: 'bad', withdrawn: 'calm' }
const mailLooks: Record<Mail['state'], StatusLook> = { drafted: 'warn', checked: 'busy', sending: 'bad', sent: 'busy', received: 'good', withdrawn: 'calm' }

function useSendings(asked: { parcels: readonly Mailing[]; mails: readonly Mail[] } | undefined): Sending[] {
  const { t } = useTranslation('send')
  if (!asked) return []
  return [
    ...asked.parcels.map((m): Sending => ({ id: m.id, no: m.no, way: 'parcel', to: `${m.recipient.organisation} ${m.recipient.name}`, content: m.content, at: m.dispatchedAt ?? m.packedAt, state: t(`states.${m.state}`), look: parcelLooks[m.state], trackingNo: m.trackingNo === null ? '' : printTracking(m.trackingNo), done: m.state === 'received' || m.state === 'returned' || m.state === 'withdrawn' })),
    ...asked.mails.map((m): Sending => ({ id: m.id, no: m.no, way: 'mail', to: m.to.join('、'), content: m.subject, at: m.sentAt ?? m.draftedAt, state: t(`mailStates.${m.state}`), look: mailLooks[m.state], trackingNo: '', done: m.state === 'received' || m.state === 'withdrawn' })),
  ].sort((a, b) => b.at - a.at)
}
