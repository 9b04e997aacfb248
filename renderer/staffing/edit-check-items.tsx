import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CheckItem } from '../../core/staffing/self-check.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import './staffing.css'

/** 点検項目 (F-04): what this office looks at every month. */
export function EditCheckItems() {
  const { t } = useTranslation('staffing')
  return (
    <Page title={t('checkItems.title')} lead={t('checkItems.lead')} back={{ to: '/self-checks', label: t('check.title') }}>
      <Asked of={useQuery(questions.checkItems)}>{(given) => <Form key={JSON.stringify(given.items)} given={given.items} />}</Asked>
    </Page>
  )
}

function Form({ given }: { given: readonly CheckItem[] }) {
  const { t } = useTranslation('staffing')
  const go = useNavigate()
  const [{ items }, change, clear] = useKept(`check-items ${JSON.stringify(given)}`, () => ({ items: [...given] }))
  const set = useCommand(desk.staffing.setCheckItems)
  const edit = (at: number, by: Partial<CheckItem>): void => change({ items: items.map((item, i) => (i === at ? { ...item, ...by } : item)) })
  const texts = items.map(({ text }) => text.trim())
  const unchanged = JSON.stringify(items) === JSON.stringify(given)
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); set.run({ items }, () => { clear(); void go({ to: '/self-checks' }) }) }}>
      <ol className="check-items">
        {items.map((item, i) => (
          <li key={i}>
            <TextInput aria-label={t('checkItems.item', { no: i + 1 })} placeholder={t('checkItems.what')} value={item.text} onChange={(event) => edit(i, { text: event.currentTarget.value })} />
            <TextInput aria-label={t('checkItems.articleOf', { no: i + 1 })} placeholder={t('checkItems.article')} value={item.article} onChange={(event) => edit(i, { article: event.currentTarget.value })} />
            <Button variant="subtle" disabled={items.length === 1} aria-label={t('checkItems.removeNo', { no: i + 1 })} onClick={() => change({ items: items.filter((_, k) => k !== i) })}>{t('checkItems.remove')}</Button>
          </li>
        ))}
      </ol>
      <div className="acts"><Button variant="default" onClick={() => change({ items: [...items, { text: '', article: '' }] })}>{t('checkItems.add')}</Button></div>
      <div className="spaced"><Trouble of={set.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={set.busy} unless={[useWhyNot('staffing.setCheckItems'), unchanged && t('checkItems.unchanged'), texts.includes('') && t('checkItems.needText'), new Set(texts).size < texts.length && t('checkItems.twice')]}>{t('checkItems.save')}</ActButton>
        {!unchanged && <Button variant="subtle" onClick={() => change({ items: [...given] })}>{t('checkItems.back')}</Button>}
      </div>
    </form>
  )
}
