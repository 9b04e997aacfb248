import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import { Certifications } from './certifications.tsx'
import type { CertificationDraft } from './draft.ts'
import { HeldCertification } from './held-certification.tsx'

/** Art. 4: what is held, and what was obtained or renewed after the contract was opened. */
export function AddCertification({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const term = useTerm()
  const [draft, setDraft] = useState<CertificationDraft[]>([])
  const add = useCommand(desk.contracts.addCertification)
  const mayNot = useWhyNot('contracts.addCertification')
  const [one] = draft
  const onAdd = (): void => {
    if (one?.validFrom && one.validTo) add.run({ contractId: contract.id, certification: { ...one, validFrom: one.validFrom, validTo: one.validTo } }, () => setDraft([]))
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onAdd() }}>
      {contract.certifications.length > 0 && <Facts wide of={contract.certifications.map((held) => [`${term(held.type)} ${held.number}`, <HeldCertification key={held.number} contractId={contract.id} held={held} />] as const)} />}
      <div className="fields spaced"><Certifications value={draft} onChange={(next) => setDraft(next.slice(0, 1))} none={contract.certifications.length === 0} /></div>
      <div className="spaced"><Trouble of={add.error} /></div>
      {one && <div className="acts"><ActButton type="submit" loading={add.busy} unless={[mayNot, one.number.trim() === '' && t('required', { field: t('certNo') }), one.issuer.trim() === '' && t('required', { field: t('certIssuer') }), !one.validFrom && t('required', { field: t('certFrom') }), !one.validTo && t('required', { field: t('certTo') })]}>{t('certSave')}</ActButton></div>}
    </form>
  )
}
