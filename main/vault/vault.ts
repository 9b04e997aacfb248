import { existsSync } from 'node:fs'
import type { PersonId } from '../../core/people/person.ts'
import { refusal } from '../../core/refusal.ts'
import { type Instant, MINUTE } from '../../core/time.ts'
import type { Session } from '../../core/vault/vault.ts'
import type { Unlocked, Vault } from '../../core/world.ts'
import { type ScryptParams, unwrapKeyByRecovery } from '../../crypto/key-wrap.ts'
import type { OrganisationKeys } from '../../crypto/organisation-keys.ts'
import { base32, matchingStep, otpauthUri } from '../../crypto/totp.ts'
import type { Projection } from '../ledger/book.ts'
import type { OpenLedger } from '../ledger/ledger.ts'
import { accountsIn } from './accounts.ts'
import { fixedCost, measuredCost } from './cost.ts'
import { createVault } from './create-vault.ts'
import { shutDoor } from './door.ts'
import { newFactor } from './factor.ts'
import { watchIdle } from './idle.ts'
import { inTurn } from './in-turn.ts'
import { type Keyring, newerKeyring, readKeyring } from './keyring.ts'
import { readLastSeen } from './last-seen.ts'
import { bringUpVault, enterVault, type OpenVault, publicKeysOf } from './open-vault.ts'
import { qrRows } from './qr-rows.ts'
import { rescueVault } from './rescue-vault.ts'
import { roomsOf } from './rooms.ts'
import { keepSecret, secretCalled } from './secrets.ts'
import type { Whose } from './slots.ts'
import { Stay } from './stay.ts'
import { type Tried, tryPassword } from './try-password.ts'
import { VaultSecret } from './vault-keys.ts'

export interface VaultOptions {
  home: string
  now: () => Instant
  newId: () => string
  projection: Projection
  idleMinutes?: number
  /** Milliseconds for the idle lock alone: the machine's own, even where `now` is moved by hand. */
  idleClock?: () => number
  /** How an idle desk is left; the vault locks itself afterwards, whatever comes of it. */
  onIdle?: () => Promise<unknown>
  /** scrypt's cost for new slots; tests take a small one. */
  cost?: ScryptParams
}

/** The vault with what the rest of the real world needs from it while it is open. */
export interface RealVault extends Vault {
  /** These refuse with `vault-locked` while the vault is locked. */
  ledger(): OpenLedger
  keys(): OrganisationKeys
  blobKey(blob: string): Uint8Array
  /** All that lies behind the door, for a backup of it. */
  inside(): OpenVault
  /** Something long begins: no idle lock until it ends. Its signal says that the vault is being locked. */
  begin(): { signal: AbortSignal; end(): void }
  /** Aborted when whoever is in now leaves; unlike `begin` it keeps nobody in. */
  leaving(): AbortSignal
  /** Somebody asked the desk for something. */
  touch(): void
}

const IDLE_MINUTES = 10

