import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Handover } from '../../core/handovers/handover.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { IssuedCard } from '../documents/issued-card.tsx'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { Bytes, OnDay, When } from '../parts/figures.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'
import { ItemTable } from './item-table.tsx'

/** 預り証 (F-25): what it will say, then the issued one with its number and code. */
export function Receipt({ contract, handover }: { contract: ContractOfWork; handover: Handover }) {
  const { t } = useTranslation('receive')
  const mayNot = useWhyNot('receipts.issue')
  const issue = useCommand(desk.receipts.issue)
  const receipts = useQuery(questions.receipts(contract.id))
  const issued = receipts.data?.filter(({ subjectId }) => subjectId === handover.id).at(-1)
  return (
    <>
      {issued ? <IssuedCard document={issued} fresh /> : (
        <>
          <p className="notice-line soft"><span>{t('receiptLead')}</span><ArticleChip article="14" /></p>
          <div className="spaced"><Trouble of={issue.error} /></div>
          <div className="acts"><ActButton loading={issue.busy} unless={[mayNot, handover.state === 'designated' && t('needChecked')]} onClick={() => issue.run({ handoverId: handover.id })}>{t('issue')}</ActButton></div>
        </>
      )}
      <Block title={t('happened')}><Happened handover={handover} /></Block>
      <Block title={t('items')}><Asked of={useQuery(questions.itemsOf(handover.id))}>{(items) => <ItemTable items={items} />}</Asked></Block>
    </>
  )
}

function Happened({ handover }: { handover: Handover }) {
  const { t } = useTranslation('receive')
  const term = useTerm()
  const name = usePersonName()
  const { actual, virusCheck } = handover
  return (
    <Facts wide of={[
      actual && [t('at'), <When key="at" at={actual.at} />], actual && [t('means'), term(actual.means)], actual && [t('place'), actual.place],
      [t('deliveredBy'), handover.deliveredBy], [t('stepTake'), handover.receivedBy && name(handover.receivedBy)], [t('purpose'), handover.purpose],
      [t('medium'), handover.medium ?? t('noMedium')],
      [t('virus'), virusCheck && `${t(virusCheck.result)}　${virusCheck.scanner}　${virusCheck.pattern}`],
      [t('storagePlace'), handover.storagePlace], [t('returnDueOn'), handover.returnDueOn && <OnDay key="due" day={handover.returnDueOn} />], [t('returnConditions'), handover.returnConditions], [t('remarks'), handover.remarks],
      [t('total'), <span key="total">{t('fileCount', { count: sayNumber(handover.itemCount) as unknown as number })}　<Bytes of={handover.totalBytes} /></span>],
    ]} />
  )
}
