import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ledgerNamed } from '../../core/ledgers/register.ts'
import { desk } from '../desk.ts'
import { useOffice } from '../frame/in-hand.tsx'
import { Audit } from '../ledger/audit.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Block, Page } from '../parts/page.tsx'
import { sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import './ledgers.css'

/** 台帳: which ledgers this office keeps, and how much stands in each. */
export function Ledgers() {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const { t: exceptions } = useTranslation('exceptions')
  const { contract, organisation } = useOffice()
  const contractId = contract?.id ?? null
  const listed = useQuery({ queryKey: ['ledgers', 'list', contractId], queryFn: () => desk.ledgers.list({ contractId }) })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Asked of={listed}>
        {(list) => (
          <ul className="ledger-list">
            {list.map(({ name, total }) => {
              const definition = ledgerNamed(name)
              if (!definition) return null
              const { title, lead, form, article } = definition
              return (
                <li key={name}>
                  <Link to="/ledgers/$name" params={{ name }} aria-label={t('openNamed', { name: title[language] })}>{title[language]}</Link>
                  <span className="ledger-total">{t('rows', { total: sayNumber(total) })}</span>
                  <p className="soft">{lead[language]}</p>
                  <p className="ledger-rules">{form && <span className="small soft">{t('form', { form })}</span>}<ArticleChip article={article} /></p>
                </li>
              )
            })}
          </ul>
        )}
      </Asked>
      <Block title={t('all')} lead={t('allLead')}><Link className="ledger-all" to="/ledger">{t('allOpen')}</Link></Block>
      {organisation.kind === 'contractor' && <Block title={exceptions('title')} lead={exceptions('lead')}><Link className="ledger-all" to="/exceptions">{exceptions('openAll')}</Link></Block>}
      <Block title={t('auditTitle')}><Audit /></Block>
    </Page>
  )
}