/** The vault of one home. Whatever touches the keyring or the door happens one after the other. */
export function realVault({ home, now, newId, projection, idleMinutes = IDLE_MINUTES, idleClock = Date.now, onIdle, cost }: VaultOptions): RealVault {
  const rooms = roomsOf(home)
  const costs = cost ? fixedCost(cost) : measuredCost()
  const accounts = accountsIn(rooms.keyring, costs)
  const turn = inTurn()
  let stay: Stay | null = null
  let leaving: 'no' | 'asking' | 'yes' = 'no'
  let idleLeave: Promise<void> | null = null
  /** While tables are made anew at the door: how far that is, and what calls it off. */
  let bringingUp: { at: { done: number; total: number } | null; callOff: AbortController } | null = null

  function inOffice(): Stay {
    if (!stay) throw refusal('vault-locked', null, null, {})
    return stay
  }

  function settleIn(inside: OpenVault, whose: Whose, openDoor: () => void): void {
    const idle = watchIdle({ after: idleMinutes * MINUTE, now: idleClock, lock: beginIdleLeave })
    stay = new Stay({ inside, whose, since: now(), idle, openDoor })
  }

  /** Nobody is signed in any more from the moment this begins; only `onIdle`'s own first look still sees who was. */
  function beginIdleLeave(): void {
    idleLeave ??= leaveIdle().finally(() => { idleLeave = null })
  }

  async function leaveIdle(): Promise<void> {
    try {
      leaving = 'asking'
      const asked = onIdle?.()
      leaving = 'yes'
      await asked
    } finally {
      await vault.lock('idle')
      leaving = 'no'
    }
  }

  async function leave(): Promise<void> {
    const left = stay
    stay = null
    await left?.end(rooms.keyring)
  }

  /** Shuts the door behind us, tries what was given, and stays in only if it was right. */
  const enter = async (tryIt: (keyring: Keyring) => Promise<Tried>): Promise<Unlocked> => {
    // Whoever comes next waits until the one who sat there idle has left, or the leaving would lock them out again.
    await idleLeave
    return turn(() => tryToEnter(tryIt))
  }

  async function tryToEnter(tryIt: (keyring: Keyring) => Promise<Tried>): Promise<Unlocked> {
    await leave()
    if (!existsSync(rooms.vault)) return { outcome: 'damaged', what: 'vault' }
    const openDoor = shutDoor(rooms.door)
    if (!openDoor) return { outcome: 'in-use' }
    try {
      const newer = await newerKeyring(rooms.keyring)
      if (newer !== null) return { outcome: 'newer', what: `keyring.json ${newer}` }
      const keyring = await readKeyring(rooms.keyring)
      if (!keyring || keyring.slots.length === 0) return { outcome: 'damaged', what: 'keyring.json' }
      const tried = await tryIt(keyring)
      if (tried.outcome !== 'right') return tried
      try {
        const inside = await goIn(keyring, tried.secret)
        if (!('ledger' in inside)) return inside
        settleIn(inside, tried.whose, openDoor)
        return { outcome: 'open', personId: tried.whose.personId, code: tried.code, given: tried.whose.given ?? false }
      } finally {
        if (!stay) tried.secret.forget()
      }
    } finally {
      if (!stay) openDoor()
    }
  }

  async function goIn(keyring: Keyring, secret: VaultSecret): Promise<OpenVault | Exclude<Unlocked, { outcome: 'open' }>> {
    const seen = readLastSeen(secret, keyring)
    if (seen === 'altered') return { outcome: 'damaged', what: 'keyring.json' }
    await bringUp(secret)
    const inside = enterVault(rooms.database, secret, projection, seen)
    if (inside === 'in-use') return { outcome: 'in-use' }
    return 'damaged' in inside ? { outcome: inside.isNewer ? 'newer' : 'damaged', what: inside.damaged } : inside
  }

  async function bringUp(secret: VaultSecret): Promise<void> {
    const opening = bringingUp = { at: null as { done: number; total: number } | null, callOff: new AbortController() }
    try {
      const how = { signal: opening.callOff.signal, onProgress: (at: { done: number; total: number }) => { opening.at = at } }
      if (await bringUpVault(rooms.database, secret, projection, how) === 'called off') throw refusal('vault-locked', null, null, {})
    } finally {
      bringingUp = null
    }
  }

  async function renew(loginId: string, password: string, how: 'own' | 'given'): Promise<void> {
    const { inside, whose: sitting } = inOffice()
    const whose = await accounts.renew(inside.secret, loginId, password, how)
    if (typeof whose === 'string') throw refusal('vault-damaged', null, null, { what: 'keyring.json' })
    if (sitting.loginId === whose.loginId && stay) stay.whose = whose
  }

  const vault: RealVault = {
    async status() {
      if (!stay || leaving !== 'no') return { state: existsSync(rooms.vault) ? 'locked' : 'absent', organisation: null, session: null, idleLockMinutes: idleMinutes, openQuestions: 0, ...(bringingUp?.at ? { bringingUp: bringingUp.at } : {}) }
      const reading = stay.inside.ledger.now()
      const organisation = reading.get('office', 'office')?.organisation ?? null
      return { state: 'open', organisation, session: stay.session(), idleLockMinutes: idleMinutes, openQuestions: reading.list('question').length }
    },

    session(): Session | null {
      // The timer may have slept with the machine.
      if (stay?.idle.isOver() && leaving === 'no') {
        beginIdleLeave()
        return null
      }
      return stay && leaving !== 'yes' ? stay.session() : null
    },

    create: ({ organisation, loginId, password }, firstEntries) => turn(async () => {
      if (stay) throw refusal('vault-exists', null, null, {})
      const personId = newId() as PersonId
      const { recoveryKey, secret, whose } = await createVault(rooms, { organisation, loginId, password, personId, now: now() }, firstEntries, projection, cost, undefined, await costs.forNew())
      const openDoor = shutDoor(rooms.door)
      if (!openDoor) throw refusal('vault-in-use', null, null, {})
      const inside = enterVault(rooms.database, secret, projection, null)
      if (inside === 'in-use' || 'damaged' in inside) throw new Error('a vault that was just made does not open')
      settleIn(inside, whose, openDoor)
      return { recoveryKey }
    }),

    unlock: (loginId, password, code) => enter(async (keyring) => {
      const tried = await tryPassword(rooms.keyring, keyring, { loginId, password, code, now: now(), atDoor: true })
      if (tried.outcome === 'right') await accounts.strengthen(tried.secret, loginId, password, tried.took).catch((error: unknown) => { tried.secret.forget(); throw error })
      return tried
    }),

    recover: (recoveryKey, loginId, newPassword) => enter(async (keyring) => {
      // 256 random bits need no counting of tries.
      const bytes = unwrapKeyByRecovery(keyring.recovery, recoveryKey)
      if (!bytes) return { outcome: 'wrong', triesLeft: 0 }
      const secret = new VaultSecret(bytes)
      const whose = await accounts.renew(secret, loginId, newPassword, 'recovered')
      if (typeof whose === 'object') return { outcome: 'right', secret, whose, code: null, took: 0 }
      secret.forget()
      return whose === 'unknown' ? { outcome: 'wrong', triesLeft: 0 } : { outcome: 'damaged', what: 'keyring.json' }
    }),

    rescue: (order, how) => turn(() => {
      if (stay) throw refusal('state-does-not-allow', null, null, { is: 'signed-in', act: 'rescue' })
      return rescueVault(rooms, order, now(), projection, how)
    }),

    lock() {
      // Whoever closes the window while it is being opened need not wait: nothing has changed yet.
      bringingUp?.callOff.abort()
      return turn(leave)
    },

    authenticate: (loginId, password, code, how) => turn(async () => {
      inOffice()
      const keyring = await readKeyring(rooms.keyring)
      if (!keyring) return { outcome: 'damaged', what: 'keyring.json' }
      const tried = await tryPassword(rooms.keyring, keyring, { loginId, password, code, how, now: now(), atDoor: false })
      if (tried.outcome !== 'right') return tried
      tried.secret.forget()
      return { outcome: 'open', personId: tried.whose.personId, code: tried.code, given: tried.whose.given ?? false }
    }),

    giveAccount: (personId, loginId, password) => turn(() => accounts.give(inOffice().inside.secret, personId, loginId, password)),
    changePassword: (loginId, next) => turn(() => renew(loginId, next, 'own')),
    resumeAccount: (loginId, password) => turn(() => renew(loginId, password, 'given')),
    revokeAccount: (loginId) => turn(() => accounts.revoke(inOffice().inside.secret, loginId)),

    offerFactor: (loginId) => turn(async () => {
      const office = inOffice()
      const secret = office.offer(loginId)
      const uri = otpauthUri({ secret, issuer: 'Azukari', account: loginId })
      return { key: base32(secret), uri, rows: qrRows(uri) }
    }),
    setFactor: (loginId, code) => turn(async () => {
      const office = inOffice()
      const offered = office.offered(loginId)
      const step = offered && matchingStep(offered, code, now(), null)
      if (!offered || step === null) return null
      const { factor, recoveryCodes } = newFactor(office.inside.secret, offered, now(), step)
      await accounts.factor(office.inside.secret, loginId, factor)
      office.forgetOffer()
      return recoveryCodes
    }),
    dropFactor: (loginId) => turn(() => accounts.factor(inOffice().inside.secret, loginId, null)),
    access: (loginId) => turn(async () => {
      const { slot: { key: { kdf: { N, r, p } } }, whose: { took = null }, factor } = await accounts.look(inOffice().inside.secret, loginId)
      return { cost: { N, r, p, milliseconds: took }, factor: factor && { since: factor.since as Instant, recoveryCodesLeft: factor.codes.length } }
    }),
    lockOuts: () => turn(() => accounts.lockOuts(inOffice().inside.secret)),
    forgetLockOuts: (first) => turn(() => accounts.forgetLockOuts(first)),
    rescues: () => turn(() => accounts.rescues(inOffice().inside.secret)),
    forgetRescues: (first) => turn(() => accounts.forgetRescues(first)),
    renewRecoveryKey: () => turn(() => accounts.renewRecovery(inOffice().inside.secret)),

    publicKeys: () => publicKeysOf(inOffice().inside.keys),
    keepSecret: (name, secret) => turn(() => keepSecret(rooms.secrets, inOffice().inside.secret, name, secret)),
    secretCalled: (name) => turn(() => secretCalled(rooms.secrets, inOffice().inside.secret, name)),
    ledger: () => inOffice().inside.ledger,
    keys: () => inOffice().inside.keys,
    blobKey: (blob) => inOffice().inside.secret.blobKey(blob),
    inside: () => inOffice().inside,
    begin: () => inOffice().begin(),
    leaving: () => inOffice().leaving,
    touch: () => stay?.idle.touch(),
  }
  return vault
}
