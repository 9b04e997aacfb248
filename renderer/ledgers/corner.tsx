import { ActionIcon, Button, Checkbox, Menu, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconColumns3, IconDownload, IconEye, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyLedger } from '../../core/ledgers/definition.ts'
import type { ExportLedger, LedgerExported, LedgerView } from '../../core/ledgers/page.ts'
import type { RowsQuery } from '../../core/ledgers/query.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'
import { sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

interface Props { definition: AnyLedger; query: RowsQuery; hidden: ReadonlySet<string>; hide: (key: string) => void; onView: (view: LedgerView) => void; visible: readonly string[] }

/** Columns, views, saving and printing: in the same corner of every ledger. */
export function Corner({ definition, query, hidden, hide, onView, visible }: Props) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  return (
    <div className="table-corner">
      <Views {...{ definition, query, visible, onView }} />
      <Menu closeOnItemClick={false} position="bottom-end">
        <Menu.Target><Button variant="subtle" leftSection={<IconColumns3 size={20} aria-hidden />}>{t('columns')}</Button></Menu.Target>
        <Menu.Dropdown>
          <div className="table-columns ledger-columns">{definition.columns.map(({ key, title }) => <Checkbox key={key} label={title[language]} checked={!hidden.has(key)} onChange={() => hide(key)} />)}</div>
        </Menu.Dropdown>
      </Menu>
      <Save {...{ definition, query, visible }} />
    </div>
  )
}

function Views({ definition, query, visible, onView }: Pick<Props, 'definition' | 'query' | 'visible' | 'onView'>) {
  const { t } = useTranslation('ledgers')
  const [name, setName] = useState('')
  const views = useQuery({ queryKey: ['ledgers', 'views', definition.name], queryFn: () => desk.ledgers.views({ ledger: definition.name }) }).data ?? []
  const keep = useCommand(desk.ledgers.saveView)
  const drop = useCommand(desk.ledgers.dropView)
  const { search, filters, sort } = query
  const onKeep = (): void => keep.run({ ledger: definition.name, view: { name: name.trim(), search, filters, sort, columns: [...visible] } }, () => setName(''))
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={340}>
      <Menu.Target><Button variant="subtle" leftSection={<IconEye size={20} aria-hidden />}>{t('views')}</Button></Menu.Target>
      <Menu.Dropdown>
        <div className="ledger-views">
          {views.length === 0 && <p className="soft">{t('viewsNone')}</p>}
          {views.map((view) => (
            <div key={view.name} className="ledger-view">
              <Button variant="subtle" onClick={() => onView(view)}>{view.name}</Button>
              <ActionIcon variant="subtle" size={44} aria-label={t('viewDrop', { name: view.name })} onClick={() => drop.run({ ledger: definition.name, name: view.name })}><IconTrash size={20} aria-hidden /></ActionIcon>
            </div>
          ))}
          <form onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') onKeep() }}>
            <TextInput label={t('viewName')} description={t('viewWhy')} value={name} maxLength={60} onKeyDown={(event) => event.stopPropagation()} onChange={(event) => setName(event.currentTarget.value)} />
            <div className="acts acts-tight"><Button type="submit" variant="default" loading={keep.busy} disabled={name.trim() === ''}>{t('viewSave')}</Button></div>
          </form>
          <Trouble of={keep.error ?? drop.error} />
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}

const FORMATS = [['pdf', 'savePdf'], ['xlsx', 'saveXlsx'], ['csv-utf8', 'saveCsv'], ['csv-cp932', 'saveCp932']] as const

function Save({ definition, query, visible }: Pick<Props, 'definition' | 'query' | 'visible'>) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const mayNot = useWhyNot('ledgers.export')
  const onSave = async (format: ExportLedger['format']): Promise<void> => {
    const into = await shell.pickFolder()
    if (into === null) return
    begin({
      key: exportKey(definition), title: t('saving', { name: definition.title[language] }), cancelMeans: t('saveCancel'), leadsTo: `/ledgers/${definition.name}`,
      run: (options) => desk.ledgers.export({ ...query, format, columns: [...visible], into }, options),
    })
  }
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target><Button variant="subtle" leftSection={<IconDownload size={20} aria-hidden />}>{t('save')}</Button></Menu.Target>
      <Menu.Dropdown>
        <p className="small soft ledger-why">{mayNot ?? t('saveWhy')}</p>
        {FORMATS.map(([format, word]) => <Menu.Item key={format} disabled={mayNot !== null} onClick={() => void onSave(format)}>{t(word)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}

const exportKey = ({ name }: AnyLedger): string => `ledgers ${name}`

/** How the saving goes, and where it lies now. */
export function Saving({ definition }: { definition: AnyLedger }) {
  const { t } = useTranslation('ledgers')
  const job = useJob<LedgerExported>(exportKey(definition))
  if (!job) return null
  if (isUnderWay(job)) return <Progress job={job} />
  const saved = job.result?.outcome === 'exported' ? job.result : null
  return (
    <div className="ledger-saved">
      <Trouble of={job.error} />
      {saved && (
        <Notice look="good" title={t('saved', { rows: sayNumber(saved.rows) })}>
          <p className="code">{saved.path}</p>
          {saved.replaced.length > 0 && <p>{t('replaced', { characters: saved.replaced.slice(0, 30).join(' ') })}</p>}
          <Button variant="subtle" onClick={() => void shell.showInFolder(saved.path)}>{t('showInFolder')}</Button>
        </Notice>
      )}
    </div>
  )
}
