import { Button, Select } from '@mantine/core'
import { IconLock, IconMenu2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { useOffice } from './in-hand.tsx'

/** The contract in hand, who is signed in as what, the lock, and the language. */
export function Top({ menuOpen, onMenu }: { menuOpen: boolean; onMenu: () => void }) {
  const { t } = useTranslation('frame')
  const { session, contracts, contract, takeUp } = useOffice()
  const lock = useCommand(() => desk.vault.lock())
  return (
    <header className="frame-top">
      <Button className="frame-menu" variant="subtle" leftSection={<IconMenu2 size={22} aria-hidden />} aria-expanded={menuOpen} aria-controls="side" onClick={onMenu}>{t('menu')}</Button>
      <div className="frame-contract">
        {contract === null
          ? <span className="soft">{t('noContract')}</span>
          : <Select aria-label={t('contractInHand')} data={contracts.map(({ id, contractNo, title }) => ({ value: id, label: `${contractNo}　${title}` }))} value={contract.id} onChange={(id) => id !== null && takeUp(id)} size="md" title={contract.title} comboboxProps={{ width: 'max-content', position: 'bottom-start' }} />}
      </div>
      <div className="frame-who" aria-label={t('signedIn')} role="group">
        <span className="strong">{session.name}</span>
        <span className="small soft">{session.roles.map((role) => t(`roles.${role}`)).join('・')}</span>
      </div>
      <Button variant="default" leftSection={<IconLock size={20} aria-hidden />} loading={lock.busy} onClick={() => lock.run(undefined)}>{t('lock')}</Button>
      <LanguageSwitch />
    </header>
  )
}
