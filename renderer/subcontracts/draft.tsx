import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { SubcontractFacts, SubcontractId } from '../../core/subcontracts/subcontract.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { Application, blank } from './application.tsx'
import { isApproved } from './standing.ts'
import { SubcontractSteps } from './subcontract-steps.tsx'

/** 下書き: what one means to ask the city for. */
export function DraftPage() {
  const { t } = useTranslation('subcontracts')
  return <WithContract title={t('begin')}>{(contract) => <Draft key={contract.id} contract={contract} />}</WithContract>
}

function Draft({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('subcontracts')
  const go = useNavigate()
  const [{ parentId, ...facts }, change, clear] = useKept<SubcontractFacts & { parentId: string | null }>(`subcontract ${contract.id}`, () => ({ ...blank(), parentId: null }))
  const parents = (useQuery(questions.subcontracts(contract.id)).data ?? []).filter(isApproved)
  const draft = useCommand(desk.subcontracts.draft)
  const onDraft = (): void => draft.run({ contractId: contract.id, parentId: parentId as SubcontractId | null, ...facts }, ({ id }) => {
    clear()
    void go({ to: '/subcontracts/$id', params: { id } })
  })
  return (
    <Page title={t('begin')} lead={t('lead')} back={{ to: '/subcontracts', label: t('toList') }}>
      <SubcontractSteps now="draft" />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onDraft() }}>
        <Application facts={facts} change={change} />
        {parents.length > 0 && (
          <Block title={t('parentOf')}>
            <div className="fields"><Select label={t('parent')} placeholder={t('parentNone')} clearable value={parentId} onChange={(id) => change({ parentId: id })} data={parents.map((one) => ({ value: one.id as string, label: `${one.no}　${one.company}` }))} /></div>
          </Block>
        )}
        <div className="spaced"><Trouble of={draft.error} /></div>
        <div className="acts"><ActButton type="submit" loading={draft.busy} unless={[useWhyNot('subcontracts.draft'), facts.company.trim() === '' && t('need', { field: t('companyName') })]}>{t('save')}</ActButton></div>
      </form>
    </Page>
  )
}
