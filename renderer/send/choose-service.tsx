import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { services, type Service } from '../../core/mailings/carriers.ts'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Status } from '../parts/status.tsx'
import './send.css'

export const serviceKey = ({ carrier, service }: Pick<Service, 'carrier' | 'service'>): string => `${carrier} ${service}`

/** The carriers' services, and whether each is registered-mail-class; what is not stays in sight and says why. */
export function ChooseService({ contract, value, onChange }: { contract: ContractOfWork; value: string | null; onChange: (key: string) => void }) {
  const { t } = useTranslation('send')
  const order: readonly Service['class'][] = ['registered', 'by agreement', 'never']
  return (
    <fieldset className="plain services">
      <legend className="unseen">{t('carrierTitle')}</legend>
      <p className="notice-line soft"><span>{t('carrierWhy')}</span><ArticleChip article="11(4)" /></p>
      {order.map((one) => (
        <Folded key={one} title={t(one === 'registered' ? 'classes.registered' : one === 'never' ? 'classes.never' : 'classes.agreement')} folds={one === 'never'}>
          {services.filter((service) => service.class === one).map((service) => <OneService key={serviceKey(service)} service={service} agreed={contract.agreedServices.find((agreed) => agreed.service === service.service)?.cityRef} checked={value === serviceKey(service)} onChange={onChange} />)}
        </Folded>
      ))}
    </fieldset>
  )
}

/** What cannot be chosen anyway is there for whoever looks for it, and out of the way of everybody else. */
function Folded({ title, folds, children }: { title: string; folds: boolean; children: ReactNode }) {
  if (!folds) return <div role="group"><h3>{title}</h3>{children}</div>
  return <details><summary><h3>{title}</h3></summary>{children}</details>
}

function OneService({ service, agreed, checked, onChange }: { service: Service; agreed: string | undefined; checked: boolean; onChange: (key: string) => void }) {
  const { t } = useTranslation('send')
  const key = serviceKey(service)
  return (
    <label className="service">
      <input type="radio" name="service" aria-label={`${service.carrier} ${service.service}`} checked={checked} onChange={() => onChange(key)} />
      <span>
        <b>{service.service}</b>　<span className="soft">{service.carrier}</span><br />
        <span className="small soft">{service.note}</span>
      </span>
      <span className="service-states small">
        {service.class === 'registered' && <Status look="good">{t('classes.registered')}</Status>}
        {service.class === 'by agreement' && <Status look={agreed === undefined ? 'warn' : 'good'}>{agreed === undefined ? t('classes.agreement') : t('classes.agreed', { ref: agreed })}</Status>}
        {service.class === 'never' && <Status look="bad">{t('classes.never')}</Status>}
        <span className="soft">{t(service.letters ? 'letters' : 'noLetters')}</span>
      </span>
    </label>
  )
}
