import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goneNumbers, isAccepted, type KnownRestoring, type SeenCheckpoint } from '../../core/city/witnessed.ts'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber, sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** 復元された台帳: what happened by the contractor's word, what we know to be gone, and the decision, which is a person's. */
export function Restoring({ of, contractId }: { of: KnownRestoring; contractId: ContractId }) {
  const { t } = useTranslation('cityOffice')
  const language = useLanguage()
  const { restoredAt, madeAt, keptTo, toldLost, cityRef, toldAt, provedTo, checkpoint, gone, decided } = of
  const { from, to } = goneNumbers(of)
  return (
    <section className={isAccepted(of) ? 'ledger-decided' : 'ledger-warning'} role={isAccepted(of) ? undefined : 'alert'} aria-label={t('restoredTitle')}>
      <h2>{t('restoredTitle')}　<ArticleChip article="17" /></h2>
      <p className="strong">{t('restoredPlain', { restoredAt: sayTime(restoredAt, language), count: toldLost })}</p>
      <p className="strong">{t('restoredGone', { from: sayNumber(from), to: sayNumber(to), count: to - from + 1 })}</p>
      <p>{provedTo < keptTo ? t('restoredProved', { count: provedTo, keptTo: sayNumber(keptTo) }) : t('restoredProvedAll', { count: provedTo })}</p>
      <Facts wide of={[
        [t('restoredAt'), <When key="at" at={restoredAt} />], [t('restoredFrom'), t('restoredFromOf', { when: sayTime(madeAt, language), entries: sayNumber(keptTo) })],
        [t('restoredTold'), toldAt === null ? t('restoredNotTold') : `${cityRef}　${sayTime(toldAt, language)}`], [t('restoredNow'), <span key="now">{t('entries', { count: checkpoint.size })}　<Hash of={checkpoint.root} /></span>],
      ]} />
      <h3 className="spaced">{t('goneList')}</h3>
      <p className="small soft">{t('goneListWhy')}</p>
      <div className="spaced"><Gone of={gone} /></div>
      {decided && <div className="spaced"><Notice look={isAccepted(of) ? 'good' : 'refused'} title={t(isAccepted(of) ? 'decidedAccepted' : 'decidedRefused', { at: sayTime(decided.at, language), reason: decided.reason })} /></div>}
      {!isAccepted(of) && <Decide of={of} contractId={contractId} />}
    </section>
  )
}

function Gone({ of }: { of: readonly SeenCheckpoint[] }) {
  const { t } = useTranslation('cityOffice')
  const columns: Column<SeenCheckpoint>[] = [
    { key: 'docNo', whole: true, head: t('fromDocument'), cell: (c) => c.docNo || t('goneProof'), text: (c) => c.docNo },
    { key: 'size', number: true, head: t('size_'), cell: (c) => sayNumber(c.size), text: (c) => String(c.size) },
    { key: 'root', head: t('root'), cell: (c) => <Hash of={c.root} />, text: (c) => c.root },
    { key: 'seenAt', head: t('seenAt'), cell: (c) => <When at={c.seenAt} /> },
  ]
  return <Table name={t('goneList')} rows={of} columns={columns} rowKey={({ size }) => String(size)} rowName={({ docNo, size }) => docNo || String(size)} />
}

/** Neither answer is chosen beforehand, and both say why. */
function Decide({ of: { origin, id, checkpoint }, contractId }: { of: KnownRestoring; contractId: ContractId }) {
  const { t } = useTranslation('cityOffice')
  const [reason, setReason] = useState('')
  const decide = useCommand(desk.cityOffice.decideRestoring)
  const mayNot = useWhyNot('cityOffice.decideRestoring')
  const unless = [mayNot, reason.trim() === '' && t('need', { field: t('decideReason') })]
  const as = (decision: 'accepted' | 'kept-refused') => () => decide.run({ contractId, origin, id, checkpointSize: checkpoint.size, decision, reason })
  return (
    <form noValidate className="spaced" aria-label={t('decideTitle')} onSubmit={(event) => event.preventDefault()}>
      <h3>{t('decideTitle')}</h3>
      <p>{t('decideLead')}</p>
      <Textarea className="spaced" label={t('decideReason')} placeholder={t('decideReasonHint')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Trouble of={decide.error} />
      <div className="acts">
        <ActButton variant="default" loading={decide.busy} unless={unless} onClick={as('kept-refused')}>{t('keepRefusing')}</ActButton>
        <ActButton variant="default" loading={decide.busy} unless={unless} onClick={as('accepted')}>{t('accept')}</ActButton>
      </div>
    </form>
  )
}

export function LostNothing({ of: { restoredAt, toldLost } }: { of: KnownRestoring }) {
  const { t } = useTranslation('cityOffice')
  return <Notice title={t('lostNothing', { restoredAt: sayTime(restoredAt, useLanguage()), count: toldLost })} />
}
