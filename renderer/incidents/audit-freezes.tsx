import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audit } from '../../core/audits/audit.ts'
import type { ContractId, ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { AuditFreeze } from '../../core/incidents/incident.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { Task } from '../send/task.tsx'
import { ErasuresRunning } from './erasures.tsx'
import { CitySays } from './city-says.tsx'

/** 監査等による証拠保全 (Art. 17, R-36). */
export function AuditFreezes({ contract, audit }: { contract: ContractOfWork; audit?: Audit }) {
  const { t } = useTranslation('incidents')
  const freezes = useQuery(questions.auditFreezes(contract.id)).data ?? []
  return (
    <Block title={t('auditTitle')} lead={t('auditLead')}>
      {freezes.filter(({ lifted }) => lifted === null).map((freeze) => <Standing key={freeze.id} freeze={freeze} />)}
      <div className="carry-more"><Folded label={t('auditBegin')}>{(close, done) => <Begin contractId={contract.id} audit={audit} close={close} done={done} />}</Folded></div>
    </Block>
  )
}

function Standing({ freeze: { id, no, reason, cityRef, contractId } }: { freeze: AuditFreeze }) {
  const { t } = useTranslation('incidents')
  return (
    <div className="spaced">
      <Notice look="warning" title={`${t('frozen')}（${no}）`}>{[reason, cityRef].filter((words) => words !== '').join('　')}</Notice>
      <ErasuresRunning contractId={contractId} />
      <div className="carry-more"><Folded label={t('auditLift', { no })}>{(close) => (
        <CitySays article="17" words={{ title: t('liftTitle'), lead: t('liftLead'), now: t('liftNow') }} mayNot="freezes.lift" withReason close={close} say={(said, why) => desk.freezes.lift({ freezeId: id, ...said, reason: why })} />
      )}</Folded></div>
    </div>
  )
}

function Begin({ contractId, audit, close, done }: { contractId: ContractId; audit: Audit | undefined; close: ReactNode; done: () => void }) {
  const { t } = useTranslation('incidents')
  const [reason, setReason] = useState(audit ? `${audit.no}　${audit.kind}` : '')
  const [cityRef, setCityRef] = useState(audit?.cityRef ?? '')
  const begin = useCommand(desk.freezes.begin)
  return (
    <Task title={t('auditBegin')} lead={t('auditLead')} article="17" error={begin.error} onSubmit={() => begin.run({ contractId, reason, cityRef, ...(audit ? { auditId: audit.id } : {}) }, done)} act={<>
      <ActButton type="submit" variant="default" loading={begin.busy} unless={[useWhyNot('freezes.begin'), reason.trim() === '' && t('need', { field: t('auditReason') })]}>{t('auditNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <Textarea className="wide" label={t('auditReason')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <TextInput label={t('auditRef')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
