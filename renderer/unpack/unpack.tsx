import { Button } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageKey, PackageOpened, PackageVerified } from '../../core/packages/received.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { begin, dismiss, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Drop } from '../parts/drop.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { nameOf, sortBrought, type Brought } from './brought.ts'
import { ChooseKey, type KeyKind } from './choose-key.tsx'
import { LookedInto, Unpacked } from './unpacked.tsx'
import './unpack.css'

const [OPEN, LOOK] = ['unpack', 'look-into']
const NOTHING: Brought = { package: null, letter: null }

/** 開梱 (Art. 11(3), (7)): whoever receives a package opens it here, all of it or nothing. One page for both offices. */
export function Unpack() {
  const { t } = useTranslation('unpack')
  const { organisation, contract } = useOffice()
  const here = useLocation().pathname
  const mayNot = useWhyNot('packages.open')
  const opening = useJob<PackageOpened>(OPEN)
  const looking = useJob<PackageVerified>(LOOK)
  const [brought, bring] = useState<Brought>(NOTHING)
  const [chosen, choose] = useState<KeyKind | null>(null)
  // Kept no longer than the page: a passphrase belongs to the one who types it.
  const [passphrase, type] = useState('')
  const [into, setInto] = useState<string | null>(null)
  const kind = chosen ?? (brought.letter === null ? 'passphrase' : 'letter')
  const key: PackageKey | null = kind === 'passphrase' ? (passphrase.trim() === '' ? null : { kind, passphrase: passphrase.trim() }) : brought.letter === null ? null : { kind, path: brought.letter }
  const { package: path } = brought
  const file = nameOf(path ?? '')
  const contractId = contract?.state === 'active' ? contract.id : null
  const lacking = [mayNot, path === null && t('needPackage'), key === null && t(kind === 'passphrase' ? 'needPassphrase' : 'needLetter')]
  const running = [opening, looking].find((job) => job && isUnderWay(job))
  const opened = opening?.result?.outcome === 'opened' ? opening.result : null

  const onOpen = (): void => {
    if (path === null || key === null || into === null) return
    dismiss(LOOK)
    begin({ key: OPEN, title: t('jobTitle', { file }), cancelMeans: t('jobCancel'), leadsTo: here, run: (options) => desk.packages.open({ path, key, into, contractId }, options) })
  }
  const onLook = (): void => {
    if (path === null || key === null) return
    dismiss(OPEN)
    begin({ key: LOOK, title: t('lookTitle', { file }), cancelMeans: t('lookCancel'), leadsTo: here, run: (options) => desk.packages.verify({ packageId: null, path, key, contractId }, options) })
  }
  const onAnother = (): void => {
    for (const done of [OPEN, LOOK]) dismiss(done ?? '')
    bring(NOTHING)
    choose(null)
    type('')
    setInto(null)
  }
  return (
    <Page title={t('title')} lead={t('lead')} {...(organisation.kind === 'contractor' ? { back: { to: '/receive', label: t('toReceive') } } : {})}>
      {running ? <Progress job={running} /> : opened ? <Unpacked of={opened} onAnother={onAnother} /> : (
        <form noValidate onSubmit={(event) => { event.preventDefault(); onOpen() }}>
          {mayNot !== null && <div className="lifted"><Notice title={mayNot} /></div>}
          {[opening, looking].some((job) => job?.result?.outcome === 'abandoned') && <div className="lifted"><Notice title={t('abandoned')} /></div>}
          {looking?.result && looking.result.outcome !== 'abandoned' && <LookedInto of={looking.result} />}
          <Drop title={t('drop')} folders={false} onPaths={(paths) => bring(sortBrought(paths, brought))} />
          <p className="small soft unpack-hint">{t('volumes')}</p>
          <Held brought={brought} onChange={bring} />
          <ChooseKey kind={kind} hasLetter={brought.letter !== null} passphrase={passphrase} onKind={choose} onPassphrase={type} />
          <Block title={t('into')} lead={t('intoWhy')}><FolderField label={t('pickInto')} value={into} onChange={setInto} /></Block>
          <div className="spaced"><Trouble of={opening?.error ?? looking?.error} /></div>
          <div className="acts">
            <ActButton type="submit" unless={[...lacking, into === null && t('needInto')]}>{t('open')}</ActButton>
            <ActButton variant="default" unless={lacking} onClick={onLook}>{t('look')}</ActButton>
          </div>
        </form>
      )}
    </Page>
  )
}

function Held({ brought, onChange }: { brought: Brought; onChange: (brought: Brought) => void }) {
  const { t } = useTranslation('unpack')
  const { t: parts } = useTranslation('parts')
  const held = (['package', 'letter'] as const).flatMap((what) => (brought[what] === null ? [] : [{ what, path: brought[what] }]))
  if (held.length === 0) return null
  return (
    <ul className="held">
      {held.map(({ what, path }) => (
        <li key={what}>
          <span className="strong">{t(what)}</span><span className="code">{path}</span>
          <Button variant="subtle" size="compact-md" aria-label={parts('removeNamed', { name: path })} onClick={() => onChange({ ...brought, [what]: null })}>{parts('remove')}</Button>
        </li>
      ))}
    </ul>
  )
}
