import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { ImportedDocument } from '../../core/documents/document.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useFormWord } from '../documents/form-word.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { valuesOf } from './values-of.ts'

type Answer = Awaited<ReturnType<typeof desk.city.comparePaper>>

/** 紙の確認コードを入力: twenty characters off a paper, compared with what was taken in; and what that says, and what it does not. */
export function PaperCode({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('city')
  const [{ code, docNo }, setTyped] = useState({ code: '', docNo: '' })
  const [answer, setAnswer] = useState<(Answer & { typed: string }) | null>(null)
  const compare = useCommand(desk.city.comparePaper)
  const mayNot = useWhyNot('city.comparePaper')
  const onCompare = (): void => compare.run({ contractId: contract.id, code, docNo }, (said) => setAnswer({ ...said, typed: code }))
  return (
    <>
      <form noValidate className="paper-code" aria-label={t('paper')} onSubmit={(event) => { event.preventDefault(); if (code.trim() !== '') onCompare() }}>
        <TextInput label={t('paperCode')} description={t('paperCodeWhy')} placeholder="XXXX-XXXX-XXXX-XXXX-XXXX" classNames={{ input: 'code' }} autoComplete="off" spellCheck={false} value={code} onChange={(event) => setTyped({ code: event.currentTarget.value, docNo })} />
        <TextInput label={t('paperNo')} description={t('paperNoWhy')} value={docNo} onChange={(event) => setTyped({ code, docNo: event.currentTarget.value })} />
        <ActButton type="submit" variant="default" loading={compare.busy} unless={[mayNot, code.trim() === '' && t('need', { field: t('paperCode') })]}>{t('compare')}</ActButton>
      </form>
      <div className="spaced" aria-live="polite"><Trouble of={compare.error} />{answer && <Said answer={answer} />}</div>
    </>
  )
}

function Said({ answer }: { answer: Answer & { typed: string } }) {
  const { t } = useTranslation('city')
  switch (answer.outcome) {
    case 'not-a-code': return <Notice look="refused" title={t('paperSays.not-a-code')}>{t('paperMeans.not-a-code')}</Notice>
    case 'unknown': return <Notice look="warning" title={t('paperSays.unknown')}>{t('paperMeans.unknown')}</Notice>
    case 'differs': return (
      <Notice look="refused" title={t('paperSays.differs', { docNo: answer.imported.docNo })}>
        <Facts of={[[t('expected'), <span key="e" className="code">{answer.imported.code}</span>], [t('found'), <mark key="f" className="code">{answer.typed.trim().toUpperCase()}</mark>]]} />
        <p>{t('paperMeans.differs')}</p>
      </Notice>
    )
    case 'matches': return (
      <Notice look={answer.imported.verdict === 'verified' ? 'good' : 'warning'} title={t(`paperSays.${answer.imported.verdict === 'verified' ? 'matches' : 'matchesUnsigned'}`, { docNo: answer.imported.docNo })}>
        <p className="lines">{t('paperMeans.matches')}</p>
        <Compare imported={answer.imported} />
      </Notice>
    )
  }
}

/** The values to be compared with the paper by eye. */
function Compare({ imported }: { imported: ImportedDocument }) {
  const { t } = useTranslation('city')
  const form = useFormWord()
  return <Facts of={[[t('form'), form(imported.form)], [t('docNo'), imported.docNo], [t('revision'), imported.revision], ...valuesOf(imported.record).map(([label, value]) => [label, <span key={label} className="lines">{value}</span>] as const), [t('importedAt'), <When key="at" at={imported.importedAt} />], [t('cityReceiptNo'), imported.cityReceiptNo]]} />
}
