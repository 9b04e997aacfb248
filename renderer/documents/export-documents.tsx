import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'

type Answer = Awaited<ReturnType<typeof desk.documents.export>>

/** 預り証 or 証明書 of a contract as one CSV (product §5.3). What CP932 cannot hold is named, with its place, before anything is written. */
export function ExportDocuments({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('exporting')
  const [what, setWhat] = useState<'receipts' | 'certificates'>('receipts')
  const [encoding, setEncoding] = useState<'utf8' | 'cp932'>('utf8')
  const [saved, setSaved] = useState<Answer | null>(null)
  const lacking = useQuery({ ...questions.lackingInExport(contract.id, what), enabled: encoding === 'cp932' }).data ?? []
  const save = useCommand(desk.documents.export)
  const mayNot = useWhyNot('documents.export')
  const onSave = async (): Promise<void> => {
    const into = await shell.pickFolder()
    if (into !== null) save.run({ contractId: contract.id, what, encoding, into }, setSaved)
  }
  return (
    <>
      <div className="choices">
        <SegmentedControl aria-label={t('what')} value={what} onChange={setWhat} data={[{ value: 'receipts', label: t('receipts') }, { value: 'certificates', label: t('certificates') }]} />
        <SegmentedControl aria-label={t('encoding')} value={encoding} onChange={setEncoding} data={[{ value: 'utf8', label: 'UTF-8' }, { value: 'cp932', label: 'CP932' }]} />
      </div>
      {encoding === 'cp932' && <p className="small spaced">{t('cp932Why')}</p>}
      {encoding === 'cp932' && lacking.length > 0 && (
        <div className="spaced"><Notice look="warning" title={t('lacking', { characters: [...new Set(lacking.map(({ character }) => character))].join(' ') })}>
          <ul>{lacking.slice(0, 8).map(({ docNo, row, column, character }, index) => <li key={index}>{t('lackingAt', { docNo, row, column, character })}</li>)}{lacking.length > 8 && <li>{t('lackingMore', { count: lacking.length - 8 })}</li>}</ul>
          {t('lackingMeans')}
        </Notice></div>
      )}
      <div className="acts"><ActButton variant="default" loading={save.busy} unless={[mayNot]} onClick={() => void onSave()}>{t('save')}</ActButton></div>
      {(save.error ?? saved) && (
        <div className="spaced">
          <Trouble of={save.error} />
          {saved && (
            <Notice look="good" title={t('saved', { count: saved.documents })}>
              <p className="code">{saved.path}</p>
              {saved.without.length > 0 && <p>{t('without', { docNos: saved.without.join('、') })}</p>}
              <Button variant="subtle" onClick={() => void shell.showInFolder(saved.path)}>{t('showInFolder')}</Button>
            </Notice>
          )}
        </div>
      )}
    </>
  )
}
