import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Specifications, SpecificationVersion } from '../../core/contracts/specification.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { useId } from '../frame/use-id.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, OnDay, When } from '../parts/figures.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Status } from '../parts/status.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'
import { AgreeSpecification } from './agree-specification.tsx'
import { textIn } from './text-in.ts'
import '../staffing/staffing.css'

/** 特記仕様書 (Art. 1, 21, R-39): the edition in force, to be read and acknowledged; the editions before; who has read what. */
export function SpecificationPage() {
  const { t } = useTranslation('contracts')
  const id = useId()
  const contracts = useQuery(questions.contracts)
  return (
    <Asked of={contracts}>
      {(list) => list.filter((contract) => contract.id === id).map((contract) => (
        <Page key={id} title={t('specPage')} lead={`${contract.contractNo}　${contract.title}`} back={{ to: `/contracts/${id}`, label: contract.contractNo }}><Editions contract={contract} /></Page>
      ))}
    </Asked>
  )
}

function Editions({ contract }: { contract: ContractOfWork }) {
  return <Asked of={useQuery(questions.specifications(contract.id))}>{(told) => <Shown contract={contract} told={told} />}</Asked>
}

function Shown({ contract, told }: { contract: ContractOfWork; told: Specifications }) {
  const { t } = useTranslation('contracts')
  const { organisation } = useOffice()
  const [version, setVersion] = useState(told.versions.at(-1)?.version ?? told.inForce)
  const shown = told.versions.find((one) => one.version === version)
  return (
    <>
      {told.versions.length > 1 && <Select label={t('specVersion')} allowDeselect={false} maw="24rem" value={version} data={told.versions.map((one) => ({ value: one.version, label: `${one.version}${one.version === told.inForce ? `（${t('specInForce')}）` : ''}` }))} onChange={(value) => setVersion(value ?? version)} />}
      {shown && <Edition key={version} contract={contract} edition={shown} told={told} />}
      <Block title={t('specReaders')} lead={t('specReadersLead')}><Readers contract={contract} told={told} version={version} /></Block>
      {organisation.kind === 'contractor' && <Block title={t('specChange')} lead={t('specChangeLead')}><AgreeSpecification contract={contract} /></Block>}
    </>
  )
}

function Edition({ contract, edition, told }: { contract: ContractOfWork; edition: SpecificationVersion; told: Specifications }) {
  const { t } = useTranslation('contracts')
  const { session } = useOffice()
  const name = usePersonName()
  const acknowledge = useCommand(desk.contracts.acknowledgeSpecification)
  const mine = told.acknowledgements.find(({ personId, version }) => personId === session.personId && version === edition.version)
  const of = { contractId: contract.id, version: edition.version }
  return (
    <>
      <div className="spaced">
        <Facts wide of={[
          [t('specTitle'), `${edition.title}　${edition.version}`], [t('specEffectiveOn'), <span key="e"><OnDay day={edition.effectiveOn} />{edition.version === told.inForce && <>　<Status look="good">{t('specInForce')}</Status></>}</span>],
          edition.cityRef !== '' && [t('specCityRef'), edition.cityRef], edition.approvedBy !== null && [t('specApprovedBy'), name(edition.approvedBy)], edition.changes !== '' && [t('specChanges'), edition.changes],
          [t('specFile'), <span key="f">{edition.fileName}<br /><Hash of={edition.sha256} /></span>],
        ]} />
      </div>
      <div className="spaced">{edition.file ? <Text contract={contract} edition={edition} /> : <KeepFile contract={contract} edition={edition} />}</div>
      <div className="spaced">
        {mine ? <Notice look="good" title={t('specRead')}><When at={mine.at} /></Notice> : <Notice look="warning" title={t('specUnread')}>{t('specUnreadLead')}</Notice>}
        <Trouble of={acknowledge.error} />
        {!mine && <div className="acts"><ActButton loading={acknowledge.busy} onClick={() => acknowledge.run(of)}>{t('specAcknowledge')}</ActButton></div>}
      </div>
    </>
  )
}

/** The words themselves where they are text; otherwise the file, to be opened with what opens it. */
function Text({ contract, edition }: { contract: ContractOfWork; edition: SpecificationVersion }) {
  const { t } = useTranslation('contracts')
  const of = { contractId: contract.id, version: edition.version }
  return (
    <Asked of={useQuery(questions.specificationFile(contract.id, edition.version))}>
      {({ bytes }) => {
        const text = textIn(bytes)
        return (
          <>
            {text === null ? <Notice title={t('specNoText')} /> : <pre className="spec-text">{text}</pre>}
            <SaveInto label={t('specSave')} variant="default" operation="contracts.saveSpecification" save={(into) => desk.contracts.saveSpecification({ ...of, into })} />
          </>
        )
      }}
    </Asked>
  )
}

/** An edition whose hash alone is known: its file can be brought. */
function KeepFile({ contract, edition }: { contract: ContractOfWork; edition: SpecificationVersion }) {
  const { t } = useTranslation('contracts')
  const [path, setPath] = useState<string | null>(null)
  const keep = useCommand(desk.contracts.keepSpecification)
  const mayNot = useWhyNot('contracts.keepSpecification')
  return (
    <>
      <p className="soft">{t('specNotKept')}</p>
      <FileField label={t('specPick')} value={path} onChange={setPath} />
      <Trouble of={keep.error} />
      {path !== null && <div className="acts"><ActButton variant="default" loading={keep.busy} unless={[mayNot]} onClick={() => keep.run({ contractId: contract.id, version: edition.version, path })}>{t('specKeep')}</ActButton></div>}
    </>
  )
}

function Readers({ told, version }: { contract: ContractOfWork; told: Specifications; version: string }) {
  const { t } = useTranslation('contracts')
  const { data: people = [] } = useQuery(questions.people)
  const read = new Map(told.acknowledgements.filter((one) => one.version === version).map(({ personId, at }) => [personId as string, at]))
  return (
    <Facts wide of={people.filter(({ duty, loginId }) => duty.state !== '解除' && loginId !== null).map(({ id, name }) => {
      const at = read.get(id)
      return [name, at === undefined ? <Status key={id} look="warn">{t('specNotYet')}</Status> : <span key={id}><Status look="good">{t('specDone')}</Status>　<When at={at} /></span>] as const
    })} />
  )
}
