import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import type { StatusLook } from '../parts/status.tsx'

export type Standing = Subcontract['state'] | 'conditional'

/** The state as one says it: an approval with conditions is not merely an approval. */
export const standing = ({ state, decision }: Subcontract): Standing => (state === 'approved' && decision?.outcome === '条件付承認' ? 'conditional' : state)
export const looks: Readonly<Record<Standing, StatusLook>> = { drafted: 'calm', applied: 'warn', approved: 'good', conditional: 'good', refused: 'bad', contracted: 'good', working: 'busy', ended: 'calm', withdrawn: 'calm' }
export const isApproved = ({ state }: Subcontract): boolean => state === 'approved' || state === 'contracted' || state === 'working'
