import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Cancellation } from '../../core/cancellation/cancellation.ts'
import { stoppedFrom } from '../../core/cancellation/rules.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { CitySays } from '../incidents/city-says.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { RecordNotice } from './record.tsx'

/** 契約の解除 (Art. 19) on the contract's page: what stands, what was taken back, and the notice that has come. */
export function Cancellations({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cancellations')
  const notices = useQuery(questions.cancellations(contract.id)).data ?? []
  const mayNot = useWhyNot('cancellations.record')
  const isWhole = notices.some(({ withdrawn, scope }) => withdrawn === null && scope.of === 'whole')
  return (
    <Block title={t('title')} lead={t('lead')}>
      {notices.map((one) => <One key={one.id} contract={contract} cancellation={one} />)}
      {contract.state === 'active' && !isWhole && <div className="carry-more"><Folded label={t('begin')} unless={mayNot}>{(close, done) => <RecordNotice contract={contract} close={close} done={done} />}</Folded></div>}
    </Block>
  )
}

function One({ contract, cancellation }: { contract: ContractOfWork; cancellation: Cancellation }) {
  const { t } = useTranslation('cancellations')
  const language = useLanguage()
  const { takeUp } = useOffice()
  const go = useNavigate()
  const { id: cancellationId, cityRef, noticeOn, receivedAt, toldBy, reason, scope, effectiveOn, settleBy, settleHow, withdrawn } = cancellation
  const what = scope.of === 'whole' ? t('wholeWhat') : scope.what
  const isAhead = stoppedFrom(cancellation) > thisMinute()
  return (
    <div className="spaced">
      {withdrawn
        ? <Notice title={t('takenBack', { cityRef })}>{withdrawn.cityRef}　<OnDay day={withdrawn.on} />　{withdrawn.toldBy}<p>{withdrawn.reason}</p></Notice>
        : <Notice look="warning" title={t(isAhead ? 'aheadTitle' : 'standingTitle', { what, cityRef, day: sayDay(effectiveOn, language) })}><p>{t('standingLead')}</p><p>{t('secrecy')}</p></Notice>}
      <Facts wide of={[
        [t('noticeOn'), <OnDay key="notice" day={noticeOn} />], [t('receivedAt'), <When key="received" at={receivedAt} />], [t('toldBy'), toldBy], [t('effectiveOn'), <OnDay key="effective" day={effectiveOn} />],
        [t('scope'), scope.of === 'whole' ? t('whole') : `${t('part')}（${scope.what}）`], [t('reason'), reason], [t('settleBy'), settleBy && <OnDay key="by" day={settleBy} />], [t('settleHow'), settleHow],
      ]} />
      {!withdrawn && contract.state === 'active' && (
        <div className="carry-more">
          <Button variant="default" onClick={() => { takeUp(contract.id); void go({ to: '/settlement' }) }}>{t('toSettlement')}</Button>
          <Folded label={t('withdrawBegin')}>{(close) => (
            <CitySays article="19①" withReason words={{ title: t('withdrawTitle'), lead: t('withdrawLead'), now: t('withdrawNow') }} mayNot="cancellations.withdraw" close={close} say={(said, why) => desk.cancellations.withdraw({ cancellationId, ...said, reason: why })} />
          )}</Folded>
        </div>
      )}
    </div>
  )
}
