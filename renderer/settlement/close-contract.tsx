import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { sameWords } from '../../core/text.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { frozenOf } from '../frame/frozen.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { FrozenNotice } from '../parts/frozen-notice.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber } from '../words/figures.ts'
import '../wipes/wipes.css'

/** 業務を終える (Art. 15①, R-33): named by its number in large type, and only when nothing is left. */
export function CloseContract({ contract, openCount }: { contract: ContractOfWork; openCount: number }) {
  const { t } = useTranslation('settlement')
  const mayNot = useWhyNot('contracts.close', contract.id)
  const [typedContractNo, type] = useState('')
  const close = useCommand(desk.contracts.close)
  return (
    <Block title={t('close')} lead={t('closeLead', { years: contract.retentionYears })}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); close.run({ contractId: contract.id, typedContractNo }) }}>
        <FrozenNotice of={frozenOf(mayNot)} />
        {openCount === 0 && (
          <div className="danger">
            <p className="danger-title">{t('closeDanger')}</p>
            <dl className="danger-facts"><dt>{t('contractNo')}</dt><dd className="danger-serial">{contract.contractNo}</dd><dt>{t('contractTitle')}</dt><dd>{contract.title}</dd></dl>
            <TextInput label={t('typeNo')} value={typedContractNo} autoComplete="off" spellCheck={false} onChange={(event) => type(event.currentTarget.value)} />
          </div>
        )}
        <div className="spaced"><Trouble of={close.error} /></div>
        <div className="acts notice-line">
          <ActButton type="submit" color="red" loading={close.busy} unless={[mayNot, openCount > 0 && t('notYet', { n: sayNumber(openCount) }), openCount === 0 && !sameWords(typedContractNo, contract.contractNo) && t(typedContractNo === '' ? 'typeNo' : 'typedDiffers')]}>{t('close')}</ActButton>
          {openCount > 0 && <><span className="soft">{t('notYet', { n: sayNumber(openCount) })}</span><ArticleChip article="15①" /></>}
        </div>
      </form>
    </Block>
  )
}
