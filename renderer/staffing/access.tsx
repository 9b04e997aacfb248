import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../core/vault/account.ts'
import { questions } from '../asking/questions.ts'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { OneAccount } from './one-account.tsx'
import { PeopleTabs } from './tabs.tsx'

const looks: Record<Account['state'], StatusLook> = { active: 'good', suspended: 'warn', revoked: 'calm' }

/** アクセス権限管理簿 (F-21, Art. 11(10)ア). */
export function AccessRights() {
  const { t } = useTranslation('staffing')
  const { t: frame } = useTranslation('frame')
  const name = usePersonName()
  const go = useNavigate()
  const question = useQuery(questions.accounts)
  const columns: Column<Account>[] = [
    { key: 'loginId', whole: true, head: t('account.loginId'), cell: (a) => <span className="code strong">{a.loginId}</span>, text: (a) => a.loginId },
    { key: 'person', head: t('account.person'), cell: (a) => name(a.personId), text: (a) => name(a.personId) },
    { key: 'roles', head: t('account.roles'), cell: (a) => a.roles.map((role) => frame(`roles.${role}`)).join('・') || '—' },
    { key: 'lastLogin', head: t('account.lastLogin'), cell: (a) => (a.lastLoginAt === null ? t('account.never') : <When at={a.lastLoginAt} />) },
    { key: 'failures', number: true, head: t('account.failures'), cell: (a) => a.failures },
    { key: 'state', whole: true, head: t('account.state'), cell: (a) => <Status look={looks[a.state]}>{t(`account.states.${a.state}`)}</Status>, text: (a) => t(`account.states.${a.state}`) },
  ]
  return (
    <Page title={t('account.title')} lead={t('account.lead')}>
      <PeopleTabs />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('account.empty')} article="11(10)ア" action={<Button onClick={() => void go({ to: '/people' })}>{t('account.toRoster')}</Button>}>{t('account.emptyLead')}</Empty>
          : <Table name={t('account.title')} rows={list} columns={columns} rowKey={({ loginId }) => loginId} rowName={({ loginId }) => loginId} panel={(account) => <OneAccount account={account} />}
              chips={[{ key: 'active', label: t('account.chipActive'), test: ({ state }) => state === 'active' }, { key: 'stopped', label: t('account.chipStopped'), test: ({ state }) => state !== 'active' }]} />)}
      </Asked>
    </Page>
  )
}
