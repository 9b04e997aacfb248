import { createHashHistory, createRootRoute, createRoute, createRouter, type RouteComponent } from '@tanstack/react-router'
import { ApplyPage } from './carryouts/apply.tsx'
import { CarryOutPage } from './carryouts/carry-out.tsx'
import { CarryOuts } from './carryouts/carry-outs.tsx'
import { Import } from './city/import.tsx'
import { Answers } from './city-office/answers.tsx'
import { Application } from './city-office/application.tsx'
import { DesignatePage } from './city-office/designate.tsx'
import { Designations } from './city-office/designations.tsx'
import { KnownLedgers } from './city-office/known-ledgers.tsx'
import { CitySettlementPage } from './city-office/settlement.tsx'
import { Contract } from './contracts/contract.tsx'
import { Contracts } from './contracts/contracts.tsx'
import { OpenContract } from './contracts/open-contract.tsx'
import { SpecificationPage } from './contracts/specification.tsx'
import { Consultations } from './consultations/consultations.tsx'
import { Copies } from './copies/copies.tsx'
import { CopyPage } from './copies/copy.tsx'
import { RequestPage } from './copies/request.tsx'
import { ChainPage } from './custody/chain.tsx'
import { CustodyItems } from './custody/items.tsx'
import { Documents } from './documents/documents.tsx'
import { IssueLetter } from './documents/issue.tsx'
import { LetterSettings } from './documents/settings.tsx'
import { Requests } from './requests/requests.tsx'
import { Exceptions } from './exceptions/exceptions.tsx'
import { FaxPage } from './faxes/fax.tsx'
import { Faxes } from './faxes/faxes.tsx'
import { RequestFaxPage } from './faxes/request.tsx'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './frame/not-found.tsx'
import { Ledger } from './ledger/ledger.tsx'
import { Ledgers } from './ledgers/ledgers.tsx'
import { OneLedger } from './ledgers/one-ledger.tsx'
import { BeginIncidentPage } from './incidents/begin.tsx'
import { IncidentPage } from './incidents/incident.tsx'
import { AuditPage } from './audits/audit.tsx'
import { Audits } from './audits/audits.tsx'
import { BeginAuditPage } from './audits/begin.tsx'
import { Incidents } from './incidents/incidents.tsx'
import { Media } from './media/media.tsx'
import { StockTakePage } from './media/stock-take.tsx'
import { Packages } from './pack/packages.tsx'
import { SealPage } from './pack/seal.tsx'
import { CheckPage } from './devices/check-page.tsx'
import { Devices } from './devices/devices.tsx'
import { People } from './people/people.tsx'
import { Places } from './places/places.tsx'
import { StartChecklist } from './workplace/checklist.tsx'
import { AccessRights } from './staffing/access.tsx'
import { Cards } from './staffing/cards.tsx'
import { EditCheckItems } from './staffing/edit-check-items.tsx'
import { EditQuestions } from './staffing/edit-questions.tsx'
import { HoldTrainingPage } from './staffing/hold-training.tsx'
import { PersonPage } from './staffing/person-page.tsx'
import { PledgePage } from './staffing/pledge.tsx'
import { RecordSelfCheckPage } from './staffing/record-self-check.tsx'
import { SelfChecks } from './staffing/self-checks.tsx'
import { SitTest } from './staffing/sit-test.tsx'
import { Training } from './staffing/training.tsx'
import { ApplyProvisionPage } from './provisions/apply.tsx'
import { ProvisionPage } from './provisions/provision.tsx'
import { Provisions } from './provisions/provisions.tsx'
import { Designate } from './receive/designate.tsx'
import { HandoverPage } from './receive/handover.tsx'
import { Handovers } from './receive/handovers.tsx'
import { BeginSending } from './send/begin.tsx'
import { Mailings } from './send/mailings.tsx'
import { Sending } from './send/sending.tsx'
import { GivePage } from './settlement/give.tsx'
import { SettlementPage } from './settlement/settlement.tsx'
import { BackupPage } from './backup/backup.tsx'
import { MailServerPage } from './settings/mail-server.tsx'
import { Settings } from './settings/settings.tsx'
import { DraftPage } from './subcontracts/draft.tsx'
import { SubcontractPage } from './subcontracts/subcontract.tsx'
import { Subcontracts } from './subcontracts/subcontracts.tsx'
import { Today } from './today/today.tsx'
import { Unpack } from './unpack/unpack.tsx'
import { PlanNew } from './wipes/plan-new.tsx'
import { PlanPage } from './wipes/plan.tsx'
import { Plans } from './wipes/plans.tsx'

