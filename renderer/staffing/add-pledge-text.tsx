import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PledgeText } from '../../core/staffing/pledge-text.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Trouble } from '../parts/trouble.tsx'

const blank = () => ({ version: '', title: '秘密保持誓約書', addressee: '受託者' as PledgeText['addressee'], body: '' })

/** A new edition of the text (Art. 8①). */
export function AddPledgeText({ onAdded }: { onAdded: (version: string) => void }) {
  const { t } = useTranslation('staffing')
  const [open, setOpen] = useState(false)
  const mayNot = useWhyNot('staffing.addPledgeText')
  const [draft, change, clear] = useKept('pledge-text', blank)
  const add = useCommand(desk.staffing.addPledgeText)
  if (mayNot) return null
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>{t('pledge.addText')}</Button>
      <Drawer title={t('pledge.addText')} opened={open} onClose={() => setOpen(false)}>
        <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); add.run(draft, ({ version }) => { clear(); setOpen(false); onAdded(version) }) }}>
          <p>{t('pledge.addLead')}</p>
          <TextInput label={t('pledge.version')} value={draft.version} onChange={(event) => change({ version: event.currentTarget.value })} />
          <TextInput label={t('pledge.textTitle')} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
          <Select label={t('pledge.addressee')} allowDeselect={false} value={draft.addressee} data={[{ value: '受託者', label: t('pledge.addressees.contractor') }, { value: '市', label: t('pledge.addressees.city') }]} onChange={(value) => change({ addressee: value as PledgeText['addressee'] })} />
          <Textarea label={t('pledge.body')} autosize minRows={8} maxRows={20} value={draft.body} onChange={(event) => change({ body: event.currentTarget.value })} />
          <Trouble of={add.error} />
          <div className="acts"><ActButton type="submit" loading={add.busy} unless={[[draft.version, draft.title, draft.body].some((one) => one.trim() === '') && t('pledge.need')]}>{t('pledge.addNow')}</ActButton></div>
        </form>
      </Drawer>
    </>
  )
}
