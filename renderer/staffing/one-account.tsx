import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../core/people/person.ts'
import type { Account } from '../../core/vault/account.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { GiveAccount } from '../people/give-account.tsx'
import { usePersonName } from '../people/person-name.ts'
import { rolesOf } from '../people/register-person.tsx'
import { ReasonAct } from './reason-act.tsx'

type Doing = 'changeRoles' | 'suspend' | 'revoke' | 'resume' | 'removeFactor'

/** One ID at the side: what it may, when it was used, and what an administrator can do with it. */
export function OneAccount({ account }: { account: Account }) {
  const { t } = useTranslation('staffing')
  const { t: frame } = useTranslation('frame')
  const name = usePersonName()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { session } = useOffice()
  const mayNot = useWhyNot('people.suspendAccount')
  const { data: people = [] } = useQuery(questions.people)
  const person = people.find(({ id }) => id === account.personId)
  const can: Doing[] = account.state === 'revoked' ? [] : account.state === 'suspended' ? ['resume', 'changeRoles', 'revoke'] : ['changeRoles', 'suspend', 'revoke']
  if (account.secondFactorAt !== null && account.state === 'active' && account.personId !== session.personId) can.push('removeFactor')
  const done = (): void => setDoing(null)
  const { personId } = account
  return (
    <>
      <Facts of={[
        [t('account.person'), name(personId)], [t('account.roles'), account.roles.map((role) => frame(`roles.${role}`)).join('・')],
        [t('account.grantedAt'), <When key="g" at={account.grantedAt} />], [t('account.grantedBy'), account.grantedBy === null ? t('account.first') : name(account.grantedBy)],
        [t('account.lastLogin'), account.lastLoginAt === null ? t('account.never') : <When key="l" at={account.lastLoginAt} />], [t('account.failures'), account.failures],
        [t('account.factor'), account.secondFactorAt === null ? t('account.factorOff') : <When key="f" at={account.secondFactorAt} />],
        account.lockedOutAt !== null && [t('account.lockedOut'), <When key="o" at={account.lockedOutAt} />],
        account.stoppedAt !== null && [t('account.stoppedAt'), <span key="s"><When at={account.stoppedAt} />　{account.reason}</span>],
      ]} />
      {doing === null && can.length > 0 && <div className="acts">{can.map((one) => <ActButton key={one} variant={one === 'resume' ? 'filled' : 'default'} unless={[mayNot]} onClick={() => setDoing(one)}>{t(`account.${one}`)}</ActButton>)}</div>}
      {doing === 'suspend' && <ReasonAct lead={t('account.suspendLead')} label={t('account.suspendNow')} act={(reason) => desk.people.suspendAccount({ personId, reason })} onDone={done} />}
      {doing === 'revoke' && <ReasonAct danger lead={t('account.revokeLead')} label={t('account.revokeNow')} act={(reason) => desk.people.revokeAccount({ personId, reason })} onDone={done} />}
      {doing === 'removeFactor' && <ReasonAct lead={t('account.removeFactorLead')} label={t('account.removeFactorNow')} act={(reason) => desk.people.removeFactor({ personId, reason })} onDone={done} />}
      {doing === 'changeRoles' && <ChangeRoles account={account} onDone={done} />}
      {doing === 'resume' && person && <GiveAccount person={person} onDone={done} />}
      <History of={[personId, account.loginId]} />
    </>
  )
}

function ChangeRoles({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const { t: frame } = useTranslation('frame')
  const { organisation } = useOffice()
  const [roles, setRoles] = useState<Role[]>(account.roles)
  return (
    <ReasonAct lead={t('account.changeLead')} label={t('account.changeNow')} act={(reason) => desk.people.changeRoles({ personId: account.personId, roles, reason })} onDone={onDone}>
      <Checkbox.Group label={t('account.roles')} value={roles} onChange={(value) => setRoles(value as Role[])}>
        {rolesOf[organisation.kind].map((role) => <Checkbox key={role} value={role} label={frame(`roles.${role}`)} mt={8} />)}
      </Checkbox.Group>
    </ReasonAct>
  )
}