const desk = createRootRoute({ component: Frame, notFoundComponent: NotFound })
const place = <P extends string>(path: P, component: RouteComponent) => createRoute({ getParentRoute: () => desk, path, component })

/** What an address may carry: the package that one comes to send, or whose panel is open, and the medium it is to go onto. */
interface Search { package?: string; open?: string; medium?: string }
function searched(search: Record<string, unknown>): Search {
  return Object.fromEntries((['package', 'open', 'medium'] as const).flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])))
}

const places = desk.addChildren([
  place('/', Today),
  place('/receive', Handovers),
  place('/receive/new', Designate),
  // One page for both: a city comes to it from the list of work, a contractor from what it receives.
  place('/receive/open', Unpack),
  place('/receive/$id', HandoverPage),
  createRoute({
    getParentRoute: () => desk, path: '/pack', component: Packages,
    validateSearch: searched,
  }),
  place('/pack/new', SealPage),
  place('/send', Mailings),
  createRoute({
    getParentRoute: () => desk, path: '/send/new', component: BeginSending,
    validateSearch: searched,
  }),
  place('/send/$id', Sending),
  place('/carry-outs', CarryOuts),
  place('/carry-outs/new', ApplyPage),
  place('/carry-outs/$id', CarryOutPage),
  place('/copies', Copies),
  place('/copies/new', RequestPage),
  place('/copies/$id', CopyPage),
  place('/custody', CustodyItems),
  place('/custody/$id', ChainPage),
  place('/faxes', Faxes),
  place('/faxes/new', RequestFaxPage),
  place('/faxes/$id', FaxPage),
  place('/provisions', Provisions),
  place('/provisions/new', ApplyProvisionPage),
  place('/provisions/$id', ProvisionPage),
  place('/subcontracts', Subcontracts),
  place('/subcontracts/new', DraftPage),
  place('/subcontracts/$id', SubcontractPage),
  place('/exceptions', Exceptions),
  place('/incidents', Incidents),
  place('/incidents/new', BeginIncidentPage),
  place('/incidents/$id', IncidentPage),
  place('/media', Media),
  place('/media/stock', StockTakePage),
  place('/wipe', Plans),
  place('/wipe/new', PlanNew),
  place('/wipe/$id', PlanPage),
  place('/settlement', SettlementPage),
  place('/settlement/give', GivePage),
  place('/ledgers', Ledgers),
  place('/ledgers/$name', OneLedger),
  place('/ledger', Ledger),
  place('/documents', Documents),
  place('/documents/new', IssueLetter),
  place('/documents/settings', LetterSettings),
  place('/requests', Requests),
  place('/people', People),
  place('/people/training', Training),
  place('/people/training/new', HoldTrainingPage),
  place('/people/training/questions', EditQuestions),
  place('/people/training/$id', SitTest),
  place('/people/cards', Cards),
  place('/people/access', AccessRights),
  place('/people/$id', PersonPage),
  place('/people/$id/pledge', PledgePage),
  place('/places', Places),
  place('/devices', Devices),
  place('/devices/$id/check', CheckPage),
  place('/self-checks', SelfChecks),
  place('/self-checks/new', RecordSelfCheckPage),
  place('/self-checks/items', EditCheckItems),
  place('/contracts', Contracts),
  place('/contracts/new', OpenContract),
  place('/contracts/$id', Contract),
  place('/contracts/$id/specification', SpecificationPage),
  place('/contracts/$id/start', StartChecklist),
  place('/consultations', Consultations),
  place('/audits', Audits),
  place('/audits/new', BeginAuditPage),
  place('/audits/$id', AuditPage),
  place('/import', Import),
  place('/designations', Designations),
  place('/designations/new', DesignatePage),
  place('/answers', Answers),
  place('/answers/$id', Application),
  place('/city-settlement', CitySettlementPage),
  place('/known-ledgers', KnownLedgers),
  place('/open', Unpack),
  place('/settings', Settings),
  place('/settings/mail', MailServerPage),
  place('/settings/backup', BackupPage),
])

/** Where one can be in this office. The hash keeps the page's own address still: nothing but `app://` is ever asked for. */
export const router = createRouter({ routeTree: places, history: createHashHistory(), defaultPreload: false })

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
