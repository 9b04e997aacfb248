import { Button, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mailing } from '../../core/mailings/mailing.ts'
import { SlipKind, type Slip } from '../../core/mailings/slip.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePicture } from '../parts/use-picture.ts'
import { shell } from '../shell.ts'

/** 引受証・受領票: scans as the vault keeps them, to be looked at and added to. */
export function Slips({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const [kind, setKind] = useState<SlipKind>(parcel.slips.some((one) => one.kind === '引受証') ? '受領票' : '引受証')
  const [shown, show] = useState<Slip | null>(null)
  const attach = useCommand(desk.mailings.attachSlip)
  const onPick = async (): Promise<void> => {
    const [path] = await shell.pickFiles()
    if (path !== undefined) attach.run({ mailingId: parcel.id, kind, path })
  }
  return (
    <>
      {parcel.slips.length === 0 && <p className="soft">{t('slipsNone')}</p>}
      <ul className="slips">
        {parcel.slips.map((slip) => (
          <li key={slip.sha256}>
            <span><b>{t(`slipKinds.${slip.kind}`)}</b>　<span className="code">{slip.name}</span><br /><span className="small soft"><When at={slip.at} />　SHA-256 <Hash of={slip.sha256} /></span></span>
            <Button variant="default" aria-label={t('slipShowNamed', { name: slip.name })} onClick={() => show(slip)}>{t('slipShow')}</Button>
          </li>
        ))}
      </ul>
      <Radio.Group label={t('slipKind')} value={kind} onChange={(one) => setKind(one as SlipKind)}><div className="acts acts-tight">{SlipKind.options.map((one) => <Radio key={one} value={one} label={t(`slipKinds.${one}`)} />)}</div></Radio.Group>
      <div className="spaced"><Trouble of={attach.error} /></div>
      <div className="acts"><ActButton variant="default" loading={attach.busy} unless={[useWhyNot('mailings.attachSlip')]} onClick={() => void onPick()}>{t('slipAttach')}</ActButton></div>
      <Drawer title={shown ? t(`slipKinds.${shown.kind}`) : ''} opened={shown !== null} onClose={() => show(null)}>{shown && <OneSlip parcel={parcel} slip={shown} />}</Drawer>
    </>
  )
}

function OneSlip({ parcel, slip }: { parcel: Mailing; slip: Slip }) {
  const { t } = useTranslation('send')
  const asked = useQuery({ queryKey: ['slip', slip.sha256], queryFn: () => desk.mailings.showSlip({ mailingId: parcel.id, sha256: slip.sha256 }), enabled: slip.type !== 'application/pdf' })
  const url = usePicture(asked.data?.bytes)
  return (
    <>
      {slip.type === 'application/pdf' ? <p className="soft">{t('slipPdf')}</p> : url && <img className="slip-picture" src={url} alt={t('slipAlt', { kind: t(`slipKinds.${slip.kind}`), no: parcel.no })} />}
      <Trouble of={asked.error} />
      <SaveInto label={t('slipSave')} operation="mailings.saveSlip" save={(into) => desk.mailings.saveSlip({ mailingId: parcel.id, sha256: slip.sha256, into })} />
    </>
  )
}
