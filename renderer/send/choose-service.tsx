import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { serviceClasses, type Service } from '../../core/mailings/carriers.ts'
import type { ListedService } from '../../core/mailings/service.ts'
import { questions } from '../asking/questions.ts'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Status } from '../parts/status.tsx'
import { LayDownService } from './lay-down-service.tsx'
import './send.css'

export const serviceKey = ({ carrier, service }: Pick<Service, 'carrier' | 'service'>): string => `${carrier} ${service}`

/** Whether this service takes the city's number, a reason and a second person for this very parcel. The desk decides; this only opens the fields. */
export const wantsException = ({ class: one, agreedRef, facts }: ListedService, { importanceClass }: ContractOfWork): boolean =>
  one === 'by exception' || (one === 'by agreement' && agreedRef === null) || (one !== 'never' && importanceClass === '最重要情報' && !facts.liable)

/** The carriers' services as they count for this contract, and whether each is registered-mail-class; what is not stays in sight and says why. */
export function ChooseService({ contract, value, onChange }: { contract: ContractOfWork; value: string | null; onChange: (key: string) => void }) {
  const { t } = useTranslation('send')
  const [laying, lay] = useState(false)
  const services = useQuery(questions.services(contract.id)).data ?? []
  return (
    <fieldset className="plain services">
      <legend className="unseen">{t('carrierTitle')}</legend>
      <p className="notice-line soft"><span>{t('carrierWhy')}</span><ArticleChip article="11(4)" /></p>
      {serviceClasses.filter((one) => services.some((service) => service.class === one)).map((one) => (
        <Folded key={one} title={t(`classes.${one}`)} folds={one === 'never'}>
          {services.filter((service) => service.class === one).map((service) => <OneService key={serviceKey(service)} service={service} checked={value === serviceKey(service)} onChange={onChange} />)}
        </Folded>
      ))}
      <div className="acts"><Button variant="subtle" onClick={() => lay(true)}>{t('layDown')}</Button></div>
      <Drawer title={t('layDown')} opened={laying} onClose={() => lay(false)}><LayDownService contract={contract} services={services} onDone={() => lay(false)} /></Drawer>
    </fieldset>
  )
}

/** What cannot be chosen anyway is there for whoever looks for it, and out of the way of everybody else. */
function Folded({ title, folds, children }: { title: string; folds: boolean; children: ReactNode }) {
  if (!folds) return <div role="group"><h3>{title}</h3>{children}</div>
  return <details><summary><h3>{title}</h3></summary>{children}</details>
}

function OneService({ service, checked, onChange }: { service: ListedService; checked: boolean; onChange: (key: string) => void }) {
  const { t } = useTranslation('send')
  const key = serviceKey(service)
  const { agreedRef, laidDown } = service
  return (
    <label className="service">
      <input type="radio" name="service" aria-label={`${service.carrier} ${service.service}`} checked={checked} onChange={() => onChange(key)} />
      <span>
        <b>{service.service}</b>　<span className="soft">{service.carrier}</span><br />
        <span className="small soft">{service.note}{laidDown && `　${t('laidDown', { ref: laidDown.cityRef })}`}</span>
      </span>
      <span className="service-states small">
        {service.class === 'registered' && <Status look="good">{t('classes.registered')}</Status>}
        {service.class === 'by agreement' && <Status look={agreedRef === null ? 'warn' : 'good'}>{agreedRef === null ? t('classes.by agreement') : t('agreed', { ref: agreedRef })}</Status>}
        {service.class === 'by exception' && <Status look="warn">{t('classes.by exception')}</Status>}
        {service.class === 'never' && <Status look="bad">{t('classes.never')}</Status>}
        <span className="soft">{t(service.letters ? 'letters' : 'noLetters')}</span>
      </span>
    </label>
  )
}
