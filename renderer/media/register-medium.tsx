import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundDrive } from '../../core/media/drive.ts'
import { Medium, MediumNo } from '../../core/media/medium.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayBytes } from '../words/figures.ts'
import './media.css'
import { useLanguage } from '../words/language.ts'
import { useTerm } from '../words/terms.ts'

const GB = 1_000_000_000
interface Draft { no: string; type: Medium['type']; maker: string; model: string; serial: string; gigabytes: number | null; owner: '甲' | '乙'; ownerNo: string; storagePlace: string; lockType: string; keyHolder: string }
const blank = (): Draft => ({ no: '', type: 'USBメモリ', maker: '', model: '', serial: '', gigabytes: null, owner: '乙', ownerNo: '', storagePlace: '', lockType: '', keyHolder: '' })

export function RegisterMedium({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('media')
  return <Drawer title={t('register')} opened={opened} onClose={onClose}><Form onDone={onClose} /></Drawer>
}

/** What the drive itself says is typed by nobody: serial number, maker, model, capacity. */
function FromDrive({ onFound }: { onFound: (by: Partial<Draft>) => void }) {
  const { t } = useTranslation('media')
  const language = useLanguage()
  const look = useCommand(desk.media.drives)
  const [found, setFound] = useState<readonly FoundDrive[] | null>(null)
  const take = ({ serial, maker, model, bytes, kind }: FoundDrive): void => onFound({ serial: serial ?? '', maker, model, gigabytes: bytes / GB, type: kind === 'flash' ? 'USBメモリ' : kind === 'HDD' ? '外付けHDD' : kind === 'SSD' ? '外付けSSD' : kind === 'optical' ? '光ディスク' : 'その他' })
  return (
    <div className="from-drive">
      <div><Button variant="default" loading={look.busy} onClick={() => look.run(undefined, (drives) => setFound(drives.filter((one) => one.mediumNo === null && one.serial !== null && one.role !== 'system')))}>{t('fromDrive')}</Button></div>
      <Trouble of={look.error} />
      {found?.length === 0 && <p className="soft" role="status">{t('fromDriveNone')}</p>}
      {found?.map((one) => <button key={one.path} type="button" onClick={() => take(one)}><span className="code strong">{one.serial}</span><span className="small">{one.maker} {one.model}　{sayBytes(one.bytes, language)}</span></button>)}
    </div>
  )
}

function Form({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('media')
  const term = useTerm()
  const [draft, change, clear] = useKept('medium', blank)
  const register = useCommand(desk.media.register)
  const text = (key: 'no' | 'maker' | 'model' | 'serial' | 'ownerNo' | 'storagePlace' | 'lockType' | 'keyHolder') => ({ label: t(key), value: draft[key], onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }) })
  const needed = (['serial', 'storagePlace', 'lockType', 'keyHolder'] as const).map((key) => draft[key].trim() === '' && t('need', { field: t(key) }))
  const onRegister = (): void => {
    const { no, gigabytes, ...rest } = draft
    register.run({ ...rest, no: no.trim() === '' ? null : (no.trim() as MediumNo), capacityBytes: gigabytes === null ? null : Math.round(gigabytes * GB) }, () => { clear(); onDone() })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRegister() }}>
      <FromDrive onFound={change} />
      <div className="fields">
        <Select label={t('type')} data={Medium.shape.type.options.map((value) => ({ value, label: term(value) }))} value={draft.type} onChange={(value) => change({ type: value as Medium['type'] })} />
        <NumberInput label={t('capacity')} min={0} value={draft.gigabytes ?? ''} onChange={(value) => change({ gigabytes: typeof value === 'number' && value > 0 ? value : null })} />
        <TextInput className="wide" {...text('serial')} spellCheck={false} />
        <TextInput {...text('maker')} />
        <TextInput {...text('model')} />
        <Select label={t('owner')} data={[{ value: '乙', label: t('ownerContractor') }, { value: '甲', label: t('ownerCity') }]} value={draft.owner} onChange={(value) => change({ owner: value as '甲' | '乙' })} />
        <TextInput {...text('ownerNo')} disabled={draft.owner === '乙'} />
        <TextInput className="wide" {...text('storagePlace')} />
        <TextInput {...text('lockType')} placeholder={t('lockExample')} />
        <TextInput {...text('keyHolder')} />
        <TextInput className="wide" {...text('no')} description={t('noWhy')} />
      </div>
      <div className="spaced"><Trouble of={register.error} /></div>
      <div className="acts"><ActButton type="submit" loading={register.busy} unless={needed}>{t('registerNow')}</ActButton></div>
    </form>
  )
}
