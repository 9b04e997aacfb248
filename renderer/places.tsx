import { createHashHistory, createRootRoute, createRoute, createRouter, type RouteComponent } from '@tanstack/react-router'
import { Import } from './city/import.tsx'
import { Contract } from './contracts/contract.tsx'
import { Contracts } from './contracts/contracts.tsx'
import { OpenContract } from './contracts/open-contract.tsx'
import { Documents } from './documents/documents.tsx'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './frame/not-found.tsx'
import { Ledger } from './ledger/ledger.tsx'
import { Media } from './media/media.tsx'
import { StockTakePage } from './media/stock-take.tsx'
import { Packages } from './pack/packages.tsx'
import { SealPage } from './pack/seal.tsx'
import { People } from './people/people.tsx'
import { Designate } from './receive/designate.tsx'
import { HandoverPage } from './receive/handover.tsx'
import { Handovers } from './receive/handovers.tsx'
import { BeginSending } from './send/begin.tsx'
import { Mailings } from './send/mailings.tsx'
import { Sending } from './send/sending.tsx'
import { Settings } from './settings/settings.tsx'
import { Today } from './today/today.tsx'
import { PlanNew } from './wipes/plan-new.tsx'
import { PlanPage } from './wipes/plan.tsx'
import { Plans } from './wipes/plans.tsx'

const desk = createRootRoute({ component: Frame, notFoundComponent: NotFound })
const place = <P extends string>(path: P, component: RouteComponent) => createRoute({ getParentRoute: () => desk, path, component })

const places = desk.addChildren([
  place('/', Today),
  place('/receive', Handovers),
  place('/receive/new', Designate),
  place('/receive/$id', HandoverPage),
  place('/pack', Packages),
  place('/pack/new', SealPage),
  place('/send', Mailings),
  createRoute({
    getParentRoute: () => desk, path: '/send/new', component: BeginSending,
    validateSearch: (search: Record<string, unknown>): { package?: string } => (typeof search['package'] === 'string' ? { package: search['package'] } : {}),
  }),
  place('/send/$id', Sending),
  place('/media', Media),
  place('/media/stock', StockTakePage),
  place('/wipe', Plans),
  place('/wipe/new', PlanNew),
  place('/wipe/$id', PlanPage),
  place('/ledger', Ledger),
  place('/documents', Documents),
  place('/people', People),
  place('/contracts', Contracts),
  place('/contracts/new', OpenContract),
  place('/contracts/$id', Contract),
  place('/import', Import),
  place('/settings', Settings),
])

/** Where one can be in this office. The hash keeps the page's own address still: nothing but `app://` is ever asked for. */
export const router = createRouter({ routeTree: places, history: createHashHistory(), defaultPreload: false })

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
