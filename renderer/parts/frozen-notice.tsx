import { Link } from '@tanstack/react-router'
import type { Frozen } from '../frame/frozen.ts'
import { Notice } from './notice.tsx'

/** Where a whole page is about what may not be done now: said before anything is filled in, with the way to what keeps the evidence. */
export function FrozenNotice({ of }: { of: Frozen | null }) {
  return of && <div className="spaced"><Notice look="warning" title={of.say}>{of.more}　<Link className="way-on" to={of.to}>{of.look}</Link></Notice></div>
}
