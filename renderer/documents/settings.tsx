import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { LetterForm } from '../../core/documents/form-letter.ts'
import type { FormSettings } from '../../core/forms/setting.ts'
import { templateText } from '../../core/forms/adopting.ts'
import { templateOf, templates } from '../../core/forms/templates.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 様式と文書番号: how one contract wants its letters. */
export function LetterSettings() {
  const { t } = useTranslation('documents')
  return <WithContract title={t('settingsTitle')}>{(contract) => <OfContract key={contract.id} contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('documents')
  const question = useQuery(questions.formSettings(contract.id))
  return (
    <Page title={t('settingsTitle')} lead={t('settingsLead')} back={{ to: '/documents', label: t('toList') }}>
      <Asked of={question}>{(settings) => <><Numbers contract={contract} settings={settings} /><Templates contract={contract} settings={settings} /></>}</Asked>
    </Page>
  )
}

function Numbers({ contract, settings }: { contract: ContractOfWork; settings: FormSettings }) {
  const { t } = useTranslation('documents')
  const [pattern, setPattern] = useState(settings.pattern)
  const keep = useCommand(desk.forms.numbering)
  const mayNot = useWhyNot('forms.numbering')
  return (
    <Block title={t('numberingTitle')} lead={t('numberingLead', { interpolation: { skipOnVariables: true } })}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); keep.run({ contractId: contract.id, pattern }) }}>
        <div className="fields"><TextInput label={t('pattern')} value={pattern} onChange={(event) => setPattern(event.currentTarget.value)} /><p><span className="small soft">{t('nextNumber')}</span><br /><span className="strong">{settings.next}</span></p></div>
        <div className="spaced"><Trouble of={keep.error} /></div>
        <div className="acts"><ActButton type="submit" variant="default" loading={keep.busy} unless={[mayNot]}>{t('keep')}</ActButton></div>
      </form>
    </Block>
  )
}

const forms = [...templates.keys()]

function Templates({ contract, settings }: { contract: ContractOfWork; settings: FormSettings }) {
  const { t } = useTranslation('documents')
  const [form, choose] = useState<LetterForm>('F-01')
  return (
    <Block title={t('templateTitle')} lead={t('templateLead')}>
      <div className="fields"><Select label={t('chooseForm')} searchable value={form} onChange={(value) => value !== null && choose(value as LetterForm)} data={forms.map((one) => ({ value: one, label: `${one}　${templateOf(one).title}` }))} /></div>
      <Template key={form} contract={contract} form={form} settings={settings} />
    </Block>
  )
}

function Template({ contract, form, settings }: { contract: ContractOfWork; form: LetterForm; settings: FormSettings }) {
  const { t } = useTranslation('documents')
  const own = settings.settings.find((one) => one.form === form)
  const [text, setText] = useState(() => (own?.template ? `${JSON.stringify(own.template, null, 2)}\n` : templateText(form).text))
  const [addressee, address] = useState(own?.addressee ?? null)
  const [kept, setKept] = useState(false)
  const adopt = useCommand(desk.forms.adopt)
  const mayNot = useWhyNot('forms.adopt')
  const isOurs = text.trim() === templateText(form).text.trim()
  const field = (key: 'organisation' | 'name' | 'section', label: string) => addressee && <TextInput label={label} value={addressee[key]} onChange={(event) => address({ ...addressee, [key]: event.currentTarget.value })} />
  const onKeep = (template: string | null): void => adopt.run({ contractId: contract.id, form, template, addressee }, () => { setKept(true); if (template === null) setText(templateText(form).text) })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onKeep(isOurs ? null : text) }}>
      <p className="spaced small soft">{own?.template ? t('adopted', { version: own.template.version }) : t('ours')}</p>
      <Textarea label={t('templateText')} value={text} onChange={(event) => { setKept(false); setText(event.currentTarget.value) }} autosize minRows={12} maxRows={24} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.875rem' } }} spellCheck={false} />
      <div className="fields spaced">
        <Checkbox className="wide" label={t('ownAddressee')} checked={addressee !== null} onChange={(event) => address(event.currentTarget.checked ? { organisation: contract.city.name, name: contract.city.addressee, section: contract.city.section } : null)} />
        {field('organisation', t('addresseeOrganisation'))}{field('name', t('addresseeName'))}{field('section', t('addresseeSection'))}
      </div>
      <div className="spaced"><Trouble of={adopt.error} />{kept && !adopt.error && <Notice look="good" title={t('kept')} />}</div>
      <div className="acts">
        <ActButton type="submit" loading={adopt.busy} unless={[mayNot]}>{t('keep')}</ActButton>
        {own?.template && <ActButton variant="default" unless={[mayNot]} onClick={() => onKeep(null)}>{t('backToOurs')}</ActButton>}
      </div>
    </form>
  )
}
