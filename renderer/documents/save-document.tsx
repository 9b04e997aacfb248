import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedDocument } from '../../core/documents/document.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { Notice } from '../parts/notice.tsx'
import { SaveInto } from '../parts/save-into.tsx'

/** Every body of a document into a folder; its CSV in UTF-8, or in CP932 for a city that reads nothing else. What CP932 cannot hold is named first, with its place. */
export function SaveDocument({ document, label }: { document: IssuedDocument; label: string }) {
  const { t } = useTranslation('exporting')
  const [csv, setCsv] = useState<'utf8' | 'cp932'>('utf8')
  const hasTable = document.bodies.some(({ type }) => type === 'text/csv')
  const lacking = useQuery({ ...questions.lackingInCp932(document.id), enabled: csv === 'cp932' }).data ?? []
  return (
    <>
      {hasTable && (
        <div className="spaced">
          <p className="small soft">{t('csvFor')}</p>
          <SegmentedControl aria-label={t('csvFor')} value={csv} onChange={setCsv} data={[{ value: 'utf8', label: 'UTF-8' }, { value: 'cp932', label: 'CP932' }]} />
          {csv === 'cp932' && <p className="small spaced">{t('cp932Why')}</p>}
          {csv === 'cp932' && lacking.length > 0 && (
            <div className="spaced"><Notice look="warning" title={t('lacking', { characters: [...new Set(lacking.map(({ character }) => character))].join(' ') })}>
              <ul>{lacking.slice(0, 8).map(({ docNo, row, column, character }, index) => <li key={index}>{t('lackingAt', { docNo, row, column, character })}</li>)}{lacking.length > 8 && <li>{t('lackingMore', { count: lacking.length - 8 })}</li>}</ul>
              {t('lackingMeans')}
            </Notice></div>
          )}
        </div>
      )}
      <SaveInto label={label} variant={document.state === 'issued' ? 'filled' : 'default'} operation="receipts.save" save={(into) => desk.receipts.save({ id: document.id, into, csv })} />
    </>
  )
}
