import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certification, ContractId } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Hash, OnDay } from '../parts/figures.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePicture } from '../parts/use-picture.ts'
import { shell } from '../shell.ts'

/** A certification that is held, with the copy of the paper that proves it (Art. 4, F-02). */
export function HeldCertification({ contractId, held }: { contractId: ContractId; held: Certification }) {
  const { t } = useTranslation('contracts')
  const [looking, look] = useState(false)
  const keep = useCommand(desk.contracts.keepCertificate)
  const mayNot = useWhyNot('contracts.keepCertificate')
  const of = { contractId, number: held.number, validTo: held.validTo }
  const onPick = async (): Promise<void> => {
    const [path] = await shell.pickFiles()
    if (path !== undefined) keep.run({ ...of, path })
  }
  return (
    <div>
      {held.issuer}　<OnDay day={held.validFrom} />〜<OnDay day={held.validTo} />
      {held.scope && <p>{held.scope}</p>}
      {held.copy && <p className="small soft">{held.copy.name}　<Hash of={held.copy.sha256} /></p>}
      <Trouble of={keep.error} />
      <div className="acts acts-tight">
        {held.copy && <Button variant="default" onClick={() => look(true)}>{t('certCopyShow')}</Button>}
        <ActButton variant={held.copy ? 'subtle' : 'default'} loading={keep.busy} unless={[mayNot]} onClick={() => void onPick()}>{t(held.copy ? 'certCopyAgain' : 'certCopyKeep')}</ActButton>
      </div>
      <Drawer title={t('certCopy')} opened={looking} onClose={() => look(false)}><Copy of={of} isPicture={/\.(png|jpe?g)$/i.test(held.copy?.name ?? '')} /></Drawer>
    </div>
  )
}

function Copy({ of, isPicture }: { of: { contractId: ContractId; number: string; validTo: Certification['validTo'] }; isPicture: boolean }) {
  const { t } = useTranslation('contracts')
  const asked = useQuery({ queryKey: ['certificate', of], queryFn: () => desk.contracts.showCertificate(of), enabled: isPicture })
  const url = usePicture(asked.data?.bytes)
  return (
    <>
      {url === null ? <p className="soft">{t('certCopyOutside')}</p> : <img className="kept-picture" src={url} alt={t('certCopy')} />}
      <Trouble of={asked.error} />
      <SaveInto label={t('certCopySave')} operation="contracts.saveCertificate" save={(into) => desk.contracts.saveCertificate({ ...of, into })} />
    </>
  )
}
