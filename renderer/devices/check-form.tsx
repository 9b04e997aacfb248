import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceCheck, WorkstationFacts } from '../../core/devices/check.ts'
import type { Device } from '../../core/devices/device.ts'
import { leakProneAs } from '../../core/devices/leak-prone.ts'
import type { Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { asOrder, ExceptionFields, type ExceptionDraft } from '../parts/exception.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Block } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Trouble } from '../parts/trouble.tsx'

const MEASURES = ['mail', 'web', 'least', 'macro', 'edr', 'split', 'crypt', 'drill'] as const
const blank = { osName: '', build: '', lastUpdateOn: null as Day | null, product: '', engine: '', patternOn: null as Day | null, looked: false, named: '', measures: [] as string[], notPrivate: false, corrective: '', exception: null as ExceptionDraft | null }

/** `facts`: what the machine said; null at another machine, where everything is attested. */
export function CheckForm({ device, facts, onDone }: { device: Device; facts: WorkstationFacts | null; onDone: (check: DeviceCheck) => void }) {
  const { t } = useTranslation('devices')
  const { data: list = [] } = useQuery(questions.leakProne)
  const [draft, setDraft] = useState(blank)
  const change = (by: Partial<typeof blank>): void => setDraft({ ...draft, ...by })
  const check = useCommand(desk.devices.check)
  const mayNot = useWhyNot('devices.check')
  const read = { os: facts?.os ?? null, updates: facts?.lastUpdateOn ?? null, antivirus: facts?.antivirus ?? null, applications: facts?.applications ?? null }
  const named = draft.named.split('\n').map((line) => line.trim()).filter(Boolean)
  const found = [...(read.applications ?? []).map(({ name }) => name).filter((name) => leakProneAs(name, list)), ...named]
  const product = read.antivirus?.product ?? draft.product.trim()

  const onCheck = (): void => check.run({
    deviceId: device.id, measures: draft.measures, notPrivate: draft.notPrivate, corrective: draft.corrective, exception: asOrder(draft.exception),
    attested: {
      os: draft.osName.trim() === '' ? null : { name: draft.osName, build: draft.build }, lastUpdateOn: draft.lastUpdateOn,
      antivirus: product === '' ? null : { product, engine: draft.engine, patternOn: draft.patternOn, active: read.antivirus?.active ?? null },
      applications: draft.looked || named.length > 0 ? named : null,
    },
  }, onDone)

  return (
    <form noValidate className="check-form" onSubmit={(event) => { event.preventDefault(); onCheck() }}>
      <p className="page-lead">{t(facts ? 'readLead' : 'otherLead')}</p>
      <Block title={t('os')}>
        {read.os ? <Known how="read">{read.os.name}　{read.os.build}</Known> : (
          <div className="fields"><TextInput label={t('osName')} value={draft.osName} onChange={(event) => change({ osName: event.currentTarget.value })} /><TextInput label={t('build')} value={draft.build} onChange={(event) => change({ build: event.currentTarget.value })} /></div>
        )}
        {read.updates ? <Known how="read">{t('updates')}　<OnDay day={read.updates} /></Known> : <div className="fields"><DayField label={t('updates')} clearable value={draft.lastUpdateOn} onChange={(lastUpdateOn) => change({ lastUpdateOn })} /></div>}
      </Block>
      <Block title={t('antivirus')}>
        {read.antivirus ? <Known how="read">{read.antivirus.product}　{read.antivirus.engine}{read.antivirus.active === false && <Status look="bad">{t('activeOff')}</Status>}</Known> : (
          <div className="fields"><TextInput label={t('product')} value={draft.product} onChange={(event) => change({ product: event.currentTarget.value })} /><TextInput label={t('engine')} value={draft.engine} onChange={(event) => change({ engine: event.currentTarget.value })} /></div>
        )}
        {read.antivirus?.patternOn ? <Known how="read">{t('pattern')}　<OnDay day={read.antivirus.patternOn} /></Known> : <div className="fields"><DayField label={t('pattern')} clearable value={draft.patternOn} onChange={(patternOn) => change({ patternOn })} /></div>}
      </Block>
      <Block title={t('apps')} lead={t('appsMore')}>
        {read.applications && <Known how="read">{t('appsRead', { count: read.applications.length })}{found.length === 0 && t('appsNone')}</Known>}
        {found.length > 0 && <p><Status look="bad">{t('appsFound')}：{found.join('、')}</Status></p>}
        {!read.applications && <Checkbox label={t('appsLook')} checked={draft.looked} onChange={(event) => change({ looked: event.currentTarget.checked })} />}
        <div className="fields"><Textarea className="wide" label={t('appsNamed')} autosize minRows={2} spellCheck={false} value={draft.named} onChange={(event) => change({ named: event.currentTarget.value })} /></div>
        {found.length > 0 && <ExceptionFields article="11(10)キ" why={t('exceptionWhy')} value={draft.exception} onChange={(exception) => change({ exception })} />}
      </Block>
      <Block title={t('measures')} lead={device.internetConnected ? t('measuresWhy') : undefined}>
        <Checkbox.Group aria-label={t('measures')} value={draft.measures} onChange={(measures) => change({ measures })}>
          <div className="fields">{MEASURES.map((one) => <Checkbox key={one} value={t(`measureList.${one}`)} label={t(`measureList.${one}`)} />)}</div>
        </Checkbox.Group>
        <div className="spaced"><Checkbox label={t('notPrivate')} checked={draft.notPrivate} onChange={(event) => change({ notPrivate: event.currentTarget.checked })} /></div>
        <div className="fields"><Textarea className="wide" label={t('corrective')} autosize minRows={2} value={draft.corrective} onChange={(event) => change({ corrective: event.currentTarget.value })} /></div>
      </Block>
      <Trouble of={check.error} />
      <div className="acts"><ActButton type="submit" loading={check.busy} unless={[mayNot]}>{t('checkNow')}</ActButton></div>
    </form>
  )
}

/** A value with who knows it. */
function Known({ how, children }: { how: 'read' | 'attested'; children: ReactNode }) {
  const { t } = useTranslation('devices')
  return <p className="known"><span className="known-mark">{t(how)}</span><span>{children}</span></p>
}
